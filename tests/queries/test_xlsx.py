"""Workbooks: text stays text, codes are labelled, no clock stands in the bytes."""

from __future__ import annotations

import io
import zipfile

import openpyxl

from kg.tables import Column, Table
from kg.tables.xlsx import to_xlsx

TABLE = Table(
    (
        Column("name", "名称", "Name"),
        Column("size", "数", "Size"),
        Column("yes", "是否", "Is", {"true": {"zh": "是", "en": "yes"}}),
    ),
    (("=1+1", 3, "true"), ("坏\x01字", 2.5, None)),
)


def test_text_is_no_formula_and_numbers_are_numbers() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx({"表[1]": TABLE}, "en"))).worksheets[0]
    assert sheet.title == "表 1 "
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Name", "Size", "Is"],
        ["=1+1", 3, "yes"],
        ["坏字", 2.5, None],
    ]
    assert sheet["A2"].data_type == "s"


def test_no_clock_stands_in_the_bytes() -> None:
    data = to_xlsx({"表": TABLE})
    assert data == to_xlsx({"表": TABLE})
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:created" not in book.read("docProps/core.xml")


def test_an_answer_without_rows_is_a_sheet_with_titles() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx({"空": Table(TABLE.columns, ())}))).worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["名称", "数", "是否"]
