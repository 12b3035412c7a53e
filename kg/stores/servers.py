"""Servers by their addresses, with user and password from the environment."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from ..errors import StoreError
from ..keys import iri
from .base import LoadedPlan, Server

NEO4J = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""What addresses of Neo4j begin with; `neo4j` ones lead to clusters too."""
SPARQL = ("http", "https")
"""What addresses of SPARQL servers begin with."""

_NAMES = {
    "user": (("KG_NEO4J_USER", "NEO4J_USERNAME", "NEO4J_USER"), ("KG_SPARQL_USER",)),
    "password": (("KG_NEO4J_PASSWORD", "NEO4J_PASSWORD"), ("KG_SPARQL_PASSWORD",)),
}
"""Variables that may hold a value, for Neo4j and for SPARQL servers, the first one that is set counts."""


def connect(
    uri: str,
    ask: Callable[[str], str],
    *,
    database: str | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Server:
    """The server at an address; `ask` gives the user or password that Neo4j needs and the environment has not.

    Raises StoreError for an address of no known kind or that holds a password: it would stand in messages.
    """
    parts = urlsplit(uri)
    if parts.scheme not in NEO4J + SPARQL:
        raise StoreError(
            printable_uri(uri), f"expected an address that begins with {', '.join(NEO4J + SPARQL)}"
        )
    if "@" in parts.netloc:
        raise StoreError(
            printable_uri(uri), "user and password go into the environment, not into the address"
        )
    if parts.scheme in SPARQL:
        from .sparql_server import SparqlServer

        return SparqlServer(uri, *(_known(environment, what, 1) or "" for what in ("user", "password")))
    from .neo4j import Neo4jStore

    user, password = (_known(environment, what, 0) or ask(what) for what in ("user", "password"))
    return Neo4jStore(uri, user, password, database)


def printable_uri(uri: str) -> str:
    """The address without user and password."""
    head, at, tail = uri.rpartition("@")
    return f"{head.partition('://')[0]}://{tail}" if at else uri


def find_plans(plans: list[LoadedPlan], wanted: str) -> list[LoadedPlan]:
    """The plans of a server that a text names: by IRI, key, number or title, else by a part of the title."""
    exact = [
        plan
        for plan in plans
        if wanted in (plan.iri, plan.number, plan.title) or plan.iri == iri("plan", wanted, _base(plan.iri))
    ]
    return exact or [plan for plan in plans if plan.title and wanted in plan.title]


def _base(plan: str) -> str:
    return plan.rpartition("plan/")[0]


def _known(environment: Mapping[str, str], what: str, kind: int) -> str | None:
    return next((environment[name] for name in _NAMES[what][kind] if environment.get(name)), None)
