"""What one plan states, as nodes and edges of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...graph import Ref, load_schema
from ...graph.deadlines import PlanDeadlines
from ...graph.outline import Outline
from ...graph.statements import assignments_of
from ...model import Citation, Evidence, Extra, Member, Phase, Plan, Policy, Section, Target, Task
from ...resolve import Entities
from ...tables import cell_text
from .initials import initials
from .model import PageNode, Place, PlanText
from .offsets import Offsets
from .openness import openness
from .shared import SharedNodes, given

_SIGNS = {"=": "", ">=": "≥", ">": "＞", "<=": "≤", "<": "＜", "range": ""}
_ROLES = {"lead": "leads", "responsible": "responsibleFor"}


class PlanNodes:
    """Adds the nodes and edges of one plan."""

    def __init__(self, read: PlanText, shared: SharedNodes, themes: dict[str, int]) -> None:
        self.plan, self.page, self._shared, self._themes = read.plan, shared.page, shared, themes
        self.key = self.plan.document.key
        self.number = self.page.plan_numbers[self.key]
        self.marking = openness(read.plan, read.text)
        self.offsets = Offsets(read.text)
        self.outline = Outline(self.plan.sections)
        self.sectors: dict[int, str] = {}
        """The section in whose sector a node is drawn."""
        self._level = _sector_level(self.plan.tasks, self.outline)
        self._derived = _derived_deadlines(read.plan)
        self.node = -1
        """Place of the plan's own node."""

    @property
    def entities(self) -> Entities:
        """What names were resolved to."""
        return self._shared.entities

    def unit(self, name: str) -> int | None:
        """The node of a unit that the plan prints under a name."""
        return self._shared.unit(self.key, name)

    def places(self, evidence: Iterable[Evidence]) -> tuple[Place, ...]:
        """Quotes as places of the page."""
        return tuple(
            Place(self.number, self.offsets.of(one.start), self.offsets.of(one.end)) for one in evidence
        )

    def collect(self, task_themes: dict[str, tuple[str, ...]]) -> None:
        """Add all, in the order of the records."""
        self._document()
        for task in self.plan.tasks:
            self._task(task, task_themes.get(task.key, ()))
        self._policies()
        for member in self.plan.members:
            self._member(member)
        for target in self.plan.targets:
            self._target(target)
        for phase in self.plan.phases:
            self._phase(phase)
        for extra in self.plan.extras:
            self._extra(extra)

    def _add(self, kind: str, key: str, name: str, evidence: Sequence[Evidence], **more: object) -> int:
        node = PageNode(
            id="",
            kind=kind,
            name=name,
            initials=initials([name]),
            plans=[self.number],
            evidence=list(self.places(evidence)),
        )
        for field, value in more.items():
            setattr(node, field, value)
        return self.page.add(Ref(kind, key), node)

    def _document(self) -> None:
        document = self.plan.document
        issuers = list(dict.fromkeys([*filter(None, [document.issuer]), *document.issuers]))
        facts = given(
            {
                "documentNumber": document.number,
                "genre": document.genre,
                "printedIssuer": issuers,
                "jurisdiction": self._shared.places.get(document.jurisdiction or ""),
                "signed": document.signed,
                "published": document.published,
                "periodStart": document.period[0],
                "periodEnd": document.period[1],
                "addressee": document.addressees,
                "copiedTo": document.copied_to,
                "openness": self.marking[1],
                "fileName": document.file.name,
            }
        )
        title = document.title or document.file.name
        start, end = (one or "" for one in document.period)
        self.node = self._add("Plan", self.key, title, document.evidence, facts=facts, start=start, date=end)
        by = [one for one in document.evidence if one.field.startswith("issuer")]
        for name in issuers:
            self.page.edge("issuedBy", self.node, self.unit(name), name, self.places(by))

    def _within(self, node: int, section: Section | None) -> None:
        """Say in which section a node stands, with the titles above it."""
        line = list(_line(section, self.outline))
        self.page.nodes[node].section = " › ".join(one.title for one in line)
        if line:
            self.sectors[node] = line[min(self._level, len(line)) - 1].key

    def _task(self, task: Task, themes: Sequence[str]) -> None:
        due, reason = self._derived.get(task.key, ("", ""))
        facts = given(
            {
                "numberPath": task.number,
                "sectionTitle": task.section,
                "deadline": task.deadline,
                "derivedDue": due,
                "reason": reason,
            }
        )
        node = self._add("Task", task.key, task.title, task.evidence, facts=facts, date=task.deadline or "")
        self._within(node, self.outline.of_task(task))
        title = [one for one in task.evidence if one.field.startswith(("title", "number"))]
        self.page.edge("inPlan", node, self.node, None, self.places(title))
        for one in assignments_of(task):
            self.page.edge(
                _ROLES[one.role],
                self.unit(one.unit),
                node,
                one.printed_role,
                self.places(one.evidence),
                stated=one.stated,
            )
        for theme in themes:
            self.page.edge("hasTheme", node, self._themes[theme])

    def _policies(self) -> None:
        """From the plan to each policy with all mentions, and from the tasks that mention it."""
        cited = {citation.policy for citation in self.plan.citations}
        rest = [one for one in self.plan.policies if one.key not in cited]
        mentions: list[Citation | Policy] = [*self.plan.citations, *rest]
        schema = load_schema()
        for one in mentions:
            key = one.policy if isinstance(one, Citation) else one.key
            policy = self.page.find(Ref("Policy", self.entities.key_of("policy", self.key, key)))
            edge = schema.simple_edge("CitationRelation", one.relation)
            places = self.places(one.evidence)
            self.page.edge(edge, self.node, policy, None, places)
            if isinstance(one, Citation) and one.task:
                self.page.edge(edge, self.page.find(Ref("Task", one.task)), policy, None, places)

    def _member(self, member: Member) -> None:
        entities = self.entities
        person = self.page.find(Ref("Person", entities.key_of("person", self.key, member.key)))
        group = self.page.find(Ref("LeadershipGroup", entities.key_of("group", self.key, member.group or "")))
        self.page.edge("inGroup", person, group, member.role, self.places(member.evidence))
        self.page.edge("inPlan", group, self.node)
        for post in member.posts:
            if post.unit is None:
                continue
            unit = self.unit(post.unit)
            self.page.edge("holdsPost", person, unit, post.title, self.places(post.evidence))

    def _target(self, target: Target) -> None:
        ends = [cell_text(target.value)]
        ends += [] if target.value_max is None else [cell_text(target.value_max)]
        value = _SIGNS[target.comparator] + "—".join(ends) + (target.unit or "")
        facts = given(
            {
                "indicator": target.indicator,
                "value": value,
                "horizon": target.by,
                "per": target.per,
                "wording": target.quote,
            }
        )
        node = self._add(
            "Target",
            target.key,
            f"{target.indicator} {value}",
            target.evidence,
            facts=facts,
            number=float(target.value),
            date=target.by or "",
        )
        self._within(node, self.outline.numbered(target.section))
        self.page.edge("inPlan", node, self.node)
        if target.task:
            self.page.edge("inTask", node, self.page.find(Ref("Task", target.task)))

    def _phase(self, phase: Phase) -> None:
        facts = given({"periodStart": phase.start, "periodEnd": phase.end})
        node = self._add(
            "Phase",
            phase.key,
            phase.name,
            phase.evidence,
            facts=facts,
            start=phase.start or "",
            date=phase.end or "",
        )
        self.page.edge("inPlan", node, self.node)

    def _extra(self, extra: Extra) -> None:
        """A record of a class that an extension adds."""
        facts = {name: str(value) for name, value in extra.values.items()}
        name = " ".join(facts.values()) or extra.kind
        node = self._add(extra.kind, extra.key, name, extra.evidence, facts=facts)
        self._within(node, self.outline.numbered(extra.section))
        self.page.edge("inPlan", node, self.node)
        if extra.task:
            self.page.edge("inTask", node, self.page.find(Ref("Task", extra.task)))


_MIN_SECTORS = 3


def _line(section: Section | None, outline: Outline) -> list[Section]:
    """The section and those above it, topmost first."""
    line: list[Section] = []
    while section is not None:
        line.insert(0, section)
        section = outline.above(section)
    return line


def _derived_deadlines(plan: Plan) -> dict[str, tuple[str, str]]:
    """By key of the task: the date that follows for a task which states none, and why."""
    nodes, edges = PlanDeadlines(plan).statements(load_schema())
    found = {node.ref: (str(node.get("derivedDue")), str(node.get("reason"))) for node in nodes}
    return {edge.target.key: found[edge.source] for edge in edges if edge.type == "derivedDueTask"}


def _sector_level(tasks: Sequence[Task], outline: Outline) -> int:
    """The topmost level of headings that parts the tasks of a plan into at least three."""
    lines = [_line(outline.of_task(task), outline) for task in tasks]
    depth = max(map(len, lines), default=1)
    for level in range(1, depth + 1):
        if len({line[min(level, len(line)) - 1].key for line in lines if line}) >= _MIN_SECTORS:
            return level
    return max(depth, 1)
