"""The names of known units in a plan's running text, where the records do not hold them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ..names.divisions import divisions
from .fronts import Front, Fronts
from .mentions import Named
from .organs import Organ, organs
from .reading import Reading
from .vocabulary import words
from .zones import COMMITTEE

_WIDTHS: Final = str.maketrans("()﹙﹚", "（）（）")
_SECOND = re.compile(r"（[^（）]{2,15}）")
_LONGER: Final = 12
"""How far a longer name may go on after a known one."""
_BODIES: Final = (COMMITTEE, "管理委员会", "政府", "办事处")


class Known(NamedTuple):
    """The names by which the units of one jurisdiction are looked for."""

    forms: Mapping[str, str]
    """What follows the place, to the key of the unit."""
    names: Mapping[str, str]
    """Whole names that say no place, to the key of the unit."""


def known_names(readings: Iterable[tuple[str, Reading]]) -> dict[str, Known]:
    """The names to look for by scope, from the printed names of known units and all their forms."""
    found_forms: defaultdict[str, dict[str, str]] = defaultdict(dict)
    found_names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for printed, reading in readings:
        scope = reading.key.rpartition("|")[0]
        for form in _forms(reading):
            found_forms[scope].setdefault(form, reading.key)
        if reading.kind in ("township", "zone"):
            for name in {printed, reading.name}:
                if name.endswith(_BODIES):
                    found_names[scope].setdefault(name, reading.key)
    return {
        scope: Known(found_forms[scope], found_names[scope]) for scope in found_forms.keys() | found_names
    }


def _forms(reading: Reading) -> Iterator[str]:
    front = reading.front
    if front is not None:
        short = reading.name.removeprefix(front.word)
        yield from organs().forms_of(Organ(short, reading.full, reading.kind, reading.subject))


class Text:
    """A Source text without white space, and the way back to its offsets."""

    def __init__(self, text: str) -> None:
        self._places = [i for i, char in enumerate(text) if not char.isspace()]
        self.text = "".join([text[i] for i in self._places]).translate(_WIDTHS)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The span in the Source text of a span here."""
        return self._places[start], self._places[end - 1] + 1


def find_names(plan: str, text: str, fronts: Fronts, known: Mapping[str, Known]) -> Iterator[Named]:
    """The names of known units in a text, each where it stands first."""
    flat = Text(text)
    seen: set[str] = set()
    for start, end in _spans(flat.text, fronts, known):
        name = flat.text[start:end]
        if name not in seen:
            seen.add(name)
            yield Named(plan, name, "text", *flat.offsets(start, end))


def _spans(text: str, fronts: Fronts, known: Mapping[str, Known]) -> Iterator[tuple[int, int]]:
    heads = {head: front for head, front in fronts.heads.items() if front.scope in known}
    names = known[fronts.scope].names if fronts.scope in known else {}
    wanted = sorted({*heads, *names}, key=lambda word: (-len(word), word))
    if not wanted:
        return
    places = _Places(text)
    start = 0
    pattern = re.compile("|".join(map(re.escape, wanted)))
    while match := pattern.search(text, start):
        start = match.end()
        word = match.group()
        if word in names:
            yield match.span()
            continue
        front = heads[word]
        end = _organ_end(text, match.end(), known[front.scope].forms, front)
        if end and (front.named or places.begins(match.start(), word)):
            start = end
            yield match.start(), end


def _organ_end(text: str, start: int, forms: Mapping[str, str], front: Front) -> int | None:
    """Where the longest known organ ends that begins here, None where there is none or a longer body."""
    for end in range(min(len(text), start + 2 * _LONGER), start, -1):
        key = forms.get(text[start:end])
        if key is None:
            continue
        if _goes_on(text, start, end, front):
            return None
        second = _SECOND.match(text, end)
        return second.end() if second and organs().read(second.group()[1:-1]) else end
    return None


def _goes_on(text: str, start: int, end: int, front: Front) -> bool:
    """Whether the words after a known organ make another one of it: 政府|办公室."""
    here = organs().read(text[start:end], front.level)
    for longer in range(end + 1, min(len(text), end + _LONGER) + 1):
        found = organs().read(text[start:longer], front.level)
        if found is not None and found != here:
            return True
    return False


class _Places:
    """Whether 区 or 市 in a text begins a name or ends another word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._taken = {i for place in divisions().find(text) for i in range(place.start, place.end)}
        self._before = frozenset(words("organs", "text", "before"))

    def begins(self, start: int, word: str) -> bool:
        """Whether the word of a level at this place stands by itself."""
        before = self._text[start - 1 : start]
        return start not in self._taken and before + word[0] not in self._before
