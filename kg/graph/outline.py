"""Where things stand in a plan's outline."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Section, Task
from ..names.text import fold


class Outline:
    """The sections of a plan, and where things stand in them."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._titles = {section.key: fold(section.title) for section in sections}
        self._by_number = {section.number: section for section in reversed(sections)}
        self._above: dict[str, Section | None] = {}
        open_ones: list[Section] = []
        for section in sections:
            while open_ones and open_ones[-1].level >= section.level:
                open_ones.pop()
            self._above[section.key] = open_ones[-1] if open_ones else None
            open_ones.append(section)

    def above(self, section: Section) -> Section | None:
        """The section one level up."""
        return self._above[section.key]

    def numbered(self, number: str | None) -> Section | None:
        """The section with a number path; the first, where a plan repeats one."""
        return self._by_number.get(number) if number else None

    def of_task(self, task: Task) -> Section | None:
        """The section whose heading the task names; of several, the innermost around it, else by number."""
        around = [one for one in self._sections if one.start <= task.start < one.end]
        if task.section is None:
            return max(around, key=lambda one: one.level, default=None)
        title = fold(task.section)
        named = [one for one in self._sections if self._titles[one.key] == title]
        inside = [one for one in named if one in around]
        if inside:
            return max(inside, key=lambda one: one.level)
        path = f"{task.number or ''}/"
        prefixed = [one for one in named if path.startswith(f"{one.number}/")]
        if prefixed:
            return max(prefixed, key=lambda one: len(one.number))
        return named[0] if len(named) == 1 else None
