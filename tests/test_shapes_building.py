"""What kg build and kg check do with a plan that breaks a shape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from kg.building import passing
from kg.cli import main
from kg.keys import assign_keys
from kg.model import Plan
from kg.plugins import Loader
from kg.running import Read, Run
from kg.shapes import check_folder_shapes
from kg.source import Source
from kg.stores.rdf import FILE_NAME, load_store
from tests.factories import garden_plan, other_district_plan
from tests.test_shapes import PREFIXES, sound

WritePlan = Callable[..., Path]


class _Breaking:
    """A loader that takes the evidence from the assignments of one plan."""

    def __init__(self, inner: Loader) -> None:
        self._inner = inner

    def open_source(self, path: Path) -> Source:
        return self._inner.open_source(path)

    def read_plan(self, source: Source) -> Plan:
        plan = self._inner.read_plan(source)
        if plan.document.title == "坏方案":
            for task in plan.tasks:
                task.assignments = [replace(one, evidence=[]) for one in task.assignments]
        return plan


@pytest.fixture
def two_plans(
    tmp_path: Path,
    toy_loader: Loader,
    write_plan: WritePlan,
    toy_formats: Callable[[], list[object]],
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    monkeypatch.setattr("kg.running.get_formats", toy_formats)
    monkeypatch.setattr("kg.commands.reading.get_loader", lambda: _Breaking(toy_loader))
    monkeypatch.setattr("kg.commands.check.get_loader", lambda: toy_loader)
    write_plan(tmp_path / "in/good.txt", title="好方案")
    write_plan(tmp_path / "in/bad.txt", title="坏方案", units="丙局")
    return tmp_path


def test_build_leaves_out_the_plan_that_breaks_a_shape_and_builds_the_others(two_plans: Path) -> None:
    out = two_plans / "out"
    done = CliRunner().invoke(main, ["build", str(two_plans / "in"), "--out", str(out)])
    assert done.exit_code == 1
    assert "bad：tasks[0].assignments[0]：责任分工没有原文依据。" in done.stderr
    assert "bad 不符合本体的形状约束，未收入" in done.stderr
    assert sorted(path.stem for path in (out / "records").glob("*.txt")) == ["good"]
    assert "丙局" not in (out / FILE_NAME).read_text("utf-8")


def test_the_shapes_can_be_switched_off_and_check_finds_what_was_kept(two_plans: Path) -> None:
    out = two_plans / "out"
    run = CliRunner().invoke
    assert run(main, ["build", str(two_plans / "in"), "--out", str(out), "--no-shapes"]).exit_code == 0
    done = run(main, ["check", "--graph", str(out), "--lang", "en"])
    assert done.exit_code == 3
    line = next(line for line in done.stdout.splitlines() if "The assignment has no evidence." in line)
    assert line.split()[:2] == ["bad", "tasks[0].assignments[0]"]
    quotes = run(main, ["check", "--graph", str(out), "--lang", "en", "--no-shapes"])
    assert "no evidence" not in quotes.stdout


def test_where_all_plans_break_a_shape_nothing_is_written(two_plans: Path) -> None:
    out = two_plans / "out"
    done = CliRunner().invoke(
        main, ["build", str(two_plans / "in/bad.txt"), "--out", str(out), "--lang", "en"]
    )
    assert done.exit_code == 1
    assert "bad breaks a shape of the ontology and was left out" in done.stderr
    assert not out.exists()


def test_check_of_a_folder_without_a_graph_looks_at_the_records_alone(two_plans: Path) -> None:
    assert check_folder_shapes(two_plans) == []


def test_a_note_does_not_fail_the_check(two_plans: Path) -> None:
    out = two_plans / "out"
    CliRunner().invoke(main, ["build", str(two_plans / "in/good.txt"), "--out", str(out)])
    store = load_store(out)
    store.update(
        f"{PREFIXES} DELETE {{ GRAPH ?g {{ ?p dcterms:title ?x }} }} WHERE {{ GRAPH ?g {{ ?p a kg:Plan ; dcterms:title ?x }} }}"
    )
    store.dump(out / FILE_NAME, ox.RdfFormat.TRIG)
    [found] = check_folder_shapes(out)
    assert found.fault.message("zh") == "计划没有标题。"
    assert not found.fault.hard


def test_a_run_is_not_changed_by_what_is_left_out(tmp_path: Path) -> None:
    good, bad = sound(other_district_plan()), assign_keys(garden_plan())
    run = Run(reads=[Read(tmp_path / plan.document.file.name, plan, "") for plan in (bad, good)])
    outcome = passing(run)
    assert [read.plan for read in outcome.run.reads] == [good]
    assert len(run.reads) == 2
    assert outcome.left_out == [Path(bad.document.file.name).stem]
    assert {node.graph for node in outcome.graph.of_kind("Task")} == {good.document.key}
