"""The results of the analyses as tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from ..tables import Cell, Column, Table
from ..tables.codes import labels_of
from .changes import Comparison, TaskChange
from .found import Kinship
from .material import Material
from .network import Bottleneck, Partners
from .policies import PolicyOverlap
from .tabling import column, joined, table, task_name, unit_name, yes
from .targets import SetTarget, TargetChange, TargetGroup
from .tasks import KINDS, Counterpart, Kind, TaskOverlap, task_differences
from .workload import Workload

_Row = tuple[Cell, ...]
_LEFTOVER = re.compile(r"^\w{0,3}[^\w“‘《〈（(]+")
"""The end of a clause at the beginning of a passage."""


def kinship_table(material: Material, kin: Iterable[Kinship]) -> Table:
    """Pairs of plans by how many tasks share their wording."""
    rows = (
        (
            *(material.title(one.first), material.title(one.second), one.score),
            *(one.tasks_first, one.of_first, one.tasks_second, one.of_second),
        )
        for one in kin
    )
    return table("first second score tasks_first of_first tasks_second of_second", rows)


def policy_matrix(material: Material, overlap: PolicyOverlap) -> Table:
    """A row for each policy, with a column for each plan that holds its relation to it."""
    relations = labels_of("CitationRelation")
    plans = [
        Column(f"plan_{place}", material.title(key), material.title(key), relations)
        for place, key in enumerate(overlap.plans, 1)
    ]
    known = tuple(column(name) for name in ("title", "number", "level", "year", "weight", "plans"))
    rows = tuple(
        (
            *(one.title, one.number, one.level, one.year, one.weight, len(one.relations)),
            *(one.relations.get(key) for key in overlap.plans),
        )
        for one in overlap.policies
    )
    return Table((*known, *plans), rows)


def policy_pairs(material: Material, overlap: PolicyOverlap) -> Table:
    """The pairs of plans that cite the same policies, over all, by relation and by level."""
    titles = {one.policy: one.title for one in overlap.policies}
    names = "first second facet value_of_facet tasks only_first only_second jaccard weighted shared"
    rows = (
        (
            *(material.title(one.first), material.title(one.second), one.facet, one.value),
            *(len(one.only_first), len(one.only_second), one.jaccard, one.weighted),
            joined(titles[key] for key in one.shared),
        )
        for one in overlap.pairs
    )
    return table(names.replace(" tasks", ""), rows)


def left_out_table(material: Material, overlap: PolicyOverlap) -> Table:
    """Policies that a superior plan rests on and an inferior one does not cite."""
    titles = {one.policy: one.title for one in overlap.policies}
    rows = (
        (material.title(one.superior), material.title(one.inferior), titles[one.policy], one.relation)
        for one in overlap.left_out
    )
    return table("superior inferior policy relation", rows)


def counterparts(material: Material, overlap: TaskOverlap, kinds: Collection[Kind] = KINDS) -> Table:
    """A row for each pair of tasks and kind, kind by kind, the highest score first."""
    names = "kind score first first_task second second_task copied shared passage"
    found = [
        (KINDS.index(kind), -(pair.score(kind) or 0.0), place, pair, kind)
        for place, pair in enumerate(overlap.pairs)
        for kind in pair.kinds
        if kind in kinds
    ]
    rows = (_counterpart(material, pair, kind) for *_, pair, kind in sorted(found, key=lambda one: one[:3]))
    return table(names, rows)


def _counterpart(material: Material, pair: Counterpart, kind: Kind) -> _Row:
    copy = pair.copy if kind == "wording" else None
    return (
        *(kind, pair.score(kind)),
        *(material.title(pair.first_plan), task_name(material, pair.first)),
        *(material.title(pair.second_plan), task_name(material, pair.second)),
        *(copy.own if copy else None, joined(shared_names(material, pair, kind))),
        longest_passage(material, pair) if copy else None,
    )


def shared_names(material: Material, pair: Counterpart, kind: Kind) -> list[str]:
    """The names of what both tasks have: titles of policies, names of units, indicators and themes."""
    policies = {one.key: one.title for one in material.entities.policies} if kind == "policy" else {}
    keys = pair.shared.get(kind, ())
    return [unit_name(material, key) if kind == "units" else policies.get(key, key) for key in keys]


def longest_passage(material: Material, pair: Counterpart) -> str:
    """The longest copied passage as the first task prints it; empty where there is none."""
    if pair.copy is None or not pair.copy.passages:
        return ""
    best = max(pair.copy.passages, key=lambda one: (one.own, -one.first[0]))
    start, end = material.wording(pair.first).span(*best.first)
    return _LEFTOVER.sub("", "".join(material.texts[pair.first_plan][start:end].split()))


def boilerplate_table(material: Material, overlap: TaskOverlap) -> Table:
    """What was set aside of each task's wording."""
    rows = (
        (material.title(one.plan), task_name(material, one.task), one.characters, one.common, one.quoted)
        for one in overlap.boilerplate
    )
    return table("plan task characters common quoted", rows)


