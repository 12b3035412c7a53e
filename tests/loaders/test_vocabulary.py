"""Word lists beside the code."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from kg.loaders.vocabulary import either, table, words

TABLES = sorted(
    path.name.removesuffix(".toml") for path in files("kg.loaders").iterdir() if path.name.endswith(".toml")
)


def test_words_come_once_and_longest_first() -> None:
    found = words("roles", "verb", "general")
    assert list(found) == sorted(set(found), key=lambda word: (-len(word), word))


def test_either_matches_the_longest_word_and_takes_signs_as_they_are() -> None:
    pattern = re.compile(either(["负责", "负责落实", "a+b", "(x)"]))
    assert pattern.findall("负责落实、负责、a+b、aab、(x)") == ["负责落实", "负责", "a+b", "(x)"]


@pytest.mark.parametrize("name", TABLES)
def test_every_list_holds_words(name: str) -> None:
    for section in table(name).values():
        for key, listed in section.items():
            assert listed, (name, key)
            assert all(isinstance(word, str) and word.strip() for word in listed), (name, key)
