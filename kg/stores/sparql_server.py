"""A SPARQL server: named graphs go in by the Graph Store Protocol, one PUT each.

The address is that of the graph store: what `?graph=IRI` can be put behind. For Fuseki this is the dataset
(`http://localhost:3030/plans`), for RDF4J `…/repositories/NAME/rdf-graphs/service`.
"""

from __future__ import annotations

import base64
import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from ..errors import StoreError
from .base import LoadedPlan, Progress, Removed

_TRIES = 3
_SECONDS = 300
_PLANS = (
    "SELECT ?iri (SAMPLE(?name) AS ?title) (SAMPLE(?sign) AS ?number) { GRAPH ?graph { ?iri a ?class "
    'FILTER(STRENDS(STR(?class), "ontology#Plan")) '
    "OPTIONAL { ?iri <http://purl.org/dc/terms/title> ?name } "
    'OPTIONAL { ?iri ?term ?sign FILTER(STRENDS(STR(?term), "ontology#documentNumber")) } } } '
    "GROUP BY ?iri ORDER BY ?title ?iri"
)


class SparqlServer:
    """A graph store over HTTP; user and password, where there are any, are sent as Basic authentication."""

    def __init__(self, uri: str, user: str = "", password: str = "") -> None:
        self._uri = uri
        self._head = {"User-Agent": "plan-kg"}
        if user:
            token = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
            self._head["Authorization"] = f"Basic {token}"

    def close(self) -> None:
        """Each request is a connection of its own: there is nothing to close."""

    def load(self, quads: Iterable[ox.Quad], progress: Progress | None = None) -> Removed:
        """Put every named graph in place of the one that the server has; raises StoreError where it refuses."""
        graphs: dict[str, list[ox.Triple]] = {}
        for quad in quads:
            assert isinstance(quad.graph_name, ox.NamedNode)
            graphs.setdefault(quad.graph_name.value, []).append(quad.triple)
        for done, (name, triples) in enumerate(graphs.items(), 1):
            body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
            self._send("PUT", self._place(name), body)
            if progress:
                progress("graphs", done, len(graphs))
        return Removed(0, 0, 0)

    def unload(self, plans: Sequence[str], progress: Progress | None = None) -> Removed:
        """Delete the graphs of the plans with these IRIs; shared graphs follow with the next load."""
        for done, plan in enumerate(plans, 1):
            self._send("DELETE", self._place(_graph(plan)))
            if progress:
                progress("graphs", done, len(plans))
        return Removed(0, 0, 0)

    def plans(self) -> list[LoadedPlan]:
        """The plans on the server, by title; raises StoreError where the address answers no query."""
        found = self._send("GET", f"{self._uri}{self._mark}query={urllib.parse.quote(_PLANS)}")
        try:
            rows = json.loads(found)["results"]["bindings"]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(self._uri, "the server answers no query at this address") from error
        return [
            LoadedPlan(**{name: _value(row, name) for name in ("iri", "title", "number")}) for row in rows
        ]

    @property
    def _mark(self) -> str:
        return "&" if "?" in self._uri else "?"

    def _place(self, graph: str) -> str:
        return f"{self._uri}{self._mark}graph={urllib.parse.quote(graph, safe='')}"

    def _send(self, method: str, url: str, body: bytes | None = None) -> bytes:
        """The answer to a request, tried again while the server is busy or its connection breaks."""
        head = {**self._head, "Accept": "application/sparql-results+json"}
        if body is not None:
            head["Content-Type"] = "application/n-triples; charset=utf-8"
        for left in reversed(range(_TRIES)):
            request = urllib.request.Request(url, data=body, headers=head, method=method)
            try:
                with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
                    return bytes(answer.read())
            except urllib.error.HTTPError as error:
                if method == "DELETE" and error.code == http.client.NOT_FOUND:
                    return b""
                if error.code < http.client.INTERNAL_SERVER_ERROR or not left:
                    raise StoreError(self._uri, f"HTTP {error.code} {error.reason}") from error
            except (OSError, http.client.HTTPException) as error:
                if not left:
                    raise StoreError(self._uri, f"{getattr(error, 'reason', None) or error}") from error
        raise AssertionError("the last try returns or raises")


def _value(row: dict[str, dict[str, str]], name: str) -> str:
    return row.get(name, {}).get("value", "")


def _graph(plan: str) -> str:
    """The IRI of the named graph of a plan: both end in the same digits."""
    base, _, digits = plan.rpartition("plan/")
    return f"{base}graph/{digits}"