def side_by_side(material: Material, groups: Iterable[TargetGroup]) -> Table:
    """A row for each target, those that measure the same together, in one unit."""
    names = "group_indicator plan indicator comparator value value_max measure by sentence near"
    rows = (
        (
            *(group.name, material.title(one.plan), one.indicator, one.comparator, one.low),
            *(one.high if one.value_max is not None else None, group.unit, one.by, one.sentence),
            joined(group.near),
        )
        for group in groups
        for one in group.targets
    )
    return table(names, rows)


def target_table(material: Material, changes: Iterable[TargetChange], *, titles: bool = True) -> Table:
    """A row for each indicator that two plans set, or one of them; without the plans' titles where they are known."""
    names = (
        "first second group_indicator first_value second_value measure difference outcome inconsistent other_span"
        " by_first by_second first_sentence second_sentence"
    )
    made = table(names, (_target_row(material, one) for one in changes))
    return made if titles else Table(made.columns[2:], tuple(row[2:] for row in made.rows))


def _target_row(material: Material, change: TargetChange) -> _Row:
    first, second = change.first, change.second
    return (
        *(material.title(change.first_plan), material.title(change.second_plan), change.name),
        *(_figure(first), _figure(second), change.unit, change.difference, change.outcome),
        *(yes(change.inconsistent), yes(change.other_span)),
        *(one.by if one else None for one in (first, second)),
        *(one.sentence if one else None for one in (first, second)),
    )


def _figure(one: SetTarget | None) -> str:
    if one is None:
        return ""
    sign = "" if one.comparator in ("=", "range") else one.comparator
    return f"{sign}{one.low:.12g}" + (f"-{one.high:.12g}" if one.value_max is not None else "")


def change_table(material: Material, comparison: Comparison) -> Table:
    """What became of each task, with units added and relieved."""
    names = (
        "change first_task second_task same_first same_second units_added units_relieved units_changed"
        " deadline_first deadline_second"
    )
    return table(names, (_change_row(material, one) for one in comparison.tasks))


def _change_row(material: Material, one: TaskChange) -> _Row:
    added = [unit.unit for unit in one.units if unit.before is None]
    relieved = [unit.unit for unit in one.units if unit.after is None]
    changed = [unit.unit for unit in one.units if unit.before and unit.after]
    return (
        one.change,
        joined(task_name(material, key) for key in one.first),
        joined(task_name(material, key) for key in one.second),
        *(one.same or (None, None)),
        *(joined(unit_name(material, key) for key in keys) for keys in (added, relieved, changed)),
        *one.deadlines,
    )


def wording_table(material: Material, comparison: Comparison) -> Table:
    """The steps of wording from each task to what it became, in order; tasks that are kept as they are have none."""
    names = "first_task second_task step before_text after_text"
    rows = (
        (task_name(material, first), task_name(material, second), piece.change, before, after)
        for change in comparison.tasks
        for first in change.first
        for second in change.second
        if material.worded(first) and material.worded(second)
        for piece, before, after in task_differences(material, first, second)
    )
    return table(names, rows)


