"""Which lines of a page are the site's and which the document's: by its structure and the density of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .elements import Element
from .grids import Found, PageLine
from .lines import is_title, starts_anew
from .page import is_chrome, is_foot, is_label, pairs
from .words import ADDRESSEES, LIST_LABEL, WHOLE_LINE

_STOP = re.compile(r"[。；]")
_COMMA = re.compile("[，、,]")
_PROSE = 20
_MOST_LINKED = 0.5
_NAMED_SHARE = 0.3
"""An element whose name is a menu's is none if it holds more than this share of the running text."""
_CONTAINER_SHARE = 0.9
_PLAIN_SHARE = 0.85


def chrome_lines(found: Sequence[Found], elements: Sequence[Element]) -> list[bool]:
    """For each line and table of a page whether it is chrome."""
    in_chrome = _chrome_elements(found, elements)
    container = _container([item for item in found if not in_chrome[item.owner]], elements)
    inside = _inside(container, elements)
    links = [_is_link(item) for item in found]
    chrome: list[bool] = []
    for number, item in enumerate(found):
        if not isinstance(item, PageLine):
            chrome.append(in_chrome[item.owner])
        elif _is_metadata(found, number):
            chrome.append(False)
        else:
            away = in_chrome[item.owner] or not inside[item.owner]
            chrome.append(_site_line(item.text.text, links, number) or (away and not _is_document(item)))
    return chrome


def _is_metadata(found: Sequence[Found], number: int) -> bool:
    """Whether a line is a label, or has one before it."""
    around = [item.text.text for item in found[max(0, number - 1) : number + 1] if isinstance(item, PageLine)]
    return bool(pairs(around[-1])) or any(map(is_label, around))


def _prose(item: Found) -> int:
    """How many characters of running text there are; links count for nothing."""
    if not isinstance(item, PageLine):
        return sum(len(cell.text.text) for row in item.grid for cell in dict.fromkeys(row))
    text = item.text.text
    running = _STOP.search(text) or (len(text) >= _PROSE and _COMMA.search(text))
    return _plain(item) if running else 0


def _plain(item: Found) -> int:
    """How many characters there are that are no link's, no metadata, and nothing that only sites print."""
    if not isinstance(item, PageLine):
        return 0
    text = item.text.text
    if (
        item.linked > _MOST_LINKED * len(text)
        or pairs(text)
        or is_label(text)
        or is_chrome(text)
        or is_foot(text)
    ):
        return 0
    return len(text)


def _sums(found: Sequence[Found], count: Callable[[Found], int], elements: Sequence[Element]) -> list[int]:
    """The count in each element and all below it; a parent's number is lower than its children's."""
    sums = [0] * len(elements)
    for item in found:
        sums[item.owner] += count(item)
    for number in range(len(elements) - 1, 0, -1):
        sums[elements[number].parent] += sums[number]
    return sums


def _chrome_elements(found: Sequence[Found], elements: Sequence[Element]) -> list[bool]:
    sums = _sums(found, _prose, elements)
    flags = [False] * len(elements)
    for number, element in enumerate(elements[1:], 1):
        small = sums[number] <= _NAMED_SHARE * sums[0]
        flags[number] = flags[element.parent] or (element.chrome and small)
    return flags


def _container(found: Sequence[Found], elements: Sequence[Element]) -> int:
    """The number of the innermost element that holds nearly all running text, and most of the text besides."""
    prose, plain = _sums(found, _prose, elements), _sums(found, _plain, elements)
    container = 0
    if not prose[0]:
        return container
    for number, element in enumerate(elements[1:], 1):
        holds = prose[number] >= _CONTAINER_SHARE * prose[0] and plain[number] >= _PLAIN_SHARE * plain[0]
        if element.parent == container and holds:
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
    if is_title(text) or text in WHOLE_LINE or text in LIST_LABEL:
        return True
    if len(text) >= _PROSE and "。" in text:
        return True
    return text in ADDRESSEES and _COMMA.search(text) is not None
