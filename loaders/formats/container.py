"""Which lines of a page are the site's and which the document's: by its structure and the density of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .elements import Element
from .grids import Found, PageLine
from .lines import is_title, starts_anew
from .page import pairs
from .words import words

_STOP = re.compile(r"[。；]")
_COMMA = re.compile("[，、,]")
_PROSE = 20
_MOST_LINKED = 0.5
_NAMED_SHARE = 0.3
"""An element whose name is a menu's is none if it holds more than this share of the running text."""
_CONTAINER_SHARE = 0.9
_ADDRESSEES = re.compile(r"[^。；]{4,200}[：:]")


def chrome_lines(found: Sequence[Found], elements: Sequence[Element]) -> list[bool]:
    """For each line and table of a page whether it is chrome."""
    masses = [_mass(item) for item in found]
    in_chrome = _chrome_elements(found, masses, elements)
    masses = [0 if in_chrome[item.owner] else mass for item, mass in zip(found, masses, strict=True)]
    inside = _inside(_container(found, masses, elements), elements)
    links = [_is_link(item) for item in found]
    return [
        in_chrome[item.owner]
        if not isinstance(item, PageLine)
        else not pairs(item.text.text)
        and (
            _site_line(item.text.text, links, number)
            or ((in_chrome[item.owner] or not inside[item.owner]) and not _is_document(item))
        )
        for number, item in enumerate(found)
    ]


def _mass(item: Found) -> int:
    """How many characters of running text there are; links count for nothing."""
    if not isinstance(item, PageLine):
        return sum(len(cell.text.text) for row in item.grid for cell in dict.fromkeys(row))
    text = item.text.text
    if item.linked > _MOST_LINKED * len(text) or pairs(text):
        return 0
    return len(text) if _STOP.search(text) or (len(text) >= _PROSE and _COMMA.search(text)) else 0


def _sums(found: Sequence[Found], masses: Sequence[int], elements: Sequence[Element]) -> list[int]:
    """The mass in each element and all below it; a parent's number is lower than its children's."""
    sums = [0] * len(elements)
    for item, mass in zip(found, masses, strict=True):
        sums[item.owner] += mass
    for number in range(len(elements) - 1, 0, -1):
        sums[elements[number].parent] += sums[number]
    return sums


def _chrome_elements(
    found: Sequence[Found], masses: Sequence[int], elements: Sequence[Element]
) -> list[bool]:
    sums = _sums(found, masses, elements)
    flags = [False] * len(elements)
    for number, element in enumerate(elements[1:], 1):
        small = sums[number] <= _NAMED_SHARE * sums[0]
        flags[number] = flags[element.parent] or (element.chrome and small)
    return flags


def _container(found: Sequence[Found], masses: Sequence[int], elements: Sequence[Element]) -> int:
    """The number of the innermost element that holds nearly all running text."""
    sums = _sums(found, masses, elements)
    container = 0
    if not sums[0]:
        return container
    for number, element in enumerate(elements[1:], 1):
        if element.parent == container and sums[number] >= _CONTAINER_SHARE * sums[0]:
            container = number
    return container


def _inside(container: int, elements: Sequence[Element]) -> list[bool]:
    inside = [False] * len(elements)
    inside[container] = True
    for number, element in enumerate(elements[1:], 1):
        inside[number] = inside[number] or inside[element.parent]
    return inside


def _is_link(item: Found) -> bool:
    return isinstance(item, PageLine) and item.linked >= 0.8 * len(item.text.text)


def _site_line(text: str, links: Sequence[bool], number: int) -> bool:
    """Whether a line that is a link belongs to a list of links."""
    if not links[number] or starts_anew(text) or _STOP.search(text):
        return False
    return (
        not is_title(text)
        or links[number - 1 : number].count(True) + links[number + 1 : number + 2].count(True) > 0
    )


def _is_document(item: PageLine) -> bool:
    """Whether a line outside of the container is clearly a document's: title, number, prose, addressees."""
    text = item.text.text
    if item.linked > _MOST_LINKED * len(text):
        return False
    if is_title(text) or words().whole.fullmatch(text) or words().lists.match(text):
        return True
    if len(text) >= _PROSE and "。" in text:
        return True
    return bool(_ADDRESSEES.fullmatch(text) and _COMMA.search(text))
