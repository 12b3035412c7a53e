"""Columns of codes: programs get the code, people its label in their language."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.questions import read_question
from kg.tables import Column, Table
from kg.tables.codes import labels_of

QUERY = """# title zh: 甲
# title en: A
# description zh: 乙
# description en: B
# column: relation | {type} | 关系 | Relation

SELECT ?relation WHERE {{ BIND("basis" AS ?relation) }}
"""


def columns(folder: Path, kind: str) -> tuple[Column, ...]:
    path = folder / "codes.rq"
    path.write_text(QUERY.format(type=kind), "utf-8")
    return read_question(path).columns


@pytest.mark.parametrize(
    ("scheme", "code", "zh", "en"),
    [
        ("CitationRelation", "basis", "依据", "basis"),
        ("AssignmentRole", "lead", "牵头", "lead"),
        ("PolicyLevel", "nation", "国家级", "national"),
        ("DateBasis", "plan", "计划期末", "plan's end"),
        ("Class", "Target", "目标指标", "target"),
        ("Property", "deadline", "完成时限", "deadline"),
        ("Field", "period.end", "规划期止", "Period end"),
        ("Field", "unit", "单位", "Unit"),
        ("Theme", "保护", "保护", "protection"),
    ],
)
def test_a_code_has_the_labels_of_the_ontology(scheme: str, code: str, zh: str, en: str) -> None:
    assert labels_of(scheme)[code] == {"zh": zh, "en": en}


@pytest.mark.parametrize("kind", ["code CitationRelation", "list CitationRelation"])
def test_people_read_labels_and_programs_codes(tmp_path: Path, kind: str) -> None:
    table = Table(columns(tmp_path, kind), (("basis",), ("cites；implements",), ("unheard-of",), (None,)))
    assert table.shown("zh") == [["依据"], ["引用；落实"], ["unheard-of"], [""]]
    assert table.shown("en") == [["basis"], ["cites；implements"], ["unheard-of"], [""]]
    assert table.column("relation")[0] == "basis"
    assert "basis" in table.to_csv()
    assert '"basis"' in table.to_json()


def test_other_columns_are_shown_as_they_are(tmp_path: Path) -> None:
    [column] = columns(tmp_path, "text")
    assert column.labels == {}
    assert Table((column,), ((3.0,), ("基础；basis",))).shown() == [["3"], ["基础；basis"]]


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("code Nonsense", r"codes\.rq:5: no scheme of codes 'Nonsense' in the ontology"),
        ("code", r"codes\.rq:5: unknown type 'code'"),
        ("text CitationRelation", r"codes\.rq:5: unknown type 'text CitationRelation'"),
    ],
)
def test_a_wrong_type_is_refused_with_its_line(tmp_path: Path, kind: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        columns(tmp_path, kind)
