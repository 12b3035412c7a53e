"""What is typed into ledgers comes back, whatever people do to the workbooks, and stays over rebuilds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.errors import InputError, RecordError
from kg.ledger import Entries, LedgerRow, conflicts, lost_entries, merge, read_entries, read_filled, workbooks
from kg.ledger.entries import FILE_NAME
from tests.outputs.sheets import Fill, all_text, filled, row, table

MASTER = "台账-总表.xlsx"


def sent_back(folder: Path, name: str, data: bytes, entries: Entries) -> Entries:
    """The entries after one workbook came back."""
    path = folder / name
    path.write_bytes(data)
    return merge(entries, read_filled(path).rows).entries


def issued(rows: Sequence[LedgerRow], entries: Entries | None = None) -> bytes:
    return workbooks(rows, entries or Entries())[MASTER]


def shown(entries: Entries, place: int, column: str = "progress") -> str:
    return entries.entries[place].shown(column)


def test_rows_that_were_sorted_and_columns_that_were_added_come_back(tmp_path: Path) -> None:
    rows = [row(1), row(2), row(3)]
    data = filled(
        issued(rows),
        {(0, "进展"): "已开工", (2, "完成状态"): "已完成"},
        order=lambda lines: list(reversed(lines)),
        added={"科室意见": ["同意", "", "再议"]},
        sheet="区发改委报送",
    )
    entries = sent_back(tmp_path, "报送.xlsx", data, Entries())
    assert [
        (entry.task, [(cell.column, cell.versions[0].text) for cell in entry.cells])
        for entry in entries.entries
    ] == [
        ("计划|task|1|1", [("progress", "已开工"), ("科室意见", "同意")]),
        ("计划|task|3|1", [("status", "已完成"), ("科室意见", "再议")]),
    ]
    again = table(issued(rows, entries))
    assert "科室意见" in again[0]
    assert again[1][again[0].index("进展")] == "已开工"
    assert again[3][again[0].index("科室意见")] == "再议"


def test_an_edit_replaces_and_what_it_replaces_is_kept(tmp_path: Path) -> None:
    rows = [row(1)]
    first = sent_back(tmp_path, "一.xlsx", filled(issued(rows), {(0, "进展"): "开工"}), Entries())
    second = sent_back(tmp_path, "二.xlsx", filled(issued(rows, first), {(0, "进展"): "完工"}), first)
    cell = second.entries[0].cell("progress")
    assert ([one.text for one in cell.versions], [one.text for one in cell.earlier]) == (["完工"], ["开工"])
    assert "开工" in all_text(issued(rows, second))
    # the older workbook once more: it says nothing new
    assert merge(second, read_filled(tmp_path / "一.xlsx").rows).taken == 0


def test_two_workbooks_that_disagree_are_both_kept_in_any_order(tmp_path: Path) -> None:
    rows = [row(1)]
    paths = [tmp_path / "甲.xlsx", tmp_path / "乙.xlsx"]
    for path, text in zip(paths, ("开工", "未动"), strict=True):
        path.write_bytes(filled(issued(rows), {(0, "进展"): text}))
    read = [read_filled(path).rows for path in paths]
    one = merge(Entries(), [*read[0], *read[1]]).entries
    assert one == merge(Entries(), [*read[1], *read[0]]).entries
    later = merge(merge(Entries(), read[0]).entries, read[1]).entries
    for entries in (one, later):
        [conflict] = conflicts(entries)
        assert {(v.text, v.source) for v in conflict.cell.versions} == {
            ("开工", "甲.xlsx"),
            ("未动", "乙.xlsx"),
        }
    page = issued(rows, one)
    assert "【待定】开工 ‖ 未动" in all_text(page)
    settled = sent_back(tmp_path, "定.xlsx", filled(page, {(0, "进展"): "开工"}), one)
    assert conflicts(settled) == []
    assert shown(settled, 0) == "开工"
    assert [one.text for one in settled.entries[0].cell("progress").earlier] == ["未动"]


def test_a_cell_that_is_cleared_is_empty_and_not_lost(tmp_path: Path) -> None:
    rows = [row(1)]
    first = sent_back(tmp_path, "一.xlsx", filled(issued(rows), {(0, "责任人"): "某科长"}), Entries())
    second = sent_back(tmp_path, "二.xlsx", filled(issued(rows, first), {(0, "责任人"): ""}), first)
    assert shown(second, 0, "person") == ""
    assert "某科长" in all_text(issued(rows, second))


def test_lost_entries_are_listed_with_a_proposal_that_can_be_taken(tmp_path: Path) -> None:
    rows = [row(1), row(2)]
    entries = sent_back(
        tmp_path, "一.xlsx", filled(issued(rows), {(0, "进展"): "开工", (1, "进展"): "完工"}), Entries()
    )
    rebuilt = [
        row(1, task="计划|task|1|2", title="修订应急预案及处置流程"),
        row(2, task="计划|task|8|1", title="规范信访办理"),
    ]
    lost = lost_entries(entries, rebuilt)
    assert [(one.entry.title, one.proposal and one.proposal.task) for one in lost] == [
        ("修订应急预案和处置流程", "计划|task|1|2"),
        ("开展园区企业走访服务", None),
    ]
    page = issued(rebuilt, entries)
    [head, first, second] = table(page, 1)
    assert (first[head.index("进展")], first[head.index("拟归入任务")]) == ("开工", "修订应急预案及处置流程")
    assert second[head.index("进展")] == "完工"
    accepted = tmp_path / "采纳.xlsx"
    from openpyxl import load_workbook

    (tmp_path / "总表.xlsx").write_bytes(page)
    book = load_workbook(tmp_path / "总表.xlsx")
    book["失联条目"].cell(2, head.index("采纳") + 1).value = "是"
    book.save(accepted)
    outcome = merge(entries, read_filled(accepted).rows)
    assert outcome.moved == 1
    assert [one.entry.title for one in lost_entries(outcome.entries, rebuilt)] == ["开展园区企业走访服务"]
    # a workbook from before the rebuild finds its way
    late = sent_back(tmp_path, "旧.xlsx", filled(issued(rows), {(0, "佐证"): "照片"}), outcome.entries)
    moved = next(entry for entry in late.entries if entry.task == "计划|task|1|2")
    assert (moved.shown("progress"), moved.shown("proof")) == ("开工", "照片")


def test_a_row_that_people_added_is_kept(tmp_path: Path) -> None:
    head, *lines = table(issued([row(1)]))
    new = ["" for _ in head]
    new[head.index("任务")], new[head.index("进展")] = "临时交办事项", "办结"
    data = filled(issued([row(1)]), {}, order=lambda rows: [*rows, new])
    entries = sent_back(tmp_path, "一.xlsx", data, Entries())
    assert [(entry.title, entry.shown("progress")) for entry in entries.entries] == [("临时交办事项", "办结")]
    assert "临时交办事项" in all_text(issued([row(1)], entries))
    assert sent_back(tmp_path, "一.xlsx", data, entries) == entries
    assert lines


def test_what_cells_hold_besides_text_comes_back_as_it_is_shown(tmp_path: Path) -> None:
    import io
    from datetime import date

    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(issued([row(1), row(2)])))
    page = book["台账"]
    places = {str(cell.value): place for place, cell in enumerate(page[1], 1)}
    page.cell(2, places["进展"]).value = 0.5
    page.cell(2, places["进展"]).number_format = "0%"
    page.cell(2, places["佐证"]).value = date(2024, 5, 1)
    page.cell(2, places["责任人"]).value = "=1+1"
    page.cell(2, places["完成状态"]).value = "进行中"
    page.merge_cells(start_row=2, end_row=3, start_column=places["完成状态"], end_column=places["完成状态"])
    book.save(tmp_path / "一.xlsx")
    entries = merge(Entries(), read_filled(tmp_path / "一.xlsx").rows).entries
    first, second = entries.entries
    values = [first.shown(code) for code in ("progress", "proof", "person", "status")]
    assert values == ["50%", "2024-05-01", "=1+1", "进行中"]
    assert second.shown("status") == "进行中"


def test_formulas_are_written_as_text() -> None:
    page = issued([row(1, title="=HYPERLINK(1)", quote="+1", section="@x")])
    import io

    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(page))
    kinds = {cell.data_type for line in book["台账"].iter_rows() for cell in line if cell.value is not None}
    assert kinds == {"s"}


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    from openpyxl import Workbook

    (tmp_path / "a.xlsx").write_bytes(b"no zip")
    Workbook().save(tmp_path / "b.xlsx")
    with pytest.raises(InputError, match="workbook"):
        read_filled(tmp_path / "a.xlsx")
    with pytest.raises(InputError, match="任务键"):
        read_filled(tmp_path / "b.xlsx")
    (tmp_path / FILE_NAME).write_text('{"format": "other"}', "utf-8")
    with pytest.raises(RecordError, match="format"):
        read_entries(tmp_path)


TEXT = st.text("推进完成一二三abc019=+-@ ‖\n", min_size=1, max_size=12).map(str.strip).filter(bool)
CELLS = st.tuples(st.integers(0, 2), st.sampled_from(("进展", "完成状态", "责任人", "佐证")))
FILLS = st.dictionaries(CELLS, TEXT, max_size=5)


@settings(max_examples=20)
@given(
    fills=st.lists(FILLS, min_size=1, max_size=3),
    late=FILLS,
    seed=st.integers(0, 99),
    gone=st.sets(st.integers(0, 2)),
    renamed=st.booleans(),
)
def test_nothing_typed_is_lost_whatever_is_filled_in_and_rebuilt(
    tmp_path_factory: pytest.TempPathFactory,
    fills: list[Fill],
    late: Fill,
    seed: int,
    gone: set[int],
    renamed: bool,
) -> None:
    folder = tmp_path_factory.mktemp("books")
    rows = [row(number) for number in range(3)]
    shuffle = random.Random(seed)
    entries = Entries()
    first = issued(rows)
    for number, fill in enumerate(fills):
        # every second one of them fills in what it was sent first, not what was sent last
        base = first if number % 2 else issued(rows, entries)
        data = filled(base, fill, order=lambda lines: shuffle.sample(lines, len(lines)), sheet=f"表{number}")
        entries = sent_back(folder, f"{number}.xlsx", data, entries)
    rebuilt = [
        replace(one, task=f"{one.task}#新", title=f"{one.title}工作" if renamed else one.title)
        if place in gone
        else one
        for place, one in enumerate(rows)
    ]
    entries = sent_back(folder, "旧.xlsx", filled(first, late), entries)
    kept = {
        typed.text
        for entry in entries.entries
        for cell in entry.cells
        for typed in (*cell.versions, *cell.earlier)
    }
    for fill in (*fills, late):
        assert set(fill.values()) <= kept
    page = all_text(issued(rebuilt, entries))
    assert all(text in page for text in kept)
    (folder / FILE_NAME).write_bytes(entries.encode())
    assert read_entries(folder) == entries
    assert issued(rebuilt, entries) == issued(rebuilt, read_entries(folder))
