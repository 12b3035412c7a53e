"""Leadership lists that are printed as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.source import Cell

from .persons import looks_like_person
from .rule import Rule, text_of

Span = tuple[int, int]
COLUMNS = {
    "name": Rule(
        name="column-of-names",
        pattern=r"^(?:姓名|成员姓名|人员)$",
        build=text_of,
        examples={"姓名": ("姓名",), "成员姓名": ("成员姓名",)},
        counters=("单位名称", "姓名及职务", "责任人"),
    ),
    "role": Rule(
        name="column-of-roles-in-a-group",
        pattern=r"^职务$|(?:小组|指挥部|专班|委员会|联席会议|组织|机构|工作组)(?:内)?(?:中)?职务|组内职务|领导小组.{0,4}职务|担任职务|^职责$|^角色$|^类别$|小组任职",
        build=text_of,
        examples={"职务": ("职务",), "领导小组职务": ("领导小组职务",), "组内职务": ("组内职务",)},
        counters=("单位及职务", "现任职务", "工作职责"),
    ),
    "posts": Rule(
        name="column-of-posts",
        pattern=r"单位.{0,2}职务|工作单位|职务|现任职务|行政职务",
        needs=("职务", "工作单位"),
        build=text_of,
        examples={"单位及职务": ("单位及职务",), "工作单位": ("工作单位",), "现任职务": ("现任职务",)},
        counters=("责任单位", "联系电话"),
    ),
}
"""Of a head that two read, the first one's: a lone 职务 is the role in the group."""


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
            for kind, rule in COLUMNS.items():
                if kind not in found and head in rule:
                    found[kind] = j
                    break
        if "name" in found:
            return found, i + 1
    return {}, 0
