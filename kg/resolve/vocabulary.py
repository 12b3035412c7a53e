"""The tables of public bodies, as the data files of this package give them."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


@cache
def table(name: str) -> dict[str, Any]:
    """The tables of a .toml file of this package."""
    return tomllib.loads((files("kg.resolve") / f"{name}.toml").read_text("utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a .csv file of this package."""
    with (files("kg.resolve") / f"{name}.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@cache
def words(name: str, section: str, key: str) -> tuple[str, ...]:
    """A word list of a .toml file, longest words first."""
    found: str = table(name)[section][key]
    return tuple(sorted(set(found.split()), key=lambda word: (-len(word), word)))


@cache
def forms(name: str, section: str) -> dict[str, str]:
    """Every form of a section of short names to its short name, the short names among them."""
    found: dict[str, str] = {}
    for short, line in table(name)[section].items():
        for form in (short, *line.split()):
            found.setdefault(form, short)
    return found


@cache
def fulls(name: str, section: str) -> dict[str, str]:
    """Each short name of a section to its full name."""
    return {short: line.split()[0] for short, line in table(name)[section].items()}


class National(NamedTuple):
    """A body of the nation."""

    short: str
    official: str


@cache
def national() -> tuple[dict[str, National], dict[str, National]]:
    """The nation's bodies by the names that they have everywhere, and by those in the nation's own plans."""
    always: dict[str, National] = {}
    bare: dict[str, National] = {}
    for row in rows("national"):
        body = National(row["short"], row["official"])
        for form in (body.short, body.official, *row["always"].split()):
            always.setdefault(form, body)
        for form in row["bare"].split():
            bare.setdefault(form, body)
    return always, bare
