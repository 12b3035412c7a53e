"""The command in a folder of its own, plans read by the toy loader, and a graph that it built there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.plugins import Loader
from tests.commands.running import Kg, WritePlan


@pytest.fixture
def kg(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    toy_loader: Loader,
    toy_formats: Callable[[], list[object]],
) -> Kg:
    """Run a command in a folder of its own, plans read by the toy loader."""
    for module in ("reading", "check"):
        monkeypatch.setattr(f"kg.commands.{module}.get_loader", lambda: toy_loader)
    monkeypatch.setattr("kg.running.get_formats", toy_formats)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def built(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> Path:
    """The folder of a graph of two plans."""
    write_plan(tmp_path / "in/a.txt", title="甲区方案", units="甲局、乙局")
    write_plan(tmp_path / "in/b.txt", title="乙区方案", units="乙局")
    assert kg("build", "in").exit_code == 0
    return tmp_path / "kg-out"
