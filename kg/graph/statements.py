"""What one plan states, as nodes and edges of the plan's own named graph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from ..keys import post_key, record_key
from ..model import (
    Assignment,
    Citation,
    Evidence,
    Extra,
    Member,
    Phase,
    Plan,
    Relation,
    Section,
    Target,
    Task,
    Unread,
)
from ..resolve.model import Entities
from .model import Edge, Node, Properties, Ref, Value
from .outline import Outline
from .schema import Schema
from .shared import unit_kind
from .simple import simple_edges

_RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""Strongest first."""


def properties(*pairs: tuple[str, Value | None]) -> Properties:
    """The pairs that have a value."""
    return tuple((name, value) for name, value in pairs if value is not None and value != "")


def _bears(evidence: Evidence, field: str) -> bool:
    return evidence.field.partition(".")[0] == field


def assignments_of(task: Task) -> list[Assignment]:
    """The task's assignments; where a record has only the lists, made from those."""
    if task.assignments:
        return task.assignments
    leading = [Assignment(unit=unit, role="lead", printed_role=None) for unit in task.lead]
    return leading + [
        Assignment(unit=unit, role="responsible", printed_role=None) for unit in task.responsible
    ]


class PlanStatements:
    """Collects the nodes and edges of one plan."""

    def __init__(self, plan: Plan, entities: Entities, schema: Schema) -> None:
        self.plan, self.entities, self.schema = plan, entities, schema
        self.key = plan.document.key
        self.ref = Ref("Plan", self.key)
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self._tasks = {task.key for task in plan.tasks}
        self._outline = Outline(plan.sections)
        self._simple: dict[tuple[str, Ref, Ref], tuple[Ref, ...]] = {}

    def collect(self) -> None:
        """Fill `nodes` and `edges`, in the order of the records."""
        self._document()
        for place, section in enumerate(self.plan.sections, 1):
            self._section(place, section)
        for place, task in enumerate(self.plan.tasks, 1):
            self._task(place, task)
        self._policies()
        for place, member in enumerate(self.plan.members, 1):
            self._member(place, member)
        for place, target in enumerate(self.plan.targets, 1):
            self._target(place, target)
        for place, phase in enumerate(self.plan.phases, 1):
            self._phase(place, phase)
        for extra in self.plan.extras:
            self._extra(extra)
        for place, unread in enumerate(self.plan.unread, 1):
            self._unread(place, unread)
        for (kind, source, target_ref), evidence in self._simple.items():
            self._edge(kind, source, target_ref, evidence)
        self.edges += list(simple_edges(self.nodes, self.edges, self.schema))

    def _node(
        self, kind: str, key: str, values: Properties, evidence: Sequence[Evidence]
    ) -> tuple[Ref, tuple[Ref, ...]]:
        """Add a node with its evidence; its Ref and those of the evidence."""
        node = Node(kind=kind, key=key, properties=values, graph=self.key, plans=(self.key,))
        self.nodes.append(node)
        places = tuple(Ref("Evidence", record_key(key, "evidence", i)) for i in range(1, len(evidence) + 1))
        for ref, one in zip(places, evidence, strict=True):
            quote = properties(
                ("field", one.field), ("exact", one.quote), ("start", one.start), ("end", one.end)
            )
            self.nodes.append(
                Node(kind=ref.kind, key=ref.key, properties=quote, graph=self.key, plans=(self.key,))
            )
            self._edge("evidence", node.ref, ref)
            self._edge("quotedFrom", ref, self.ref)
        return node.ref, places

    def _edge(self, kind: str, source: Ref, target: Ref, evidence: tuple[Ref, ...] = ()) -> None:
        self.edges.append(
            Edge(
                type=kind,
                source=source,
                target=target,
                evidence=evidence,
                graph=self.key,
                plans=(self.key,),
            )
        )

    def _simply(self, kind: str, source: Ref, target: Ref, evidence: tuple[Ref, ...]) -> None:
        """Note an edge in one step; said twice it is one edge with all the evidence."""
        known = self._simple.get((kind, source, target), ())
        self._simple[kind, source, target] = tuple(dict.fromkeys([*known, *evidence]))

    def _unit(self, name: str) -> Ref:
        unit = self.entities.unit(self.entities.key_of("unit", self.key, name))
        return Ref(unit_kind(unit), unit.key)

    def _document(self) -> None:
        document = self.plan.document
        issuers = list(dict.fromkeys([*([document.issuer] if document.issuer else []), *document.issuers]))
        values = properties(
            ("title", document.title),
            ("documentNumber", document.number),
            ("genre", document.genre),
            *(("printedIssuer", name) for name in issuers),
            ("signed", document.signed),
            ("published", document.published),
            ("periodStart", document.period[0]),
            ("periodEnd", document.period[1]),
            *(("addressee", name) for name in dict.fromkeys(document.addressees)),
            *(("copiedTo", name) for name in dict.fromkeys(document.copied_to)),
            ("openness", document.access),
            ("draft", document.draft),
            ("fileName", document.file.name),
            ("fileHash", document.file.sha256),
        )
        self._node("Plan", self.key, values, document.evidence)
        if document.jurisdiction:
            self._edge("jurisdiction", self.ref, Ref("Jurisdiction", document.jurisdiction))
        for unit in dict.fromkeys(self._unit(name) for name in issuers):
            self._edge("issuedBy", self.ref, unit)

    def _section(self, place: int, section: Section) -> None:
        values = properties(
            ("title", section.title),
            ("numberPath", section.number),
            ("level", section.level),
            ("position", place),
        )
        ref, _ = self._node("Section", section.key, values, section.evidence)
        self._edge("inPlan", ref, self.ref)
        self._within(ref, self._outline.above(section))

    def _within(self, ref: Ref, section: Section | None) -> None:
        if section is not None:
            self._edge("inSection", ref, Ref("Section", section.key))

    def _task(self, place: int, task: Task) -> None:
        values = properties(
            ("title", task.title),
            ("numberPath", task.number),
            ("part", task.part),
            ("position", place),
            ("sectionTitle", task.section),
            ("deadline", task.deadline),
        )
        ref, places = self._node("Task", task.key, values, task.evidence)
        self._edge("inPlan", ref, self.ref)
        self._within(ref, self._outline.of_task(task))
        if task.deadline:
            pairs = zip(task.evidence, places, strict=True)
            self._deadline(ref, task.deadline, [one for item, one in pairs if _bears(item, "deadline")])
        for number, assignment in enumerate(assignments_of(task), 1):
            self._assignment(ref, number, assignment)

    def _deadline(self, task: Ref, due: str, evidence: Sequence[Ref]) -> None:
        """A stated deadline as a node, which shares the evidence of its task."""
        ref, _ = self._node(
            "Deadline", record_key(task.key, "deadline", 1), properties(("due", due), ("stated", True)), ()
        )
        self._edge("dueTask", ref, task)
        for place in evidence:
            self._edge("evidence", ref, place)

    def _assignment(self, task: Ref, place: int, assignment: Assignment) -> None:
        values = properties(
            ("role", assignment.role),
            ("printedRole", assignment.printed_role),
            ("printedName", assignment.unit),
            ("stated", assignment.stated),
            ("position", place),
        )
        key = record_key(task.key, "assignment", place)
        ref, _ = self._node("Assignment", key, values, assignment.evidence)
        self._edge("assignedTask", ref, task)
        self._edge("assignedUnit", ref, self._unit(assignment.unit))

    def _policies(self) -> None:
        """A citation for each mention, and for a policy without one; an edge for each policy's relation."""
        citations = list(self.plan.citations)
        cited = {citation.policy for citation in citations}
        for policy in self.plan.policies:
            if policy.key not in cited:
                cited.add(policy.key)
                citations.append(
                    Citation(
                        key=record_key(self.key, "citation", len(citations) + 1),
                        policy=policy.key,
                        title=policy.title,
                        number=policy.number,
                        relation=policy.relation,
                        evidence=policy.evidence,
                    )
                )
        relations = self._relations()
        for place, citation in enumerate(citations, 1):
            policy_ref, evidence = self._citation(place, citation)
            relation = relations.get(policy_ref.key, citation.relation)
            edge = self.schema.simple_edge("CitationRelation", relation)
            self._simply(edge, self.ref, policy_ref, evidence)

    def _relations(self) -> dict[str, Relation]:
        """The plan's relation to each policy entity: of several the strongest."""
        found: dict[str, Relation] = {}
        for policy in sorted(self.plan.policies, key=lambda one: _RELATIONS.index(one.relation)):
            found.setdefault(self.entities.key_of("policy", self.key, policy.key), policy.relation)
        return found

    def _citation(self, place: int, citation: Citation) -> tuple[Ref, tuple[Ref, ...]]:
        values = properties(
            ("relation", citation.relation),
            ("printedTitle", citation.title),
            ("printedNumber", citation.number),
            ("position", place),
        )
        ref, evidence = self._node("Citation", citation.key, values, citation.evidence)
        policy = Ref("Policy", self.entities.key_of("policy", self.key, citation.policy))
        self._edge("inPlan", ref, self.ref)
        self._edge("cited", ref, policy)
        self._within(ref, self._outline.numbered(citation.section))
        self._in_task(ref, citation.task)
        return policy, evidence

    def _in_task(self, ref: Ref, task: str | None) -> None:
        if task is not None and task in self._tasks:
            self._edge("inTask", ref, Ref("Task", task))

    def _member(self, place: int, member: Member) -> None:
        values = properties(("printedName", member.name), ("printedRole", member.role), ("position", place))
        evidence = [*member.evidence, *(one for post in member.posts for one in post.evidence)]
        ref, places = self._node("Membership", member.key, values, evidence)
        person = Ref("Person", self.entities.key_of("person", self.key, member.key))
        group = Ref("LeadershipGroup", self.entities.key_of("group", self.key, member.group or ""))
        self._edge("inPlan", ref, self.ref)
        self._edge("inGroup", ref, group)
        self._edge("member", ref, person)
        for post in member.posts:
            if post.unit is None:
                continue
            post_ref = Ref("Post", post_key(self._unit(post.unit).key, post.title))
            self._simply("byPost", ref, post_ref, places)

    def _target(self, place: int, target: Target) -> None:
        values = properties(
            ("indicator", target.indicator),
            ("comparator", target.comparator),
            ("value", float(target.value)),
            ("valueMax", None if target.value_max is None else float(target.value_max)),
            ("measure", target.unit),
            ("horizon", target.by),
            ("dateBasis", target.by and ("stated" if target.dated else "plan")),
            ("per", target.per),
            ("wording", target.quote),
            ("position", place),
        )
        ref, _ = self._node("Target", target.key, values, target.evidence)
        self._edge("inPlan", ref, self.ref)
        self._within(ref, self._outline.numbered(target.section))
        self._in_task(ref, target.task)

    def _phase(self, place: int, phase: Phase) -> None:
        values = properties(
            ("title", phase.name),
            ("periodStart", phase.start),
            ("periodEnd", phase.end),
            ("position", place),
        )
        ref, _ = self._node("Phase", phase.key, values, phase.evidence)
        self._edge("inPlan", ref, self.ref)

    def _unread(self, place: int, unread: Unread) -> None:
        """A place that gave no record; its words stand in its evidence."""
        values = properties(("unreadKind", unread.kind), ("unreadReason", unread.reason), ("position", place))
        evidence = [Evidence(field="quote", start=unread.start, end=unread.end, quote=unread.quote)]
        ref, _ = self._node("Unread", record_key(self.key, "unread", place), values, evidence)
        self._edge("inPlan", ref, self.ref)

    def _extra(self, extra: Extra) -> None:
        """A record of a class that an extension adds, in the plan and where in it it stands."""
        ref, _ = self._node(extra.kind, extra.key, properties(*extra.values.items()), extra.evidence)
        self._edge("inPlan", ref, self.ref)
        self._within(ref, self._outline.numbered(extra.section))
        self._in_task(ref, extra.task)
