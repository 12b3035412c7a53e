"""The graph of a folder from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
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


TINY = """关于印发某区园林工作方案的通知
一、主要任务
（一）建设口袋公园。新建口袋公园3个。（牵头单位：区园林局；责任单位：区财政局）
（二）养护行道树。（责任单位：区城管局）
"""


def test_plans_are_built_and_opened_in_one_call(tmp_path: Path) -> None:
    (tmp_path / "garden.txt").write_text(TINY, "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    graph = kg.build(tmp_path / "garden.txt", tmp_path / "empty.txt", out=tmp_path / "out")
    assert [failure.path.name for failure in graph.failures] == ["empty.txt"]
    assert graph.query("tasks-of-unit", unit="区园林局").column("task") == ["建设口袋公园"]
    again = kg.open(tmp_path / "out")
    assert isinstance(again, kg.Built)
    assert again.plans == graph.plans
    assert again.failures == ()


def test_nothing_to_build_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    with pytest.raises(InputError, match=r"empty\.txt"):
        kg.build(tmp_path / "empty.txt", out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    with pytest.raises(AttributeError):
        _ = kg.nothing
