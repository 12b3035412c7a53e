"""What every store does, whatever engine is behind it: load, answer, update, remove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
import pytest
from msgspec.structs import replace

from kg.graph import Ref, node_iri
from kg.keys import assign_keys
from kg.model import Plan
from kg.stores.rdf import quads
from tests.factories import garden_plan, graph, other_district_plan, tree_plan
from tests.stores.backends import (
    NAMES,
    Backend,
    EmbeddedBackend,
    FusekiBackend,
    Neo4jBackend,
    OxigraphBackend,
    RdflibBackend,
)

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@dataclass(frozen=True)
class Twin:
    """One question in both languages."""

    sparql: str
    cypher: str


TASKS = Twin(
    """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX kg: <https://w3id.org/plan-kg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?unit ?task ?due WHERE {
  VALUES (?param_unit) { (UNDEF) }  # params
  GRAPH ?e { ?body skos:prefLabel ?unit }
  GRAPH ?g { ?body kg:leads|kg:responsibleFor ?item . ?item dcterms:title ?task }
  OPTIONAL { GRAPH ?g { ?item kg:deadline ?date } }
  BIND(COALESCE(STR(?date), "") AS ?due)
  FILTER(!BOUND(?param_unit) || ?unit = ?param_unit)
} ORDER BY ?unit ?task ?due""",
    """MATCH (body:ResponsibleBody)-[:LEADS|RESPONSIBLE_FOR]->(item:Task)
WHERE $unit IS NULL OR body.prefLabel = $unit
RETURN body.prefLabel AS unit, item.title AS task, item.deadline AS due
ORDER BY unit, task, coalesce(item.deadline, '')""",
)
SHARED = Twin(
    """PREFIX kg: <https://w3id.org/plan-kg/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?title (COUNT(DISTINCT ?plan) AS ?plans) WHERE {
  GRAPH ?g { ?citation kg:cited ?policy ; kg:inPlan ?plan }
  GRAPH ?e { ?policy dcterms:title ?title }
} GROUP BY ?title HAVING (COUNT(DISTINCT ?plan) > 0) ORDER BY ?title""",
    """MATCH (plan:Plan)<-[:IN_PLAN]-(:Citation)-[:CITED]->(policy:Policy)
RETURN policy.title AS title, count(DISTINCT plan) AS plans ORDER BY title""",
)

NATIONAL = "全国花园城市建设纲要"


def build(*plans: Plan) -> list[ox.Quad]:
    return list(quads(graph([assign_keys(plan) for plan in plans])))


ALL = (garden_plan(), tree_plan(), other_district_plan())


def rows(backend: Backend, twin: Twin, **bindings: Any) -> list[tuple[Any, ...]]:
    return backend.rows(getattr(twin, backend.language), bindings)


@pytest.fixture(params=NAMES)
def backend(request: pytest.FixtureRequest) -> Iterator[Backend]:
    if request.param == "neo4j":
        store = Neo4jBackend(request.getfixturevalue("neo4j_server"))
        yield store
        store.store.close()
    elif request.param == "fuseki":
        yield FusekiBackend(request.getfixturevalue("fuseki_server"))
    else:
        kinds: dict[str, type[Any]] = {
            "rdflib": RdflibBackend,
            "pyoxigraph": OxigraphBackend,
            "embedded": EmbeddedBackend,
        }
        yield kinds[request.param]()


class TestContract:
    def test_it_answers_with_parameters_bound(self, backend: Backend) -> None:
        backend.load(build(*ALL))
        assert rows(backend, TASKS, unit="区教育局") == [
            ("区教育局", "宣传花事", None),
            ("区教育局", "开放校园花园", None),
        ]
        assert rows(backend, TASKS, unit="区人社局") == [("区人社局", "培训园丁", "2024-12")]
        assert len(rows(backend, TASKS, unit=None)) == 9

    def test_a_hostile_value_is_a_value(self, backend: Backend) -> None:
        backend.load(build(*ALL))
        for value in ("' OR 1=1 //", '" }) MATCH (n) DETACH DELETE n //', "区教育局\\", "$unit", "\n} #"):
            assert rows(backend, TASKS, unit=value) == []
        assert len(rows(backend, TASKS, unit=None)) == 9

    def test_loading_twice_changes_nothing(self, backend: Backend) -> None:
        backend.load(build(*ALL))
        before = rows(backend, TASKS, unit=None), rows(backend, SHARED)
        backend.load(build(*ALL))
        assert (rows(backend, TASKS, unit=None), rows(backend, SHARED)) == before
        assert dict(before[1])[NATIONAL] == 3

    def test_a_changed_plan_replaces_what_it_said(self, backend: Backend) -> None:
        backend.load(build(*ALL))
        plan = tree_plan()
        [task] = plan.tasks
        changed = replace(plan, tasks=[replace(task, title="补种银杏", deadline="2025-01-31")], policies=[])
        backend.load(build(garden_plan(), changed, other_district_plan()))
        assert ("区园林局", "补种银杏", "2025-01-31") in rows(backend, TASKS, unit="区园林局")
        assert not [row for row in rows(backend, TASKS, unit=None) if row[1] == "补种行道树"]
        shared = dict(rows(backend, SHARED))
        assert shared[NATIONAL] == 2
        assert "行道树名录" not in shared
        assert len(rows(backend, TASKS, unit=None)) == 9

    def test_a_removed_plan_takes_its_part_along_and_leaves_what_others_share(self, backend: Backend) -> None:
        backend.load(build(*ALL))
        plan = node_iri(Ref("Plan", assign_keys(garden_plan()).document.key))
        backend.remove(plan, build(tree_plan(), other_district_plan()))
        assert rows(backend, TASKS, unit=None) == [
            ("区园林局", "补种行道树", "2024-06-30"),
            ("区教育局", "开放校园花园", None),
            ("区财政局", "开放校园花园", None),
        ]
        assert dict(rows(backend, SHARED))[NATIONAL] == 2
