"""Texts with values in them, and their words for one thing and for several."""

from __future__ import annotations

import re

import pytest

from kg.commands.wording import _TEXTS, word
from kg.phrases import phrase

NAMES = {"detail", "file", "folder", "kind", "message", "path", "plan", "sheet", "title", "unit", "uri"}
"""Values of the texts that are no numbers."""


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 plans are new"), (1, "1 plan is new"), (2, "2 plans are new")]
)
def test_words_follow_the_number(count: int, expected: str) -> None:
    assert phrase("{count} {count:plan is|plans are} new", {"count": count}) == expected


def test_values_are_taken_as_they_are() -> None:
    assert phrase("{file}: {share:.0%}", {"file": "{count:a|b}|", "share": 0.5}) == "{count:a|b}|: 50%"
    with pytest.raises(KeyError):
        phrase("{missing}", {})


@pytest.mark.parametrize("name", sorted(_TEXTS))
def test_no_command_says_several_of_one(name: str) -> None:
    names = set(re.findall(r"{(\w+)", "".join(_TEXTS[name])))
    values = {one: "x" if one in NAMES else 1 for one in names}
    english = word(name, "en", **values)
    assert re.findall(r"\b1 (?:more |stated )?(?!is\b|was\b|has\b)\w+s\b", english) == []
