"""Tables and their forms."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg.resolve import resolve
from kg.tables import Column, Table, cell_text
from kg.tables.records import record_tables
from tests.factories import plans

TABLE = Table(
    (Column("name", "名称", "Name"), Column("count", "数", "Count")),
    (("甲", 3), ('乙"，\n', 0.5), (None, None), ("丙", -2.0)),
)


def test_titles_and_columns() -> None:
    assert TABLE.names == ["name", "count"]
    assert (TABLE.titles(), TABLE.titles("en")) == (["名称", "数"], ["Name", "Count"])
    assert TABLE.column("count") == [3, 0.5, None, -2.0]
    assert len(TABLE) == 4
    with pytest.raises(KeyError, match="size"):
        TABLE.column("size")


def test_csv_opens_in_excel_and_reads_back() -> None:
    text = TABLE.to_csv()
    assert text.startswith("\ufeffname,count\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[1:] == [["甲", "3"], ['乙"，\n', "0.5"], ["", ""], ["丙", "-2"]]


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_csv_neutralises_what_would_be_a_formula(first: str) -> None:
    table = Table((Column("a", "a", "a"),), ((f"{first}1+1",), (f"x{first}",)))
    [_, [cell], [other]] = csv.reader(io.StringIO(table.to_csv(), newline=""))
    assert cell == f"'{first}1+1"
    assert other == f"x{first}"


def test_csv_leaves_negative_numbers_alone() -> None:
    assert Table((Column("a", "a", "a"),), ((-1,), (-1.5,))).to_csv().split() == ["\ufeffa", "-1", "-1.5"]


def test_json_has_an_object_a_row() -> None:
    assert json.loads(TABLE.to_json())[2] == {"name": None, "count": None}
    assert json.loads(TABLE.to_json()) == list(TABLE)
    assert Table(TABLE.columns, ()).to_json() == "[]\n"
    assert "甲" in TABLE.to_json()


def test_cells_as_people_read_them() -> None:
    assert [cell_text(cell) for cell in (None, 3.0, 0.5, 7, "甲")] == ["", "3", "0.5", "7", "甲"]


def tables() -> dict[str, Table]:
    chosen = plans()
    return record_tables(chosen, resolve(chosen))


def test_there_is_a_table_for_each_kind_of_record() -> None:
    assert {name: len(table) for name, table in tables().items()} == {
        "plans": 3,
        "tasks": 5,
        "assignments": 9,
        "expanded_assignments": 0,
        "policies": 7,
        "citations": 2,
        "members": 5,
        "targets": 2,
        "phases": 1,
        "unread": 1,
        "units": 10,
    }


def test_rows_are_as_wide_as_their_heads_and_titled_in_both_languages() -> None:
    for table in tables().values():
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert all(column.zh and column.en for column in table.columns)
        assert all(cell != "" for row in table.rows for cell in row)


def test_an_assignment_says_unit_role_and_quote() -> None:
    [row] = [
        row
        for row in tables()["assignments"]
        if row["task_title"] == "建设口袋花园" and row["role"] == "lead"
    ]
    assert row["unit"] == "320106|区园林局"
    assert (row["printed_name"], row["printed_role"], row["stated"]) == ("区园林局", "牵头", "true")
    assert row["quote"] == "区园林局"


def test_a_member_has_a_row_for_each_post() -> None:
    found = [(row["name"], row["unit_name"], row["post"]) for row in tables()["members"]]
    assert ("周林", "区政府", "区长") in found
    assert ("吴梅", None, None) in found


def test_a_unit_is_counted_over_plans() -> None:
    [row] = [row for row in tables()["units"] if row["unit"] == "320106|区园林局"]
    assert (row["plans"], row["jurisdiction_name"]) == (2, "江苏省南京市鼓楼区")


def test_the_order_of_plans_makes_no_difference() -> None:
    chosen = plans()[::-1]
    assert record_tables(chosen, resolve(chosen)) == tables()
