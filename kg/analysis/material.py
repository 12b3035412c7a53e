"""What the analyses work on: plans with their texts and entities, and what is looked up in them again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from ..graph.outline import Outline
from ..graph.statements import assignments_of
from ..graph.themes import Themes, load_themes
from ..model import Plan, Section, Task
from ..names.divisions import divisions
from ..resolve.model import Entities
from .wordings import Wording, all_wordings


class Material:
    """Plans in a stable order, by jurisdiction and key, with what they share."""

    def __init__(
        self,
        plans: Iterable[Plan],
        entities: Entities,
        texts: Mapping[str, str],
        themes: Themes | None = None,
    ) -> None:
        """`texts` are the Source texts by plan key; a plan without one is compared in all but its wording."""
        self.plans: Sequence[Plan] = sorted(plans, key=_order)
        self.entities = entities
        self.texts = texts
        self._given = themes

    def narrowed(self, keys: Collection[str]) -> Material:
        """Some of the plans alone, with the entities of all."""
        kept = [plan for plan in self.plans if plan.document.key in keys]
        return Material(kept, self.entities, self.texts, self._given)

    @cached_property
    def by_key(self) -> Mapping[str, Plan]:
        """The plans by key."""
        return {plan.document.key: plan for plan in self.plans}

    @cached_property
    def tasks(self) -> Mapping[str, tuple[Plan, Task]]:
        """The tasks by key, each with its plan."""
        return {task.key: (plan, task) for plan in self.plans for task in plan.tasks}

    @cached_property
    def wordings(self) -> Sequence[Wording]:
        """What the tasks say, in the order of the plans."""
        return all_wordings(self.plans, self.texts)

    @cached_property
    def _by_task(self) -> Mapping[str, Wording]:
        return {one.task: one for one in self.wordings}

    def wording(self, task: str) -> Wording:
        """What a task says; raises KeyError for one whose plan's text is not given."""
        return self._by_task[task]

    def worded(self, task: str) -> bool:
        """Whether the wording of a task is known: its plan's text is given."""
        return task in self._by_task

    def title(self, plan: str) -> str:
        """A plan's title, its key where it has none."""
        return self.by_key[plan].document.title or plan

    def units(self, task: str) -> frozenset[str]:
        """The keys of the units that a task names."""
        plan, record = self.tasks[task]
        return frozenset(
            self.entities.key_of("unit", plan.document.key, one.unit) for one in assignments_of(record)
        )

    @cached_property
    def policies(self) -> Mapping[str, frozenset[str]]:
        """The keys of the policies that a task cites, by task."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for plan in self.plans:
            for one in plan.citations:
                key = self.entities.find("policy", plan.document.key, one.policy)
                if one.task and key:
                    found[one.task].add(key)
        return {task: frozenset(keys) for task, keys in found.items()}

    @cached_property
    def themes(self) -> Mapping[str, Mapping[str, str]]:
        """The themes of a task, names by IRI, by task; empty for a plan that no scheme is for."""
        schemes = self._given or load_themes()
        found: dict[str, dict[str, str]] = {}
        for plan in self.plans:
            scheme = schemes.scheme_of(plan.document.title or "")
            outline = Outline(plan.sections)
            for task in plan.tasks if scheme else ():
                matches = scheme.matches(task.title, _headings(outline, task)) if scheme else []
                found[task.key] = {match.theme.iri: match.theme.name for match in matches}
        return found

    @cached_property
    def superiors(self) -> Mapping[str, tuple[str, ...]]:
        """The plans of superior jurisdictions that were read too, by plan."""
        by_place: defaultdict[str, list[str]] = defaultdict(list)
        for plan in self.plans:
            if plan.document.jurisdiction:
                by_place[plan.document.jurisdiction].append(plan.document.key)
        return {
            plan.document.key: tuple(
                key
                for code, keys in sorted(by_place.items())
                if _above(code, plan.document.jurisdiction)
                for key in keys
            )
            for plan in self.plans
        }

    @cached_property
    def replaced(self) -> Mapping[str, tuple[str, ...]]:
        """The plans that took the place of a plan, by the plan that they replace."""
        of_policy = {one.key: one.plan for one in self.entities.policies if one.plan}
        found: defaultdict[str, set[str]] = defaultdict(set)
        for link in self.entities.links:
            old = of_policy.get(link.target, link.target)
            new = of_policy.get(link.source, link.source)
            if link.kind == "supersedes" and old in self.by_key and new in self.by_key and old != new:
                found[old].add(new)
        return {old: tuple(sorted(new)) for old, new in found.items()}


def _order(plan: Plan) -> tuple[str, str]:
    return plan.document.jurisdiction or "~", plan.document.key


def _above(code: str, other: str | None) -> bool:
    return other is not None and code != other and divisions().is_below(other, code)


def _headings(outline: Outline, task: Task) -> list[str]:
    section: Section | None = outline.of_task(task)
    if section is None:
        return [task.section] if task.section else []
    headings = []
    while section is not None:
        headings.append(section.title)
        section = outline.above(section)
    return headings
