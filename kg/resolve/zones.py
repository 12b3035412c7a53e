"""Functional zones: a zone and the committee that runs it are one body, under the jurisdiction where it lies."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from ..names.divisions import Division, divisions
from .fronts import Front, Fronts, front_of
from .organs import organs
from .reading import Reading, worded
from .vocabulary import forms, fulls, table, words

COMMITTEE: Final = "管委会"
_FULL: Final = "管理委员会"
_EXECUTIVE: Final = "执委会"


class _Zone(NamedTuple):
    """A zone's name and what follows it."""

    front: Front
    name: str
    full: str
    rest: str
    why: str


def read_zone(fronts: Fronts, text: str) -> Reading | None:
    """The reading of a zone, its committee, or a body of it; None where the name is none."""
    zone = _named(fronts, text) or _kinded(fronts, text)
    if zone is None:
        return None
    if not zone.rest or zone.rest in words("zones", "committee", "forms"):
        how = "" if zone.rest == COMMITTEE else "; a zone and its committee are one body"
        return worded(zone.front, zone.name + COMMITTEE, "zone", zone.why + how, zone.full + _FULL)
    if zone.rest in words("zones", "committee", "executive"):
        return worded(zone.front, zone.name + _EXECUTIVE, "zone", zone.why, zone.full + "执行委员会")
    organ = organs().read(zone.rest, "county")
    if organ is None:
        return None
    return worded(zone.front, zone.name + organ.short, "zone", zone.why, zone.full + organ.full)


@cache
def _known() -> dict[str, str]:
    """The zones that have a code of their own, longest first."""
    data: dict[str, str] = table("zones")["named"]
    pairs = {name: code for code, line in data.items() for name in line.split()}
    return dict(sorted(pairs.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _named(fronts: Fronts, text: str) -> _Zone | None:
    candidates = [text, *(rest for front, rest in fronts.of(text) if front.named)]
    end, _ = divisions().prefix(text)
    for rest in (*candidates, text[end:]):
        for name, code in _known().items():
            division = divisions().by_code(code)
            if rest.startswith(name) and division:
                front = front_of(division, f"the zone {name} is under {code}")
                return _Zone(front, name, name, rest[len(name) :], front.why)
    return None


@cache
def _pattern() -> re.Pattern[str]:
    known = sorted(forms("zones", "kinds"), key=lambda form: (-len(form), form))
    return re.compile(rf"(?P<place>.*?)(?P<kind>{'|'.join(known)})(?P<rest>.*)")


def _kinded(fronts: Fronts, text: str) -> _Zone | None:
    match = _pattern().fullmatch(text)
    if match is None:
        return None
    end, _ = divisions().prefix(text)
    if end > match.end("place"):  # 浦东新区 is a division
        return None
    short = forms("zones", "kinds")[match["kind"]]
    printed = match["kind"]
    full = printed if len(printed) > len(short) else fulls("zones", "kinds")[short]
    front, place, middle, why = _owner(fronts, match["place"])
    if not _is_name(middle):
        return None
    return _Zone(front, place + middle + short, place + middle + full, match["rest"], why)


def _is_name(middle: str) -> bool:
    return len(middle) <= 8 and not any(char in middle for char in "各、，的有相及")


def _owner(fronts: Fronts, text: str) -> tuple[Front, str, str, str]:
    """Front, name of the place, what stands between place and kind, and the reason."""
    for front, rest in fronts.of(text):
        if not front.named:
            return front, "", rest, front.why
        division = divisions().by_code(front.code or "")
        if division is not None:
            return *_of_line(fronts, front, division), rest, _why(fronts, front)
    end, named = divisions().prefix(text)
    if end and len(named) == 1:
        front = front_of(named[0], f"{text[:end]} is {named[0].code}")
        return front, named[0].short, text[end:], front.why
    return fronts.bare, "", text, fronts.bare.why


def _of_line(fronts: Fronts, front: Front, division: Division) -> tuple[Front, str]:
    return (fronts.bare if _is_own(fronts, front) else front), division.short


def _is_own(fronts: Fronts, front: Front) -> bool:
    """Whether a zone with this place's name is the plan's own: it bears that of the city around a district."""
    return fronts.own is not None and fronts.own.level == "county" and front.level == "prefecture"


def _why(fronts: Fronts, front: Front) -> str:
    if _is_own(fronts, front):
        return f"a zone bears the name of the city around it; the plan's own place is {fronts.scope}"
    return front.why
