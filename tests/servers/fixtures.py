"""Servers for tests: one of each kind for a whole run, emptied before each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.running import FusekiProcess, Neo4jProcess


@pytest.fixture(scope="session")
def neo4j_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jProcess]:
    """A Neo4j server that all tests share."""
    with Neo4jProcess(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


@pytest.fixture
def neo4j_server(neo4j_process: Neo4jProcess) -> Neo4jProcess:
    """A Neo4j server with an empty database."""
    neo4j_process.run("MATCH (n) DETACH DELETE n")
    return neo4j_process


@pytest.fixture(scope="session")
def fuseki_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FusekiProcess]:
    """A Fuseki server that all tests share; each load replaces what an earlier one put there."""
    with FusekiProcess(tmp_path_factory.mktemp("fuseki")) as server:
        yield server
