"""The SHACL shapes of the ontology, run over the graph of each plan with the entities and findings it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal as Either
from typing import NamedTuple

import pyoxigraph as ox
import rdflib
from rdflib.namespace import DCTERMS, RDF, SH, SKOS

from .errors import OntologyError
from .graph import DERIVED, ENTITIES, ONTOLOGY, SHARED, Graph, Ref, graph_iri, node_iri, shape_files
from .keys import BASE
from .records import find_records, read_manifest
from .stores.rdf import FILE_NAME, load_store, quads
from .stores.terms import to_rdflib
from .stores.view import OxigraphView
from .tables import Lang

Severity = Either["violation", "warning"]
_Statements = Mapping[ox.NamedNode, list[ox.Quad]]

_TYPE = ox.NamedNode(str(RDF.type))
_LISTS = {
    "Section": "sections",
    "Task": "tasks",
    "Citation": "citations",
    "Membership": "members",
    "Target": "targets",
    "Phase": "phases",
}
"""The lists of a record, by the class of what stands in them."""
_OF_TASK = {
    "Assignment": "assignedTask",
    "Deadline": "dueTask",
    "DerivedDeadline": "derivedDueTask",
    "ExpandedAssignment": "expandedTask",
    "ThemeAssignment": "themedTask",
}
"""The edge to the task, by the class of what stands below it."""
_PARTS = {"ExpandedAssignment": "expanded", "ThemeAssignment": "theme"}
"""How the place of what has none in the record is called, where that is not `deadline`."""
_NAMES = (SKOS.prefLabel, DCTERMS.title)


class Fault(NamedTuple):
    """What a shape finds wrong: in which plan, at which place of its record, how grave, and in what words."""

    plan: str
    """IRI of the plan."""
    place: str
    severity: Severity
    messages: Mapping[str, str]
    """By language; under '' where the shape gives none."""
    value: str
    """The value that is wrong, where there is one."""

    def message(self, lang: Lang) -> str:
        """The message in a language, else in the one there is."""
        other = next(iter(sorted(self.messages.items())), ("", ""))[1]
        return self.messages.get(lang, other)

    @property
    def hard(self) -> bool:
        """Whether the plan can't pass with it."""
        return self.severity == "violation"


class PlanFault(NamedTuple):
    """A fault, with the key and the stem of its plan."""

    key: str
    stem: str
    fault: Fault


def plan_faults(graph: Graph, stems: Mapping[str, str]) -> list[PlanFault]:
    """What the shapes find in a graph; `stems` gives the stem of each plan's files by its key."""
    return _named(check_graph(graph), stems, BASE)


def check_folder_shapes(folder: Path) -> list[PlanFault]:
    """What the shapes find in the graph of a folder; nothing where only records were written."""
    if not (folder / FILE_NAME).is_file():
        return []
    store = load_store(folder)
    base = OxigraphView(store).base
    entries = read_manifest(find_records(folder)).plans
    return _named(check_store(store, base), {entry.key: entry.stem for entry in entries}, base)


def _named(faults: Iterable[Fault], stems: Mapping[str, str], base: str) -> list[PlanFault]:
    """The faults by stem of their plans; a plan that no stem is known of stands under its IRI."""
    known = {node_iri(Ref("Plan", key), base): (key, stem) for key, stem in stems.items()}
    named = (PlanFault(*known.get(fault.plan, (fault.plan, fault.plan)), fault) for fault in faults)
    return sorted(named, key=lambda one: one.stem)


def check_graph(graph: Graph, base: str = BASE) -> list[Fault]:
    """What the shapes find in a graph, plan by plan."""
    store = ox.Store()
    store.extend(quads(graph, base))
    return check_store(store, base)


def check_store(store: ox.Store, base: str = BASE) -> list[Fault]:
    """What the shapes find in a store of the graph, plan by plan."""
    shapes, parts = load_shapes(base), _Parts(store, base)
    return [fault for place in parts.plans() for fault in _check(parts.of(place), shapes, place.value, base)]


def load_shapes(base: str = BASE) -> rdflib.Graph:
    """All shapes, ours and those of packages that extend the ontology; raises OntologyError for a broken file."""
    shapes = rdflib.Graph()
    try:
        for text in shape_files(base):
            shapes.parse(data=text, format="turtle")
    except Exception as error:  # rdflib's own parser raises what it likes
        raise OntologyError(f"the shapes can't be read: {error}") from error
    return shapes


