"""What the wheel, the README and the task list promise."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, main
from kg.plugins import get_formats, get_loader

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh.md")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def command_lines(readme: str) -> list[str]:
    """The lines of a README that set something up."""
    return re.findall(r"^python3 -m venv .*$", (ROOT / readme).read_text("utf-8"), re.MULTILINE)


def test_every_folder_of_code_is_a_listed_package(project: dict[str, Any]) -> None:
    mapped = {"loaders", "queries", "ontology"}
    folders = {path.parent for top in {"kg", *mapped} for path in (ROOT / top).rglob("*.py")}
    names = {".".join(folder.relative_to(ROOT).parts) for folder in folders}
    expected = {f"kg.{name}" if name.partition(".")[0] in mapped else name for name in names}
    assert set(project["tool"]["setuptools"]["packages"]) == expected


def test_every_file_of_data_has_its_suffix_listed(project: dict[str, Any]) -> None:
    listed = project["tool"]["setuptools"]["package-data"]
    missing = []
    for top in ("kg", "loaders", "queries", "ontology"):
        for path in (ROOT / top).rglob("*"):
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                parts = path.parent.relative_to(ROOT).parts
                package = ".".join(parts if top == "kg" else ("kg", *parts))
                if not any(path.match(pattern) for pattern in listed.get(package, ())):
                    missing.append(str(path))
    assert missing == []


def test_code_in_kg_never_imports_the_loaders() -> None:
    for path in (ROOT / "kg").rglob("*.py"):
        text = path.read_text("utf-8")
        assert not re.search(r"^\s*(from|import) (kg\.loaders|loaders|\.loaders)", text, re.MULTILINE), path


def test_every_entry_point_can_be_loaded() -> None:
    assert {point.name for point in entry_points(group="kg.formats")} == {form.name for form in get_formats()}
    assert get_loader()
    (script,) = (point for point in entry_points(group="console_scripts") if point.name == "kg")
    assert script.load() is main


def test_the_version_is_that_of_the_metadata_and_stands_in_the_changelog(project: dict[str, Any]) -> None:
    declared = project["project"]["version"]
    assert version("plan-kg") == declared
    assert declared in CliRunner().invoke(main, ["--version"]).stdout
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_gives_two_command_lines_that_can_work(readme: str, project: dict[str, Any]) -> None:
    first, second = command_lines(readme)
    for step in re.findall(r"\.venv/bin/kg (\S+)(.*?)(?= &&|$)", first):
        assert CliRunner().invoke(main, [step[0], "--help"]).exit_code == 0
    assert ".venv/bin/kg build --examples" in first
    assert "pip install -q -e '.[dev]'" in second
    task = second.rpartition(".venv/bin/poe ")[2]
    assert task in project["tool"]["poe"]["tasks"]
    assert command_lines("README.md") == [first, second]


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_names_every_command(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    for name in COMMANDS:
        assert f"`kg {name}" in text


def test_every_task_has_a_line_of_help(project: dict[str, Any]) -> None:
    tasks = project["tool"]["poe"]["tasks"]
    assert {"test", "lint", "types", "cover", "wheel", "bench", "check"} <= tasks.keys()
    assert all(task["help"] for task in tasks.values())


def test_ci_runs_the_tasks_that_people_run(project: dict[str, Any]) -> None:
    script = (ROOT / ".ci/run").read_text("utf-8")
    assert set(re.findall(r"\bpoe (\w+)", script)) <= project["tool"]["poe"]["tasks"].keys()
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


def test_what_the_readmes_print_is_what_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".ci/readme.py", "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for readme in READMES:
        text = (ROOT / readme).read_text("utf-8")
        assert text.count("\n$ kg ") == 6
        [query] = re.findall(r"```sparql\n# ([\w-]+\.rq)\n", text)
        assert f"\n$ kg query --file {query}\n" in text


def test_the_query_of_the_readmes_is_the_same_in_both_and_uses_only_terms_of_the_page() -> None:
    queries = [
        re.findall(r"```sparql\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL) for name in READMES
    ]
    assert queries[0] == queries[1]
    page = (ROOT / "docs/ontology.html").read_text("utf-8")
    for term in re.findall(r"\b(?:kg|skos|dcterms):\w+", queries[0][0]):
        assert f">{term}<" in page, term
