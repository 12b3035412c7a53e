"""The themes of one plan's tasks, as nodes and edges of the named graph of findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..keys import record_key
from ..model import Evidence, Plan, Section, Task
from .model import DERIVED, ONTOLOGY, Edge, Node, Ref
from .outline import Outline
from .schema import Schema
from .simple import simple_edges
from .themes import Match, Scheme, Themes

_PLACES = ("title", "heading")


class PlanThemes:
    """Collects the theme assignments of one plan."""

    def __init__(self, plan: Plan, scheme: Scheme) -> None:
        self.plan = plan
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self._scheme = scheme
        self._outline = Outline(plan.sections)

    def collect(self, schema: Schema) -> None:
        """Fill `nodes` and `edges`, in the order of the tasks."""
        for task in self.plan.tasks:
            self._task(task)
        self.edges += list(simple_edges(self.nodes, self.edges, schema))

    def _task(self, task: Task) -> None:
        """One assignment for each theme of a task, with all the words that speak for it."""
        above = self._outline.of_task(task)
        sections = list(self._line(above))
        headings = [section.title for section in sections]
        if above is None and task.section:
            headings = [task.section]
        found: dict[str, list[Match]] = {}
        for match in self._scheme.matches(task.title, headings):
            found.setdefault(match.theme.iri, []).append(match)
        for iri, matches in found.items():
            self._assign(task, iri, matches, [task.title, *headings], [None, *sections])

    def _line(self, section: Section | None) -> Iterator[Section]:
        """The section and those above it, innermost first."""
        while section is not None:
            yield section
            section = self._outline.above(section)

    def _assign(
        self,
        task: Task,
        iri: str,
        matches: Sequence[Match],
        texts: Sequence[str],
        sections: Sequence[Section | None],
    ) -> None:
        names = [_PLACES[min(match.place, 1)] for match in matches]
        reasons = [
            f"{'标题' if not match.place else '上级标题'}“{texts[match.place]}”含“{match.word}”"
            for match in matches
        ]
        ref = Ref("ThemeAssignment", f"{task.key}|theme|{iri}")
        values = (
            *(("matchedIn", name) for name in names),
            *(("matchedWord", match.word) for match in matches),
            ("reason", "；".join(reasons)),
        )
        by = (self.plan.document.key,)
        self.nodes.append(Node(kind=ref.kind, key=ref.key, properties=values, graph=DERIVED, plans=by))
        places = [
            place
            for match in matches
            for place in _titles(task if not match.place else _at(sections, match.place))
        ]
        targets = [("themedTask", Ref("Task", task.key)), ("assignedTheme", Ref("Theme", iri))]
        targets += [("evidence", place) for place in dict.fromkeys(places)]
        self.edges += [
            Edge(type=kind, source=ref, target=target, graph=DERIVED, plans=by) for kind, target in targets
        ]


def _at(sections: Sequence[Section | None], place: int) -> Section | None:
    return sections[place] if place < len(sections) else None


def _titles(record: Task | Section | None) -> Iterator[Ref]:
    """The Evidence nodes of a record's title."""
    evidence: Sequence[Evidence] = record.evidence if record else ()
    for number, one in enumerate(evidence, 1):
        if record and one.field.partition(".")[0] == "title":
            yield Ref("Evidence", record_key(record.key, "evidence", number))


def theme_statements(plans: Sequence[Plan], themes: Themes, schema: Schema) -> tuple[list[Node], list[Edge]]:
    """The themes of all plans' tasks, and the themes themselves, with the plans that use their scheme."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    used: dict[str, tuple[Scheme, list[str]]] = {}
    for plan in plans:
        scheme = themes.scheme_of(plan.document.title or "")
        if scheme is not None and plan.tasks:
            used.setdefault(scheme.iri, (scheme, []))[1].append(plan.document.key)
            found = PlanThemes(plan, scheme)
            found.collect(schema)
            nodes += found.nodes
            edges += found.edges
            edges += _considered(plan, scheme)
    return [*_concepts(used), *nodes], edges


def _considered(plan: Plan, scheme: Scheme) -> Iterator[Edge]:
    """The themes that the plan's tasks could have, so that one without tasks is known to have none."""
    key = plan.document.key
    for theme in scheme.themes:
        yield Edge(
            type="consideredTheme",
            source=Ref("Plan", key),
            target=Ref("Theme", theme.iri),
            graph=DERIVED,
            plans=(key,),
        )


def _concepts(used: Mapping[str, tuple[Scheme, list[str]]]) -> Iterator[Node]:
    for _, (scheme, plans) in sorted(used.items()):
        for theme in scheme.themes:
            values = (("notation", theme.notation), ("prefLabel", theme.name))
            yield Node(kind="Theme", key=theme.iri, properties=values, graph=ONTOLOGY, plans=tuple(plans))
