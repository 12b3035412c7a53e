"""Rules of the head of a plan: the lines of its number, letterhead, date, copies and print."""

from __future__ import annotations

import re

from kg.names.dates import find_dates
from kg.names.text import normalise

from .docnumbers import DOCUMENT_NUMBER, normalise_number
from .rule import Rule, text_of


def _date(match: re.Match[str]) -> str | None:
    """The day as an ISO date; None where there is no such day, as in 2月31日."""
    return next((date.iso for date in find_dates(match.group())), None)


NUMBER_LINE = Rule(
    name="line-of-the-document-number",
    pattern=rf"[（(【]?[ ]*(?:[^〔\[（(﹝]{{1,6}}[：:][ ]*)?(?P<number>{DOCUMENT_NUMBER.pattern})[ ]*[）)】]?(?:[ ]+[^。，；]{{0,16}})?$",
    needs=("号",),
    build=lambda match: normalise_number(match["number"]),
    how="match",
    examples={
        "鼓政〔2022〕132号": ("鼓政〔2022〕132号",),
        "文号：鼓政办[2022]5号": ("鼓政办〔2022〕5号",),
        "（鼓政〔2022〕132号）": ("鼓政〔2022〕132号",),
        "鼓政〔2022〕132号 签发人：张三": ("鼓政〔2022〕132号",),
    },
    counters=("根据鼓政〔2022〕132号文件精神", "热线12345号", "鼓政〔2022〕132号，以下简称《方案》"),
)
DATE_LINE: Rule[str | None] = Rule(
    name="line-of-the-date",
    pattern=r"[（(]?[ ]*(?:[12]\d{3}[ ]*年[ ]*\d{1,2}[ ]*月[ ]*\d{1,2}[ ]*日|[二〇○Ｏ零一三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)[ ]*[）)]?(?:印发)?$",
    needs=("日",),
    build=_date,
    how="match",
    examples={
        "2022年5月6日": ("2022-05-06",),
        "（2022 年 5 月 6 日）": ("2022-05-06",),
        "二〇二二年五月十六日": ("2022-05-16",),
        "2022年5月6日印发": ("2022-05-06",),
    },
    counters=("2022年5月", "2022年5月6日起施行", "截至2022年5月6日"),
)
LETTERHEAD = Rule(
    name="letterhead",
    pattern=r"(?P<issuer>[一-鿿（）()、 ]{3,60}?)[ ]*文件$",
    needs=("文件",),
    build=lambda match: normalise(match["issuer"]),
    how="match",
    examples={
        "鼓楼区人民政府文件": ("鼓楼区人民政府",),
        "鼓楼区人民政府办公室 文件": ("鼓楼区人民政府办公室",),
    },
    counters=("《就业条例》等文件", "印发2022年文件", "文件", "鼓楼区人民政府文件汇编"),
)
COPIES = Rule(
    name="label-of-the-copies",
    pattern=r"抄[ ]*(?:送|报|发)[ ]*(?:机关|单位)?[ ]*[:：]",
    needs=("抄",),
    build=text_of,
    how="match",
    examples={
        "抄送：区委各部门": ("抄送：",),
        "抄 报: 市政府": ("抄 报:",),
        "抄送单位：区法院": ("抄送单位：",),
    },
    counters=("请抄送区委", "抄送区委各部门", "主送：区教育局"),
)
PRINTED: Rule[str | None] = Rule(
    name="date-of-print",
    pattern=r"(?P<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)[ ]*印[ ]*发",
    needs=("印",),
    build=_date,
    examples={
        "鼓楼区人民政府办公室 2022年5月6日印发": ("2022-05-06",),
        "2022年5月6日 印 发": ("2022-05-06",),
    },
    counters=("2022年5月6日施行", "本方案印发之日", "2022年5月印发"),
)
SIGNER = Rule(
    name="one-of-the-names-in-a-signature",
    pattern=r"[^\s、（(）)]+(?:[（(][^\s（()）]+[）)])?",
    build=text_of,
    examples={
        "鼓楼区教育局 鼓楼区财政局": ("鼓楼区教育局", "鼓楼区财政局"),
        "区市场监管局（知识产权局）": ("区市场监管局（知识产权局）",),
    },
    counters=(" ", "、（）"),
)
