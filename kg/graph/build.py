"""From plans and entities to the graph."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Plan
from ..resolve.model import Entities
from .chains import chain_edges
from .collectives import collective_statements
from .deadlines import PlanDeadlines
from .decisions import decision_statements
from .links import link_statements
from .model import Edge, Graph, Node
from .schema import Schema, load_schema
from .shared import entity_edges, entity_nodes
from .statements import PlanStatements
from .themes import Themes, load_themes
from .theming import theme_statements


def build_graph(
    plans: Sequence[Plan],
    entities: Entities,
    schema: Schema | None = None,
    themes: Themes | None = None,
) -> Graph:
    """The graph of plans whose keys are set; raises OntologyError where it strays from the ontology.

    The order of the plans makes no difference.
    """
    schema = schema or load_schema()
    themes = themes or load_themes()
    ordered = sorted(plans, key=lambda plan: plan.document.key)
    nodes: list[Node] = []
    edges: list[Edge] = []
    for plan in ordered:
        statements = PlanStatements(plan, entities, schema)
        statements.collect()
        nodes += statements.nodes
        edges += statements.edges
        derived, follows = PlanDeadlines(plan).statements(schema)
        nodes += derived
        edges += follows
    nodes += entity_nodes(ordered, entities)
    edges += entity_edges(ordered, entities)
    links, ends = link_statements(ordered, entities, schema)
    nodes += links
    edges += ends
    edges += list(chain_edges(edges))
    shares, members = collective_statements(ordered, entities, schema)
    findings, ties = theme_statements(ordered, themes, schema)
    decisions, about = decision_statements(ordered, entities, nodes)
    graph = Graph([*nodes, *shares, *findings, *decisions], [*edges, *members, *ties, *about], themes.triples)
    schema.check(graph)
    return graph
