from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import Plan
from kg.plugins import Loader
from kg.running import Run, find_files, read_plans
from kg.source import Source

WritePlan = Callable[..., Path]
SUFFIXES = frozenset({".txt", ".html"})


def found(*arguments: str | Path) -> list[str]:
    return [Path(path).name for path in find_files(arguments, SUFFIXES)]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.TXT", "sub/c.html", "sub/.hidden.txt", ".git/d.txt", "table.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_gives_the_files_of_known_forms_in_order(tree: Path) -> None:
    assert found(tree) == ["a.TXT", "b.txt", "c.html"]


def test_a_glob_is_expanded_and_a_file_is_taken_whatever_its_suffix(tree: Path) -> None:
    assert found(f"{tree}/*.txt", tree / "table.csv") == ["b.txt", "table.csv"]
    assert found(f"{tree}/**/*.html") == ["c.html"]


def test_a_relative_glob_starts_at_the_working_folder(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    assert found("sub/*.html") == ["c.html"]


def test_a_file_with_the_signs_of_a_glob_in_its_name_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "plan[1].txt").write_text("x")
    assert found(tmp_path / "plan[1].txt") == ["plan[1].txt"]


def test_a_file_named_twice_or_through_a_link_is_given_once(tree: Path) -> None:
    (tree / "z.txt").symlink_to(tree / "b.txt")
    assert found(tree / "b.txt", tree) == ["b.txt", "a.TXT", "c.html"]


def test_folders_that_we_wrote_are_not_read_again(tree: Path) -> None:
    (tree / "kg-out/records").mkdir(parents=True)
    for name in ("kg-out/records/manifest.json", "kg-out/records/b.txt", "kg-out/explorer.html"):
        (tree / name).write_text("{}")
    assert found(tree) == ["a.TXT", "b.txt", "c.html"]


def test_what_matches_nothing_is_given_as_it_is(tmp_path: Path) -> None:
    assert found(tmp_path / "missing.txt", f"{tmp_path}/*.txt") == ["missing.txt", "*.txt"]


def read(loader: Loader, *paths: Path) -> Run:
    return read_plans(paths, loader)


def test_a_bad_file_is_reported_and_the_others_are_read(
    tmp_path: Path,
    toy_loader: Loader,
    write_plan: WritePlan,
    monkeypatch: pytest.MonkeyPatch,
    toy_formats: Callable[[], list[object]],
) -> None:
    monkeypatch.setattr("kg.running.get_formats", toy_formats)
    good = write_plan(tmp_path / "good.txt")
    binary, no_plan = tmp_path / "binary.txt", tmp_path / "letter.txt"
    binary.write_bytes(b"PK\0\0")
    no_plan.write_text("dear all")
    run = read(toy_loader, binary, tmp_path / "missing.txt", good, no_plan, tmp_path)
    assert [item.path for item in run.reads] == [good]
    messages = {failure.path.name: failure.message for failure in run.failures}
    assert messages == {
        "binary.txt": "(byte 2): binary",
        "letter.txt": "no title of a plan",
        "missing.txt": "No such file or directory",
        tmp_path.name: messages[tmp_path.name],
    }
    assert "nothing to read in this folder; known forms: .txt" in messages[tmp_path.name]


def test_a_fault_of_the_loader_fails_one_file_only(tmp_path: Path, write_plan: WritePlan) -> None:
    paths = [write_plan(tmp_path / f"{name}.txt", title=f"{name}方案") for name in "ab"]
    run = read(_Crashing(), *paths)
    assert [failure.path for failure in run.failures] == paths
    assert re.fullmatch(
        r"unexpected IndexError at test_running\.py:\d+, please report it: no such line",
        run.failures[0].message,
    )


class _Crashing:
    def open_source(self, path: Path) -> Source:
        raise IndexError("no such line")

    def read_plan(self, source: Source) -> Plan:
        raise NotImplementedError


def test_a_plan_that_comes_twice_is_kept_once_whatever_the_order(
    tmp_path: Path, toy_loader: Loader, write_plan: WritePlan
) -> None:
    first = write_plan(tmp_path / "a.txt")
    copy = write_plan(tmp_path / "x/b.txt")
    other_form = write_plan(tmp_path / "c.txt", units="丙局")
    for paths in ([first, copy, other_form], [other_form, copy, first]):
        run = read(toy_loader, *paths)
        assert [item.path for item in run.reads] == [first]
        assert [(item.path, item.kept, item.reason) for item in run.repeats] == [
            (copy, first, "file"),
            (other_form, first, "plan"),
        ]


def test_plans_come_in_the_order_of_their_keys(
    tmp_path: Path, toy_loader: Loader, write_plan: WritePlan
) -> None:
    paths = [write_plan(tmp_path / f"{i}.txt", title=f"{name}方案") for i, name in enumerate("丙甲乙")]
    keys = sorted(f"{name}方案" for name in "甲乙丙")
    for order in (paths, paths[::-1]):
        assert [plan.document.key for plan in read(toy_loader, *order).plans] == keys


def test_progress_is_told_of_every_file(tmp_path: Path, toy_loader: Loader, write_plan: WritePlan) -> None:
    paths = [write_plan(tmp_path / f"{name}.txt", title=f"{name}方案") for name in "ab"]
    told: list[tuple[str, int, int]] = []
    read_plans(paths, toy_loader, lambda path, done, total: told.append((path.name, done, total)))
    assert told == [("a.txt", 0, 2), ("b.txt", 1, 2)]


def test_keys_told_apart_by_a_counter_are_named(
    tmp_path: Path, toy_loader: Loader, write_plan: WritePlan
) -> None:
    run = read(toy_loader, write_plan(tmp_path / "a.txt"))
    (task,) = run.plans[0].tasks
    twin = type(task)(key=f"{task.key}#2", section=None, number="1", title="同", start=0, end=1)
    run.plans[0].tasks.append(twin)
    assert run.reads[0].clashes == [f"{task.key}#2"]


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX only")
def test_a_name_that_is_no_utf8_is_made_printable(
    tmp_path: Path, toy_loader: Loader, write_plan: WritePlan
) -> None:
    path = write_plan(tmp_path / os.fsdecode(b"plan-\xb7\xbd.txt"))
    run = read(toy_loader, path)
    assert run.plans[0].document.file.name == "plan-\ufffd\ufffd.txt"
    assert run.reads[0].path == path
