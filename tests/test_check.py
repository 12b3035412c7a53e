from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.check import Checked, check_folder
from kg.plugins import Loader
from kg.records import write_records
from kg.running import read_plans
from kg.writing import Outputs

WritePlan = Callable[..., Path]


@pytest.fixture
def out(tmp_path: Path, toy_loader: Loader, write_plan: WritePlan) -> Path:
    """A folder of the records of two plans."""
    paths = [write_plan(tmp_path / f"in/{stem}.txt", title=f"{stem}方案") for stem in ("one", "two")]
    with Outputs(tmp_path / "out") as outputs:
        write_records(outputs, read_plans(paths, toy_loader).reads, {"units": []}, "records")
    return tmp_path / "out"


def change(out: Path, how: Callable[[dict[str, Any]], None], stem: str = "one") -> None:
    path = out / f"records/{stem}.json"
    record = json.loads(path.read_text("utf-8"))
    how(record)
    path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")


def kinds(checked: Checked) -> list[tuple[str, str, str]]:
    return [finding[:3] for finding in checked.findings]


def test_records_of_unchanged_files_are_good(out: Path, toy_loader: Loader) -> None:
    plans, quotes, findings = check_folder(out, toy_loader)
    assert findings == []
    assert (plans, quotes) == (2, 12)


def test_a_changed_file_is_found(out: Path, toy_loader: Loader, write_plan: WritePlan) -> None:
    write_plan(out.parent / "in/one.txt", title="one方案", units="丁局")
    assert kinds(check_folder(out, toy_loader)) == [("one", "document.file", "changed")]


def test_a_missing_file_is_found(out: Path, toy_loader: Loader) -> None:
    (out.parent / "in/two.txt").unlink()
    (finding,) = check_folder(out, toy_loader).findings
    assert finding == ("two", "document.file", "missing", "../../in/two.txt")


@pytest.mark.parametrize("name", ["two.txt", "renamed.txt"])
def test_a_file_that_moved_can_be_given(out: Path, toy_loader: Loader, name: str) -> None:
    moved = (out.parent / "in/two.txt").rename(out.parent / name)
    assert check_folder(out, toy_loader, [moved]).findings == []


def test_the_whole_folder_can_move(out: Path, toy_loader: Loader, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    for name in ("in", "out"):
        shutil.move(tmp_path / name, tmp_path / "elsewhere" / name)
    assert check_folder(tmp_path / "elsewhere/out", toy_loader).findings == []


def test_a_given_file_of_the_name_that_holds_something_else_is_a_changed_one(
    out: Path, toy_loader: Loader, write_plan: WritePlan, tmp_path: Path
) -> None:
    other = write_plan(tmp_path / "new/one.txt", title="one方案", units="丁局")
    assert kinds(check_folder(out, toy_loader, [other])) == [("one", "document.file", "changed")]


def test_a_given_file_without_a_record_is_reported(
    out: Path, toy_loader: Loader, write_plan: WritePlan, tmp_path: Path
) -> None:
    stranger = write_plan(tmp_path / "stranger.txt", title="三方案")
    assert kinds(check_folder(out, toy_loader, [stranger])) == [("stranger.txt", "", "unknown")]


def test_a_moved_offset_is_found(out: Path, toy_loader: Loader) -> None:
    def shift(record: dict[str, Any]) -> None:
        evidence = record["tasks"][0]["assignments"][1]["evidence"][0]
        evidence["start"] += 1
        evidence["end"] += 1

    change(out, shift)
    (finding,) = check_folder(out, toy_loader).findings
    assert finding.plan == "one"
    assert finding.place.startswith("tasks[0].assignments[1].unit ")
    assert (finding.kind, finding.detail) == ("moved", "乙局 ≠ 局）")


@pytest.mark.parametrize("span", [(-3, -1), (10_000, 10_002), (5, 5), (7, 4)])
def test_an_offset_outside_the_text_is_found(out: Path, toy_loader: Loader, span: tuple[int, int]) -> None:
    def move(record: dict[str, Any]) -> None:
        quote = "" if span[0] >= span[1] else "局）"
        record["document"]["evidence"][0].update(start=span[0], end=span[1], quote=quote)

    change(out, move)
    assert "moved" in {finding.kind for finding in check_folder(out, toy_loader).findings}


def set_unit(record: dict[str, Any]) -> None:
    record["tasks"][0]["assignments"][0]["unit"] = "丙局"
    record["tasks"][0]["responsible"][0] = "丙局"


def set_date(record: dict[str, Any]) -> None:
    task = record["tasks"][0]
    task["deadline"] = "2025-06"
    task["evidence"].append({**task["evidence"][0], "field": "deadline"})


def set_list(record: dict[str, Any]) -> None:
    record["tasks"][0]["lead"] = ["丙局"]


def set_number(record: dict[str, Any]) -> None:
    evidence = {**record["policies"][0]["evidence"][0]}
    record["targets"] = [
        {
            "indicator": "总纲要",
            "comparator": "=",
            "value": 3.0,
            "unit": "纲要",
            "quote": "总纲要",
            "evidence": [{**evidence, "field": name} for name in ("indicator", "value", "unit")],
        }
    ]


@pytest.mark.parametrize(
    ("plant", "expected"),
    [
        (set_unit, [("tasks[0].assignments[0].unit", "unborne")]),
        (set_date, [("tasks[0].deadline", "unborne")]),
        (set_list, [("tasks[0].lead", "unquoted")]),
        (set_number, [("targets[0].value", "unborne")]),
        (
            lambda record: record["policies"][0].update(number="国发〔2020〕1号"),
            [("policies[0].number", "unquoted")],
        ),
        (lambda record: record["document"].update(genre="规划"), [("document.genre", "unquoted")]),
        (
            lambda record: record["tasks"][0].update(evidence=[], number=None),
            [("tasks[0].title", "unquoted")],
        ),
        (lambda record: record["tasks"][0].update(number="2"), [("tasks[0].number", "unborne")]),
        (lambda record: record["tasks"][0].update(number="四/1"), [("tasks[0].number", "unborne")]),
    ],
)
def test_a_fact_that_its_quotes_do_not_hold_is_found(
    out: Path,
    toy_loader: Loader,
    plant: Callable[[dict[str, Any]], None],
    expected: Sequence[tuple[str, str]],
) -> None:
    change(out, plant)
    assert kinds(check_folder(out, toy_loader)) == [("one", place, kind) for place, kind in expected]


def test_a_text_that_was_changed_is_found(out: Path, toy_loader: Loader) -> None:
    path = out / "records/one.txt"
    text = path.read_text("utf-8")
    path.write_text(text.replace("修桥", "修路"), "utf-8")
    (finding,) = check_folder(out, toy_loader).findings
    assert (finding.kind, finding.detail) == ("text", str(text.index("桥")))


def test_a_record_and_the_manifest_must_agree(out: Path, toy_loader: Loader) -> None:
    change(out, lambda record: record["document"].update(key="other"))
    assert kinds(check_folder(out, toy_loader)) == [("one", "document", "manifest")]


def test_a_malformed_record_does_not_hide_the_others(
    out: Path, toy_loader: Loader, write_plan: WritePlan
) -> None:
    (out / "records/one.json").write_text("{")
    (out.parent / "in/two.txt").unlink()
    assert [finding.kind for finding in check_folder(out, toy_loader).findings] == ["record", "missing"]
