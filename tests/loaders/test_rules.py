"""Every rule of reading does what its examples say, and nothing with its counter-examples."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import kg.loaders
import pytest
from kg.loaders.rule import Rule


def _within(value: object) -> Iterator[Rule[Any]]:
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _within(inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from _within(inner)


def _all_rules() -> list[Rule[Any]]:
    found: dict[int, Rule[Any]] = {}
    for module in pkgutil.walk_packages(kg.loaders.__path__, "kg.loaders."):
        for value in vars(import_module(module.name)).values():
            found |= {id(rule): rule for rule in _within(value)}
    return sorted(found.values(), key=lambda rule: rule.name)


RULES = _all_rules()


def test_no_two_rules_share_a_name() -> None:
    assert [name for name, count in Counter(rule.name for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
class TestRule:
    def test_builds_what_its_examples_say(self, rule: Rule[Any]) -> None:
        assert rule.examples
        assert {text: tuple(rule.read(text)) for text in rule.examples} == dict(rule.examples)
        assert all(rule.examples.values())

    def test_leaves_its_counter_examples_alone(self, rule: Rule[Any]) -> None:
        assert rule.counters
        assert {text: tuple(rule.read(text)) for text in rule.counters if text in rule} == {}

    def test_needs_what_it_names(self, rule: Rule[Any]) -> None:
        for text in rule.examples:
            for word in rule.needs:
                text = text.replace(word, "")
            bare = Rule(rule.name, rule.pattern, {}, (), rule.build, (), rule.how)
            assert not rule.needs or text not in bare
