"""Towns, townships and streets: a place's name alone stands for its government, 街道 for its office."""

from __future__ import annotations

import re
from typing import Final

from ..names.bodygrammar import grammar
from ..names.divisions import divisions
from .fronts import Front, Fronts, full_name
from .organs import organs
from .reading import Reading, worded

TAILS: Final = ("镇", "乡", "街道", "苏木", "政府", "办事处", "街道办", "党委", "党工委")
"""How names end that may be a township's; others are not looked at."""
LAST: Final = frozenset(tail[-1] for tail in TAILS)
"""Their last characters."""

_NAME = re.compile(r"(?P<place>[\u4e00-\u9fff]{1,6}?(?:民族乡|镇|乡|街道|苏木))(?P<rest>.*)")
_TAIL = re.compile("(?:民族乡|镇|乡|街道|苏木)$")
_INNER = re.compile("..[区县市旗]")
_STREET: Final = "街道"
_OFFICE: Final = "办事处"
_GOVERNMENTS: Final = frozenset({"", "政府", "人民政府"})
_OFFICES: Final = frozenset({"", "办事处", "办"})
_PARTY: Final = {"党委": "党委", "党工委": "党工委", "工委": "党工委"}


def read_township(fronts: Fronts, text: str) -> Reading | None:
    """The reading of a township's body, None where the name is none."""
    for front, rest in fronts.of(text):
        if front.named and not front.short:
            found = township_at(front, rest)
            if found is not None:
                return found
    return township_at(fronts.bare, text)


def township_at(front: Front, text: str) -> Reading | None:
    """The reading of a township's body at a place that was read before it."""
    match = _NAME.fullmatch(text)
    if match is None or not _is_place(match["place"]):
        return None
    organ = organ_of_township(match["place"], match["rest"])
    if organ is None or (not match["rest"] and divisions().named(text)):
        return None
    name = match["place"] + organ[0]
    why = f"{front.why}; {match['place']} lies in it"
    if match["rest"] != organ[0]:
        why += f"; {text} = {name}"
    sure = front.level == "county"
    full = _full(front) + match["place"] + organ[1]
    return worded(front, name, "township", why, full, sure=sure)


def _full(front: Front) -> str:
    division = divisions().by_code(front.code) if front.code else None
    return full_name(division) if division else ""


def _is_place(place: str) -> bool:
    words = grammar()
    stem = _TAIL.sub("", place)
    if (
        place in words.levels
        or stem in words.levels
        or words.no_township.tails(place)
        or words.quantifiers.heads(place)
    ):
        return False
    end, named = divisions().prefix(place) if _INNER.search(place) else (0, ())
    return not words.wide.heads(place) and not (named and place[:end].endswith(named[0].name))


def organ_of_township(place: str, rest: str) -> tuple[str, str] | None:
    """The short and the full name of the organ."""
    if place.endswith(_STREET):
        if rest in _OFFICES:
            return _OFFICE, _OFFICE
    elif rest in _GOVERNMENTS:
        return "政府", "人民政府"
    if rest in _PARTY:
        return _PARTY[rest], _PARTY[rest]
    organ = organs().read(rest, "township") if rest else None
    return (organ.short, organ.full) if organ else None
