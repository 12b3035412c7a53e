"""`kg resolve`, and the options of corrections and names."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.commands.resolve import resolve as command
from kg.resolve import resolve
from kg.resolve.corrections import COLUMNS
from kg.reviewing import APPLIED
from kg.running import examples_folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of records of the example plans."""
    out = tmp_path_factory.mktemp("out")
    result = CliRunner().invoke(main, ["extract", str(examples_folder()), "--out", str(out)])
    assert result.exit_code == 0, result.output
    return out


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


def test_doubtful_pairs_are_listed_with_reasons(built: Path) -> None:
    result = CliRunner().invoke(main, ["resolve", "--review", "--graph", str(built), "--format", "csv"])
    assert result.exit_code == 0, result.output
    found = rows(result.stdout)
    assert found
    assert all(row["reason"] and row["key"] for row in found)
    assert {"unit", "policy"} >= {row["kind"] for row in found}


def test_decisions_are_listed_with_reasons(built: Path) -> None:
    result = CliRunner().invoke(main, ["resolve", "--graph", str(built), "--format", "csv"])
    found = rows(result.stdout)
    assert {row["jurisdiction"] for row in found} >= {"320106", "350102", "320612"}
    assert all(row["reason"] for row in found)


def test_decisions_name_plans_by_their_titles(built: Path) -> None:
    result = CliRunner().invoke(main, ["resolve", "--graph", str(built), "--format", "csv"])
    named = {row["plan"] for row in rows(result.stdout)}
    assert "福州市鼓楼区国家知识产权强县建设示范县工作方案" in named
    assert not any("|" in name for name in named)
    table = CliRunner().invoke(main, ["resolve", "--graph", str(built), "--lang", "en"]).stdout
    assert " Responsible units " in table and " Unit of a post " in table


def test_a_decision_on_a_listed_pair_closes_it_in_the_next_build(built: Path, tmp_path: Path) -> None:
    listed = (
        CliRunner().invoke(main, ["resolve", "--review", "--graph", str(built), "--format", "csv"]).stdout
    )
    [pair] = [row for row in rows(listed) if "中国" in row["name"]]
    decision = tmp_path / "decisions.csv"
    cells = {"action": "merge", "author": "郑云", "reason": "同一中心"} | {
        k: pair[k] for k in ("kind", "key", "value")
    }
    decision.write_text(
        ",".join(COLUMNS) + "\n" + ",".join(cells.get(name, "") for name in COLUMNS) + "\n", "utf-8"
    )
    out = tmp_path / "again"
    arguments = ["extract", str(examples_folder()), "--out", str(out), "--corrections", str(decision)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert (out / APPLIED).is_file()
    after = CliRunner().invoke(main, ["resolve", "--review", "--graph", str(out), "--format", "csv"]).stdout
    assert pair["key"] not in after
    assert CliRunner().invoke(main, ["extract", str(examples_folder()), "--out", str(out)]).exit_code == 0
    assert not (out / APPLIED).exists()


def test_a_decision_without_a_target_is_told(tmp_path: Path) -> None:
    decision = tmp_path / "decisions.csv"
    decision.write_text("action,kind,key,author,reason\naccept,unit,1|某局,郑云,看过\n", "utf-8")
    arguments = [
        "extract",
        str(examples_folder()),
        "--out",
        str(tmp_path / "out"),
        "--corrections",
        str(decision),
    ]
    result = CliRunner().invoke(main, [*arguments, "--lang", "en"])
    assert result.exit_code == 0
    assert "correction: accept unit 1|某局: its target is gone" in result.stderr


def test_without_names_no_file_holds_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = CliRunner().invoke(
        main, ["extract", str(examples_folder()), "--out", str(out), "--without-names"]
    )
    assert result.exit_code == 0, result.output
    names = ("杨辉", "郑明强", "陈望青")
    for path in sorted(out.iterdir()):
        text = "".join(path.read_text("utf-8").split())
        assert not [name for name in names if name in text], path.name
    assert "区政府" in next(out.glob("fuzhou*.json")).read_text("utf-8")


def test_nothing_in_doubt_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Empty:
        entities = resolve([])

    monkeypatch.setattr("kg.commands.resolve.open_graph", lambda folder: Empty())
    result = CliRunner().invoke(command, ["--review", "--graph", str(tmp_path), "--lang", "en"])
    assert result.stdout == "nothing is in doubt\n"
