"""`kg extract`: records, and what is said of inputs."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.commands.running import Kg, WritePlan, contents


def test_extract_writes_records_and_says_what_it_read(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/a.txt")
    result = kg("extract", "in")
    assert result.exit_code == 0
    assert sorted(contents(tmp_path / "kg-out")) == ["a.json", "a.txt", "manifest.json", "units.json"]
    assert "计划 1 份，任务 1 项，单位 2 个，政策文件 1 件" in result.stdout
    assert "已写入 kg-out" in result.stdout
    assert result.stderr == ""
    assert json.loads((tmp_path / "kg-out/a.json").read_text("utf-8"))["document"]["title"] == "某区工作方案"


def test_extract_in_english(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    result = kg("extract", write_plan(tmp_path / "a.txt"), "--lang", "en")
    assert "1 plan, 1 task, 2 units, 1 policy" in result.stdout
    assert "written to kg-out: *.json, *.txt, units.json" in result.stdout


def test_extract_reports_what_was_not_read(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    plan = write_plan(tmp_path / "a.txt")
    with plan.open("a", encoding="utf-8") as file:
        file.write("2.没有读懂的\x1b[31m事\n")
    result = kg("extract", plan, "--report")
    (row,) = [line for line in result.stdout.splitlines() if "没有读懂" in line]
    assert row.split()[:3] == ["a.txt", "4", "编号段落"]
    assert "\x1b" not in result.stdout
    assert "\\x1b[31m" in row
    assert "没有读懂" not in kg("extract", plan).stdout


def test_bad_inputs_are_named_and_the_others_done(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/good.txt")
    (tmp_path / "in/binary.txt").write_bytes(b"\x89PNG\0")
    (tmp_path / "in/letter.txt").write_text("[red]dear all[/red]")
    result = kg("extract", "in", "missing.txt")
    assert result.exit_code == 1
    assert (tmp_path / "kg-out/good.json").exists()
    lines = sorted(result.stderr.splitlines())
    assert lines == [
        "未能读取 in/binary.txt：(byte 4): binary",
        "未能读取 in/letter.txt：no title of a plan",
        "未能读取 missing.txt：No such file or directory",
    ]
    assert "失败 3 个文件" in result.stdout


def test_no_plan_at_all_leaves_what_was_there(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    kg("extract", write_plan(tmp_path / "a.txt"))
    before = contents(tmp_path / "kg-out")
    result = kg("extract", "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "没有读到任何计划" in result.stderr
    assert contents(tmp_path / "kg-out") == before


def test_one_plan_twice_is_said_and_read_once(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/a.txt")
    shutil.copy(tmp_path / "in/a.txt", tmp_path / "in/b.txt")
    result = kg("extract", "in")
    assert result.exit_code == 0
    assert "重复 in/b.txt：与 in/a.txt 是同一文件，只收一次" in result.stderr
    assert sorted(contents(tmp_path / "kg-out")) == ["a.json", "a.txt", "manifest.json", "units.json"]


def test_two_files_of_one_stem_are_both_kept(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/x/plan.txt", title="甲方案")
    write_plan(tmp_path / "in/y/plan.txt", title="乙方案")
    assert kg("extract", "in").exit_code == 0
    names = [name for name in contents(tmp_path / "kg-out") if name.endswith(".json")]
    assert sum(bool(re.fullmatch(r"plan-[0-9a-f]{8}\.json", name)) for name in names) == 2


@pytest.mark.skipif(os.name != "posix", reason="such names exist on POSIX only")
def test_names_of_files_can_not_steer_the_terminal(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/\x1b[2Jgood[bold].txt")
    (tmp_path / "in/\x1b]0;bad\x07\n\u202etxt.txt").write_bytes(b"\0")
    (tmp_path / "in" / os.fsdecode(b"\xff.txt")).write_bytes(b"\0")
    result = kg("extract", "in")
    assert result.exit_code == 1
    for char in ("\x1b", "\x07", "\u202e"):
        assert char not in result.stdout + result.stderr
    assert "\x1b" not in kg("check").stdout
    assert len(result.stderr.splitlines()) == 2
