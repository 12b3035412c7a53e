"""The ontology: whole, labelled in both languages, built on the vocabularies of the field, and all in use."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files

import pyoxigraph as ox
import pytest
from msgspec.structs import replace

from kg.graph import Graph, build_graph, load_schema, ontology_triples
from kg.keys import BASE
from kg.resolve import Entities, resolve
from tests.factories import plans

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"
KG = f"{BASE}ontology#"
ONTOLOGY = f"{BASE}ontology"

Facts = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def facts() -> Facts:
    found: Facts = defaultdict(lambda: defaultdict(list))
    for triple in ontology_triples():
        assert isinstance(triple.subject, ox.NamedNode)
        assert isinstance(triple.object, ox.NamedNode | ox.Literal), "no blank nodes"
        found[triple.subject.value][triple.predicate.value].append(triple.object)
    return found


TERMS = sorted(set(facts()) - {ONTOLOGY})


def whole_graph() -> Graph:
    """A graph with everything that the builder can write."""
    chosen = plans()
    plain = resolve(chosen)
    member = next(unit.key for unit in plain.units if not unit.collective)
    units = [replace(one, members=(member,)) if one.collective else one for one in plain.units]
    named = [replace(one, mentions=(*one.mentions, replace(one.mentions[0], name="又名"))) for one in units]
    entities = Entities(
        units=named,
        policies=plain.policies,
        persons=plain.persons,
        groups=plain.groups,
        jurisdictions=plain.jurisdictions,
        decisions=plain.decisions,
    )
    return build_graph(chosen, entities)


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
    assert {name for name, term in schema.edges.items() if not term.written} == {"ledBy", "hasResponsible"}


def test_every_concept_names_a_simple_edge_that_is_one() -> None:
    schema = load_schema()
    assert {one.simple_edge for one in schema.concepts.values()} <= set(schema.edges)
    assert len({one.simple_edge for one in schema.concepts.values()}) == len(schema.concepts)


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
