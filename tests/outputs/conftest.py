"""A graph of the example plans, built once for the tests of outputs; tests that write take a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.analysis import Material
from kg.api import open_graph
from kg.cli import main


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the graph; not to be written to."""
    folder = tmp_path_factory.mktemp("outputs") / "graph"
    result = CliRunner().invoke(main, ["build", "--examples", "--out", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="session")
def material(built: Path) -> Material:
    """The plans of the graph."""
    return open_graph(built).material


@pytest.fixture
def own(built: Path, tmp_path: Path) -> Path:
    """A copy of the graph."""
    return Path(shutil.copytree(built, tmp_path / "graph"))
