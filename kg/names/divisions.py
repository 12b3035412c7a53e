"""Administrative divisions of China after GB/T 2260 since 1980: codes, names, and where texts name them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple, cast

Level = Literal["nation", "province", "prefecture", "county"]

NATION: Final = "100000"
_LONGEST: Final = 16
"""Characters of the longest name, for bounding look-ups."""


@dataclass(frozen=True, slots=True)
class Division:
    """A division under one name; a code that was renamed has one for each name."""

    code: str
    name: str
    short: str
    """Without 省, 市, 区, 县, 自治州 …"""
    level: Level
    parent: str
    """Code of the next higher division; the districts of 北京 are children of 110000."""
    first_year: int
    """1980 stands for 1980 or before."""
    last_year: int | None
    """None while it is in force."""

    def in_force(self, year: int) -> bool:
        """Whether it bore this name in a year; in the year of a change both names count."""
        return (self.first_year <= max(year, 1980)) and (self.last_year is None or year <= self.last_year + 1)


class FoundPlace(NamedTuple):
    """A division named in a text: `text[start:end] == name`."""

    start: int
    end: int
    name: str


class Divisions:
    """The table of divisions with its indexes."""

    def __init__(self, rows: Iterable[Division], common_words: frozenset[str]) -> None:
        self._by_code: dict[str, Division] = {}
        self._by_name: dict[str, list[Division]] = {}
        self._common = common_words
        self._seen: dict[str, list[str]] = {}
        """Names that `find` looks for, longest first, under their first two characters."""
        for row in rows:
            known = self._by_code.get(row.code)
            if known is None or (known.last_year is not None and known.first_year <= row.first_year):
                self._by_code[row.code] = row
            for name in {row.name, row.short}:
                self._by_name.setdefault(name, []).append(row)
            for name in self._visible(row):
                names = self._seen.setdefault(name[:2], [])
                if name not in names:
                    names.append(name)
        for names in self._seen.values():
            names.sort(key=len, reverse=True)

    def _visible(self, row: Division) -> set[str]:
        if row.level == "nation":
            return set()
        names = {row.name} if row.level == "county" else {row.name, row.short}
        # 范县 stands in every 示范县: counties of two characters are not looked for
        return {name for name in names - self._common if row.level != "county" or len(name) > 2}

    def by_code(self, code: str) -> Division | None:
        """The division that has the code, under its latest name."""
        return self._by_code.get(code)

    def ancestors(self, division: Division) -> tuple[Division, ...]:
        """The divisions above it, nearest first, the nation last."""
        found: list[Division] = []
        above = self._by_code.get(division.parent)
        while above is not None:
            found.append(above)
            above = self._by_code.get(above.parent)
        return tuple(found)

    def is_below(self, code: str, above: str) -> bool:
        """Whether the division of the first code lies in that of the second, or is it."""
        division = self._by_code.get(code)
        return division is not None and (
            code == above or any(ancestor.code == above for ancestor in self.ancestors(division))
        )

    def named(self, name: str, *, year: int | None = None) -> tuple[Division, ...]:
        """The divisions that the name can mean: full, short, or with those above it in front of it.

        With a year, those that bore the name then; without, those that bear it today, or else ever did.
        """
        found = sorted(
            (chain[-1] for end, chain in self._chains(name, 0, year, strict=False) if end == len(name)),
            key=lambda division: division.code,
        )
        return tuple(dict.fromkeys(_in_force(found, year)))

    def prefix(self, text: str, *, year: int | None = None) -> tuple[int, tuple[Division, ...]]:
        """The longest name of a division that the text begins with: where it ends, and whom it can mean.

        Short names that are ordinary words (公安, 资源) don't count.
        """
        chains = [(end, chain[-1]) for end, chain in self._chains(text, 0, year, strict=True)]
        longest = max((end for end, _ in chains), default=0)
        found = sorted((last for end, last in chains if end == longest), key=lambda division: division.code)
        return longest, tuple(dict.fromkeys(_in_force(found, year)))

    def find(self, text: str) -> list[FoundPlace]:
        """All names of divisions in a text: full names, and the short names of provinces and prefectures."""
        found: list[FoundPlace] = []
        start, seen = 0, self._seen
        while start < len(text) - 1:
            for name in seen.get(text[start : start + 2], ()):
                if text.startswith(name, start):
                    found.append(FoundPlace(start, start + len(name), name))
                    start += len(name) - 1
                    break
            start += 1
        return found

    def _chains(
        self, text: str, start: int, year: int | None, *, strict: bool, above: Division | None = None
    ) -> Iterator[tuple[int, tuple[Division, ...]]]:
        """Every way to read the text from `start` as names of divisions, each within the one before it."""
        for end in range(start + 2, min(len(text), start + _LONGEST) + 1):
            name = text[start:end]
            for division in self._by_name.get(name, ()):
                if strict and self._is_word(division, name):
                    continue
                if (year is None or division.in_force(year)) and self._within(division, above, name):
                    yield end, (division,)
                    for last, chain in self._chains(text, end, year, strict=strict, above=division):
                        yield last, (division, *chain)

    def _is_word(self, division: Division, name: str) -> bool:
        """Whether the name of this division is an ordinary word, too."""
        return division.level == "nation" or (name != division.name and name in self._common)

    def _within(self, division: Division, above: Division | None, name: str) -> bool:
        if above is None:
            return True
        if name == division.name:
            return division.code != above.code and self.is_below(division.code, above.code)
        # a short name counts only right below: 湖北省公安厅 is not of 公安县
        return division.parent == above.code


def _in_force(found: list[Division], year: int | None) -> list[Division]:
    if year is not None:
        return found
    return [division for division in found if division.last_year is None] or found


@cache
def divisions() -> Divisions:
    """The table that comes with the package."""
    folder = files("kg.names")
    words = (folder / "common_words.txt").read_text(encoding="utf-8").splitlines()
    common = frozenset(word for line in words if not line.startswith("#") for word in line.split())
    with (folder / "divisions.csv").open(encoding="utf-8") as lines:
        return Divisions(map(_division, csv.DictReader(lines)), common)


def _division(row: dict[str, str]) -> Division:
    last = row["last_year"]
    return Division(
        code=row["code"],
        name=row["name"],
        short=row["short"],
        level=cast(Level, row["level"]),
        parent=row["parent"],
        first_year=int(row["first_year"]),
        last_year=int(last) if last else None,
    )


@cache
def abbreviations() -> dict[str, tuple[str, ...]]:
    """One-character names of divisions, as document numbers begin with them, and the codes they stand for."""
    found: dict[str, tuple[str, ...]] = {}
    with (files("kg.names") / "abbreviations.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found[row["abbreviation"]] = (*found.get(row["abbreviation"], ()), row["code"])
    return found
