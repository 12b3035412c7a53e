"""Names of public bodies: 区市场监管局（知识产权局）, 南京市鼓楼区人民政府, 各街道办事处."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .bodygrammar import BodyLevel, Grammar, grammar
from .bodyparts import Front, Parts, clean, fronts, read_organ, read_parts, starts_sentence
from .divisions import NATION, Division, divisions
from .numerals import parse_numeral
from .offices import find_office_title
from .text import normalise

__all__ = [
    "Body",
    "BodyLevel",
    "body_division",
    "find_office_title",
    "level_of",
    "looks_like_body",
    "parse_body",
]

_LONGEST: Final = 40
"""Longer strings are sentences."""
_MIDDLE: Final = 12
"""Characters between 各 and the class word."""
_TIER_MIDDLE: Final = 6

_BRACKETS = re.compile(r"（[^（）]*）")
_SECOND = re.compile(r"(?P<plate>.+)（(?P<second>[^（）]+)）")
_ALLOWED = re.compile(r"[\u3007\u4e00-\u9fff（）“”·、，,A-Za-z0-9]+")
_FIGURE = re.compile(r"\d{4}|\d+[年月日件家项次人户亿万级期号]")
_COUNTED = re.compile(r"(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?P<rest>.+)")
_PIECES = re.compile(r"[、，,及和与或]")
_ORGAN_OF_FRONT: Final = ("直", "级", "委")


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of a body's name.

    Plate is level_word + stem + suffix, but for brackets inside it, 中共 before it, and words around the
    level word (团市委, 人民银行南京分行).
    """

    printed: str
    plate: str
    """The main name, normalised."""
    second: str | None
    """The name in brackets that it also bears."""
    level: BodyLevel | None
    """Of whose body it is, as far as the name says."""
    level_word: str
    """区, 市, 国家, or the division or township that the name begins with; may be empty."""
    stem: str
    suffix: str
    """Empty where a place stands for its government: 川姜镇."""
    collective: bool = False


def looks_like_body(text: str) -> bool:
    """Whether the text, alone, is the name of a body or of several that can be given responsibility."""
    return parse_body(text) is not None


@lru_cache(maxsize=4096)
def parse_body(name: str) -> Body | None:
    """The parts of a body's name, or None where the text is no such name."""
    text = normalise(name[: 4 * _LONGEST])
    if not 2 <= len(text) <= _LONGEST or not _ALLOWED.fullmatch(text) or _FIGURE.search(text):
        return None
    words = grammar()
    if starts_sentence(text, words):
        return None
    return _collective(name, text, words) or _single(name, text, words)


def level_of(name: str, own: Division | None = None) -> BodyLevel | None:
    """The level of the body's division; `own` is the division whose plan names it."""
    body = parse_body(name)
    if body is None:
        return None
    if body.level == "township":
        return "township"
    division = body_division(name, own)
    return division.level if division else body.level


def body_division(name: str, own: Division | None = None, *, year: int | None = None) -> Division | None:
    """The division whose body it is, seen from the plan of `own`: to a district 市教育局 is its city's.

    A township's body gives the division it lies in. None where the name leaves it open.
    """
    body = parse_body(name)
    if body is None:
        return None
    table = divisions()
    if body.level == "nation":
        return table.by_code(NATION)
    end, named = table.prefix(body.level_word, year=year)
    if named and (body.level != "township" or body.level_word[:end].endswith(named[0].name)):
        return _related(named, own)
    if own is None or body.level is None or body.level == "township":
        return own
    line = (own, *table.ancestors(own))
    # 市 is the nearest division whose name ends so, whatever its level: a city, a county-level one, 上海
    by_name = [division for division in line if division.name.endswith(body.level_word)]
    by_level = [division for division in line if division.level == body.level]
    return next(iter(by_name + by_level), None)


def _related(named: tuple[Division, ...], own: Division | None) -> Division | None:
    """The one division of that name that lies in the line of `own`, or beside it."""
    if own is None:
        return named[0] if len(named) == 1 else None
    table = divisions()
    line = [d for d in named if table.is_below(own.code, d.code) or table.is_below(d.code, own.code)]
    near = line or [d for d in named if d.parent == own.parent] or list(named)
    return near[0] if len(near) == 1 else None


# One body