class _Parts:
    """Takes a store apart: each plan's statements, with those on entities and findings that it names."""

    def __init__(self, store: ox.Store, base: str) -> None:
        self._store = store
        self._shared = {graph_iri(name, base) for name in SHARED}
        self._entities = self._by_subject(ENTITIES, base)
        self._concepts = self._by_subject(ONTOLOGY, base, _TYPE)
        self._findings: defaultdict[ox.NamedNode, list[ox.NamedNode]] = defaultdict(list)
        self._derived = self._by_subject(DERIVED, base)
        # What a finding is about makes it one of a plan; a quote of another plan may bear it out as well.
        evidence = ox.NamedNode(f"{base}ontology#evidence")
        for subject, found in self._derived.items():
            for quad in found:
                if isinstance(quad.object, ox.NamedNode) and quad.predicate not in (_TYPE, evidence):
                    self._findings[quad.object].append(subject)

    def _by_subject(self, name: str, base: str, predicate: ox.NamedNode | None = None) -> _Statements:
        found: defaultdict[ox.NamedNode, list[ox.Quad]] = defaultdict(list)
        place = ox.NamedNode(graph_iri(name, base))
        for quad in self._store.quads_for_pattern(None, predicate, None, place):
            if isinstance(quad.subject, ox.NamedNode):
                found[quad.subject].append(quad)
        return dict(found)

    def plans(self) -> list[ox.NamedNode]:
        """The named graphs of plans, sorted."""
        graphs = [one for one in self._store.named_graphs() if isinstance(one, ox.NamedNode)]
        return sorted((one for one in graphs if one.value not in self._shared), key=lambda one: one.value)

    def of(self, place: ox.NamedNode) -> rdflib.Graph:
        """One plan's graph and all that it reaches of what plans share."""
        own = list(self._store.quads_for_pattern(None, None, None, place))
        found = dict.fromkeys(own)
        # The plan's own nodes: of a unit there are findings in other plans too.
        subjects = {quad.subject for quad in own if quad.predicate == _TYPE}
        for subject in subjects:
            for finding in self._findings.get(subject, ()) if isinstance(subject, ox.NamedNode) else ():
                found |= dict.fromkeys(self._derived[finding])
        self._reach(found)
        graph = rdflib.Graph()
        for quad in found:
            graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
        return graph

    def _reach(self, found: dict[ox.Quad, None]) -> None:
        """Add what the shared graphs say of all that is named, and of what that names."""
        waiting, seen = list(found), set[ox.NamedNode]()
        while waiting:
            quad = waiting.pop()
            node = quad.object
            if quad.predicate == _TYPE or not isinstance(node, ox.NamedNode) or node in seen:
                continue
            seen.add(node)
            here = self._entities.get(node, [])
            found |= dict.fromkeys([*here, *self._concepts.get(node, [])])
            waiting += here


def _check(data: rdflib.Graph, shapes: rdflib.Graph, place: str, base: str) -> Iterator[Fault]:
    from pyshacl import validate  # half a second to import

    _, report, text = validate(data, shacl_graph=shapes, inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise OntologyError(f"the shapes can't be run: {text}")
    plan = place.replace(f"{base}graph/", f"{base}plan/")
    places = _Places(data, rdflib.Namespace(f"{base}ontology#"))
    results = report.objects(None, SH.result)
    found = {_fault(report, result, shapes, plan, places) for result in results}
    for fault in sorted(found):
        yield Fault(*fault[:3], dict(fault[3]), fault[4])


_Plain = tuple[str, str, Severity, tuple[tuple[str, str], ...], str]


def _fault(
    report: rdflib.Graph, result: rdflib.term.Node, shapes: rdflib.Graph, plan: str, places: _Places
) -> _Plain:
    value = report.value(result, SH.value)
    node = report.value(result, SH.focusNode)
    if report.value(result, SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent:
        node, value = value or node, None
    severe = report.value(result, SH.resultSeverity) == SH.Violation
    # Of a query pyshacl reports one message of several; they all stand with the query.
    source = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
    said = list(shapes.objects(source, SH.message)) or list(report.objects(result, SH.resultMessage))
    messages = sorted((str(one.language or ""), str(one)) for one in said if isinstance(one, rdflib.Literal))
    text = str(value) if isinstance(value, rdflib.Literal) else ""
    return plan, places.of(node), "violation" if severe else "warning", tuple(messages), text


class _Places:
    """Says where in a plan's record a node stands, in the words of `kg check`."""

    def __init__(self, data: rdflib.Graph, own: rdflib.Namespace) -> None:
        self._data = data
        self._own = own

    def of(self, node: rdflib.term.Node | None) -> str:
        """tasks[2].assignments[0] and the like; of what plans share the name, else the IRI's last parts."""
        kinds = {str(kind).removeprefix(str(self._own)) for kind in self._data.objects(node, RDF.type)}
        for kind in sorted(kinds & (_LISTS.keys() | _OF_TASK.keys() | {"Plan", "Evidence"})):
            place = self._record(node, kind)
            if place:
                return place
        names = (self._data.value(node, name) for name in _NAMES)
        return next((str(name) for name in names if name), "/".join(str(node).rsplit("/", 2)[-2:]))

    def _record(self, node: rdflib.term.Node | None, kind: str) -> str | None:
        if kind == "Plan":
            return "document"
        if kind == "Evidence":
            owners: Iterable[rdflib.term.Node] = self._data.subjects(self._own.evidence, node)
            owner = min(map(self.of, owners), default="document")
            return f"{owner}.{self._data.value(node, self._own.field) or 'evidence'}"
        number = self._data.value(node, self._own.position)
        if kind in _LISTS:
            return None if number is None else f"{_LISTS[kind]}[{int(str(number)) - 1}]"
        task = self._data.value(node, self._own[_OF_TASK[kind]])
        if task is None:
            return None
        part = _PARTS.get(kind, "deadline")
        return f"{self.of(task)}.{part if number is None else f'assignments[{int(str(number)) - 1}]'}"
