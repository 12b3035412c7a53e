"""How fast the stores load and answer: seconds, memory, and ratios of one run.

usage: python benchmarks/stores.py [ENGINE:TRIPLES...]

ENGINE is pyoxigraph, rdflib, embedded or neo4j (which needs Java and `python tests/servers/resolve.py`); each
runs in a process of its own. Without arguments: pyoxigraph and embedded at 1,000,000 triples, these and rdflib
at 100,000, Neo4j with 200,000 relations. The triples are those of the example plans, copied: every copy has
plans, tasks and units of its own, and shares policies, places and themes.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.questions import ask, catalogue
from kg.stores.base import View
from kg.stores.rdf import read_quads
from kg.tables import Cell, Column, Table

DEFAULT = (
    "pyoxigraph:1000000",
    "embedded:1000000",
    "pyoxigraph:100000",
    "rdflib:100000",
    "embedded:100000",
    "neo4j:700000",
)
PAIRS = ("partners", "policy-overlap", "shared-units")
"""Questions that put everything beside everything else."""
PARAMETERS: Mapping[str, Cell] = {"unit": "区市场监管局·1·", "plan": "·1·", "about": "区市场监管局·1·"}
SECONDS = 900
_SHARED = re.compile(
    r"/(policy|jurisdiction|theme|themes|graph/(entities|derived|decisions|ontology)|ontology)(?![\w-])"
)
_NAMES = ("/title>", "#prefLabel>")


def examples() -> list[ox.Quad]:
    """The quads of the example plans."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-P", "-m", "kg", "build", "--examples", "--out", folder]
        subprocess.run(command, check=True, capture_output=True)
        path = Path(folder) / "graph.trig"
        return read_quads(path.read_bytes(), path)


