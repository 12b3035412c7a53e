"""The ontology: whole, labelled in both languages, built on the vocabularies of the field, and all in use."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files
from itertools import cycle
from pathlib import Path
from typing import Literal, get_args, get_type_hints

import owlrl  # type: ignore[import-untyped]
import pyoxigraph as ox
import pytest
import rdflib
from msgspec.structs import replace

from kg.analysis.findings import with_findings
from kg.graph import (
    Graph,
    build_graph,
    load_schema,
    ontology_triples,
    property_schema,
    relation_type,
    shape_files,
    theme_triples,
)
from kg.keys import BASE
from kg.model import Unread, UnreadReason
from kg.plugins import get_loader
from kg.resolve import Applied, Entities, Link, resolve
from kg.running import examples_folder
from kg.stores.rdf import quads
from kg.stores.terms import to_rdflib
from tests.analysis.made import every_finding
from tests.collective_plans import street_plan
from tests.dated_plans import dated_plan, open_plan
from tests.factories import graph, plans

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"
KG = f"{BASE}ontology#"
ONTOLOGY = f"{BASE}ontology"

POLICY_LEVELS = ("nation", "province", "prefecture", "county", "township")
ROOT = Path(__file__).parents[2]

LinkKind = Literal["successor", "person-successor", "notice-of", "implements", "supersedes"]
Facts = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def facts() -> Facts:
    found: Facts = defaultdict(lambda: defaultdict(list))
    for triple in ontology_triples():
        assert isinstance(triple.subject, ox.NamedNode)
        assert isinstance(triple.object, ox.NamedNode | ox.Literal), "no blank nodes"
        found[triple.subject.value][triple.predicate.value].append(triple.object)
    return found


TERMS = sorted(set(facts()) - {ONTOLOGY})


def unread_of_all_sorts() -> list[Unread]:
    """A place for each reason, with the kinds in turn."""
    reasons, kinds = get_args(UnreadReason), get_args(get_type_hints(Unread)["kind"])
    return [
        Unread(kind=kind, reason=reason, start=0, end=1, quote="南")
        for reason, kind in zip(reasons, cycle(kinds), strict=False)
    ]


def whole_graph() -> Graph:
    """A graph with everything that the builder can write."""
    chosen = [*plans(), dated_plan(), open_plan(), street_plan()]
    chosen[0].unread = unread_of_all_sorts()
    plain = resolve(chosen)
    member = next(unit.key for unit in plain.units if not unit.collective)
    units = [replace(one, members=(member,)) if one.collective else one for one in plain.units]
    named = [
        replace(
            one,
            official="某市某局",
            plates=("某局",),
            mentions=(*one.mentions, replace(one.mentions[0], name="又名")),
        )
        for one in units
    ]
    levels = cycle(POLICY_LEVELS)
    policies = [
        replace(one, level=next(levels), issuer="某局", jurisdiction="320106", year=2020)
        for one in plain.policies
    ]
    kinds: dict[LinkKind, str] = {
        "successor": plain.units[0].key,
        "person-successor": plain.persons[0].key,
        "notice-of": plain.policies[0].key,
        "implements": plain.policies[0].key,
        "supersedes": plain.policies[0].key,
    }
    entities = Entities(
        units=named,
        policies=policies,
        persons=plain.persons,
        groups=plain.groups,
        jurisdictions=plain.jurisdictions,
        decisions=plain.decisions,
        links=[Link(kind=kind, source=key, target=key, reason="因") for kind, key in kinds.items()],
        corrections=[
            Applied(
                action="change",
                kind="unit",
                key=plain.units[0].key,
                field="official",
                value="某局",
                author="审校者",
                reason="有误",
                quote="某局",
            ),
            Applied(
                action="reject",
                kind="task",
                plan=chosen[0].document.key,
                key="gone",
                field="",
                value="",
                author="审校者",
                reason="不是任务",
                quote="",
                effective=False,
            ),
        ],
    )
    material, findings = every_finding(chosen)
    return with_findings(build_graph(chosen, entities), material, findings)


@pytest.mark.parametrize("iri", TERMS)
def test_a_term_has_label_and_definition_in_both_languages(iri: str) -> None:
    term = facts()[iri]
    for predicate in (f"{RDFS}label", f"{SKOS}definition"):
        languages = [one.language for one in term[predicate] if isinstance(one, ox.Literal)]
        assert sorted(str(language) for language in languages) == ["en", "zh"], predicate
        assert all(one.value.strip() for one in term[predicate])


def test_the_ontology_says_version_and_licence() -> None:
    [version] = facts()[ONTOLOGY][f"{OWL}versionIRI"]
    [info] = facts()[ONTOLOGY][f"{OWL}versionInfo"]
    assert version.value == f"{ONTOLOGY}/{info.value}"
    assert facts()[ONTOLOGY]["http://purl.org/dc/terms/license"]


@pytest.mark.parametrize("iri", [iri for iri in TERMS if iri.startswith(KG)])
def test_an_own_term_is_below_one_of_others_or_says_why_not(iri: str) -> None:
    found = facts()
    types = {one.value for one in found[iri][f"{RDF}type"]}
    if types & {f"{SKOS}Concept", f"{SKOS}ConceptScheme"}:
        return
    waiting, above = [iri], set()
    while waiting:
        here = found[waiting.pop()]
        parents = [one.value for name in ("subClassOf", "subPropertyOf") for one in here[f"{RDFS}{name}"]]
        above |= {one for one in parents if not one.startswith(KG)}
        waiting += [one for one in parents if one.startswith(KG)]
    assert above or found[iri][f"{RDFS}comment"]


def test_every_own_term_that_is_named_is_defined() -> None:
    named = {
        one.value
        for triple in ontology_triples()
        for one in (triple.predicate, triple.object)
        if isinstance(one, ox.NamedNode) and one.value.startswith(KG)
    }
    assert named <= set(TERMS)


def test_no_two_terms_of_a_kind_share_a_label() -> None:
    labels = defaultdict(list)
    for iri in TERMS:
        for kind in facts()[iri][f"{RDF}type"]:
            for label in facts()[iri][f"{RDFS}label"]:
                labels[kind.value, str(label)].append(iri)
    assert [iris for iris in labels.values() if len(iris) > 1] == []


def test_every_term_that_the_code_uses_is_defined_and_every_defined_one_used_or_marked() -> None:
    schema, graph = load_schema(), whole_graph()
    classes = {parent for node in graph.nodes for parent in schema.parents[node.kind]}
    values = {(name, value) for node in graph.nodes for name, value in node.properties}
    properties = {name for name, _ in values}
    edges = {edge.type for edge in graph.edges}
    assert {term.name for term in schema.edges.values() if not term.written}.isdisjoint(edges)
    concepts = {
        (kind, value)
        for name, value in values
        for kind in schema.properties[name].range
        if kind in schema.classes
    }
    defined = {
        name
        for terms in (schema.classes, schema.edges, schema.properties)
        for name, term in terms.items()
        if term.written
    }
    used = classes | properties | edges | {kind for kind, _ in concepts}
    assert used == defined
    assert concepts == set(schema.concepts)


def test_terms_that_are_not_written_are_marked_and_few() -> None:
    schema = load_schema()
    terms = {**schema.classes, **schema.edges, **schema.properties}
    assert {name for name, term in terms.items() if not term.written} == {
        "about",
        "correctedOn",
        "hasResponsible",
        "ledBy",
    }


def test_every_concept_names_a_simple_edge_that_is_one() -> None:
    schema = load_schema()
    for kind in ("AssignmentRole", "CitationRelation", "LinkKind"):
        named = [one.simple_edge for (name, _), one in schema.concepts.items() if name == kind]
        assert set(named) <= set(schema.edges)
        assert len(set(named)) == len(named)


def test_domains_and_ranges_are_classes_or_datatypes() -> None:
    schema = load_schema()
    datatypes = {"string", "integer", "decimal", "boolean", "PartialDate"}
    for term in [*schema.edges.values(), *schema.properties.values()]:
        assert term.domain <= set(schema.classes), term.name
    for term in schema.edges.values():
        assert term.range <= set(schema.classes), term.name
    for term in schema.properties.values():
        assert len(term.range) == 1, term.name
        assert term.range <= datatypes | set(schema.classes), term.name


def test_another_base_moves_own_terms_and_leaves_others() -> None:
    moved = load_schema("http://e.org/")
    assert moved.edges["leads"].iri == "http://e.org/ontology#leads"
    assert moved.properties["title"].iri == "http://purl.org/dc/terms/title"
    assert set(moved.edges) == set(load_schema().edges)
    assert moved.concepts[("AssignmentRole", "lead")].simple_edge == "leads"


def test_the_files_are_found_as_package_data() -> None:
    assert (files("kg.ontology") / "plan-kg.ttl").is_file()


@pytest.mark.parametrize("iri", [iri for iri in TERMS if iri.startswith(KG)])
def test_an_own_class_or_property_has_an_example(iri: str) -> None:
    kinds = {one.value for one in facts()[iri][f"{RDF}type"]}
    if not kinds & {f"{SKOS}Concept", f"{SKOS}ConceptScheme"}:
        assert facts()[iri][f"{SKOS}example"]


def test_no_term_has_two_meanings() -> None:
    """A short name stands for one IRI, and an IRI for one kind of thing."""
    names = defaultdict(set)
    for iri in TERMS:
        names[iri.replace("#", "/").rpartition("/")[2]].add(iri)
        owl = [one.value for one in facts()[iri][f"{RDF}type"] if one.value.startswith(OWL)]
        assert len(owl) <= 1, iri
        assert len(facts()[iri][f"{RDFS}range"]) <= 1, iri
        assert len(facts()[iri][f"{RDFS}domain"]) <= 1, iri
    assert [found for found in names.values() if len(found) > 1] == []


def test_shapes_and_themes_use_only_terms_of_the_ontology() -> None:
    known = set(TERMS)
    named = {
        one.value
        for text in shape_files()
        for triple in ox.parse(text, ox.RdfFormat.TURTLE)
        for one in (triple.predicate, triple.object)
        if isinstance(one, ox.NamedNode) and one.value.startswith(KG)
    }
    named |= {
        one.value
        for triple in theme_triples()
        for one in (triple.predicate, triple.object)
        if isinstance(one, ox.NamedNode) and one.value.startswith(KG)
    }
    assert named <= known


def test_every_shape_has_a_message_in_both_languages_and_no_two_share_one() -> None:
    shapes = rdflib.Graph()
    for text in shape_files():
        shapes.parse(data=text, format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    nodes = {*shapes.objects(None, sh.property), *shapes.objects(None, sh.sparql)}
    messages = []
    for node in nodes:
        found = [one for one in shapes.objects(node, sh.message) if isinstance(one, rdflib.Literal)]
        assert sorted(str(one.language) for one in found) == ["en", "zh"], node
        messages += [str(one) for one in found]
    assert len(messages) == len(set(messages)) > 100


def errors_of(data: rdflib.Graph) -> list[str]:
    """What OWL 2 RL finds inconsistent."""
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(data)
    agent = rdflib.Namespace("http://www.daml.org/2002/03/agents/agent-ont#")
    found = data.subjects(rdflib.RDF.type, agent.ErrorMessage)
    return sorted(str(text) for one in found for text in data.objects(one, agent.error))


def as_rdflib(found: Graph) -> rdflib.Graph:
    data = rdflib.Graph()
    for quad in quads(found):
        data.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return data


def test_ontology_and_an_example_plan_are_consistent_under_owl_2_rl() -> None:
    loader = get_loader()
    path = examples_folder() / "nanjing-gulou-2021-five-year-plan.txt"
    plan = loader.read_plan(loader.open_source(path))
    assert errors_of(as_rdflib(build_graph([plan], resolve([plan])))) == []


def test_a_unit_that_is_a_collective_too_is_inconsistent() -> None:
    data = as_rdflib(graph(plans()[:1]))
    unit = next(data.subjects(rdflib.RDF.type, rdflib.URIRef(f"{KG}Unit")))
    data.add((unit, rdflib.RDF.type, rdflib.URIRef(f"{KG}CollectiveUnit")))
    assert errors_of(data)


def test_the_schema_of_the_property_graph_follows_from_the_ontology() -> None:
    schema, found = property_schema(), whole_graph()
    assert {node.kind for node in found.nodes} == set(schema.labels)
    assert {relation_type(edge.type) for edge in found.edges} == set(schema.relations)
    for node in found.nodes:
        label = schema.labels[node.kind]
        assert {name for name, _ in node.properties} <= set(label.properties), node.kind
    for edge in found.edges:
        relation = schema.relations[relation_type(edge.type)]
        assert edge.source.kind in relation.sources
        assert edge.target.kind in relation.targets
    assert schema.labels["CollectiveUnit"].labels == ("CollectiveUnit", "ResponsibleBody")
    assert schema.labels["Task"].properties["deadline"] == "partial date"
    assert schema.relations["IN_PLAN"].edge == "inPlan"


def test_the_simple_edges_are_those_that_one_rule_gives() -> None:
    """The rule as a query over the finished graph, by the annotations of the ontology alone."""
    store = ox.Store()
    store.extend(quads(whole_graph()))
    rule = f"""PREFIX kg: <{KG}> SELECT DISTINCT ?s ?edge ?t {{
        ?class kg:simpleSource ?from ; kg:simpleTarget ?to . ?node a ?class ; ?from ?s ; ?to ?t .
        {{ ?class kg:simpleEdge ?edge }} UNION
        {{ ?class kg:simpleBy ?by . ?node ?by ?concept . ?concept kg:simpleEdge ?edge }} }}"""
    result = store.query(rule, use_default_graph_as_union=True)
    assert isinstance(result, ox.QuerySolutions)
    given = {(one["s"], one["edge"], one["t"]) for one in result}
    names: tuple[str, ...] = ("leads", "responsibleFor", "holdsPost", "hasTheme", "dueWith")
    names += ("leadsAsMember", "responsibleAsMember", "collectiveMember")
    names += ("succeededBy", "personSucceededBy", "noticeOf", "implementsPolicy", "supersedes")
    names += ("kinTo", "sharesPoliciesWith", "sameWordingAs", "sameMatterAs", "samePolicyAs", "sameUnitsAs")
    names += ("sameTargetAs", "comparedWith", "becomes", "withoutTaskIn")
    written = {
        (quad.subject, quad.predicate, quad.object)
        for quad in store
        if quad.predicate.value in {f"{KG}{name}" for name in names}
    }
    assert given == written
    assert {edge for _, edge, _ in given} == {ox.NamedNode(f"{KG}{name}") for name in names}
