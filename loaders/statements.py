"""Where statements of responsibility stand: at the end of an item in a bracket, as a line, as a last sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.names.bodies import looks_like_body

from .brackets import Bracket, outer_brackets
from .responsibility import Named, Statement, read_statement
from .roles import LABEL, LABEL_HERE, VERB_KINDS
from .rule import Rule, text_of
from .units import split_units
from .vocabulary import either, words

_CLOSERS = "。；;，,、 *"
_CLAUSES = re.compile(r"[^，,。；;：:\n]+")
_OWN_SENTENCE = re.compile(r"(?<=[。；！？])[ ]*")

FOR_A_SECTION = Rule(
    name="beginning-of-a-statement-for-a-section",
    pattern=r"(?:本|此|该|以上|上述|这)(?:项|章|节|部分|条|段|方面)?(?:各项)?(?:重点)?(?:工作|任务|措施|内容|事项|目标|举措)*[，,]?(?:由|均由|统一由|责任单位)",
    how="match",
    build=text_of,
    examples={
        "本章任务由市教育局牵头": ("本章任务由",),
        "以上各项工作均由区住建局负责": ("以上各项工作均由",),
    },
    counters=("本市各级财政部门由市财政局指导", "各项任务由区政府办督办", "本方案自印发之日起施行"),
)
OF_ONE_ITEM = Rule(
    name="statement-for-one-item",
    pattern=r"(?:本|此|该)项",
    how="match",
    build=text_of,
    examples={"本项工作由市教育局负责": ("本项",), "该项任务由区财政局牵头": ("该项",)},
    counters=("本章任务由市教育局负责", "以上各项由区财政局牵头"),
)
FOR_ALL = Rule(
    name="statement-for-all-that-stands-around",
    pattern=r"(?:本|以下|上述|以上)[^，。；]{0,10}均由",
    needs=("均由",),
    build=text_of,
    examples={"（以上任务均由区教育局牵头）": ("以上任务均由",)},
    counters=("（经费均由区财政局保障）", "（以上任务由区教育局牵头）"),
)
ROLE_WORD = Rule(
    name="word-of-a-role",
    pattern=either(word for kind in VERB_KINDS for word in words("roles", "verb", kind)),
    build=text_of,
    examples={"（区教育局牵头）": ("牵头",), "（区财政局、区审计局配合）": ("配合",)},
    counters=("（知识产权局）", "（2025年版）"),
)
DUTY = Rule(
    name="unit-at-the-head-of-its-duties",
    pattern=r"[ *]*(?P<who>[^，,。；：:\n]{2,40}?)\**[ ]*(?:(?P<colon>[：:])|。(?=.)|(?=(?:主要)?(?:负责|牵头|承担|配合|协助|指导|履行)))",
    how="match",
    build=lambda match: match["who"],
    examples={
        "市教育局：制定招生办法。": ("市教育局",),
        "区公安分局主要负责交通疏导。": ("区公安分局",),
        "省财政厅。统筹安排资金，完善投入机制。": ("省财政厅",),
    },
    counters=("加强组织领导，由区教育局牵头。", "统筹推进各项工作。"),
)


CLAUSE_OF_UNITS = Rule(
    name="clause-of-units-and-their-verb",
    pattern=r"[ ]*由?(?P<said>[^，,。；;：:（(\n]{2,60}?(?:牵头(?:负责)?|负责|配合|参与|参加|协助|具体落实|组织落实|落实|(?:按照?|根据)职责分工负责))(?:[，,；;]|。|$)",
    how="match",
    needs=("牵头", "负责", "配合", "参与", "参加", "协助", "落实"),
    build=lambda match: match["said"],
    examples={
        "市公安局牵头，市教育局配合": ("市公安局牵头",),
        "由市应急局负责，完成评估": ("市应急局负责",),
    },
    counters=("市应急局负责完成评估，建立台账", "市公安局：维护秩序"),
)
HAS_DUTY = Rule(
    name="clause-that-gives-units-a-duty",
    pattern=r"[^，,。；：:\n]{2,40}?(?:主要)?(?:负责|牵头|承担)(?=[^，。；]{2})",
    how="match",
    build=text_of,
    examples={"县文体局负责双江街道": ("县文体局负责",), "县公安局牵头开展巡查": ("县公安局牵头",)},
    counters=("由县文体局负责", "县财政局配合"),
)


class Placed(NamedTuple):
    """A statement and the span it takes up in its line, brackets and label included."""

    start: int
    end: int
    statement: Statement
    general: bool = False
    """Whether it speaks of a whole section (本章任务由…牵头)."""


def statements_in(text: str, start: int, end: int) -> list[Placed]:
    """The statements of responsibility in a line or paragraph, in the order of the text."""
    whole = _line_statement(text, start, end)
    if whole:
        return [whole]
    found: list[Placed] = []
    for bracket in outer_brackets(text, start, end):
        if bracket.end - bracket.start > 4:
            placed = _bracket_statement(text, bracket, start, end)
            if placed:
                found.append(placed)
    last = _sentence_statement(text, found[-1].end if found else start, end)
    if found or last:
        return [*found, last] if last else found
    return _clause_statements(text, start, end)


def _clause_statements(text: str, start: int, end: int) -> list[Placed]:
    """What the clauses at the head of an item's text say: 道路交通。市公安局牵头，市教育局配合，…; and its last sentence.

    Each clause holds units and a verb, and nothing of what they do.
    """
    sentences = [start, *(match.end() for match in _OWN_SENTENCE.finditer(text, start, end))]
    for first in sentences[:2]:
        head = _clauses_of_units(text, first, end)
        if head is None or head.end >= end:
            continue
        tail = max((at for at in sentences if at < end), default=start)
        last = _clauses_of_units(text, tail, end) if tail > head.end else None
        if last and not text[last.end : end].strip("。 "):
            said = head.statement
            said.units += last.statement.units
            said.says_lead |= last.statement.says_lead
        return [head]
    return []


def _clauses_of_units(text: str, start: int, end: int) -> Placed | None:
    """The run of clauses from an offset on that hold nothing but units and their verb; none where there is none."""
    units: list[Named] = []
    edge = start
    while match := CLAUSE_OF_UNITS.find(text, edge, end):
        said = read_statement(text, *match.span("said"))
        if said is None or said.unread or not said.units or not all(one.word for one in said.units):
            break
        if not all(looks_like_body(text[one.start : one.end]) for one in said.units):
            break
        units += said.units
        edge = match.end()
    if not units:
        return None
    lead = any(unit.role == "lead" for unit in units)
    return Placed(start, edge, Statement(start, edge, units, says_lead=lead))


def _line_statement(text: str, start: int, end: int) -> Placed | None:
    """A line that is nothing but a statement, with its label at the head."""
    match = LABEL_HERE.find(text, start, end)
    at_head = match or _label_at_head(text, start, end)
    if not at_head:
        return None
    statement = read_statement(text, at_head.start(), end)
    return Placed(start, end, statement) if statement else None


def _label_at_head(text: str, start: int, end: int) -> re.Match[str] | None:
    if not any(text.find(mark, start, min(end, start + 24)) >= 0 for mark in "：:"):
        return None
    match = LABEL.find(text, start, min(end, start + 16))
    return match if match and not text[start : match.start()].strip(" *-—–•·◆●") else None


def _bracket_statement(text: str, bracket: Bracket, start: int, end: int) -> Placed | None:
    """A bracket that says who is responsible: with a label anywhere, without one only where a sentence has ended."""
    inside = (bracket.start + 1, bracket.end - 1)
    labelled = LABEL_HERE.find(text, *inside)
    if not labelled and not _closes_a_sentence(text, bracket, start, end):
        return None
    whole = FOR_A_SECTION.find(text, *inside)
    if whole:
        said = read_statement(text, whole.end(), inside[1])
        return Placed(bracket.start, bracket.end, said, True) if said and said.units else None
    statement = read_statement(text, *inside)
    if statement is None or not (labelled or statement.units):
        return None
    general = FOR_ALL.find(text, bracket.start, bracket.end) is not None
    return Placed(bracket.start, bracket.end, statement, general)


def _closes_a_sentence(text: str, bracket: Bracket, start: int, end: int) -> bool:
    """Whether a bracket stands behind a full stop, or at the very end of its line and not as a second name."""
    before = text[start : bracket.start].rstrip(" *")
    after = text[bracket.end : end].lstrip(_CLOSERS)
    if not before or before[-1] in "。；！？;）)〕】":
        return True
    return not after and _says_role(text, bracket)


def _says_role(text: str, bracket: Bracket) -> bool:
    inside = text[bracket.start : bracket.end]
    return inside in ROLE_WORD or "、" in inside


def _sentence_statement(text: str, start: int, end: int) -> Placed | None:
    """A last sentence such as 责任单位：甲、乙。 or 本章任务由甲牵头，乙配合。"""
    sentences = [start, *(match.end() for match in _OWN_SENTENCE.finditer(text, start, end)), end]
    for first in sentences[-3:-1]:
        whole = FOR_A_SECTION.find(text, first, end)
        if whole:
            statement = read_statement(text, whole.end(), _sentence_end(text, whole.end(), end))
            if statement and statement.units:
                return Placed(first, end, statement, general=not OF_ONE_ITEM.find(text, first, end))
        label = LABEL_HERE.find(text, first, end) if first > start else None
        label = label or (_label_at_head(text, first, end) if first > start else None)
        if label:
            statement = read_statement(text, label.start(), end)
            if statement:
                return Placed(first, end, statement)
    return None


def _sentence_end(text: str, start: int, end: int) -> int:
    stop = text.find("。", start, end)
    return end if stop < 0 else stop


def duties_in(text: str, start: int, end: int) -> list[Placed]:
    """The units with which a line of duties begins, or the clauses of one that lists duties of two and more.

    市教育局：负责…; 区公安分局负责…; 职责分工如下：县公安局负责城区，县文体局负责乡镇。
    """
    whole = _duty(text, start, end)
    if whole:
        return [whole]
    found: list[Placed] = []
    for clause in _CLAUSES.finditer(text, start, end):
        if HAS_DUTY.find(text, *clause.span()) and (placed := _duty(text, *clause.span())):
            found.append(placed)
    return found if len(found) > 1 else []


def _duty(text: str, start: int, end: int) -> Placed | None:
    match = DUTY.find(text, start, end)
    if match is None:
        return None
    parts = split_units(text, *match.span("who"))
    if not parts or not all(looks_like_body(text[part.start : part.end]) for part in parts):
        return None
    units = [Named(part.start, part.end, "responsible", None) for part in parts]
    return Placed(start, match.end(), Statement(start, match.end(), units))
