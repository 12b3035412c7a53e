"""Document numbers (文号), of standards and of orders too."""

from __future__ import annotations

import re

from kg.names.text import normalise

from .rule import Rule

_OPEN, _CLOSE = "〔﹝\\[（(【［", "〕﹞\\]）)】］"
_YEAR = re.compile(rf"[{_OPEN}](?=(?:19|20)\d{{2}}[{_CLOSE}])|(?<=\d{{4}})[{_CLOSE}]")


def normalise_number(printed: str) -> str:
    """A number as records hold it: without spaces, its year in 〔〕."""
    return _YEAR.sub(lambda match: "〔" if match.group() in _OPEN else "〕", normalise(printed))


def _normal(match: re.Match[str]) -> str:
    return normalise_number(match.group())


DOCUMENT_NUMBER = Rule(
    name="document-number",
    pattern=rf"[一-鿿]{{1,14}}?[ ]*[{_OPEN}][ ]*(?:19|20)\d{{2}}[ ]*[{_CLOSE}][ ]*(?:第[ ]*)?[一-鿿]?\d{{1,4}}[ ]*号",
    needs=("号",),
    build=_normal,
    examples={
        "鼓政〔2022〕132号": ("鼓政〔2022〕132号",),
        "鼓政办发 ﹝ 2022 ﹞ 第 5 号": ("鼓政办发〔2022〕第5号",),
        "（国办发[2022]7号）": ("国办发〔2022〕7号",),
    },
    counters=("〔2022〕5号", "鼓政〔22〕5号", "市政府令第12号", "工作简报（2022）第五号"),
)
"""With any bracket around its year."""
NUMBER = Rule(
    name="number-of-a-document-an-order-or-a-standard",
    pattern=DOCUMENT_NUMBER.pattern
    + r"|[一-鿿]{2,12}令[ ]*(?:\d{4}年)?第?[ ]*\d{1,4}[ ]*号|(?:GB|DBS?\d*|JGJ|CJJ|HJ|WS)(?:/T|／T)?[ ]*[\d./]+(?:[—–-]\d{4})?",
    needs=("号", "GB", "DB", "JGJ", "CJJ", "HJ", "WS"),
    build=_normal,
    examples={
        "鼓政〔2022〕132号": ("鼓政〔2022〕132号",),
        "（国务院令第752号）": ("国务院令第752号",),
        "执行GB/T 9704—2012的要求": ("GB/T9704-2012",),
    },
    counters=("鼓政〔2022〕五号", "地铁2号线", "热线12345", "依令行事"),
)
"""Any number that a citation can carry."""
YEAR_OF_NUMBER = Rule(
    name="year-of-a-document-number",
    pattern=r"〔(?P<year>(?:19|20)\d{2})〕",
    needs=("〔",),
    build=lambda match: match["year"],
    examples={"鼓政〔2022〕132号": ("2022",)},
    counters=("国令第722号", "鼓政〔22〕132号"),
)
