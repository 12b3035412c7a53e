"""Document numbers (文号), of standards and of orders too."""

from __future__ import annotations

import re

from kg.names.text import normalise

_OPEN, _CLOSE = "〔﹝\\[（(【［", "〕﹞\\]）)】］"
DOCUMENT_NUMBER = re.compile(
    rf"[一-鿿]{{1,14}}?[ ]*[{_OPEN}][ ]*(?:19|20)\d{{2}}[ ]*[{_CLOSE}][ ]*(?:第[ ]*)?[一-鿿]?\d{{1,4}}[ ]*号"
)
"""鼓政〔2022〕132号, with any bracket around its year."""
NUMBER = re.compile(
    rf"{DOCUMENT_NUMBER.pattern}"
    r"|[一-鿿]{2,12}令[ ]*(?:\d{4}年)?第?[ ]*\d{1,4}[ ]*号|(?:GB|DBS?\d*|JGJ|CJJ|HJ|WS)(?:/T|／T)?[ ]*[\d./]+(?:[—–-]\d{4})?"
)
"""Any number that a citation can carry: of a document, an order or a standard."""
_YEAR = re.compile(rf"[{_OPEN}](?=(?:19|20)\d{{2}}[{_CLOSE}])|(?<=\d{{4}})[{_CLOSE}]")


def normalise_number(printed: str) -> str:
    """A number as records hold it: without spaces, its year in 〔〕."""
    return _YEAR.sub(lambda match: "〔" if match.group() in _OPEN else "〕", normalise(printed))
