"""The numbers that official documents put before their headings and items, after GB/T 9704 and common use."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.names.numerals import parse_numeral

CN = "一二三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"

PART, CHAPTER, SECTION, ARTICLE, CHINESE, BRACKETED, ARABIC, DECIMAL, ROUND, CIRCLED = range(10)
"""Ranks, outermost first: 第一篇, 第一章, 第一节, 第一条, 一、, （一）, 1., 1.1, （1）, ①."""

# OCR reads 一 as a dash of some kind; a reader takes '—、' at a line's head for 一、.
_DASH = "—－ー–-"
_LEAD = r"[ \t]*(?:\#{1,6}[ ]*|[-*•·●◆■▪◦○➢►][ ]+)?\*{0,2}[ ]*"
_NUMBER = re.compile(
    _LEAD
    + rf"""(?:
        (?P<part>第[ ]*[{CN}\d]+[ ]*(?:篇|部分|编))[、，：:.． ]*
      | (?P<chapter>第[ ]*[{CN}\d]+[ ]*章)[、：:. ]*
      | (?P<section>第[ ]*[{CN}\d]+[ ]*节)[、：:. ]*
      | (?P<article>第[ ]*[{CN}\d]+[ ]*条)[、：:. ]*(?![款项]|规定)
      | (?:任务|行动|工程|举措|措施)?(?P<chinese>[{CN}]{{1,4}}|[{_DASH}](?=、))[ ]*(?:、[.． ]*|[.．][ ]*(?!\d))
      | (?:专项)?(?:任务|行动|工程|专项|战役)(?P<action>[{CN}]{{1,3}})(?:[：:、][ ]*|[ ]+|(?=[^{CN}览致体把些样般律切旦直方面是][^，。；：]{{2,16}}$))
      | (?P<roman>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])[、.．：: ]*
      | (?P<lettered>[A-Z]\d{{1,2}})\\?[.．、：][ ]*
      | (?P<bracketed>[（(][ ]*(?:[{CN}]{{1,4}}|[{_DASH}])[ ]*[）)])[、.． ]*
      | (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?:[.．、][ ]*|[ ]+|(?=[一-鿿]))(?![%％倍万亿元个件家次人年月米吨公亩千余])
      | (?P<arabic>\d{{1,3}})[ ]*(?:\\?[.．][ ]*(?!\d(?!\d{{3}}年))|、[ ]*)
      | (?P<round>[（(][ ]*\d{{1,3}}[ ]*[）)]|(?<![\d.])\d{{1,2}}[）)])[、.． ]*
      | (?P<circled>[{_CIRCLED}{_BRACKETED}])[、.． ]*
      | (?P<dotted>[{_DOTTED}])[ ]*
    )""",
    re.VERBOSE,
)
_RANKS = {
    "part": PART,
    "roman": CHAPTER,
    "action": BRACKETED,
    "lettered": ARABIC,
    "chapter": CHAPTER,
    "section": SECTION,
    "article": ARTICLE,
    "chinese": CHINESE,
    "bracketed": BRACKETED,
    "arabic": ARABIC,
    "dotted": ARABIC,
    "decimal": DECIMAL,
    "round": ROUND,
    "circled": CIRCLED,
}
_FIRST_CHARACTERS = frozenset(
    CN + _DASH + _ROMAN + _CIRCLED + _BRACKETED + _DOTTED + "ABCDEFGH第（(#-*•·●◆■▪◦○➢►任行工举措专战 \t"
    "0123456789０１２３４５６７８９"
)
_MARKDOWN = re.compile(r"[ \t]*(#{1,6})[ ]+")


class Numbering(NamedTuple):
    """A number at the head of a line."""

    rank: int
    value: int
    printed: str
    """As it stands in a number path: 四, （一）, 1, ①, 第二章."""
    end: int
    """Offset of the first character after the number and its separator."""


def _value(text: str) -> int:
    for row in (_CIRCLED, _BRACKETED, _DOTTED, _ROMAN):
        if text in row:
            return row.index(text) + 1
    digits = text.strip("（）() 第篇部分编章节条ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if digits in _DASH:
        return 1
    return parse_numeral(digits.rpartition(".")[2].rpartition("．")[2]) or 0


def _printed(kind: str, text: str) -> str:
    text = text.replace(" ", "").replace("(", "（").replace(")", "）")
    if kind == "dotted":
        return str(_value(text))
    if kind in ("chinese", "bracketed"):
        return re.sub(f"[{_DASH}]", "一", text)
    return text


def numbering_at(text: str, start: int, end: int) -> Numbering | None:
    """The number with which the line text[start:end] begins, or None."""
    if start >= end or text[start] not in _FIRST_CHARACTERS:
        return None
    match = _NUMBER.match(text, start, end)
    if match is None or match.lastgroup is None:
        return None
    kind = match.lastgroup
    number = match.group(kind)
    return Numbering(_RANKS[kind], _value(number), _printed(kind, number), match.end())


def markdown_depth(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Depth of a markdown heading and the offset of its words, or None where the line is none."""
    match = _MARKDOWN.match(text, start, end)
    return (len(match.group(1)), match.end()) if match else None
