"""Rules that a plan states on how its own lists of units are read: 列第一位者为牵头单位，下同."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from .units import Part, split_units

_FIRST = re.compile(
    r"(?:列|排(?:名|列|序)?在?)?[为]?(?:第一位|首位|第一个?(?=的?(?:单位|部门|为))|最前面?|第一的)[^，。；\n]{0,10}(?:为|是|即为|作为)[^，。；\n]{0,4}(?:牵头|总牵头)[^。；\n]{0,16}"
)
MARKS = "★☆▲△※"
"""Signs that a plan may put before the units that lead."""
_COMMA = re.compile(r"第一个逗号(?:之)?前[^。；\n]{0,10}牵头[^。；\n]{0,16}")
_ALWAYS = re.compile(
    r"均(?:需|须|应)?(?:由)?(?P<units>[^，。；\n]{2,40}?)(?:负责)?(?:落实|实施|配合|参与|负责|贯彻)[^。；\n]{0,6}[，,][^。；\n]{0,12}(?:不再|不)(?:一一|逐一|单独|另行|重复)?(?:列出|列举|列明|标注|注明)"
)


class Rule(NamedTuple):
    """A rule and the place where it is stated; it holds from there on."""

    start: int
    end: int


_STARRED = re.compile(
    r"(?:标|带|加|注|有|画)[^，。；\n]{0,6}[★☆▲△※*][^，。；\n]{0,12}(?:牵头|主责)|[“\"]?[★☆▲△※][”\"]?(?:号)?(?:的)?(?:为|表示|是)[^，。；\n]{0,4}(?:牵头|主责)"
)


@dataclass(slots=True)
class Rules:
    """The reading rules of one plan."""

    first_leads: list[Rule] = field(default_factory=list)
    comma_leads: list[Rule] = field(default_factory=list)
    starred: list[Rule] = field(default_factory=list)
    always: list[tuple[Rule, list[Part]]] = field(default_factory=list)

    def first_leads_at(self, offset: int) -> Rule | None:
        """The rule that the first unit of a list leads, where it holds for a list at an offset."""
        return _holding(self.first_leads, offset)

    def comma_leads_at(self, offset: int) -> Rule | None:
        """The rule that the units before the first comma lead."""
        return _holding(self.comma_leads, offset)

    def always_at(self, offset: int) -> list[tuple[Rule, list[Part]]]:
        """The units named once for all that follows."""
        return [(rule, parts) for rule, parts in self.always if rule.start < offset]


def _holding(rules: list[Rule], offset: int) -> Rule | None:
    # a rule may stand inside the first list that it governs, so its line counts as before it
    i = bisect_right([rule.start for rule in rules], offset + 200) - 1
    return rules[i] if i >= 0 else None


def rules_in(text: str) -> Rules:
    """The reading rules that a text states."""
    found = Rules()
    if "牵头" in text:
        if "第一" in text or "首位" in text or "最前" in text:
            found.first_leads = [Rule(*m.span()) for m in _FIRST.finditer(text)]
        if any(mark in text for mark in MARKS):
            found.starred = [Rule(*m.span()) for m in _STARRED.finditer(text)]
        if "逗号" in text:
            found.comma_leads = [Rule(*m.span()) for m in _COMMA.finditer(text)]
    if "不再" in text:
        for match in _ALWAYS.finditer(text):
            found.always.append((Rule(*match.span()), split_units(text, *match.span("units"))))
    return found
