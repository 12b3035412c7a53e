"""Tables of indicators: rows of 指标, unit of measure and the values promised for one or several years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from kg.model import Comparator
from kg.names.dates import find_dates
from kg.source import Block, Cell

from .target_table_rules import (
    CELL_VALUE,
    INDICATOR_HEAD,
    OTHER_HEAD,
    PAST_HEAD,
    UNIT_HEAD,
    UNIT_IN_NAME,
    VALUE_HEAD,
    YEAR_HEAD,
)

_SPACE = re.compile(r"\s")


class TableFigure(NamedTuple):
    """A value of a table of indicators."""

    name: tuple[int, int]
    indicator: str
    value_at: tuple[int, int]
    value: float
    value_max: float | None
    comparator: Comparator
    unit: str
    unit_at: tuple[int, int]
    by: tuple[int, int, str] | None


@dataclass(slots=True)
class _Columns:
    first_row: int
    name: int
    unit: int | None
    values: dict[int, tuple[int, int, str] | None]
    """Column to the date that its head gives."""


def _squeezed(text: str, cell: Cell) -> str:
    return _SPACE.sub("", text[cell.start : cell.end])


def _columns(text: str, block: Block) -> _Columns | None:
    for i, row in enumerate(block.rows[:3]):
        heads = [_squeezed(text, cell) for cell in row]
        names = [
            j
            for j, head in enumerate(heads)
            if head in INDICATOR_HEAD and head not in OTHER_HEAD and "指标值" not in head
        ]
        if not names:
            continue
        name = names[-1]
        unit = next((j for j, head in enumerate(heads) if head in UNIT_HEAD), None)
        values: dict[int, tuple[int, int, str] | None] = {}
        for j in range(name + 1, len(row)):
            head = heads[j]
            if j == unit or head not in VALUE_HEAD or head in PAST_HEAD or head in OTHER_HEAD:
                continue
            dates = find_dates(text[row[j].start : row[j].end])
            values[j] = (
                (row[j].start + dates[-1].start, row[j].start + dates[-1].end, dates[-1].iso)
                if dates
                else None
            )
        if values:
            lower = _years_below(text, block.rows[i + 1], name) if i + 1 < len(block.rows) else {}
            return _Columns(i + 1 + bool(lower), name, unit, lower or values)
    return None


def _years_below(text: str, row: tuple[Cell, ...], name: int) -> dict[int, tuple[int, int, str] | None]:
    """The dates of a second row of heads, such as 2024年 and 2025年 under 目标值; none where it holds values."""
    found: dict[int, tuple[int, int, str] | None] = {}
    for j in range(name + 1, len(row)):
        words = text[row[j].start : row[j].end].strip()
        dates = find_dates(words) if words in YEAR_HEAD else []
        if dates and words not in PAST_HEAD:
            found[j] = (row[j].start + dates[0].start, row[j].start + dates[0].end, dates[0].iso)
    return found


def table_figures(text: str, block: Block, since: str | None) -> list[TableFigure]:
    """The values that a table of indicators promises, row by row; none where the table is not one.

    A column whose head gives a year before that of `since` (an ISO date) holds what was reached, not what is promised.
    """
    columns = _columns(text, block)
    if columns is None:
        return []
    columns.values = {
        j: by for j, by in columns.values.items() if not (by and since and by[2][:4] < since[:4])
    }
    found: list[TableFigure] = []
    for row in block.rows[columns.first_row :]:
        if columns.name >= len(row):
            continue
        name = row[columns.name]
        for j, by in columns.values.items():
            if j < len(row) and row[j].start < row[j].end and row[j].start != name.start:
                figure = _figure(text, row, name, row[j], columns, by)
                if figure:
                    found.append(figure)
    return found


def _figure(
    text: str,
    row: tuple[Cell, ...],
    name: Cell,
    cell: Cell,
    columns: _Columns,
    by: tuple[int, int, str] | None,
) -> TableFigure | None:
    printed = text[cell.start : cell.end].strip(" *")
    said = next(CELL_VALUE.read(printed), None)
    indicator = _squeezed(text, name)
    if said is None or not indicator:
        return None
    inside = UNIT_IN_NAME.find(indicator)
    unit = said.unit
    unit_at = (cell.start, cell.end)
    if not unit and columns.unit is not None:
        unit = _squeezed(text, row[columns.unit])
        unit_at = (row[columns.unit].start, row[columns.unit].end)
    elif not unit and inside:
        unit, unit_at = inside["unit"], (name.start, name.end)
    if inside and unit == inside["unit"]:
        indicator = indicator[: inside.start()]
    return TableFigure(
        (name.start, name.end),
        indicator,
        (cell.start, cell.end),
        said.value,
        said.value_max,
        said.comparator,
        unit.strip("—–-/\\无").replace("％", "%"),
        unit_at,
        by,
    )
