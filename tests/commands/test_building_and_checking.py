"""`kg build` and `kg check`."""

from __future__ import annotations

from pathlib import Path

from tests.commands.running import Kg, WritePlan, contents


def test_build_goes_the_whole_way(built: Path) -> None:
    files = contents(built)
    assert {"graph.trig", "records/a.json", "records/b.txt", "records/units.json"} <= files.keys()
    assert any(name.startswith("tables/") and name.endswith(".csv") for name in files)
    assert not [name for name in files if "/." in f"/{name}"]


def test_build_says_where_things_are(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    result = kg("build", write_plan(tmp_path / "a.txt"), "--out", "elsewhere", "--lang", "en")
    assert "written to elsewhere: records/, graph.trig, tables/" in result.stdout


def test_a_second_run_gives_the_same_bytes_and_drops_what_is_gone(
    kg: Kg, tmp_path: Path, built: Path
) -> None:
    before = contents(built)
    assert kg("build", tmp_path / "in/b.txt", tmp_path / "in/a.txt").exit_code == 0
    assert contents(built) == before
    assert kg("build", tmp_path / "in/a.txt").exit_code == 0
    assert "records/b.json" not in contents(built)


def test_check_is_quiet_about_good_records(kg: Kg, built: Path) -> None:
    result = kg("check")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 份计划，引文 ")


def test_check_names_faults(kg: Kg, tmp_path: Path, built: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/a.txt", title="甲区方案", units="丙局")
    result = kg("check", "--lang", "en")
    assert result.exit_code == 3
    assert "the file has changed (sha256)" in result.stdout
    assert result.stdout.endswith("1 fault\n")


def test_check_takes_files_that_moved(kg: Kg, tmp_path: Path, built: Path) -> None:
    (tmp_path / "in").rename(tmp_path / "moved")
    assert kg("check").exit_code == 3
    assert kg("check", "moved").exit_code == 0
