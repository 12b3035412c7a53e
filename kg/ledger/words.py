"""The texts of the ledger, from `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from ..tables import Column, Lang

TYPED = ("progress", "status", "person", "proof")
"""Codes of the columns that are there to be filled in."""


@cache
def _texts() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def ledger_word(name: str, lang: Lang, /, **values: object) -> str:
    """A text of the ledger (`text.stated`) with its values filled in; raises KeyError for an unknown one."""
    group, _, key = name.partition(".")
    return _texts()[group][key][lang == "en"].format(**values)


def ledger_column(code: str) -> Column:
    """A column of the ledger by its code; one that people added has its title for a code."""
    titles = _texts()["column"].get(code, (code, code))
    return Column(code, *titles)


def states(lang: Lang) -> Sequence[str]:
    """What stands to choose from as a status."""
    return [one[lang == "en"] for one in _texts()["status"].values()]


@cache
def codes_by_title() -> Mapping[str, str]:
    """The codes of our columns by their titles in both languages."""
    return {title: code for code, titles in _texts()["column"].items() for title in titles}


@cache
def own_sheets() -> frozenset[str]:
    """The titles of our sheets in both languages."""
    return frozenset(title for titles in _texts()["sheet"].values() for title in titles)


def is_yes(text: str) -> bool:
    """Whether somebody typed a yes."""
    return text.strip().casefold() in {*_texts()["text"]["yes"], "y", "√", "✓"}
