"""The vocabulary of names of public bodies, as `bodies.toml` gives it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, cast

BodyLevel = Literal["nation", "province", "prefecture", "county", "township"]
Group = Literal["alone", "strong", "weak", "service", "zone"]

_GROUPS: Final[tuple[Group, ...]] = ("alone", "strong", "weak", "service", "zone")


class Words:
    """A set of words that finds those at the two ends of a text, longest first."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._lengths = sorted({len(word) for word in self._words}, reverse=True)

    def __contains__(self, text: str) -> bool:
        return text in self._words

    def heads(self, text: str) -> list[str]:
        """The words that the text begins with."""
        return [text[:n] for n in self._lengths if text[:n] in self._words]

    def tails(self, text: str) -> list[str]:
        """The words that the text ends with."""
        return [text[-n:] for n in self._lengths if text[-n:] in self._words]

    def compose(self, text: str, joints: str = "") -> bool:
        """Whether the text is a chain of the words, with the characters of `joints` between them or not."""
        reached = {0}
        for start in range(len(text)):
            if start in reached:
                if text[start] in joints:
                    reached.add(start + 1)
                reached.update(start + n for n in self._lengths if text[start : start + n] in self._words)
        return len(text) in reached


@dataclass(frozen=True)
class Grammar:
    """All word lists of the grammar."""

    levels: dict[str, BodyLevel]
    level_words: Words
    not_level: Words
    party: Words
    townships: Words
    no_township: Words
    around: tuple[tuple[str, str], ...]
    companies: Words
    suffixes: Words
    group: dict[str, Group]
    bare: Words
    joined: tuple[str, ...]
    service: tuple[str, ...]
    subjects: Words
    endings: Words
    starts: Words
    verbs: tuple[str, ...]
    characters: frozenset[str]
    quantifiers: Words
    classes: Words
    not_after: Words
    tiers: Words
    tier_classes: Words
    kinds: Words
    standing: Words
    members: Words
    wide: Words
    counted: Words
    national: Words


@cache
def grammar() -> Grammar:
    """The grammar that comes with the package."""
    data = tomllib.loads((files("kg.names") / "bodies.toml").read_text(encoding="utf-8"))
    levels = {word: cast(BodyLevel, level) for level, line in data["levels"].items() for word in line.split()}
    group = {word: name for name in reversed(_GROUPS) for word in data["suffixes"][name].split()}
    collective, reject, stems, front = (data[key] for key in ("collective", "reject", "stems", "front"))
    return Grammar(
        levels=levels,
        level_words=Words(levels),
        not_level=_words(data, "stems", "not_level"),
        party=_words(data, "front", "party"),
        townships=_words(data, "front", "township"),
        no_township=_words(data, "front", "no_township"),
        around=tuple((before, after) for before, after in front["around"]),
        companies=_words(data, "front", "companies"),
        suffixes=Words(group),
        group=group,
        bare=_words(data, "stems", "bare"),
        joined=tuple(stems["joined"].split()),
        service=tuple(stems["service"].split()),
        subjects=_words(data, "stems", "subjects"),
        endings=_words(data, "reject", "endings"),
        starts=_words(data, "reject", "starts"),
        verbs=tuple(reject["verbs"].split()),
        characters=frozenset(reject["characters"]),
        quantifiers=_words(data, "collective", "quantifiers"),
        classes=_words(data, "collective", "classes"),
        not_after=_words(data, "collective", "not_after"),
        tiers=_words(data, "collective", "tiers"),
        tier_classes=_words(data, "collective", "tier_classes"),
        kinds=_words(data, "collective", "kinds"),
        standing=_words(data, "collective", "standing"),
        members=_words(data, "collective", "members"),
        wide=_words(data, "collective", "wide"),
        counted=Words(collective["counted"].split()),
        national=_words(data, "nation", "bodies"),
    )


def _words(data: dict[str, Any], section: str, key: str) -> Words:
    return Words(data[section][key].split())
