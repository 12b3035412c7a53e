"""Workbooks as people send them back: filled in, sorted, with more columns, under another name."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook, load_workbook

from kg.ledger import LedgerRow
from kg.ledger.rows import Due

Fill = Mapping[tuple[int, str], str]
"""What is typed, by the place of the row (from 0) and the title of the column."""


_TITLES = ("推进项目建设", "修订应急预案和处置流程", "开展园区企业走访服务", "清理闲置用地")


def table(data: bytes, sheet: int = 0) -> list[list[str]]:
    """The texts of a sheet."""
    book = load_workbook(io.BytesIO(data))
    rows = book.worksheets[sheet].iter_rows(values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def all_text(data: bytes) -> str:
    """All cells of all sheets."""
    book = load_workbook(io.BytesIO(data))
    return "\n".join("\n".join(map("\t".join, table(data, place))) for place in range(len(book.worksheets)))


def filled(
    data: bytes,
    fill: Fill,
    *,
    order: Callable[[Sequence[list[str]]], Sequence[list[str]]] = list,
    added: Mapping[str, Sequence[str]] | None = None,
    sheet: str = "台账",
) -> bytes:
    """The workbook's first sheet filled in, its rows in another order, with columns added in front."""
    head, *rows = table(data)
    for (row, title), text in fill.items():
        rows[row][head.index(title)] = text
    for title, texts in (added or {}).items():
        head = [title, *head]
        rows = [[text, *row] for text, row in zip(texts, rows, strict=True)]
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for line in (head, *order(rows)):
        page.append([cell or None for cell in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row(number: int, unit: str = "甲局", **changes: object) -> LedgerRow:
    """A row of the ledger."""
    values: dict[str, object] = {
        "task": f"计划|task|{number}|1",
        "unit": f"320106|{unit}",
        "plan": "计划",
        "plan_title": "某区工作方案",
        "place": "某区",
        "section": f"{number}",
        "title": _TITLES[number % len(_TITLES)],
        "unit_name": unit,
        "role": "牵头",
        "through": "",
        "partners": (),
        "due": Due("2025", False, "计划期止于2025"),
        "quote": "原文。",
    }
    return LedgerRow(**(values | changes))  # type: ignore[arg-type]