def copies(quads: list[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads, then copy after copy without end."""
    yield from quads
    stated = [quad for quad in quads if not str(quad.graph_name).endswith("/ontology>")]
    number = 0
    while True:
        number += 1
        for quad in stated:
            yield _copy(quad, number)


def _copy(quad: ox.Quad, number: int) -> ox.Quad:
    value = quad.object
    if isinstance(value, ox.NamedNode):
        value = _moved(value, number)
    elif (
        isinstance(value, ox.Literal)
        and str(quad.predicate).endswith(_NAMES)
        and not _SHARED.search(str(quad.subject))
    ):
        value = ox.Literal(f"{value.value}·{number}·")
    return ox.Quad(_moved(quad.subject, number), quad.predicate, value, _moved(quad.graph_name, number))


def _moved(term: Any, number: int) -> Any:
    if (
        isinstance(term, ox.NamedNode)
        and "w3id.org/plan-kg/" in term.value
        and not _SHARED.search(term.value)
    ):
        return ox.NamedNode(f"{term.value}c{number}")
    return term


class RdflibView:
    """rdflib's own store."""

    def __init__(self, quads: list[ox.Quad]) -> None:
        import rdflib

        from kg.stores.terms import to_rdflib

        self._store = rdflib.Dataset()
        self._store.addN(
            (
                to_rdflib(q.subject),
                to_rdflib(q.predicate),
                to_rdflib(q.object),
                self._store.graph(to_rdflib(q.graph_name)),
            )
            for q in quads
        )

    def select(self, query: str, bindings: Mapping[str, Cell] | None = None) -> Table:
        """The rows of a query."""
        from kg.stores.bindings import bind

        result = self._store.query(bind(query, bindings or {}))
        names = [str(name) for name in result.vars or []]
        rows = tuple(
            tuple(None if term is None else str(term) for term in row)
            for row in result
            if isinstance(row, tuple)
        )
        return Table(tuple(Column(name, name, name) for name in names), rows)


def opened(engine: str, quads: list[ox.Quad]) -> View:
    """A view of a store that holds the quads."""
    if engine == "rdflib":
        return RdflibView(quads)
    if engine == "embedded":
        from kg.stores.cypher import cypher_view
        from kg.stores.property_graph import property_graph

        return cypher_view(property_graph(quads))
    from kg.stores.view import OxigraphView

    store = ox.Store()
    store.bulk_extend(quads)
    return OxigraphView(store)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came of it."""
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def megabytes() -> float:
    """The most memory that the process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(engine: str, triples: int) -> None:
    """Print a line of JSON for each thing measured."""
    warnings.simplefilter("ignore")
    quads = list(islice(copies(examples()), triples))
    before = megabytes()
    if engine == "neo4j":
        load_neo4j(quads)
        return
    seconds, view = timed(lambda: opened(engine, quads))
    say("load", seconds, len(quads))
    say("MB", megabytes() - before, 0)
    for name, question in catalogue().items():
        given = {one.name: PARAMETERS[one.name] for one in question.parameters if one.name in PARAMETERS}
        if given:
            seconds, table = timed(lambda name=name, given=given: ask(view, name, given))  # type: ignore[misc]
            say(name, seconds, len(table))
    for name in PAIRS:
        seconds, table = timed(lambda name=name: ask(view, name))  # type: ignore[misc]
        say(f"{name} (all)", seconds, len(table))


def load_neo4j(quads: list[ox.Quad]) -> None:
    """Load into a server that is started for it."""
    from kg.stores.property_graph import property_graph
    from tests.servers.running import Neo4jProcess

    graph = property_graph(quads)
    with tempfile.TemporaryDirectory() as home, Neo4jProcess(Path(home)) as server:
        store = server.store()
        starts: dict[str, float] = {}

        def note(what: str, done: int, of: int) -> None:
            starts.setdefault(what, time.perf_counter())
            starts[f"{what} end"] = time.perf_counter()

        seconds, _ = timed(lambda: store.load(quads, note))
        say("load", seconds, len(graph.nodes) + len(graph.relations))
        say("relations", starts["relations end"] - starts["nodes end"], len(graph.relations))
        seconds, _ = timed(lambda: store.load(quads))
        say("load again", seconds, len(graph.nodes) + len(graph.relations))
        store.close()


def say(name: str, seconds: float, number: int) -> None:
    """Print what was measured."""
    print(json.dumps([name, round(seconds, 3), number]), flush=True)


def run(engine: str, triples: str) -> dict[str, list[Any]]:
    """What a process of its own measured, up to the end of its time."""
    command = [sys.executable, "-P", __file__, "--measure", engine, triples]
    with tempfile.TemporaryFile("w+") as out:
        try:
            subprocess.run(command, stdout=out, timeout=SECONDS, check=True)
        except subprocess.TimeoutExpired:
            print(f"{engine}: stopped after {SECONDS} s; what was not reached is missing")
        out.seek(0)
        return {line[0]: line[1:] for line in map(json.loads, out)}


def show(engine: str, triples: str, found: dict[str, list[Any]]) -> None:
    """Print one run: loading, memory, and how long questions take."""
    print(f"\n{engine}, {int(triples):,} triples")
    loading = {"load", "MB", "relations", "load again"}
    for name, (seconds, number) in found.items():
        if name == "MB":
            print(f"  {'memory':34} {seconds:9,.0f} MB")
        elif name in loading:
            print(f"  {name:34} {seconds:9.2f} s {number:12,} {number / seconds:12,.0f} a second")
    asked = {name: one for name, one in found.items() if name not in loading}
    for name, (seconds, number) in sorted(asked.items(), key=lambda one: -one[1][0]):
        print(f"  {name:34} {seconds:9.3f} s {number:8,} rows")


def main(arguments: list[str]) -> None:
    """Measure each engine, then print how much longer the others take than pyoxigraph at the same size."""
    if arguments[:1] == ["--measure"]:
        measure(arguments[1], int(arguments[2]))
        return
    results = {}
    for argument in arguments or DEFAULT:
        engine, _, triples = argument.partition(":")
        results[engine, triples] = run(engine, triples)
        show(engine, triples, results[engine, triples])
    for (engine, triples), found in results.items():
        base = results.get(("pyoxigraph", triples))
        if base and engine not in ("pyoxigraph", "neo4j"):
            both = [name for name in found if name in base and name != "MB"]
            total = sum(found[name][0] for name in both) / sum(base[name][0] for name in both)
            print(
                f"\n{engine} takes {total:.1f} times as long as pyoxigraph at {int(triples):,} triples, all in all"
            )


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parent.parent))
    main(sys.argv[1:])
