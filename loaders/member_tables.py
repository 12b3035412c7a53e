"""Leadership lists that are printed as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.source import Cell

from .persons import looks_like_person

Span = tuple[int, int]
_COLUMNS = {
    "name": re.compile(r"^(?:姓名|成员姓名|人员)$"),
    "role": re.compile(
        r"^职务$|(?:小组|指挥部|专班|委员会|联席会议|组织|机构|工作组)(?:内)?(?:中)?职务|组内职务|领导小组.{0,4}职务|担任职务|^职责$|^角色$|^类别$|小组任职"
    ),
    "posts": re.compile(r"单位.{0,2}职务|工作单位|职务|现任职务|行政职务"),
}


def seats_in_table(text: str, rows: tuple[tuple[Cell, ...], ...]) -> Iterator[tuple[Span, Span, Span]]:
    """Role, name and posts of each row of a table that has a column of names."""
    columns, first = _columns(text, rows)
    if "name" not in columns or "role" not in columns:
        return
    for row in rows[first:]:
        name, role = row[columns["name"]], row[columns["role"]]
        posts = row[columns["posts"]] if "posts" in columns else Cell(name.end, name.end)
        if looks_like_person(re.sub(r"\s", "", text[name.start : name.end])) and role.start < role.end:
            yield (role.start, role.end), (name.start, name.end), (posts.start, posts.end)


def _columns(text: str, rows: tuple[tuple[Cell, ...], ...]) -> tuple[dict[str, int], int]:
    for i, row in enumerate(rows[:3]):
        found: dict[str, int] = {}
        for j, cell in enumerate(row):
            head = re.sub(r"\s", "", text[cell.start : cell.end])
            for kind, pattern in _COLUMNS.items():
                if kind not in found and pattern.search(head):
                    found[kind] = j
                    break
        if "name" in found:
            return found, i + 1
    return {}, 0
