from __future__ import annotations

from pathlib import Path

import pytest

from kg.writing import Outputs


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_files_appear_together_at_the_end(tmp_path: Path) -> None:
    with Outputs(tmp_path) as outputs:
        outputs.add("records/a.json", b"a")
        outputs.stage("graph.trig").write_bytes(b"g")
        assert not (tmp_path / "records/a.json").exists()
        assert not (tmp_path / "graph.trig").exists()
    assert names(tmp_path) == ["graph.trig", "records/a.json"]
    assert (tmp_path / "records/a.json").read_bytes() == b"a"


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_an_interrupted_run_leaves_the_earlier_output_whole(
    tmp_path: Path, error: type[BaseException]
) -> None:
    with Outputs(tmp_path) as outputs:
        outputs.add("a", b"old")
        outputs.add("b", b"old")
    with pytest.raises(error), Outputs(tmp_path) as outputs:
        outputs.add("a", b"new")
        outputs.add("c", b"new")
        outputs.remove("b")
        raise error
    assert names(tmp_path) == ["a", "b"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_removed_file_goes_unless_it_is_written_too(tmp_path: Path) -> None:
    for name in ("stale", "fresh"):
        (tmp_path / name).write_bytes(b"old")
    with Outputs(tmp_path) as outputs:
        outputs.add("fresh", b"new")
        for name in ("stale", "fresh", "never-there"):
            outputs.remove(name)
    assert names(tmp_path) == ["fresh"]
    assert (tmp_path / "fresh").read_bytes() == b"new"


def test_one_file_is_not_written_twice(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError), Outputs(tmp_path) as outputs:
        outputs.add("a", b"1")
        outputs.add("a", b"2")
    assert names(tmp_path) == []


def test_files_have_the_permissions_of_ordinary_ones(tmp_path: Path) -> None:
    (tmp_path / "ordinary").write_bytes(b"")
    with Outputs(tmp_path) as outputs:
        outputs.add("ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "ordinary").stat().st_mode
