"""Nothing is lost in silence: what looks like a fact lies in the evidence of a record, or is listed as unread.

The places are found by simple patterns over the text of the Source, which know nothing of how the readers read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model import Evidence, Plan
from kg.source import Source
from tests.loaders.test_bars import ALL, _read

BRACKET = re.compile(
    r"[（(【〔\[](?:[^（()）【】〔〕\[\]\n]|[（(][^（()）\n]*[）)])*?"
    r"(?:牵头|责任单位|责任部门|责任科室|责任领导|负责|配合单位|主办|协办)"
    r"(?:[^（()）【】〔〕\[\]\n]|[（(][^（()）\n]*[）)])*[）)】〕\]]"
)
TITLE = re.compile(r"《[^《》\n]+》")
HEADING = re.compile(
    r"(?m)^[ #*]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]+[章节])[^。\n]{0,30}"
)
GOALS = re.compile(r"目标|指标")
FIGURE = re.compile(
    r"(?<![\d.〔（第+-])\d+(?:\.\d+)?(?:%|％|‰|[百千万亿]*(?:元|亩|吨|公里|平方米|立方米|户|家|个|人|名|件|项|场|座"
    r"|所|台|套|处|条|批|辆|支|期|次))"
)
ITEM = re.compile(r"(?m)^[ #*-]*(?:（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、](?!\d))[^\n]*")
TASKS = re.compile(r"重点任务|主要任务|工作任务|重点工作|主要举措|重点举措|任务分工")


def _spans(evidence: list[Evidence]) -> Iterator[tuple[int, int]]:
    for one in evidence:
        yield one.start, one.end


def _kept(plan: Plan) -> list[tuple[int, int]]:
    """The places on which records rest, and those that are listed as unread."""
    found = list(_spans(plan.document.evidence)) + [(one.start, one.end) for one in plan.unread]
    for group in (plan.policies, plan.citations, plan.targets, plan.phases, plan.members, plan.tasks):
        for record in group:
            found += _spans(record.evidence)
    for task in plan.tasks:
        found += [span for one in task.assignments for span in _spans(one.evidence)]
    for member in plan.members:
        found += [span for post in member.posts for span in _spans(post.evidence)]
    return found


def _lost(
    plan: Plan, source: Source, places: list[tuple[int, int]], more: list[tuple[int, int]]
) -> list[str]:
    kept = _kept(plan) + more
    return [
        source.text[start:end] for start, end in places if not any(a < end and start < b for a, b in kept)
    ]


def _in_document(source: Source, start: int) -> bool:
    """Whether a place stands in the document itself, not in what a site put around it."""
    return any(one.start <= start < one.end and one.kind in ("body", "table") for one in source.blocks)


def _found(
    source: Source, pattern: re.Pattern[str], start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    stop = len(source.text) if end is None else end
    return [m.span() for m in pattern.finditer(source.text, start, stop) if _in_document(source, m.start())]


def _chapters(source: Source, named: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches from a numbered heading that holds a word to the next heading of its form."""
    heads = [m for m in HEADING.finditer(source.text) if _in_document(source, m.start())]
    for i, head in enumerate(heads):
        if not named.search(head.group()):
            continue
        form = head.group().lstrip(" #*")[0] == "（"
        ends = [one.start() for one in heads[i + 1 :] if form or one.group().lstrip(" #*")[0] != "（"]
        yield head.start(), ends[0] if ends else len(source.text)


PLANS = [pytest.param(path, id=f"{corpus}/{path.stem}") for corpus, path in ALL]


@pytest.mark.parametrize("path", PLANS)
def test_brackets_of_responsibility(path: Path) -> None:
    source, plan = _read(path)
    assert _lost(plan, source, _found(source, BRACKET), []) == []


def _folded(title: str) -> str:
    return re.sub(r"[\s《》〈〉（）()“”\"—－–-]", "", title)


@pytest.mark.parametrize("path", PLANS)
def test_titles(path: Path) -> None:
    source, plan = _read(path)
    own = _folded(plan.document.title or "")
    lost = _lost(plan, source, _found(source, TITLE), [])
    # a plan's own title, and a short name of it such as 《方案》, is no citation
    assert [title for title in lost if _folded(title) not in own] == []


@pytest.mark.parametrize("path", PLANS)
def test_figures_of_goals(path: Path) -> None:
    source, plan = _read(path)
    places = [place for span in _chapters(source, GOALS) for place in _found(source, FIGURE, *span)]
    assert _lost(plan, source, places, []) == []


@pytest.mark.parametrize("path", PLANS)
def test_rows_of_tables(path: Path) -> None:
    source, plan = _read(path)
    rows = []
    for block in source.blocks:
        for row in block.rows[1:]:
            cells = [cell for cell in row if cell.start < cell.end]
            if cells:
                rows.append((min(one.start for one in cells), max(one.end for one in cells)))
    assert _lost(plan, source, rows, []) == []


@pytest.mark.parametrize("path", PLANS)
def test_numbered_items_of_task_chapters(path: Path) -> None:
    source, plan = _read(path)
    items = [place for span in _chapters(source, TASKS) for place in _found(source, ITEM, *span)]
    assert _lost(plan, source, items, [(task.start, task.end) for task in plan.tasks]) == []
