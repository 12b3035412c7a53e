from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import RecordError
from kg.plugins import Loader
from kg.records import (
    decode,
    encode,
    find_records,
    original,
    read_manifest,
    read_record,
    stems_of,
    write_records,
)
from kg.running import Read, Run, examples_folder, read_plans
from kg.writing import Outputs

WritePlan = Callable[..., Path]
UNITS: dict[str, object] = {"units": []}


def write(folder: Path, run: Run) -> None:
    with Outputs(folder) as outputs:
        write_records(outputs, run.reads, UNITS)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def two(tmp_path: Path, toy_loader: Loader, write_plan: WritePlan) -> Run:
    paths = [write_plan(tmp_path / f"in/{stem}.txt", title=f"{stem}方案") for stem in ("one", "two")]
    return read_plans(paths, toy_loader)


def test_a_folder_of_records_holds_what_was_read(tmp_path: Path, two: Run) -> None:
    out = tmp_path / "out"
    write(out, two)
    assert names(out) == ["manifest.json", "one.json", "one.txt", "two.json", "two.txt", "units.json"]
    assert json.loads((out / "units.json").read_bytes()) == UNITS
    manifest = read_manifest(out)
    assert [(entry.stem, entry.path) for entry in manifest.plans] == [
        ("one", "../in/one.txt"),
        ("two", "../in/two.txt"),
    ]
    for entry, read in zip(manifest.plans, two.reads, strict=True):
        record = read_record(out, entry)
        assert (record.plan, record.text) == (read.plan, read.text)
        assert original(entry, out).read_text("utf-8") == read.text


def test_a_record_is_readable_json_in_chinese(two: Run) -> None:
    text = encode(two.plans[0]).decode()
    assert '"title": "修桥铺路"' in text
    assert text.endswith("}\n")
    assert json.loads(text)["tasks"][0]["responsible"] == ["甲局", "乙局"]
    assert decode(text.encode(), "x") == two.plans[0]


def test_the_same_plans_give_the_same_bytes(tmp_path: Path, two: Run) -> None:
    write(tmp_path / "out1", two)
    write(tmp_path / "out2", Run(reads=two.reads[::-1]))
    for name in names(tmp_path / "out1"):
        assert (tmp_path / "out1" / name).read_bytes() == (tmp_path / "out2" / name).read_bytes()


def read_as(toy_loader: Loader, write_plan: WritePlan, *paths: Path) -> list[Read]:
    for i, path in enumerate(paths):
        write_plan(path, title=f"第{i}方案")
    return read_plans(paths, toy_loader).reads


def test_plans_that_share_a_stem_are_told_apart_by_their_sha256(
    tmp_path: Path, toy_loader: Loader, write_plan: WritePlan
) -> None:
    paths = (tmp_path / "a/plan.txt", tmp_path / "b/plan.html", tmp_path / "other.txt")
    reads = read_as(toy_loader, write_plan, *paths)
    hashes = [read.plan.document.file.sha256[:8] for read in reads]
    assert list(stems_of(reads).values()) == [f"plan-{hashes[0]}", f"plan-{hashes[1]}", "other"]


@pytest.mark.parametrize(
    "pair", [("Plan.txt", "plan.txt"), ("units.txt", "x.txt"), ("manifest.txt", "x.txt")]
)
def test_a_stem_that_would_meet_another_file_is_told_apart(
    tmp_path: Path, toy_loader: Loader, write_plan: WritePlan, pair: tuple[str, str]
) -> None:
    reads = read_as(toy_loader, write_plan, tmp_path / "a" / pair[0], tmp_path / "b" / pair[1])
    stem = Path(pair[0]).stem
    assert stems_of(reads)["第0方案"] == f"{stem}-{reads[0].plan.document.file.sha256[:8]}"


def test_an_earlier_run_s_records_go_and_other_files_stay(tmp_path: Path, two: Run) -> None:
    out = tmp_path / "out"
    write(out, two)
    (out / "notes.txt").write_text("mine")
    write(out, Run(reads=two.reads[:1]))
    assert names(out) == ["manifest.json", "notes.txt", "one.json", "one.txt", "units.json"]


def test_a_manifest_can_not_remove_files_elsewhere(tmp_path: Path, two: Run) -> None:
    out = tmp_path / "out"
    write(out, two)
    (tmp_path / "precious").write_text("x")
    manifest = json.loads((out / "manifest.json").read_text())
    manifest["files"] += ["../precious", str(tmp_path / "precious"), "..", ""]
    (out / "manifest.json").write_text(json.dumps(manifest))
    write(out, two)
    assert (tmp_path / "precious").exists()


def test_a_folder_with_a_broken_or_foreign_manifest_is_written_and_nothing_removed(
    tmp_path: Path, two: Run
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.json").write_text("{}")
    for manifest in ("{", '{"format": "other", "files": ["a.json"]}'):
        (out / "manifest.json").write_text(manifest)
        write(out, two)
        assert (out / "a.json").exists()
        assert len(read_manifest(out).plans) == 2


def test_example_plans_are_remembered_by_name(tmp_path: Path, two: Run) -> None:
    read = two.reads[0]
    example = Read(examples_folder() / "one.txt", read.plan, read.text)
    write(tmp_path / "out", Run(reads=[example]))
    (entry,) = read_manifest(tmp_path / "out").plans
    assert (entry.path, entry.example) == ("one.txt", True)
    assert original(entry, tmp_path / "out") == examples_folder() / "one.txt"


def test_records_are_found_in_the_folder_or_below_it(tmp_path: Path, two: Run) -> None:
    write(tmp_path / "out/records", two)
    assert (
        find_records(tmp_path / "out") == find_records(tmp_path / "out/records") == tmp_path / "out/records"
    )
    with pytest.raises(RecordError, match=r"no records here \(no manifest.json\)"):
        find_records(tmp_path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"tasks": [{"title": 3}]}, r"one\.json: .*tasks"),
        ({"document": None}, r"one\.json: .*\$\.document"),
    ],
)
def test_a_malformed_record_is_refused_with_its_place(
    tmp_path: Path, two: Run, change: dict[str, object], message: str
) -> None:
    write(tmp_path, two)
    path = tmp_path / "one.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change))
    with pytest.raises(RecordError, match=message):
        read_record(tmp_path, read_manifest(tmp_path).plans[0])


def test_a_missing_or_undecodable_text_is_refused(tmp_path: Path, two: Run) -> None:
    write(tmp_path, two)
    entry = read_manifest(tmp_path).plans[0]
    (tmp_path / "one.txt").write_bytes(b"ab\xff")
    with pytest.raises(RecordError, match="not UTF-8 at byte 2"):
        read_record(tmp_path, entry)
    (tmp_path / "one.txt").unlink()
    with pytest.raises(RecordError, match=r"one\.txt: can't be read"):
        read_record(tmp_path, entry)
