"""The check of the graph against its records: one statement more or less is found and named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.api import open_graph
from kg.building import build_to
from kg.cli import main
from kg.graphcheck import EXTRA, MISSING, check_folder_graph
from kg.plugins import get_loader
from kg.resolve import Correction
from kg.resolve.corrections import corrections_text, read_corrections
from kg.reviewing import APPLIED, review
from kg.running import examples_folder, find_files, read_plans
from kg.stores.decisions import read_decisions
from kg.stores.rdf import FILE_NAME

REASON = '"计划期止于2025-07"'
NAME = "nanjing-gulou-2022-strong-county"


def said(action: str, kind: str, **fields: str) -> Correction:
    """A decision with an author, a reason and words that steer a table or a page."""
    return Correction(action=action, kind=kind, author="郑云", reason='看过原件 "<b>,\n二', **fields)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def decisions() -> list[Correction]:
    """Decisions on a record that is there, on one that goes, on a unit, and on what is not there."""
    path = examples_folder() / f"{NAME}.txt"
    loader = get_loader()
    plan = loader.read_plan(loader.open_source(path))
    key, task, gone = plan.document.key, plan.tasks[0], plan.tasks[1]
    return [
        said("change", "task", plan=key, key=task.key, field="title", value="新标题", quote=task.title),
        said("reject", "task", key=gone.key),
        said("accept", "document", key=key),
        said("change", "task", plan=key, key=f"{key}|task|九十九|1", field="title", value="无"),
        said("accept", "unit", key="320106|区财政局", value="320106|区审计局"),
    ]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, decisions: list[Correction]) -> Path:
    """The folder of an example plan, built with decisions."""
    folder = tmp_path_factory.mktemp("graphcheck")
    file = folder / "decisions.csv"
    file.write_text(corrections_text(decisions), "utf-8")
    run = read_plans(list(find_files([examples_folder() / f"{NAME}.txt"])), get_loader())
    build_to(folder / "out", review(run, [file]).run, shapes=False)
    return folder / "out"


@pytest.fixture
def tampered(built: Path) -> Iterator[Callable[[str, str], None]]:
    """Puts one text of the graph's file in place of another, the first time it stands there."""
    path = built / FILE_NAME
    good = path.read_text("utf-8")

    def tamper(old: str, new: str) -> None:
        assert old in good
        path.write_text(good.replace(old, new, 1), "utf-8")

    yield tamper
    path.write_text(good, "utf-8")


def check(folder: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["check", "--graph", str(folder), "--no-shapes", *arguments])
    return done.exit_code, done.stdout


def test_a_graph_as_it_was_built_is_what_its_records_give(built: Path) -> None:
    assert check_folder_graph(built) == []


def test_one_changed_statement_is_named_in_both_languages(
    built: Path, tampered: Callable[[str, str], None]
) -> None:
    tampered(REASON, '"计划期止于2030-07"')
    lost, found = check_folder_graph(built)
    assert [(one.plan, one.place, one.kind) for one in (lost, found)] == [
        ("derived", FILE_NAME, MISSING),
        ("derived", FILE_NAME, EXTRA),
    ]
    assert lost.detail.endswith("ontology#reason> " + REASON + " [1]")
    assert found.detail.endswith('ontology#reason> "计划期止于2030-07" [1]')
    status, printed = check(built)
    assert status == 3
    assert "图谱缺少记录所给出的语句" in printed
    assert "计划期止于2030-07" in printed
    status, printed = check(built, "--lang", "en")
    assert status == 3
    assert "the graph has a statement that the records don't give" in printed


def test_a_statement_that_was_taken_out_of_a_plan_is_named_with_the_plan(
    built: Path, tampered: Callable[[str, str], None]
) -> None:
    line = re.search(r"\n\t\tkg:genre [^\n]*", (built / FILE_NAME).read_text("utf-8"))
    assert line
    tampered(line[0], "")
    [lost] = check_folder_graph(built)
    assert (lost.plan, lost.kind) == (NAME, MISSING)
    assert "ontology#genre> " in lost.detail


def test_a_decision_that_was_changed_is_found(built: Path, tampered: Callable[[str, str], None]) -> None:
    tampered('kg:correctedBy "郑云"', 'kg:correctedBy "他人"')
    assert [(one.plan, one.kind) for one in check_folder_graph(built)] == [
        ("decisions", MISSING),
        ("decisions", EXTRA),
    ]


def test_records_without_a_graph_have_nothing_to_compare(tmp_path: Path) -> None:
    assert check_folder_graph(tmp_path) == []


def test_every_decision_comes_back_from_the_graph_as_it_was_given(
    built: Path, decisions: list[Correction]
) -> None:
    found = read_decisions(open_graph(built).view)
    assert sorted(
        (one.action, one.kind, one.plan, one.key, one.field, one.value, one.author, one.reason, one.quote)
        for one in found
    ) == sorted(
        (one.action, one.kind, one.plan, one.key, one.field, one.value, one.author, one.reason, one.quote)
        for one in decisions
    )
    assert {one.key for one in found if not one.effective} == {decisions[3].key, decisions[4].key}
    assert read_corrections(built / "records" / APPLIED) == decisions