def policy_change_table(comparison: Comparison) -> Table:
    """The policies that are cited anew, no longer, or otherwise."""
    rows = ((one.title, one.before, one.after) for one in comparison.policies)
    return table("policy before after", rows)


def unit_change_table(material: Material, comparison: Comparison) -> Table:
    """The units that only one of the two plans names for tasks."""
    rows: list[_Row] = [(unit_name(material, key), "", "+") for key in comparison.units_added]
    rows += [(unit_name(material, key), "+", "") for key in comparison.units_relieved]
    columns = (
        column("name"),
        Column("first", "前一计划", "First plan"),
        Column("second", "后一计划", "Second plan"),
    )
    return Table(columns, tuple(tuple(cell or None for cell in row) for row in rows))


def unit_loads(material: Material, load: Workload) -> Table:
    """A row for each unit, the most loaded first."""
    names = "name jurisdiction collective tasks leads responsible expanded sole share plans printed"
    rows = (
        (
            *(one.name, one.jurisdiction, yes(one.collective), one.tasks, one.leads, one.responsible),
            *(one.expanded, one.sole, one.share, len(one.plans)),
            joined(f"{word or '（未印）'} {count}" for word, count in one.printed.items()),
        )
        for one in load.units
    )
    return table(names, rows)


def quarter_table(material: Material, load: Workload) -> Table:
    """The tasks of each unit by quarter, stated and derived dates apart."""
    rows = (
        (
            *(unit_name(material, one.unit), material.entities.unit(one.unit).jurisdiction, one.quarter),
            *(one.stated, one.derived, one.undated),
        )
        for one in load.quarters
    )
    return table("name jurisdiction quarter stated derived undated", rows)


def concentration_table(material: Material, load: Workload) -> Table:
    """How the tasks of each plan are spread over units, with the denominators of the shares."""
    names = "plan tasks with_units unread units top_unit top_tasks share top_lead lead_tasks lead_share leads gini"
    rows = (
        (
            *(material.title(one.plan), one.tasks, one.with_units, one.unread, one.units),
            *(_name(material, one.top_unit), one.top_tasks, one.top_share),
            *(_name(material, one.top_lead), one.lead_tasks, one.top_lead_share, one.leads, one.gini),
        )
        for one in load.concentration
    )
    return table(names, rows)


def _name(material: Material, key: str | None) -> str | None:
    return unit_name(material, key) if key else None


def idle_table(material: Material, load: Workload) -> Table:
    """The units with a seat in a plan's group that its tasks do not name."""
    rows = (
        (
            *(material.title(one.plan), one.name, joined(one.roles)),
            joined(unit_name(material, key) for key in one.through),
        )
        for one in load.idle
    )
    return table("plan name roles through", rows)


def partner_table(material: Material, found: Iterable[Partners]) -> Table:
    """Who must work with whom, by plan."""
    rows = (
        (
            *(material.title(one.plan), unit_name(material, one.first), unit_name(material, one.second)),
            *(one.tasks, one.led),
        )
        for one in found
    )
    made = table("plan name name tasks led", rows)
    names = (Column("first", "单位甲", "One unit"), Column("second", "单位乙", "Other unit"))
    return Table((made.columns[0], *names, *made.columns[3:]), made.rows)


def bottleneck_table(material: Material, found: Iterable[Bottleneck]) -> Table:
    """The units of each plan by what depends on them."""
    rows: Iterator[_Row] = (
        (
            *(material.title(one.plan), unit_name(material, one.unit), one.tasks, one.sole, one.led),
            *(yes(one.articulation), one.cut_off, one.betweenness),
        )
        for one in found
    )
    return table("plan name tasks sole led_alone articulation cut_off betweenness", rows)
