"""Plans made of texts by hand, and findings of every kind, for the tests of the analyses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from kg.analysis import Findings, Kinship, Material, TargetChange, TaskChange, find
from kg.analysis.changes import Change, Comparison
from kg.analysis.targets import Outcome, SetTarget
from kg.analysis.tasks import KINDS, Counterpart
from kg.keys import assign_keys
from kg.model import Assignment, Citation, Document, Evidence, File, Plan, Policy, Role, Target, Task
from kg.resolve import resolve

Units = Mapping[str, Role]


def written(
    title: str,
    code: str,
    tasks: Sequence[tuple[str, str, Units]],
    *,
    targets: Sequence[Target] = (),
    policies: Sequence[Policy] = (),
    cited: Mapping[int, str] = {},
    **head: Any,
) -> tuple[Plan, str]:
    """A plan and its text; a task is its title, its text and its units; `cited` are policies by place of a task."""
    text = f"{title}\n"
    records = []
    for place, (name, body, units) in enumerate(tasks, 1):
        start = len(text)
        text += f"{place}. {name}。{body}"
        assignments = []
        text += "（责任单位：" if units else ""
        for number, (unit, role) in enumerate(units.items()):
            text += "、" if number else ""
            evidence = Evidence("unit", len(text), len(text) + len(unit), unit)
            assignments.append(Assignment(unit=unit, role=role, printed_role="责任", evidence=[evidence]))
            text += unit
        text += "）\n" if units else "\n"
        at = start + len(f"{place}. ")
        records.append(
            Task(
                key=str(place),
                section=None,
                number=str(place),
                title=name,
                lead=[unit for unit, role in units.items() if role == "lead"],
                responsible=[unit for unit, role in units.items() if role != "lead"],
                assignments=assignments,
                start=start,
                end=len(text) - 1,
                evidence=[Evidence("title", at, at + len(name), name)],
            )
        )
    found = []
    for target in targets:
        at = len(text)
        text += f"{target.quote}。\n"
        found.append(
            replace(target, evidence=[Evidence("indicator", at, at + len(target.quote), target.quote)])
        )
    document = Document(
        file=File(name=f"{title}.txt", size=1, sha256="0" * 64), title=title, jurisdiction=code, **head
    )
    citations = [
        Citation(policy="", title=name, relation="implements", task=str(place))
        for place, name in cited.items()
    ]
    plan = Plan(document=document, tasks=records, targets=found, policies=list(policies), citations=citations)
    return assign_keys(plan), text


def material(*made: tuple[Plan, str]) -> Material:
    """The material of plans made so."""
    plans = [plan for plan, _ in made]
    texts = {plan.document.key: text for plan, text in made}
    return Material(plans, resolve(plans, texts), texts)


def goal(quote: str, indicator: str, value: float, unit: str, **fields: Any) -> Target:
    """A target; = unless said."""
    fields.setdefault("comparator", "=")
    return Target(indicator=indicator, value=value, unit=unit, quote=quote, **fields)


def every_finding(plans: Sequence[Plan]) -> tuple[Material, Findings]:
    """Findings of every kind over plans of which the first has two tasks and two targets and a group."""
    texts = {plans[0].document.key: "字" * 600}
    made = Material(plans, resolve(plans), texts)
    real = find(made)
    keys = [plans[0].document.key, plans[1].document.key]
    tasks = [task.key for plan in plans[:2] for task in plan.tasks][:2]
    pair = Counterpart(
        first=tasks[0],
        second=tasks[1],
        first_plan=keys[0],
        second_plan=keys[1],
        wording=0.5,
        matter=0.5,
        policy=0.5,
        units=0.5,
        target=0.5,
        kinds=KINDS,
        copy=None,
    )
    overlap = replace(real.tasks, pairs=(pair, *_copied(made, tasks, keys)))
    changes = (_comparison(keys, tasks),)
    kin = (Kinship(first=keys[0], second=keys[1], tasks_first=1, tasks_second=1, of_first=2, of_second=2),)
    targets = tuple(_target_changes(plans[0], keys))
    return made, replace(real, tasks=overlap, changes=changes, kin=kin, targets=targets)


def _copied(made: Material, tasks: Sequence[str], keys: Sequence[str]) -> list[Counterpart]:
    from kg.analysis.copies import Copy, Passage

    passage = Passage(first=(0, 2), second=(0, 2), own=2, common=0)
    copy = Copy(passages=(passage,), of_first=2, of_second=2)
    return [
        Counterpart(
            first=tasks[0],
            second=made.plans[-1].tasks[0].key,
            first_plan=keys[0],
            second_plan=made.plans[-1].document.key,
            wording=1.0,
            kinds=("wording",),
            copy=copy,
        )
    ]


def _comparison(keys: Sequence[str], tasks: Sequence[str]) -> Comparison:
    kinds: Sequence[Change] = ("kept", "reworded", "split", "merged", "dropped", "new")
    changes = [
        TaskChange(
            change=kind,
            first=() if kind == "new" else (tasks[0],),
            second=() if kind == "dropped" else (tasks[1],),
            same=(0.5, 0.5) if kind == "merged" else None,
        )
        for kind in kinds
    ]
    return Comparison(
        first=keys[0],
        second=keys[1],
        drafts=(False, False),
        similarity=0.5,
        tasks=tuple(changes),
        targets=(),
        policies=(),
        units_added=(),
        units_relieved=(),
        silent=(False, False),
    )


def _target_changes(plan: Plan, keys: Sequence[str]) -> list[TargetChange]:
    outcomes: Sequence[Outcome] = ("higher", "lower", "equal", "overlapping", "opposite", "new")
    one, other = (
        SetTarget(
            target=target.key,
            plan=plan.document.key,
            indicator=target.indicator,
            comparator=target.comparator,
            value=target.value,
            value_max=target.value_max,
            unit=target.unit,
            by=target.by,
            per=target.per,
            task=None,
            sentence=target.quote,
            low=target.value,
            high=target.value,
        )
        for target in plan.targets[:2]
    )
    return [
        TargetChange(
            first_plan=keys[0],
            second_plan=keys[1],
            name="指标",
            unit="件",
            first=one,
            second=None if outcome == "new" else replace(other, target=f"{other.target}#{outcome}"),
            outcome=outcome,
            difference=1.0,
            same_year=True,
            other_span=outcome == "equal",
            inconsistent=outcome == "higher",
        )
        for outcome in outcomes
    ]
