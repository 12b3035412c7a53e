"""Reads the names in the plans of one division: first what the tables know, then what the grammar tells."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from ..names.bodies import parse_body
from ..names.divisions import NATION
from .collectives import STARTS, read_collective
from .elsewhere import read_branch, read_elsewhere, read_party, read_worded
from .fronts import Front, Fronts, fronts
from .hosts import Host, host_of, hosted, read_office
from .organs import Organ, organs
from .reading import PRINTED, Reading, is_second, normal, placed, split_plates
from .townships import LAST, TAILS, read_township
from .vocabulary import National, national
from .zones import read_zone

_LEVELS: Final = ("province", "prefecture", "county")

_Step = Callable[[Fronts, str], Reading | None]

_STEPS: tuple[_Step, ...] = (
    read_collective,
    read_party,
    read_zone,
    read_branch,
    read_elsewhere,
    read_office,
    read_worded,
)
"""What is tried, in turn, with a name that the tables do not hold."""


class Reader:
    """Reads the names in the plans of one division; without a code each plan is a scope of its own."""

    def __init__(self, code: str | None, scope: str, issuer: str | None = None) -> None:
        self.fronts = fronts(code, scope)
        self._heads, self._lengths = self.fronts.heads, self.fronts.lengths
        self._organs = organs()
        self._always, self._bare = national()
        self._nation = code == NATION
        self._host: Host | None = None
        self._host = host_of(self.read(issuer)) if issuer else None

    def read(self, printed: str) -> Reading:
        """The unit that a printed name means."""
        text = normal(printed)
        found = self._bracketed(text) if "（" in text else self._plain(text)
        return found if self._host is None else hosted(self._host, self.fronts, text, found)

    def _bracketed(self, text: str) -> Reading:
        plates = split_plates(text)
        if plates:
            first = self._known(plates[0])
            second = self._second(first, plates[1]) if first else None
            if first and second:
                return replace(first, second=second)
        body = parse_body(text)
        if body is not None and body.collective:
            return self._other(text)
        if plates and is_second(text):
            first = self._plain(plates[0])
            return replace(first, second=self._second(first, plates[1]) or self._plain(plates[1]))
        if plates and body is not None and body.plate == plates[0]:
            return self._plain(plates[0])
        return self._other(text)

    def _second(self, first: Reading, text: str) -> Reading | None:
        """The second plate: with a place of its own, or at that of the first."""
        found = self._fronted(text)
        if found is not None:
            return found
        organ = self._organs.read(text, first.front.level) if first.front else None
        return placed(first.front, organ, text) if first.front and organ else None

    def _plain(self, text: str) -> Reading:
        if text[:1] in STARTS:
            several = read_collective(self.fronts, text)
            if several is not None:
                return several
        if text[-1:] in LAST and text.endswith(TAILS):
            found = read_township(self.fronts, text)
            if found is not None:
                return found
        return self._known(text) or self._other(text)

    def _known(self, text: str) -> Reading | None:
        """The reading of a name that the tables hold."""
        body = self._always.get(text)
        if body is not None:
            return of_nation(body, text)
        found = self._fronted(text)
        if found is not None:
            return found
        if self._nation:
            body = self._bare.get(text)
            return of_nation(body, text) if body else None
        organ = self._organs.read(text, self.fronts.bare.level)
        return self._place(self.fronts.bare, organ, text) if organ else None

    def _fronted(self, text: str) -> Reading | None:
        """The reading of a known organ with a place of this division's line before it."""
        heads, read = self._heads, self._organs.read
        for length in self._lengths.get(text[:1], ()):
            front = heads.get(text[:length])
            if front is not None:
                rest = text[length:]
                organ = read(rest, front.level)
                if organ is not None:
                    return self._place(front, organ, rest)
        return None

    def _place(self, front: Front, organ: Organ, printed: str) -> Reading:
        """An organ at the place that its own name demands, where that is another: 中级法院, 厅."""
        if organ.rank is None or front.named or front.level == organ.rank:
            return placed(front, organ, printed)
        ranked = self.fronts.at_level(organ.rank)
        return placed(ranked or front, organ, printed)

    def _other(self, text: str) -> Reading:
        for step in _STEPS:
            found = step(self.fronts, text)
            if found is not None:
                return found
        front = self.fronts.bare
        key = f"{front.scope}|{text}"
        why = f"as printed; {front.why}"
        return Reading(key, text, front.code, PRINTED, why, text, sure=False, bare=True)


def of_nation(body: National, printed: str) -> Reading:
    """The reading of a body of the nation."""
    how = "" if printed == body.short else f"; {printed} = {body.short}"
    why = f"a body of the nation{how}"
    return Reading(f"{NATION}|{body.short}", body.short, NATION, "nation", why, body.official)


@lru_cache(maxsize=8192)
def reader(code: str | None, scope: str, issuer: str | None = None) -> Reader:
    """The reader for the plans of a division, or for those of one body there."""
    return Reader(code, scope, issuer)
