"""`kg query NAME`: the catalogue, and its answers in all forms and engines."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.commands.running import Kg


def test_questions_are_listed_by_subject_with_parameters_and_an_example(kg: Kg) -> None:
    for lang, subject in (("zh", "【责任分工】"), ("en", "WHO IS RESPONSIBLE FOR WHAT")):
        lines = kg("query", "--list", "--lang", lang).stdout.splitlines()
        assert subject in lines
        assert {"unit-workload", "policy-chain", "due"} <= {line.split()[0] for line in lines if line.strip()}
        assert any(
            "kg query tasks-of-unit --param unit=市场监管局 --param role=lead" in line for line in lines
        )
        assert any(line.split()[:1] == ["role=lead|responsible"] for line in lines)
    table = json.loads(kg("query", "--list", "--format", "json").stdout)
    assert {row["engines"] for row in table} == {"sparql, cypher"}


def test_cypher_answers_as_sparql_does(kg: Kg, built: Path) -> None:
    for name in ("unit-workload", "plans"):
        answers = [
            kg("query", name, "--engine", engine, "--format", "csv").stdout for engine in ("sparql", "cypher")
        ]
        assert answers[0] == answers[1]


def test_a_workbook_has_the_same_bytes_each_time(kg: Kg, built: Path) -> None:
    first, second = (kg("query", "plans", "--format", "xlsx").stdout_bytes for _ in range(2))
    assert first == second
    sheet = openpyxl.load_workbook(io.BytesIO(first)).worksheets[0]
    assert sheet.title == "计划一览"
    assert [cell.value for cell in sheet[1]][:2] == ["计划", "文号"]


def test_a_named_question_is_answered_in_three_forms(kg: Kg, built: Path) -> None:
    rows = json.loads(kg("query", "unit-workload", "--format", "json").stdout)
    assert len(rows) == 3  # 甲局 of one plan, 乙局 of both: no place is known, so the two are not one
    text = kg("query", "unit-workload", "--format", "csv").stdout
    assert text.startswith("\ufeff")
    assert list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))) == [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in rows
    ]
    table = kg("query", "unit-workload").stdout
    assert all(name in table for name in ("甲局", "乙局"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["unit-workloads"], "unit-workload"),
        (["unit-workload", "--param", "no_such_parameter=1"], "no_such_parameter"),
    ],
)
def test_an_unknown_question_or_parameter_is_status_2(
    kg: Kg, built: Path, arguments: list[str], message: str
) -> None:
    result = kg("query", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
