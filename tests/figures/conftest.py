"""What the tests of figures share: the graph of the example plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.api import Built, open_graph
from kg.building import build_to
from tests.views.pages import example_run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("figures")
    build_to(made, example_run())
    return made


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    return open_graph(folder)
