"""Rules read in one pass find what they find alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from kg.loaders.figures import COMPARATORS
from kg.loaders.numbering import NUMBERS
from kg.loaders.phase_rules import PARTS_OF_YEAR
from kg.loaders.rule import Rule, RuleTable, text_of
from kg.loaders.unbroken import INLINE_NUMBERS


def _rule(name: str, pattern: str) -> Rule[str]:
    return Rule(name, pattern, {}, (), text_of)


LONG, SHORT, NAMED = (
    _rule("long", r"[- ]*区(?:教育|财政)局"),
    _rule("short", r"[- ]*区"),
    _rule("named", r"[- ]*(?P<n>市)"),
)


class TestTable:
    def test_the_leftmost_place_wins_then_the_first_rule(self) -> None:
        table = RuleTable((SHORT, LONG, NAMED))
        assert [(found.rule, found.built) for found in table.readings("市、区财政局")] == [
            (NAMED, "市"),
            (SHORT, "区"),
        ]
        found = RuleTable((LONG, SHORT)).find("各区、区教育局")
        assert found is not None
        assert (found.rule, found.match.start()) == (SHORT, 1)

    def test_groups_inside_the_rules_do_not_shift_the_others(self) -> None:
        found = RuleTable((NAMED, _rule("pair", "(街)(道)"), LONG)).find("街道")
        assert found is not None
        assert (found.rule.name, found.match.span()) == ("pair", (0, 2))

    def test_a_lead_is_tried_once(self) -> None:
        found = RuleTable((LONG, NAMED), lead="[- ]*").match("- 市教育局")
        assert found is not None
        assert (found.rule, found.match["n"]) == (NAMED, "市")

    def test_match_looks_at_the_start_only_and_within_the_end(self) -> None:
        table = RuleTable((LONG, SHORT))
        assert table.match("各区", 0) is None
        found = table.match("各区教育局", 1, 4)
        assert found is not None
        assert found.built == "区"

    def test_nothing_is_found_where_no_rule_reads(self) -> None:
        table = RuleTable((LONG, NAMED))
        assert table.find("镇政府") is None
        assert list(table.readings("镇政府")) == []

    def test_names_that_two_rules_share_are_refused(self) -> None:
        with pytest.raises(re.error):
            RuleTable((NAMED, _rule("again", "(?P<n>镇)")))


@pytest.mark.parametrize(
    ("table", "rule"),
    [(table, rule) for table in (NUMBERS, INLINE_NUMBERS, COMPARATORS, PARTS_OF_YEAR) for rule in table],
    ids=lambda one: one.name if isinstance(one, Rule) else "in",
)
def test_no_rule_of_a_table_hides_what_another_reads(table: RuleTable[Any], rule: Rule[Any]) -> None:
    for text, built in rule.examples.items():
        read = [table.match(text)] if rule.how == "match" else list(table.readings(text))
        assert [(one.rule.name, one.built) for one in read if one] == [(rule.name, each) for each in built]
