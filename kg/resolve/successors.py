"""Which body went over into which in a reorganisation, where plans of one place name both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..names.divisions import NATION, divisions
from .fronts import level_word
from .model import Link, Unit
from .vocabulary import rows


def successor_links(units: Iterable[Unit]) -> Iterator[Link]:
    """The links, with the year of the reorganisation."""
    by_code: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for unit in units:
        if unit.jurisdiction and not unit.collective:
            word = _word(unit.jurisdiction)
            for name in (unit.name, *unit.plates):
                by_code[unit.jurisdiction].setdefault(name.removeprefix(word), unit.key)
    table = [
        (row["level"] == "nation", row["before"], row["after"], row["year"])
        for row in rows("reorganisations")
    ]
    for code in sorted(by_code):
        here = by_code[code]
        for nation, before, after, year in table:
            if (
                nation == (code == NATION)
                and before in here
                and after in here
                and here[before] != here[after]
            ):
                reason = f"{before} went over into {after} in the reorganisation of {year}"
                yield Link("successor", here[before], here[after], reason, int(year))


def _word(code: str) -> str:
    division = divisions().by_code(code)
    return level_word(division) if division and code != NATION else ""
