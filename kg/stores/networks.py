"""The property graph for networkx, and the files that networkx writes of it."""

from __future__ import annotations

import io
import re
from datetime import date
from xml.etree import ElementTree

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from ..tables import JOIN
from .property_graph import PropertyGraph, PropertyValue, node_row, relation_row

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML can't hold."""

_TIMES = frozenset({"start", "end"})
"""Names that GEXF has for times; ours are places in a text."""


def to_networkx(graph: PropertyGraph) -> nx.MultiDiGraph[str]:
    """The graph with IRIs as nodes; `label` is a node's class, `type` a relation's, the key its named graph too."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        network.add_node(node.iri, **{"label": node.label, **node_row(node)})
    for one in graph.relations:
        row = {"type": one.type, **relation_row(one)}
        network.add_edge(one.source, one.target, key=f"{one.type} {one.graph}", **row)
    return network


def graphml(graph: PropertyGraph) -> bytes:
    """The graph as GraphML; lists are joined, dates are text."""
    file = io.BytesIO()
    nx.write_graphml_xml(_flat(graph), file, named_key_ids=True, edge_id_from_attribute="id")
    return file.getvalue()


def gexf(graph: PropertyGraph) -> bytes:
    """The graph as GEXF, without the time of writing; lists are joined, dates are text."""
    network = _flat(graph)
    for _, _, values in network.edges(data=True):
        values["relation"] = values.pop("type")
    for _, values in network.nodes(data=True):
        for name in _TIMES & values.keys():
            values[f"quote{name.capitalize()}"] = values.pop(name)
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    ElementTree.indent(writer.xml)
    return bytes(ElementTree.tostring(writer.xml, encoding="utf-8", xml_declaration=True))


def _flat(graph: PropertyGraph) -> nx.MultiDiGraph[str]:
    """The graph with values that XML formats have, and names for people to see on the nodes."""
    network = to_networkx(graph)
    for _, values in network.nodes(data=True):
        kind = values["label"]
        name = values.get("prefLabel") or values.get("title") or values.get("printedName") or kind
        _flatten(values)
        values |= {"kind": kind, "label": _scalar(name)}
    for number, (_, _, values) in enumerate(network.edges(data=True)):
        _flatten(values)
        values |= {"id": f"r{number}", "label": values["type"]}
    return network


def _flatten(values: dict[str, PropertyValue]) -> None:
    for name, value in values.items():
        values[name] = _scalar(value)


def _scalar(value: PropertyValue) -> str | int | float | bool:
    if isinstance(value, list):
        value = JOIN.join(str(one) for one in value)
    if isinstance(value, date):
        return value.isoformat()
    return _UNFIT.sub("\ufffd", value) if isinstance(value, str) else value
