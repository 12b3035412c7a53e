"""The ledger of the example plans: rows, workbooks, and the command."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from kg.analysis import Material
from kg.api import open_graph
from kg.cli import main
from kg.ledger import Entries, ledger_rows, workbooks
from kg.ledger.workbooks import file_names
from tests.outputs.sheets import filled, row, table


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(word) for word in words])
    return result.exit_code, result.output


def test_every_task_has_a_row_for_each_of_its_units(material: Material) -> None:
    rows = ledger_rows(material)
    assert len({one.key for one in rows}) == len(rows)
    assert {one.task for one in rows} == set(material.tasks)
    for task in material.tasks:
        named = {one.unit for one in rows if one.task == task and one.unit and not one.through}
        assert named == material.units(task)


def test_deadlines_are_stated_in_one_plan_and_derived_in_the_others(material: Material) -> None:
    dues = {one.task: one.due for one in ledger_rows(material)}
    stated = {
        material.tasks[task][0].document.jurisdiction for task, due in dues.items() if due and due.stated
    }
    assert stated == {"350102"}
    assert all(due is not None for due in dues.values())


def test_members_of_collectives_have_rows_that_say_so(material: Material) -> None:
    rows = [one for one in ledger_rows(material) if one.unit == "350102|南街街道办事处"]
    assert rows
    assert {one.through for one in rows} == {"十街镇"}


def test_the_workbook_can_be_filled_in(material: Material) -> None:
    books = workbooks(ledger_rows(material), Entries())
    book = load_workbook(io.BytesIO(books["台账-总表.xlsx"]))
    page = book["台账"]
    titles = [str(cell.value) for cell in page[1]]
    shapes = [page.column_dimensions[get_column_letter(place)] for place in range(1, len(titles) + 1)]
    hidden = [title for title, shape in zip(titles, shapes, strict=True) if shape.hidden]
    assert hidden == ["任务键", "单位键", "底稿"]
    [choice] = page.data_validations.dataValidation
    assert choice.formula1 == '"未开始,进行中,已完成,已逾期,不再适用"'
    assert str(choice.sqref).startswith(page.cell(2, titles.index("完成状态") + 1).coordinate)
    assert (page.freeze_panes, page.print_title_rows, page.page_setup.orientation) == (
        "E2",
        "$1:$1",
        "landscape",
    )
    assert page.auto_filter.ref.startswith("A1:")


def test_each_unit_has_a_workbook_of_its_own_tasks(material: Material) -> None:
    rows = ledger_rows(material)
    books = workbooks(rows, Entries())
    same = [name for name in books if name.endswith("-区市场监管局.xlsx")]
    assert len(same) == 3
    assert len(books) == 1 + len({one.unit for one in rows if one.unit})
    for name in same:
        head, *lines = table(books[name])
        assert {line[head.index("单位键")] for line in lines} == {f"{name[:6]}|区市场监管局"}


def test_no_name_of_a_unit_leads_out_of_the_folder() -> None:
    names = ["../../etc/甲", "a:b|c", "长" * 300, "CON", "台账-总表", "."]
    units = {f"320106|{name}": [row(1, unit=name)] for name in names} | {
        "x|台账": [row(1, unit="A?b")],
        "y|台账": [row(1, unit="a*B")],
    }
    found = list(file_names(units, "zh").values())
    assert len({name.casefold() for name in found}) == len(units)
    assert all(not set(name) & set('/\\:|?*"<>') and len(name) < 80 for name in found)
    assert all(not name.startswith(".") for name in found)


def test_the_way_of_a_ledger_over_a_rebuild(own: Path, tmp_path: Path) -> None:
    assert run("ledger", "--graph", own)[0] == 0
    [path] = own.glob("ledger/350102-*-区司法局.xlsx")
    path.write_bytes(filled(path.read_bytes(), {(0, "进展"): "已完成初稿", (0, "完成状态"): "进行中"}))
    code, said = run("ledger", "--graph", own)
    assert code == 1
    assert "not merged" in said
    assert run("ledger", "merge", path, "--graph", own)[0] == 0
    assert run("build", "--examples", "--out", own)[0] == 0
    code, said = run("ledger", "--graph", own)
    assert code == 0
    assert "已填报 1 条" in said
    head, first, *_ = table(path.read_bytes())
    assert (first[head.index("进展")], first[head.index("完成状态")]) == ("已完成初稿", "进行中")
    typed = [line for line in open_graph(own).ledger() if line["progress"]]
    assert [line["status"] for line in typed] == ["进行中"]


def test_what_was_typed_outlives_a_change_of_keys(own: Path) -> None:
    run("ledger", "--graph", own)
    [path] = own.glob("ledger/350102-*-区司法局.xlsx")
    path.write_bytes(filled(path.read_bytes(), {(0, "进展"): "已完成初稿"}))
    head, first, *_ = table(path.read_bytes())
    key, title = first[head.index("任务键")], first[head.index("任务")]
    assert run("ledger", "merge", path, "--graph", own)[0] == 0
    for record in (own / "records").glob("fuzhou*.json"):
        text = record.read_text("utf-8")
        assert f'"{key}"' in text
        record.write_text(text.replace(f'"{key}"', f'"{key}|new"'), "utf-8")
    code, said = run("ledger", "--graph", own)
    assert code == 0
    assert "失联 1 条" in said
    head, lost = table((own / "ledger" / "台账-总表.xlsx").read_bytes(), 1)
    kept = dict(zip(head, lost, strict=True))
    assert (kept["进展"], kept["任务"], kept["任务键"]) == ("已完成初稿", title, key)
    assert (kept["拟归入任务"], kept["拟归入任务键"]) == (title, f"{key}|new")


def test_conflicts_are_said_and_fail(own: Path, tmp_path: Path) -> None:
    run("ledger", "--graph", own)
    [path] = own.glob("ledger/350102-*-区司法局.xlsx")
    for name, text in (("甲.xlsx", "已办"), ("乙.xlsx", "未办")):
        (tmp_path / name).write_bytes(filled(path.read_bytes(), {(0, "进展"): text}))
    code, said = run("ledger", "merge", tmp_path / "甲.xlsx", tmp_path / "乙.xlsx", "--graph", own)
    assert code == 1
    assert "已办（甲.xlsx）" in said
    assert "未办（乙.xlsx）" in said


def test_the_same_bytes_under_any_hash_seed(built: Path, tmp_path: Path) -> None:
    written = []
    for seed in ("0", "7"):
        out = tmp_path / seed
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kg", "ledger", "--graph", str(built), "--out", str(out)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        written.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert written[0] == written[1]
