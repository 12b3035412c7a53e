"""What the tests share: a loader of a toy format, and the rule when a test may be skipped."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kg.errors import InputError, NotAPlanError
from kg.model import Assignment, Document, Evidence, File, Plan, Policy, Task, Unread
from kg.source import Block, FileInfo, Places, Run, Source
from tests.servers.fixtures import fuseki_server, neo4j_process, neo4j_server

__all__ = ["fuseki_server", "neo4j_process", "neo4j_server"]

# the same examples on each run: what fails once fails again
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

Needs = Callable[[object, str], None]


@pytest.fixture
def needs() -> Needs:
    """needs(thing, what): skip where a thing is missing; in CI that is a failure."""

    def check(thing: object, what: str) -> None:
        if not thing:
            if os.environ.get("KG_CI") or os.environ.get("CI"):
                pytest.fail(f"{what} is needed in CI")
            pytest.skip(f"{what} is not there")

    return check


@pytest.fixture
def shared() -> Path:
    """The folder of real plans and their gold answers, which is no part of the project."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real plans (../shared) is not there")
    return SHARED


_TASK = re.compile(r"(\d+)\.(.+?)。（责任单位：(.+?)）")
_ITEM = re.compile(r"^\d+\..*$", re.MULTILINE)
_POLICY = re.compile(r"《(.+?)》")


class ToyLoader:
    """Reads UTF-8 files: a title line, then `1.做事。（责任单位：甲局、乙局）` and 《政策》."""

    def open_source(self, path: Path) -> Source:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(path, error.strerror or "can't be read") from error
        if b"\0" in data:
            raise InputError(path, "binary", place=f"byte {data.index(0)}")
        text = data.decode("utf-8")
        return Source(
            text=text,
            blocks=(Block("body", 0, len(text)),),
            places=Places([Run(0, 0, len(text))]),
            file=FileInfo(path.name, len(data), hashlib.sha256(data).hexdigest(), "text", "utf-8"),
        )

    def read_plan(self, source: Source) -> Plan:
        title = source.text.partition("\n")[0]
        if not title.endswith("方案"):
            raise NotAPlanError(source.file.name, "no title of a plan")
        file = source.file
        return Plan(
            document=Document(
                key=title,
                file=File(name=file.name, size=file.size, sha256=file.sha256),
                title=title,
                evidence=[Evidence("title", 0, len(title), title)],
            ),
            tasks=list(self._tasks(title, source.text)),
            policies=list(self._policies(source.text)),
            unread=list(self._unread(source.text)),
        )

    def _tasks(self, key: str, text: str) -> Iterator[Task]:
        for match in _TASK.finditer(text):
            units, at = match[3].split("、"), match.start(3)
            assignments = []
            for unit in units:
                start = text.index(unit, at)
                evidence = Evidence("unit", start, start + len(unit), unit)
                assignments.append(
                    Assignment(unit=unit, role="responsible", printed_role=None, evidence=[evidence])
                )
            yield Task(
                key=f"{key}|task|{match[1]}",
                section=None,
                number=match[1],
                title=match[2],
                responsible=units,
                assignments=assignments,
                start=match.start(),
                end=match.end(),
                evidence=[
                    Evidence(field, *match.span(group), match[group])
                    for field, group in (("number", 1), ("title", 2))
                ],
            )

    def _policies(self, text: str) -> Iterator[Policy]:
        for match in _POLICY.finditer(text):
            evidence = Evidence("title", *match.span(1), match[1])
            yield Policy(key=match[1], title=match[1], relation="cites", evidence=[evidence])

    def _unread(self, text: str) -> Iterator[Unread]:
        for match in _ITEM.finditer(text):
            if not _TASK.fullmatch(match[0]):
                yield Unread(
                    kind="item", reason="no-unit", start=match.start(), end=match.end(), quote=match[0]
                )


class ToyFormat:
    """Claims .txt files."""

    name = "toy"
    suffixes = frozenset({".txt"})

    def matches(self, head: bytes) -> bool:
        return True

    def read(self, data: bytes, path: Path) -> Source:
        raise NotImplementedError


@pytest.fixture
def toy_formats() -> Callable[[], list[ToyFormat]]:
    return lambda: [ToyFormat()]


@pytest.fixture
def toy_loader() -> ToyLoader:
    return ToyLoader()


PlanWriter = Callable[..., Path]


@pytest.fixture
def write_plan() -> PlanWriter:
    """write_plan(path, title=…, units=…): a small plan in the toy format."""

    def write(path: Path, title: str = "某区工作方案", units: str = "甲局、乙局") -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{title}\n按照《总纲要》要求。\n1.修桥铺路。（责任单位：{units}）\n", "utf-8")
        return path

    return write
