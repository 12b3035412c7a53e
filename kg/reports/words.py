"""The sentences of the report, from `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ..phrases import phrase
from ..tables import Lang

_INNER = str.maketrans("“”", "‘’")
"""Quotes within quotes."""


@cache
def _texts() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    found: dict[str, Any] = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    return found


class Words:
    """The sentences in one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang

    def __call__(self, name: str, /, **values: object) -> str:
        """A sentence (`load.top`) with its values filled in; raises KeyError for an unknown one."""
        group, _, key = name.partition(".")
        return phrase(_texts()[group][key][self.lang == "en"], values)

    def titles(self, names: str) -> tuple[str, ...]:
        """The titles of columns."""
        return tuple(self(f"column.{name}") for name in names.split())

    def listed(self, items: Iterable[str]) -> str:
        """Several things in a sentence."""
        return ("、" if self.lang == "zh" else ", ").join(items)

    def sentences(self, items: Iterable[str]) -> str:
        """Several sentences in a row."""
        return ("" if self.lang == "zh" else " ").join(items)

    def plan(self, title: str) -> str:
        """A plan's title in a sentence."""
        if self.lang == "zh":
            return f"《{title}》"
        return f"“{title.translate(_INNER)}”"


def percent(part: int, whole: int) -> str:
    """A share with its denominator: 23/27（85%）; nothing where there is no whole."""
    return f"{part}/{whole}（{part / whole:.0%}）" if whole else ""