def _single(printed: str, text: str, words: Grammar) -> Body | None:
    plate, second = text, None
    if match := _SECOND.fullmatch(text):
        plate, second = match["plate"], match["second"]
        if not _can_be_second(second, words):
            return None
    core = _BRACKETS.sub("", plate)
    if len(core) < 2 or "（" in core or "）" in core:
        return None
    parts = read_parts(core, words)
    if parts is None:
        return None
    return Body(printed, plate, None if second is None or second in words.bare else second, *parts)


def _can_be_second(text: str, words: Grammar) -> bool:
    if text in words.bare:  # 财政厅（局）
        return True
    return bool(_single(text, text, words) or divisions().named(text) or _collective(text, text, words))


# Several bodies


def _collective(printed: str, text: str, words: Grammar) -> Body | None:
    flat = _BRACKETS.sub("", text)
    if "（" in flat or "）" in flat or not flat:
        return None
    if flat in words.standing or text in words.standing:
        return Body(printed, text, None, None, "", "", flat, True)
    for read in (_counted, _members, _tier, _kind, _quantified):
        if found := read(flat, words):
            return Body(printed, text, None, *found, True)
    return None


def _counted(flat: str, words: Grammar) -> Parts | None:
    """十街镇."""
    for front in (Front("", None, flat), _front(flat, words)):
        match = _COUNTED.fullmatch(front.rest)
        if match and parse_numeral(match["number"]) is not None and match["rest"] in words.counted:
            return Parts(front.level, front.word, front.rest[: match.start("rest")], match["rest"])
    return None


def _members(flat: str, words: Grammar) -> Parts | None:
    """领导小组成员单位."""
    for suffix in words.members.tails(flat):
        front = _front(flat[: -len(suffix)], words)
        if clean(front.rest, words) and not starts_sentence(front.rest, words):
            return Parts(front.level, front.word, front.rest, suffix)
    return None


def _tier(flat: str, words: Grammar) -> Parts | None:
    """市级有关部门."""
    for tier in words.tiers.heads(flat):
        for suffix in words.tier_classes.tails(flat):
            middle = flat[len(tier) : -len(suffix)]
            if len(tier) + len(suffix) <= len(flat) and len(middle) <= _TIER_MIDDLE and clean(middle, words):
                level = next((words.levels[word] for word in words.level_words.heads(tier)), None)
                return Parts(level, "", flat[: -len(suffix)], suffix)
    return None


def _kind(flat: str, words: Grammar) -> Parts | None:
    """市场监管部门."""
    for suffix in words.kinds.tails(flat):
        front = _front(flat[: -len(suffix)], words)
        if front.rest and words.subjects.compose(front.rest, "和与及、"):
            return Parts(front.level, front.word, front.rest, suffix)
    return None


def _quantified(flat: str, words: Grammar) -> Parts | None:
    """各街道办事处, 区政府各部门, 各区、县政府."""
    for front in (Front("", None, flat), _front(flat, words)):
        rest = front.rest
        organs = [head for head in words.suffixes.heads(rest) if words.quantifiers.heads(rest[len(head) :])]
        for lead in ("", *organs[:1], *(rest[:1] if front.word and rest.startswith(_ORGAN_OF_FRONT) else "")):
            quantified = rest[len(lead) :]
            for quantifier in words.quantifiers.heads(quantified):
                if suffix := _class_word(quantified[len(quantifier) :], words):
                    return Parts(front.level, front.word, rest[: len(rest) - len(suffix)], suffix)
    return None


def _class_word(text: str, words: Grammar) -> str:
    """The class word that ends the text, if each of the names listed in it ends in one."""
    if not text or (words.not_after.heads(text) and not words.classes.heads(text)):
        return ""
    suffix = ""
    for piece in _PIECES.split(text):
        tail = next(iter(words.classes.tails(piece)), "")
        near = bool(tail) and len(piece) - len(tail) <= _MIDDLE
        suffix = tail if near else _organ_of_class(piece, words)
        if not suffix or not clean(piece, words):
            return ""
    return suffix


def _organ_of_class(piece: str, words: Grammar) -> str:
    """The suffix in 直辖市教育厅, whose front is a class."""
    fronts = [Front(head, None, piece[len(head) :], True) for head in words.classes.heads(piece)]
    found = next(filter(None, (read_organ(front, words) for front in fronts)), None)
    parts = None if found else read_parts(piece, words)
    return found[1] if found else parts.suffix if parts and parts.stem else ""


def _front(text: str, words: Grammar) -> Front:
    """The front of a collective name."""
    for word in words.wide.heads(text):
        return Front(word, None, text[len(word) :])
    return next((front for front in fronts(text, words) if front.word), Front("", None, text))
