"""What the parts of the report share: the plans, what was found in them, and where words stand."""

from __future__ import annotations

import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from ..analysis import Findings, Material, find
from ..analysis.tabling import unit_name
from ..analysis.wordings import sentence_at
from ..ledger.rows import Due, task_dues
from ..model import Task
from ..tables import Lang
from .model import Quote
from .words import Words

_LONGEST = 220
"""Characters of a quote; a longer one is cut."""
_TAIL = 60
"""Of these, the characters that show how a long task ends."""


class Desk:
    """Plans, their findings, and the words to say them in."""

    def __init__(self, material: Material, lang: Lang = "zh", findings: Findings | None = None) -> None:
        self.material = material
        self.words = Words(lang)
        self.found = find(material) if findings is None else findings

    def plan(self, key: str) -> str:
        """A plan's title as it stands in a sentence."""
        return self.words.plan(self.material.title(key))

    def plans(self, keys: tuple[str, ...] | list[str]) -> str:
        """Several titles in a sentence."""
        return self.words.listed(map(self.plan, keys))

    def unit(self, key: str) -> str:
        """A unit's name."""
        return unit_name(self.material, key)

    def units(self, keys: tuple[str, ...] | list[str]) -> str:
        """Several names in a sentence."""
        return self.words.listed(map(self.unit, keys))

    @cached_property
    def dues(self) -> dict[str, Due]:
        """By when tasks are due, those that have a date."""
        return {task: due for plan in self.material.plans for task, due in task_dues(plan).items()}

    def quote(self, plan: str, start: int, end: int, text: str = "") -> Quote:
        """The sentence around a place of a plan, or other words that stand there."""
        source = self.material.texts.get(plan, "")
        words = text or sentence_at(source, start, end)
        return Quote(cut(words, _LONGEST + 2), self.source(plan, start))

    def task_quote(self, task: str) -> Quote:
        """How a task begins and ends: it names its units and its deadline last."""
        plan, record = self.material.tasks[task]
        key = plan.document.key
        source = self.material.texts.get(key, "")
        words = " ".join(source[record.start : record.end].split()) or record.title
        return Quote(ends(words), self.source(key, _title_start(record)))

    def source(self, plan: str, start: int) -> str:
        """Where words stand: plan, section and line."""
        line = self.material.texts.get(plan, "").count("\n", 0, start) + 1
        within = [one for one in self.material.by_key[plan].sections if one.start <= start < one.end]
        inner = max(within, key=lambda one: (one.level, one.start), default=None)
        name = f"{inner.number} {inner.title}".strip() if inner else ""
        place = self.words("place.line" if name else "place.bare", section=cut(name, 40), line=line)
        return self.words("place.source", plan=self.plan(plan), place=place)


def _title_start(task: Task) -> int:
    return min((one.start for one in task.evidence if one.field == "title"), default=task.start)


def cut(text: str, longest: int = _LONGEST) -> str:
    """A text that is not too long, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]}…"


def ends(text: str) -> str:
    """The beginning and the end of a long text."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - _TAIL]}…{text[-_TAIL:]}"


def excerpt(text: str, near: str, longest: int = _LONGEST) -> str:
    """The part of a long text around some words of it; its beginning where they don't stand there."""
    line = " ".join(text.split())
    at = max(line.find(near), 0)
    if len(line) <= longest or at + len(near) <= longest // 2:
        return cut(line, longest)
    left = min(at - longest // 3, len(line) - longest)
    return f"…{line[left : left + longest]}" + ("…" if left + longest < len(line) else "")


@cache
def ranking() -> dict[str, Any]:
    """The weights of the kinds of findings, how many of a kind may lead, and words for heads of groups."""
    return tomllib.loads(files(__package__).joinpath("ranking.toml").read_text("utf-8"))


def figure(value: float) -> str:
    """A number without digits that say nothing."""
    return f"{value:.10g}"
