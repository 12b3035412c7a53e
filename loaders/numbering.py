"""The numbers that official documents put before their headings and items, after GB/T 9704 and common use."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.names.numerals import parse_numeral

from .rule import Rule, RuleTable

CN = "一二三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"

PART, CHAPTER, SECTION, ARTICLE, CHINESE, BRACKETED, ARABIC, DECIMAL, ROUND, CIRCLED = range(10)
"""Ranks, outermost first: 第一篇, 第一章, 第一节, 第一条, 一、, （一）, 1., 1.1, （1）, ①."""

# OCR reads 一 as a dash of some kind; a reader takes '—、' at a line's head for 一、.
_DASH = "—－ー–-"
_LEAD = r"[ \t]*(?:#{1,6}[ ]*|[-*•·●◆■▪◦○➢►][ ]+)?\*{0,2}[ ]*"
_FIRST_CHARACTERS = frozenset(
    CN
    + _DASH
    + _ROMAN
    + _CIRCLED
    + _BRACKETED
    + _DOTTED
    + "ABCDEFGH第（(#-*•·●◆■▪◦○➢►任行工举措专战项事壹贰叁肆伍陆柒捌玖拾 \t"
    "0123456789０１２３４５６７８９"
)


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


def _number(
    kind: str,
    rank: int,
    pattern: str,
    examples: dict[str, tuple[int, str, int]],
    counters: tuple[str, ...],
) -> Rule[Numbering]:
    """The rule of one form; its pattern's group `kind` is the number, its examples give value, print and end."""

    def build(match: re.Match[str]) -> Numbering:
        return Numbering(rank, _value(match[kind]), _printed(kind, match[kind]), match.end())

    return Rule(
        name=f"{kind}-number",
        pattern=_LEAD + pattern,
        build=build,
        how="match",
        examples={line: (Numbering(rank, *found),) for line, found in examples.items()},
        counters=counters,
    )


