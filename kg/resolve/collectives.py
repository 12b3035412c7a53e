"""Names for several bodies, in one standard form: 各镇（街道）人民政府（办事处） is 各镇（街道）."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from msgspec.structs import replace

from ..names.bodies import parse_body
from ..names.bodygrammar import grammar
from ..names.divisions import NATION, divisions
from ..names.numerals import parse_numeral
from .fronts import Front, Fronts, full_name
from .reading import Reading, worded
from .vocabulary import fulls, table, words

STARTS: Final = frozenset("各全有相其十百一二三四五六七八九两0123456789")
"""First characters of names that may be one for several."""
_COUNT: Final = re.compile(r"(?P<number>\d{1,3}|[一二两三四五六七八九十百]{1,4})个?(?P<rest>.+)")
_ALL: Final = "各"
_MEMBERS: Final = "成员单位"


def read_collective(fronts: Fronts, text: str) -> Reading | None:
    """The reading of a collective name, None where the name is that of one body."""
    if text.startswith(words("collectives", "stems", "places")):
        return worded(fronts.bare, text, "collective", f"{fronts.bare.why}; a kind of places")
    body = parse_body(text)
    if body is None or not body.collective:
        return None
    front, rest = _front(fronts, text)
    vague = _vague(rest)
    if vague is not None:
        name = (front.word if rest != text else "") + vague
        why = f"{front.why}; some of several bodies, which is not said" + _told(text, name)
        return worded(front, name, "collective", why, _official(front, name))
    group = _group(rest)
    if group is not None:
        word = front.word if rest != text else ""
        name = word + group + _MEMBERS
        why = f"{front.why}; the members of a body" + _told(text, name)
        return replace(worded(front, name, "collective", why, _official(front, name)), group=word + group)
    classes, number = _classes(rest)
    if not classes:
        name = front.word + rest if front.named else text
        return worded(front, name, "collective", f"{front.why}; several bodies", _official(front, name))
    name = _named(rest, classes, number)
    why = f"{front.why}; all of a kind" + _told(text, name)
    return replace(worded(front, name, "collective", why, _official(front, name)), classes=classes)


def _official(front: Front, name: str) -> str:
    """The name after that of the place, whose own word it does not repeat."""
    division = divisions().by_code(front.code) if front.code else None
    if division is None or division.code == NATION:
        return name
    return full_name(division) + (name.removeprefix(front.word) if front.word else name)


def _told(text: str, name: str) -> str:
    return "" if text == name else f"; {text} = {name}"


def _front(fronts: Fronts, text: str) -> tuple[Front, str]:
    """The place that the bodies belong to; 各区 begins with no place, and 全市 is the plan's own."""
    for front, rest in fronts.of(text):
        if len(rest) >= 2 and not front.short:
            return front, rest
    for wide in grammar().wide.heads(text):
        if len(text) - len(wide) >= 2:
            return fronts.bare, text[len(wide) :]
    return fronts.bare, text


def _vague(text: str) -> str | None:
    """The name of bodies of which only some are meant, 有关 for 相关; None where all are."""
    forms = words("collectives", "vague", "words")
    if not any(word in text for word in forms):
        return None
    for word in forms:
        text = text.replace(word, table("collectives")["vague"]["standard"])
    return text


def _group(text: str) -> str | None:
    """The body whose members are meant; '' where it is not named."""
    for suffix in words("collectives", "groups", "suffixes"):
        if text.endswith(suffix):
            return text[: -len(suffix)]
    return None


def _classes(text: str) -> tuple[tuple[str, ...], int | None]:
    """The classes of bodies in the order of the table, and how many bodies the name counts."""
    number = None
    rest = next((text[len(head) :] for head in _quantifiers() if text.startswith(head)), None)
    if rest is None:
        match = _COUNT.fullmatch(text)
        number = parse_numeral(match["number"]) if match else None
        rest = match["rest"] if match and number is not None else None
    if rest is None:
        return (), None
    found: set[str] = set()
    while rest:
        form = next((form for form, _ in _class_forms() if rest.startswith(form)), None)
        drop = next((word for word in words("collectives", "drop", "words") if rest.startswith(word)), None)
        if form is None and drop is None:
            return (), None
        if form is not None:
            found.add(dict(_class_forms())[form])
        rest = rest[len(form or drop or "") :]
    order = list(table("collectives")["classes"])
    return tuple(sorted(found, key=order.index)), number


def _quantifiers() -> tuple[str, ...]:
    return words("collectives", "quantifiers", "all")


@cache
def _class_forms() -> tuple[tuple[str, str], ...]:
    data: dict[str, str] = table("collectives")["classes"]
    pairs = [(form, kind) for kind, line in data.items() for form in line.split()]
    return tuple(sorted(dict(reversed(pairs)).items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _named(text: str, classes: tuple[str, ...], number: int | None) -> str:
    """The standard name; one that counts stays as it is printed."""
    if number is not None:
        return text
    known: dict[tuple[str, ...], str] = {
        tuple(key.split()): name for key, name in table("collectives")["names"].items()
    }
    return known.get(classes, _ALL + "、".join(classes))


def of_class(name: str, kind: str) -> bool:
    """Whether a body's standard short name is one of a class: 鼓东街道办事处 of 街道."""
    return name.endswith(_tails(kind))


@cache
def _tails(kind: str) -> tuple[str, ...]:
    forms = [fulls("collectives", "classes")[kind], kind]
    office = ["街道办事处"] if kind == "街道" else [f"{kind}政府"]
    return tuple(dict.fromkeys([*forms, *office]))
