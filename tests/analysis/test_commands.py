from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from kg.api import Built
from kg.cli import main
from kg.commands import compare, overlap, workload

A, B = "nanjing-gulou-2021-five-year-plan", "nanjing-gulou-2022-strong-county"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.mark.parametrize("what", get_args(overlap.What))
def test_overlap_shows_each_of_its_tables(what: str, examples: Built) -> None:
    result = run("overlap", what, "--graph", examples.folder)
    assert result.exit_code == 0
    assert "计划" in result.stdout
    assert len(result.stdout.splitlines()) > 2 or what == "left-out"


def test_themes_are_compared_of_tasks_that_are_the_same_in_something_else(examples: Built) -> None:
    words: list[str | Path] = ["overlap", "tasks", "--kind", "theme", "--graph", examples.folder]
    rows = json.loads(run(*words, "--format", "json").stdout)
    assert {row["kind"] for row in rows} == {"theme"}
    shared = {name for row in rows for name in row["shared"].split("；")}
    assert {"保护", "运用"} <= shared
    english = run(*words, "--lang", "en").stdout
    assert "protection" in english


def test_an_empty_answer_is_said(examples: Built) -> None:
    done = run("overlap", "left-out", "--graph", examples.folder, "--lang", "en")
    assert done.stderr == "nothing found\n"
    assert run("overlap", "left-out", "--graph", examples.folder, "--format", "json").stderr == ""


def test_an_unknown_plan_is_answered_with_the_names_that_can_be_given(examples: Built) -> None:
    done = run("compare", A, "no-such-plan", "--graph", examples.folder)
    assert done.exit_code == 2
    assert B in done.stderr


@pytest.mark.parametrize("what", get_args(workload.What))
def test_workload_shows_each_of_its_tables(what: str, examples: Built) -> None:
    result = run("workload", what, "--graph", examples.folder, "--lang", "en")
    assert result.exit_code == 0
    assert "Unit" in result.stdout or "Plan" in result.stdout


@pytest.mark.parametrize("what", get_args(compare.What))
def test_compare_shows_each_of_its_parts(what: str, examples: Built) -> None:
    result = run("compare", A, B, "--what", what, "--graph", examples.folder, "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout.startswith("\ufeff")


def test_compare_shows_all_parts_and_says_that_a_plan_names_no_units(examples: Built) -> None:
    result = run("compare", A, B, "--graph", examples.folder)
    assert result.exit_code == 0
    assert "延续的任务：" in result.stdout
    assert "有计划未列出任何单位" in result.stdout
    assert "reworded" in run("compare", A, B, "--graph", examples.folder, "--lang", "en").stdout


def test_kinds_choose_the_rows(examples: Built) -> None:
    result = run("overlap", "tasks", "--kind", "matter", "--graph", examples.folder, "--format", "json")
    assert {row["kind"] for row in json.loads(result.stdout)} == {"matter"}


def test_a_date_leaves_lapsed_plans_out(examples: Built) -> None:
    result = run("workload", "--as-of", "2025-08-01", "--graph", examples.folder)
    assert result.exit_code == 0
    assert "已到期" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("overlap", "nothing"),
        ("overlap", "plans", "--kind", "matter"),
        ("compare", A, B, "--format", "csv"),
        ("compare", A, "nothing"),
        ("compare", A, A),
        ("workload", "--as-of", "soon"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(arguments: tuple[str, ...], examples: Built) -> None:
    result = run(*arguments, "--graph", examples.folder)
    assert result.exit_code == 2
    assert result.stderr


@pytest.mark.parametrize("what", ["policies", "policy-pairs"])
def test_levels_have_the_words_of_the_ontology(what: str, examples: Built) -> None:
    shown = run("overlap", what, "--graph", examples.folder).stdout
    assert "国家级" in shown and "县级" in shown and "county" not in shown