NUMBERS: RuleTable[Numbering] = RuleTable(
    (
        _number(
            "part",
            PART,
            rf"(?P<part>第[ ]*[{CN}\d]+[ ]*(?:篇|部分|编))[、，：:.． ]*",
            {"第一篇 总论": (1, "第一篇", 4), "第三部分、绿道": (3, "第三部分", 5)},
            ("第一批项目", "第三产业比重"),
        ),
        _number(
            "chapter",
            CHAPTER,
            rf"(?P<chapter>第[ ]*[{CN}\d]+[ ]*章)[、：:. ]*",
            {"第 二 章 绿道建设": (2, "第二章", 6)},
            ("第二批", "二章"),
        ),
        _number(
            "section",
            SECTION,
            rf"(?P<section>第[ ]*[{CN}\d]+[ ]*节)[、：:. ]*",
            {"第3节 步道": (3, "第3节", 4)},
            ("节约用水", "第3季度"),
        ),
        _number(
            "article",
            ARTICLE,
            rf"(?P<article>第[ ]*[{CN}\d]+[ ]*条)[、：:. ]*(?![款项]|规定)",
            {"第十二条 本办法自印发之日起施行": (12, "第十二条", 5)},
            ("第十二条规定的情形", "十条措施"),
        ),
        _number(
            "chinese",
            CHINESE,
            rf"(?:任务|行动|工程|举措|措施)?(?P<chinese>[{CN}]{{1,4}}|[{_DASH}](?=、))[ ]*(?:、[.． ]*|[.．][ ]*(?!\d))",
            {"一、总体要求": (1, "一", 2), "任务二、修桥": (2, "二", 4), "—、总体要求": (1, "一", 2)},
            ("一是修桥", "一批项目", "十四五规划"),
        ),
        _number(
            "action",
            BRACKETED,
            rf"(?:专项)?(?:任务|行动|工程|专项|战役)(?P<action>[{CN}]{{1,3}})(?:[：:、][ ]*|[ ]+|(?=[^{CN}览致体把些样般律切旦直方面是][^，。；：]{{2,16}}$))",
            {
                "行动一：绿道贯通": (1, "一", 4),
                "专项行动三 河道清淤": (3, "三", 6),
                "工程二老旧小区改造": (2, "二", 3),
            },
            ("行动一致", "工程一览表", "任务十分繁重，时间很紧"),
        ),
        _number(
            "counted",
            BRACKETED,
            r"(?:专项)?(?:任务|行动|工程|项目|事项|举措)[ ]?(?P<counted>\d{1,2})(?:[：:、][ ]*|[ ]+|(?![个项期年月天周日亿万家处座批号千百米公起件宗户类大]))(?=[一-鿿“《][^，。；：]{2,24}$)",
            {
                "项目1 老旧小区改造": (1, "1", 4),
                "任务12：河道清淤": (12, "12", 5),
                "项目3农村公路提质": (3, "3", 3),
            },
            ("项目10个全部开工", "工程1.5亿元", "项目1期", "项目3建成投用，带动就业"),
        ),
        _number(
            "formal",
            CHINESE,
            r"(?P<formal>[壹贰叁肆伍陆柒捌玖拾]{1,3})[ ]*[、.．][ ]*",
            {"壹、总体要求": (1, "壹", 2), "拾贰、附则": (12, "拾贰", 3)},
            ("壹号院", "柒牌服饰"),
        ),
        _number(
            "roman",
            CHAPTER,
            r"(?P<roman>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])[、.．：: ]*",
            {"Ⅱ、主要任务": (2, "Ⅱ", 2)},
            ("II级响应", "Ａ、主要任务"),
        ),
        _number(
            "lettered",
            ARABIC,
            r"(?P<lettered>[A-Z]\d{1,2})\\?[.．、：][ ]*",
            {"A1.河道清淤": (1, "A1", 3)},
            ("A级景区", "G60科创走廊", "P2P平台"),
        ),
        _number(
            "bracketed",
            BRACKETED,
            rf"(?P<bracketed>[（(][ ]*(?:[{CN}]{{1,4}}|[{_DASH}])[ ]*[）)])[、.． ]*",
            {
                "（一）加强领导": (1, "（一）", 3),
                "(二) 压实责任": (2, "（二）", 4),
                "（—）加强领导": (1, "（一）", 3),
            },
            ("（一期）工程", "（试行）", "（1）修桥"),
        ),
        _number(
            "decimal",
            DECIMAL,
            r"(?P<decimal>\d{1,2}(?:[.．]\d{1,2}(?!\d)){1,3})(?:[.．、][ ]*|[ ]+|(?=[一-鿿]))(?![%％倍万亿元个件家次人年月米吨公亩千余])",
            {"1.2 修桥": (2, "1.2", 4), "1.2.3绿道": (3, "1.2.3", 5)},
            ("1.2万人参加", "3.5%以上", "1.修桥"),
        ),
        _number(
            "arabic",
            ARABIC,
            r"(?P<arabic>\d{1,3})[ ]*(?:\\?[.．][ ]*(?!\d(?!\d{3}年|\d?月|\d{2,3}(?:人才|工程|计划|行动)))|、[ ]*)",
            {
                "1.修桥": (1, "1", 2),
                "1.4月底前完成": (1, "1", 2),
                "12、铺路": (12, "12", 3),
                "2.2025年底前完成": (2, "2", 2),
                "11.121人才梯队项目": (11, "11", 3),
            },
            ("1.5公里", "10个工作日", "2025年"),
        ),
        _number(
            "round",
            ROUND,
            r"(?P<round>[（(][ ]*\d{1,3}[ ]*[）)]|(?<![\d.])\d{1,2}[）)])[、.． ]*",
            {"（1）修桥": (1, "（1）", 3), "3）铺路": (3, "3）", 2)},
            ("（2025年）", "（一）加强领导", "1.5）"),
        ),
        _number(
            "circled",
            CIRCLED,
            rf"(?P<circled>[{_CIRCLED}{_BRACKETED}])[、.． ]*",
            {"①修桥": (1, "①", 1), "⑵、铺路": (2, "⑵", 2)},
            ("○修桥", "1.修桥"),
        ),
        _number(
            "dotted",
            ARABIC,
            rf"(?P<dotted>[{_DOTTED}])[ ]*",
            {"⒊修桥": (3, "3", 1)},
            ("3.修桥", "③修桥"),
        ),
    ),
    lead=_LEAD,
)
MARKDOWN_HEADING = Rule(
    name="markdown-heading",
    pattern=r"[ \t]*(?P<signs>#{1,6})[ ]+",
    needs=("#",),
    build=lambda match: (len(match["signs"]), match.end()),
    how="match",
    examples={"## 一、总体要求": ((2, 3),), "# 工作方案": ((1, 2),)},
    counters=("#2楼电梯", "一、总体要求", "####### 太深"),
)


def numbering_at(text: str, start: int, end: int) -> Numbering | None:
    """The number with which the line text[start:end] begins, or None."""
    if start >= end or text[start] not in _FIRST_CHARACTERS:
        return None
    found = NUMBERS.match(text, start, end)
    return found.built if found else None


def markdown_depth(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Depth of a markdown heading and the offset of its words, or None where the line is none."""
    return next(MARKDOWN_HEADING.read(text, start, end), None)
