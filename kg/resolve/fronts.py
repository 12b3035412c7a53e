"""Whose body a name says it is, seen from the plans of one division: 区, 市, 南京市鼓楼区, 鼓楼."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from ..names.bodygrammar import grammar
from ..names.divisions import NATION, Division, divisions
from .vocabulary import table, words

_DISTRICT: Final = "区"


class Front(NamedTuple):
    """The place that a name begins with."""

    scope: str
    """Code of the division; where that is unknown, what stands for it."""
    code: str | None
    level: str | None
    word: str
    """What the place is called in standard short names: 区, 市, 省."""
    named: bool
    """Whether the name of the place is printed and not just 区 or 市."""
    why: str
    sure: bool = True
    short: bool = False
    """Whether the place's name stands without 市, 区, 县."""
    bare: bool = False
    """Whether the name says no place at all, and the plan's own stands in."""


@lru_cache(maxsize=8192)
def level_word(division: Division) -> str:
    """What a division calls itself: 区 for 鼓楼区, 自治区 for 内蒙古自治区."""
    tails = [word for word in grammar().level_words.tails(division.name) if word in grammar().levels]
    return standard_word(tails[0]) if tails else division.name[-1:]


def standard_word(word: str) -> str:
    """The word of a level in short names: 州 for 自治州."""
    words_of: dict[str, str] = table("organs")["level_words"]
    return words_of.get(word, word)


def names_of(division: Division) -> tuple[str, ...]:
    """The names of a division: 红河, 红河哈尼族彝族自治州, 红河州."""
    found = (division.short, division.name)
    longer = (word for word in table("organs")["level_words"] if division.name.endswith(word))
    return (*found, *(division.short + standard_word(word) for word in longer))


def full_name(division: Division) -> str:
    """The name, of a district with that of the city above it: 南京市鼓楼区, but 肥西县."""
    above = divisions().ancestors(division)
    district = division.level == "county" and level_word(division) == _DISTRICT
    city = above[0] if above and district else None
    return f"{city.name}{division.name}" if city else division.name


def front_of(division: Division, why: str, *, short: bool = False) -> Front:
    """The front of a division that a name prints."""
    return Front(division.code, division.code, division.level, level_word(division), True, why, True, short)


class Fronts:
    """The fronts that names in the plans of one division can have, and the front of names without one."""

    def __init__(self, own: Division | None, scope: str) -> None:
        self.own = own
        self.scope = scope
        above = divisions().ancestors(own) if own else ()
        self.line = tuple(one for one in (own, *above) if one and one.code != NATION)
        self.bare = self._bare()
        heads: dict[str, Front] = {}
        for place in reversed(self.line):
            for name in _names(place):
                short = name.endswith(place.short) and not name.endswith(place.name)
                heads[name] = front_of(place, f"{name} is {place.code}", short=short)
        for word, level in grammar().levels.items():
            if level not in ("nation", "township"):
                for head in (word, *(prefix + word for prefix in words("organs", "front", "own"))):
                    heads.setdefault(head, self._by_word(word, level))
        if own is not None:
            for word in table("organs")["local_words"].get(level_word(own), "").split():
                heads.setdefault(word, heads[level_word(own)])
        self.heads = heads
        self.lengths: dict[str, list[int]] = {}
        """How long the heads are that begin with a character, longest first."""
        for length, first in sorted({(-len(head), head[0]) for head in heads}):
            self.lengths.setdefault(first, []).append(-length)

    def of(self, text: str) -> Iterator[tuple[Front, str]]:
        """The fronts of a text with what follows each, longest first."""
        for length in self.lengths.get(text[:1], ()):
            front = self.heads.get(text[:length])
            if front is not None:
                yield front, text[length:]

    def at_level(self, level: str) -> Front | None:
        """The front of the division of a level that this one is or lies in."""
        for place in self.line:
            if place.level == level:
                why = f"the {level} of {self.scope} is {place.code}"
                return front_of(place, why)._replace(named=False)
        return None

    def _bare(self) -> Front:
        own = self.own
        if own is None:
            why = "the plan's jurisdiction is unknown"
            return Front(self.scope, None, None, "", False, why, False, bare=True)
        word = "" if own.code == NATION else level_word(own)
        why = f"no place named, the plan's own is {own.code}"
        return Front(own.code, own.code, own.level, word, False, why, bare=True)

    def _by_word(self, word: str, level: str) -> Front:
        """市 is the nearest division whose name ends so, whatever its level: a city, a county-level one, 上海."""
        named = [
            one for one in self.line if one.name.endswith(word) and level_word(one) == standard_word(word)
        ]
        found = next(iter([*named, *(one for one in self.line if one.level == level)]), None)
        if found is None:
            code = self.own.code if self.own else None
            why = f"{word}, but which one the plan of {self.scope} does not say"
            return Front(self.scope, code, level, standard_word(word), False, why, False)
        why = f"{word} in a plan of {self.scope} is {found.code}"
        return Front(found.code, found.code, found.level, level_word(found), False, why)


def _names(place: Division) -> Iterator[str]:
    """The place's names, alone and with those of the places above it in front."""
    above = [one for one in divisions().ancestors(place) if one.code != NATION]
    for name in names_of(place):
        for head in _heads(above):
            yield head + name


def _heads(above: list[Division]) -> list[str]:
    """Every way to name places from the outer one inwards, leaving out any of them."""
    heads = [""]
    for place in reversed(above):
        heads += [head + name for head in heads for name in names_of(place)]
    return heads


@lru_cache(maxsize=8192)
def fronts(code: str | None, scope: str) -> Fronts:
    """The fronts for the plans of a division; the scope stands for it where the code is unknown."""
    return Fronts(divisions().by_code(code) if code else None, scope)
