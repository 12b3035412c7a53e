"""The graph of plans with all that follows from comparing them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..graph import Graph, build_graph
from ..graph.themes import Themes, load_themes
from ..model import Plan
from ..resolve.model import Entities
from .findings import with_findings
from .found import find
from .material import Material


def analysed_graph(
    plans: Sequence[Plan], entities: Entities, texts: Mapping[str, str], themes: Themes | None = None
) -> Graph:
    """What plans state, what they share, and what the analyses find; `texts` are the Source texts by plan key.

    The order of the plans makes no difference. Raises OntologyError where the graph strays from the ontology.
    """
    schemes = themes or load_themes()
    material = Material(plans, entities, texts, schemes)
    return with_findings(build_graph(plans, entities, themes=schemes), material, find(material))
