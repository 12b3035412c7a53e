"""What one printed name means in the plans of one division, and why."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from msgspec import Struct

from ..keys import unit_key
from ..names.bodies import parse_body
from ..names.divisions import NATION, divisions
from ..names.text import normalise
from .fronts import Front, full_name
from .organs import Organ
from .vocabulary import table

PRINTED: Final = "printed"
"""The kind of a name that was not read, or that a reviewer gave."""
UNIT_OF_PLACE: Final = "政府"
"""What a place's name stands for where a plan gives it duties."""


class Reading(Struct, frozen=True, gc=False):
    """The unit that a printed name means."""

    key: str
    name: str
    """The standard short name within the jurisdiction: 区市场监管局."""
    code: str | None
    kind: str
    """office, party, state, prefixed (from the table of bodies), nation, township, zone, branch, place, inner (an
    office of another body), collective, other (read by the grammar alone) or printed (not read at all)."""
    why: str
    full: str
    """The organ's full name, or the unit's where `front` is None."""
    front: Front | None = None
    subject: str = ""
    sure: bool = True
    bare: bool = False
    """Whether the name says no place."""
    second: Reading | None = None
    """Of a name with a second one in brackets: what that one means."""
    classes: tuple[str, ...] = ()
    """Of a collective: the classes of bodies that it holds."""
    group: str | None = None
    """Of the members of a body: that body's name, empty where it is not said."""


def placed(front: Front, organ: Organ, printed: str) -> Reading:
    """The reading of an organ at a place."""
    scope, code, _, word, _, why, sure, _, bare = front
    short, full, kind, subject, _ = organ
    if short != printed:
        why = f"{why}; {printed} = {short}"
    return Reading(f"{scope}|{word}{short}", word + short, code, kind, why, full, front, subject, sure, bare)


def worded(front: Front, name: str, kind: str, why: str, full: str = "", *, sure: bool = True) -> Reading:
    """The reading of a name that the table of bodies does not hold."""
    key = unit_key(front.scope, name)
    return Reading(key, name, front.code, kind, why, full or name, sure=sure and front.sure, bare=front.bare)


def official_name(reading: Reading) -> str:
    """The full name: that of the place and that of the organ, as its kind of body writes it."""
    front = reading.front
    if front is None or front.code == NATION:
        return reading.full
    place = _place(front.code) if front.code else None
    if place is None:
        return reading.name
    template = _template(reading.name.removeprefix(front.word), bool(place.city))
    if template:
        return template.format(full=place.full, city=place.city, short=place.short)
    if reading.kind == "party":
        return f"中共{place.full}委{reading.full}"
    return place.full + reading.full


class _Place(NamedTuple):
    full: str
    city: str
    """Of a district or county, the prefecture that it lies in."""
    short: str


@lru_cache(maxsize=8192)
def _place(code: str) -> _Place | None:
    division = divisions().by_code(code)
    if division is None:
        return None
    above = divisions().ancestors(division)
    city = above[0].name if division.level == "county" and above and above[0].level == "prefecture" else ""
    return _Place(full_name(division), city, division.short)


@lru_cache(maxsize=1024)
def _template(short: str, county: bool) -> str | None:
    data = table("organs")
    found = data["official_county"].get(short) if county else None
    template: str | None = found or data["official"].get(short)
    return template


_SECOND = re.compile(r"(?P<plate>[^（）]{2,})（(?P<second>[^（）]+)）")


def normal(printed: str) -> str:
    """The printed name without white space and with full-width brackets."""
    return printed if printed.isalpha() else normalise(printed)


def split_plates(text: str) -> tuple[str, str] | None:
    """Plate and second plate of 区市场监管局（知识产权局）, None where the brackets hold something else."""
    match = _SECOND.fullmatch(text)
    return (match["plate"], match["second"]) if match else None


def is_second(text: str) -> bool:
    """Whether what stands in brackets is a second name: of 财政厅（局） it is none."""
    body = parse_body(text)
    return body is not None and body.second is not None
