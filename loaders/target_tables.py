"""Tables of indicators: rows of 指标, unit of measure and the values promised for one or several years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from kg.model import Comparator
from kg.names.dates import find_dates
from kg.names.numerals import to_number
from kg.source import Block, Cell

_INDICATOR = re.compile(r"指标|目标名称|考核内容|预期目标项")
_UNIT = re.compile(r"^(?:计量)?单位$")
_PAST = re.compile(
    r"现状|基[期数年]|实际|现值|基准|完成情况|已完成|上年|目前|历史|20\d\d年(?:底)?(?:值|数)?(?:（?现|（?基|（?实)"
)
_VALUE = re.compile(r"目标|20\d\d|数值|预期|指标值|任务数|规划值|期末|合计|总数")
_NOT_VALUE = re.compile(r"属性|性质|类型|备注|责任|牵头|来源|说明|分类|序号|类别|年均增")
_IN_NAME = re.compile(r"[（(]([^（）()]{1,12})[）)]$")
_NUMBER = re.compile(
    r"(?P<sign>[≥≤＞>＜<]|不低于|不少于|超过|达到|达|不超过|突破|左右|约)?[ ]*(?P<value>\d[\d,，]*(?:\.\d+)?)"
    r"(?:[ ]*[-—–~～−至][ ]*(?P<max>\d[\d,，]*(?:\.\d+)?))?[ ]*(?P<unit>[^\d\s≥≤以左]{0,8})(?P<tail>以上|左右|以内|以下)?$"
)
_SIGNS: dict[str, Comparator] = {
    "≥": ">=", "不低于": ">=", "不少于": ">=", "以上": ">=", "≤": "<=", "不超过": "<=", "以内": "<=", "以下": "<=",
    "＞": ">", ">": ">", "超过": ">", "突破": ">", "＜": "<", "<": "<",
}  # fmt: skip


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
    return re.sub(r"\s", "", text[cell.start : cell.end])


def _columns(text: str, block: Block) -> _Columns | None:
    for i, row in enumerate(block.rows[:3]):
        heads = [_squeezed(text, cell) for cell in row]
        names = [
            j
            for j, head in enumerate(heads)
            if _INDICATOR.search(head) and not _NOT_VALUE.search(head) and not re.search("指标值", head)
        ]
        if not names:
            continue
        name = names[-1]
        unit = next((j for j, head in enumerate(heads) if _UNIT.match(head)), None)
        values: dict[int, tuple[int, int, str] | None] = {}
        for j in range(name + 1, len(row)):
            head = heads[j]
            if j == unit or not _VALUE.search(head) or _PAST.search(head) or _NOT_VALUE.search(head):
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
        date = re.match(r"20\d\d年(?:底|末)?", words)
        dates = find_dates(words) if date else []
        if dates and not _PAST.search(words):
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
    match = _NUMBER.match(printed)
    indicator = _squeezed(text, name)
    if match is None or not indicator:
        return None
    value = to_number(match["value"].replace("，", ","))
    if value is None:
        return None
    inside = _IN_NAME.search(indicator)
    unit = match["unit"].replace("％", "%")
    unit_at = (cell.start, cell.end)
    if not unit and columns.unit is not None:
        unit = _squeezed(text, row[columns.unit])
        unit_at = (row[columns.unit].start, row[columns.unit].end)
    elif not unit and inside:
        unit, unit_at = inside[1], (name.start, name.end)
    if inside and unit == inside[1]:
        indicator = indicator[: inside.start()]
    top = to_number(match["max"].replace("，", ",")) if match["max"] else None
    sign = _SIGNS.get(match["sign"] or "") or _SIGNS.get(match["tail"] or "") or "="
    return TableFigure(
        (name.start, name.end),
        indicator,
        (cell.start, cell.end),
        value,
        top,
        "range" if top is not None else sign,
        unit.replace("％", "%"),
        unit_at,
        by,
    )
