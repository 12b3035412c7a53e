"""Reading of the word lists that stand as data beside the code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The tables of a .toml file of this package."""
    return tomllib.loads((files("kg.loaders") / f"{name}.toml").read_text("utf-8"))


def words(name: str, section: str, key: str) -> tuple[str, ...]:
    """One word list of a .toml file, longest words first."""
    found: list[str] = table(name)[section][key]
    return tuple(sorted(set(found), key=lambda word: (-len(word), word)))


def either(options: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first."""
    ordered = sorted(set(options), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"
