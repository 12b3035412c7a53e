"""The graph of a folder from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.api import open_graph
from kg.building import build_to
from kg.errors import InputError, QueryError, RecordError
from kg.running import Read, Run
from tests.factories import plans


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reads = [Read(tmp_path / plan.document.file.name, plan, "") for plan in plans()]
    build_to(tmp_path / "out", Run(reads=reads), shapes=False)
    return tmp_path / "out"


def test_a_built_folder_answers_questions_and_gives_tables(folder: Path) -> None:
    built = open_graph(folder)
    assert len(built.query("due", from_="2025")) == 1
    assert built.query("tasks-of-unit", unit="区园林局", role="lead").column("task") == [
        "建设口袋花园",
        "宣传花事",
    ]
    assert len(built.tables["assignments"]) == 9
    assert built.plans == sorted(plans(), key=lambda plan: plan.document.key)


def test_what_is_wrong_is_said_when_it_is_asked_for(tmp_path: Path) -> None:
    built = open_graph(tmp_path)
    with pytest.raises(InputError, match="run kg build first"):
        built.query("due")
    with pytest.raises(RecordError):
        _ = built.tables


def test_a_parameter_that_is_none_is_refused(folder: Path) -> None:
    with pytest.raises(QueryError, match="no parameter 'colour'"):
        open_graph(folder).query("due", colour="red")
