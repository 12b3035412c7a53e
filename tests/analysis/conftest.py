"""The example plans, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.api import Built, open_graph
from kg.building import build_to
from kg.plugins import get_loader
from kg.running import examples_folder, find_files, read_plans


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built([examples_folder()], tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The five plans in full, which are no part of the project."""
    folder = Path(__file__).parents[3] / "shared" / "plans"
    if not folder.is_dir():
        pytest.skip("the folder of real plans (../shared) is not there")
    return built([folder], tmp_path_factory.mktemp("real"))


def built(folders: list[Path], out: Path) -> Built:
    build_to(out, read_plans(list(find_files(folders)), get_loader()), shapes=False)
    return open_graph(out)
