"""What every command does with wrong use and with errors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, _reason, main
from tests.commands.running import Kg, WritePlan


def test_every_command_is_listed_with_a_line_of_help() -> None:
    listed = CliRunner().invoke(main, ["--help"]).stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\w", listed, re.MULTILINE)
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["build"],
        ["no-such-command"],
        ["build", "--no-such-option"],
        ["query", "--graph", "no-such-folder", "due"],
        ["query"],
        ["query", "due", "--list"],
        ["query", "due", "--param", "without-a-value"],
        ["score", "no-such-folder", "."],
    ],
)
def test_wrong_use_is_status_2(kg: Kg, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "kg-out").mkdir()
    result = kg(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_an_error_is_a_message_and_no_traceback(kg: Kg, tmp_path: Path) -> None:
    result = kg("check", "--graph", tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(f"kg: {tmp_path}: no records here")


def test_a_folder_that_can_not_be_written_is_a_message(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    plan = write_plan(tmp_path / "plan.txt")
    (tmp_path / "file").write_text("")
    result = kg("extract", plan, "--out", tmp_path / "file/below")
    assert result.exit_code == 1
    assert "file/below" in result.stderr


def test_a_folder_that_may_not_be_written_is_named_and_no_temporary_file() -> None:
    error = PermissionError(13, "Permission denied", "out/.kg-0123456789abcdef.tmp")
    assert _reason(error) == "out: Permission denied"
    assert (
        _reason(PermissionError(13, "Permission denied", "out/records")) == "out/records: Permission denied"
    )
    assert _reason(OSError("no place")) == "no place"
