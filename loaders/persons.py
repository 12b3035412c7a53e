"""Names of persons and the posts behind or before them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from kg.names.bodies import find_office_title, looks_like_body
from kg.names.divisions import divisions
from kg.names.text import normalise

from .units import depth_free

_HAN = re.compile(r"[一-鿿㐀-䶿]+(?:[·•．][一-鿿]+)*$")
_SPACED = re.compile(
    r"[ ]*(?P<name>[一-鿿](?:[ ]{1,3}[一-鿿]){1,3}|[一-鿿]{2}[ ]{1,3}[一-鿿]{1,2})(?=[ （(，,：:、；;\t]|$)"
)
_POST_MARKS = frozenset("、，,；;")
_NOISE = re.compile(r"(?:同志|（?兼）?|\(兼\)|\*)$")


@cache
def surnames() -> frozenset[str]:
    """Chinese family names, of one and of two characters."""
    text = (files("kg.loaders") / "surnames.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    single, double = lines[0], lines[1]
    return frozenset(single) | frozenset(double.split())


def looks_like_person(name: str) -> bool:
    """Whether a word without spaces can be a person's name: a known family name and one or two characters more."""
    if "·" in name or "•" in name:
        return bool(_HAN.match(name)) and 4 <= len(name) <= 20
    if not 2 <= len(name) <= 4 or not _HAN.match(name):
        return False
    if name[:2] in surnames() and len(name) >= 3:
        return True
    if name[0] not in surnames() or len(name) > 3:
        return False
    place = any(one.level in ("province", "prefecture") for one in divisions().named(name))
    return not place and find_office_title(name) is None and not looks_like_body(name)


def name_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of a person's name at the head of text[start:end]: 张林, 张 林, 欧阳 明; a space or mark follows it."""
    match = re.compile(
        r"[ ]*(?P<name>[一-鿿㐀-䶿]{2,4}?(?:[·•][一-鿿]+)*)(?=[ （(，,：:、；;\t]|同志|$)"
    ).match(text, start, end)
    whole = match and match.end() <= end and looks_like_person(match["name"])
    spaced = _SPACED.match(text, start, end)
    double = bool(match and spaced and match["name"] in surnames())  # 欧阳 明
    if match and whole and not double:
        return match.span("name")
    if spaced and looks_like_person(re.sub(r"\s", "", spaced["name"])):
        return spaced.span("name")
    return None


def name_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of a person's name at the end of text[start:end], behind a post or a space."""
    for size in (3, 2, 4):
        at = end - size
        if at < start:
            continue
        if looks_like_person(text[at:end]) and (
            at == start or text[at - 1] in " 、，" or _ends_post(text, start, at)
        ):
            return at, end
    spaced = re.search(r"(?<=[ ])[一-鿿][ ][一-鿿]$", text[start:end])
    if spaced and looks_like_person(spaced.group().replace(" ", "")):
        return start + spaced.start(), end
    return None


def _ends_post(text: str, start: int, at: int) -> bool:
    return find_office_title(normalise(text[start:at])) is not None


def posts_in(text: str, start: int, end: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Unit and title spans of the posts that text[start:end] lists; a unit that is not repeated is that before it."""
    found: list[tuple[tuple[int, int], tuple[int, int]]] = []
    edge = start
    for cut in [*depth_free(text, start, end, _POST_MARKS), end]:
        a, b = _stripped(text, edge, cut)
        edge = cut + 1
        if a >= b:
            continue
        cleaned = text[a:b]
        title = find_office_title(re.sub(r"\s", "", cleaned))
        if title is None:
            continue
        at = _at_printed(text, a, b, title[0])
        if at > a:
            found.append(((a, at), (at, b)))
        elif found:
            found.append((found[-1][0], (a, b)))
        else:
            found.append(((a, a), (a, b)))
    return found


def _at_printed(text: str, start: int, end: int, index: int) -> int:
    """The offset of the index-th character of text[start:end] that is no space."""
    seen = 0
    for i in range(start, end):
        if text[i].isspace():
            continue
        if seen == index:
            return i
        seen += 1
    return end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n\t：:*":
        start += 1
    while end > start and text[end - 1] in " \n\t。；;*":
        end -= 1
    while end > start and (match := _NOISE.search(text[start:end])):
        end = start + match.start()
    return start, end
