"""What follows where a plan gives a task to a collective name: a share for each of its known members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ..keys import record_key
from ..model import Assignment, Evidence, Plan, Role, Task
from ..resolve.model import Entities, Ground, Unit
from .model import DERIVED, ENTITIES, Edge, Node, Properties, Ref
from .schema import Schema
from .simple import simple_edges
from .statements import assignments_of


class Expansion(Struct, frozen=True, kw_only=True):
    """The share of a member in a task that is given to its collective, and not to itself."""

    task: Task
    unit: Unit
    role: Role
    sources: tuple[tuple[int, Assignment, Unit], ...]
    """The stated assignments with their places in the task, counted from 1, and their collectives."""

    @property
    def key(self) -> str:
        """The key of its node."""
        return f"{self.task.key}|expanded|{self.role}|{self.unit.key}"


def expansions(plan: Plan, entities: Entities) -> Iterator[Expansion]:
    """The shares of members in a plan's tasks, in order.

    A unit that the task names itself has none, and one in two collectives that are named with one role has one.
    """
    for task in plan.tasks:
        yield from _expanded(task, _units(plan, task, entities), entities)


def _units(plan: Plan, task: Task, entities: Entities) -> list[tuple[int, Assignment, Unit]]:
    """The task's assignments with their places and units."""
    key = plan.document.key
    return [
        (place, one, entities.unit(entities.key_of("unit", key, one.unit)))
        for place, one in enumerate(assignments_of(task), 1)
    ]


def _expanded(
    task: Task, assigned: Sequence[tuple[int, Assignment, Unit]], entities: Entities
) -> Iterator[Expansion]:
    named = {unit.key for _, _, unit in assigned}
    found: dict[tuple[str, Role], list[tuple[int, Assignment, Unit]]] = {}
    for source in assigned:
        _, assignment, unit = source
        for member in unit.members:
            if member not in named:
                found.setdefault((member, assignment.role), []).append(source)
    for (member, role), sources in found.items():
        yield Expansion(task=task, unit=entities.unit(member), role=role, sources=tuple(sources))


def collective_statements(
    plans: Sequence[Plan], entities: Entities, schema: Schema
) -> tuple[list[Node], list[Edge]]:
    """The memberships of collectives, in the graph of entities, and the shares that follow, among the findings."""
    statements = _Statements(plans)
    for unit in entities.units:
        for member in unit.members:
            statements.membership(unit, member)
    for plan in plans:
        for expansion in expansions(plan, entities):
            statements.expansion(plan, expansion)
    statements.edges += list(simple_edges(statements.nodes, statements.edges, schema))
    return statements.nodes, statements.edges


class _Statements:
    """Collects the nodes and edges."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self._plans = {plan.document.key: plan for plan in plans}
        self._memberships: dict[tuple[str, str], tuple[Ref, list[Ref]]] = {}

    def membership(self, collective: Unit, member: str) -> None:
        """That a unit is a member, with the first place that shows it."""
        grounds = [ground for ground in collective.grounds if ground.unit == member]
        places = [ref for ground in grounds for ref in _places(self._plans[ground.plan], ground)]
        by = {mention.plan for mention in collective.mentions} | {ground.plan for ground in grounds}
        node = self._node(
            Ref("CollectiveMembership", f"{collective.key}|member|{member}"),
            (("reason", collective.basis),),
            ENTITIES,
            tuple(sorted(by)),
            [
                ("ofCollective", Ref("CollectiveUnit", collective.key)),
                ("memberUnit", Ref("Unit", member)),
                *(("evidence", place) for place in places),
            ],
        )
        self._memberships[collective.key, member] = node, places

    def expansion(self, plan: Plan, one: Expansion) -> None:
        """A share, with the quotes of what it follows from."""
        memberships = [self._memberships[unit.key, one.unit.key] for _, _, unit in one.sources]
        stated = [record_key(one.task.key, "assignment", place) for place, _, _ in one.sources]
        places = [
            _evidence(key, number)
            for key, (_, assignment, _) in zip(stated, one.sources, strict=True)
            for number in range(1, len(assignment.evidence) + 1)
        ]
        places += [place for _, shown in memberships for place in shown]
        names = "、".join(dict.fromkeys(f"“{assignment.unit}”" for _, assignment, _ in one.sources))
        self._node(
            Ref("ExpandedAssignment", one.key),
            (("memberRole", one.role), ("reason", f"任务所列{names}为统称，含{one.unit.name}")),
            DERIVED,
            (plan.document.key,),
            [
                ("expandedUnit", Ref("Unit", one.unit.key)),
                ("expandedTask", Ref("Task", one.task.key)),
                *(("expandedFrom", Ref("Assignment", key)) for key in stated),
                *(("byMembership", ref) for ref, _ in memberships),
                *(("evidence", place) for place in dict.fromkeys(places)),
            ],
        )

    def _node(
        self,
        ref: Ref,
        values: Properties,
        graph: str,
        plans: tuple[str, ...],
        out: Iterable[tuple[str, Ref]],
    ) -> Ref:
        said = tuple((name, value) for name, value in values if value != "")
        self.nodes.append(Node(kind=ref.kind, key=ref.key, properties=said, graph=graph, plans=plans))
        self.edges += [
            Edge(type=kind, source=ref, target=target, graph=graph, plans=plans)
            for kind, target in dict.fromkeys(out)
        ]
        return ref


def _places(plan: Plan, ground: Ground) -> list[Ref]:
    """The Evidence nodes of the unit's name in the record that names it."""
    for key, name, evidence, first in _records(plan, ground.record):
        if name == ground.name:
            own = [_evidence(key, first + i) for i, one in enumerate(evidence) if one.field in _NAMES]
            return own or [_evidence(key, first + i) for i in range(len(evidence))]
    return []


_NAMES = ("unit", "issuer")
"""The fields of evidence whose words are the name of a unit."""


def _records(plan: Plan, record: str) -> Iterator[tuple[str, str, Sequence[Evidence], int]]:
    """The nodes that a record gives: key, the unit's name, evidence of it, and the number of the first of these."""
    for member in plan.members:
        first = len(member.evidence) + 1
        for post in member.posts if member.key == record else ():
            if post.unit is not None and post.evidence:
                yield member.key, post.unit, post.evidence, first
            elif post.unit is not None:
                yield member.key, post.unit, member.evidence, 1
            first += len(post.evidence)
    for task in plan.tasks:
        for place, one in enumerate(assignments_of(task), 1) if task.key == record else ():
            yield record_key(task.key, "assignment", place), one.unit, one.evidence, 1
    document = plan.document
    if document.key == record:
        for name in (document.issuer, *document.issuers):
            yield document.key, name or "", document.evidence, 1


def _evidence(key: str, number: int) -> Ref:
    return Ref("Evidence", record_key(key, "evidence", number))
