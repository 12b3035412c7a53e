"""Damaged plans and hostile texts are read without a fault: whatever is found stands in the text."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kg.loaders.formats.text import TextFormat
from kg.loaders.plan import PlanLoader

from kg.errors import InputError
from kg.model import Plan
from kg.source import Source
from tests.loaders.reading import bare, places

EXAMPLES = int(os.environ.get("PLAN_KG_MUTATIONS", "150"))
LAYOUTS = Path(__file__).parent.parent / "layouts"
PAIRS = ["（）", "()", "〔〕", "[]", "【】", "《》", "“”", "〈〉"]
BRACKETS = "".join(PAIRS)
NUMBERS = [
    "一、", "二、", "十一、", "（一）", "(二)", "1.", "2．", "3、", "1.1", "（1）", "①", "第一章", "第二条",
    "—、", "附件1", "附件：", "## ", "**", "⒈", "9999.", "一", "0.",
]  # fmt: skip
OCR = {
    "一": "—",
    "二": "=",
    "。": ".",
    "，": ",",
    "（": "(",
    "）": ")",
    "0": "O",
    "1": "l",
    "月": "目",
    "日": "曰",
    "未": "末",
}
WORDS = [
    "责任单位：", "牵头单位：", "（责任单位：", "完成时限：2025年6月", "到2025年，", "分别", "组长：", "成员：张林 ",
    "《", "》", "〔2022〕", "号", "100家", "20%", "以上", "下同", "以下简称《方案》", "（以下简称", "关于印发", "的通知",
    "抄送：", "市教育局、", "等部门", "负责", "，", "；", "\t", "　", "\n", "\n\n", "\ufeff", "\u200b", "\U0001f600", "年", "有效期",
]  # fmt: skip
Change = Callable[[random.Random, list[str]], None]


@cache
def _texts() -> tuple[tuple[str, ...], ...]:
    """The lines of the example plans and of the plans of other layouts."""
    examples = [path for path in files("kg.examples").iterdir() if path.name.endswith(".txt")]
    found = [path.read_bytes().decode() for path in sorted(examples, key=lambda path: path.name)]
    found += [path.read_text("utf-8") for path in sorted([*LAYOUTS.glob("*.txt"), *LAYOUTS.glob("*.md")])]
    return tuple(tuple(text.split("\n")) for text in found)


def _at(chance: random.Random, lines: list[str]) -> tuple[int, int]:
    """A line, and a place in it."""
    row = chance.randrange(len(lines))
    return row, chance.randint(0, len(lines[row]))


def _join(chance: random.Random, lines: list[str]) -> None:
    row, _ = _at(chance, lines)
    lines[row : row + 2] = ["".join(lines[row : row + 2])]


def _split(chance: random.Random, lines: list[str]) -> None:
    row, at = _at(chance, lines)
    lines[row : row + 1] = [lines[row][:at], lines[row][at:]]


def _drop_brackets(chance: random.Random, lines: list[str]) -> None:
    row, _ = _at(chance, lines)
    gone = chance.choice(BRACKETS)
    lines[row] = lines[row].replace(gone, "", chance.randint(1, 3))


def _double_brackets(chance: random.Random, lines: list[str]) -> None:
    row, _ = _at(chance, lines)
    mark = chance.choice(BRACKETS)
    lines[row] = lines[row].replace(mark, mark * chance.randint(2, 5))


def _number(chance: random.Random, lines: list[str]) -> None:
    row, _ = _at(chance, lines)
    lines[row] = chance.choice(NUMBERS) + lines[row][chance.choice((0, 0, 1, 2, 3)) :]


def _delete(chance: random.Random, lines: list[str]) -> None:
    row, at = _at(chance, lines)
    lines[row] = lines[row][:at] + lines[row][at + chance.choice((1, 1, 2, 5, 20)) :]


def _insert(chance: random.Random, lines: list[str]) -> None:
    row, at = _at(chance, lines)
    lines[row] = lines[row][:at] + chance.choice(WORDS) + lines[row][at:]


def _scan(chance: random.Random, lines: list[str]) -> None:
    row, _ = _at(chance, lines)
    lines[row] = "".join(
        OCR.get(char, char) if chance.random() < 0.3 else char + " " * (chance.random() < 0.05)
        for char in lines[row]
    )


def _swap(chance: random.Random, lines: list[str]) -> None:
    row, _ = _at(chance, lines)
    other, _ = _at(chance, lines)
    lines[row], lines[other] = lines[other], lines[row]


def _unicode(chance: random.Random, lines: list[str]) -> None:
    row, at = _at(chance, lines)
    point = chance.choice((chance.randrange(0x20, 0xD800), chance.randrange(0xE000, 0x110000)))
    lines[row] = lines[row][:at] + chr(point) * chance.choice((1, 3)) + lines[row][at:]


def _run(chance: random.Random, lines: list[str]) -> None:
    row, at = _at(chance, lines)
    lines[row] = lines[row][:at] + chance.choice(BRACKETS + "一1.、，。 \t年市*-") * 300 + lines[row][at:]


def _repeat(chance: random.Random, lines: list[str]) -> None:
    row, _ = _at(chance, lines)
    lines[row : row + 1] = [lines[row]] * chance.choice((2, 3, 40))


CHANGES: list[Change] = [
    _join, _split, _drop_brackets, _double_brackets, _number, _delete, _insert, _scan, _swap, _unicode, _run, _repeat,
]  # fmt: skip


def mutated(seed: int) -> str:
    """Some lines of a plan with a few changes."""
    chance = random.Random(seed)
    lines = list(chance.choice(_texts()))
    if len(lines) > 45:
        first = chance.randrange(len(lines) - 30)
        lines = lines[: chance.choice((0, 8))] + lines[first : first + 30]
    for _ in range(chance.randint(1, 8)):
        chance.choice(CHANGES)(chance, lines)
    return "\n".join(lines)


def sources(text: str) -> Iterator[Source]:
    """The Source of a text file of that text, and one that is a single block of lines that are not joined.

    White space is that of a Source: single spaces, none at either end of a line.
    """
    with contextlib.suppress(InputError):
        yield TextFormat().read(text.encode("utf-8", "replace"), Path("plan.txt"))
    yield bare("\n".join(" ".join(line.split()) for line in text.split("\n")))


def read(source: Source) -> Plan | None:
    """What is read, or None where the reader says that there is no plan."""
    try:
        return PlanLoader().read_plan(source)
    except InputError:
        return None


def assert_whole(plan: Plan, text: str) -> None:
    """All quotes stand in the text, all spans lie in it, and no key is there twice."""
    for place in places(plan):
        assert 0 <= place.start < place.end <= len(text), place
        assert text[place.start : place.end] == place.quote
    spans = [(one.start, one.end) for one in plan.sections] + [(one.start, one.end) for one in plan.tasks]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    for unread in plan.unread:
        assert 0 <= unread.start < unread.end <= len(text)
        assert text[unread.start : unread.end] == unread.quote
    for records in (
        plan.sections, plan.tasks, plan.policies, plan.citations, plan.members, plan.targets, plan.phases,
    ):  # fmt: skip
        keys = [record.key for record in records]
        assert all(keys)
        assert len(set(keys)) == len(keys), sorted(key for key in keys if keys.count(key) > 1)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32 - 1))
def test_damaged_plans_are_read_soundly(seed: int) -> None:
    for source in sources(mutated(seed)):
        plan = read(source)
        if plan is not None:
            assert_whole(plan, source.text)
            assert msgspec.json.encode(read(source)) == msgspec.json.encode(plan)


@settings(
    max_examples=EXAMPLES // 3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(st.lists(st.one_of(st.sampled_from([*WORDS, *NUMBERS, *BRACKETS]), st.text(max_size=6)), max_size=40))
def test_any_text_is_read_soundly(pieces: list[str]) -> None:
    text = "某市工作方案\n" + "".join(pieces).encode("utf-8", "replace").decode()
    for source in sources(text):
        plan = read(source)
        if plan is not None:
            assert_whole(plan, source.text)


HOSTILE = [
    "（", "《", "“", "一、", "1.", "、", "，", "。", "#", "*", "年", "第一条",
    "责任单位：", "（责任单位：", "分别", "到2025年", "市教育局、", "牵头", "《办法》", "根据《", "关于印发",
    "成员：张林 市教育局局长、", "附件", "会同", "（…）", "《…》", "（责任单位：…）",
    # each of these once took more than linear time: the words behind or before a match were searched again and again
    "（）", "有效期至", "100家", "到2025年、2026年", "，到2025年，培育100家", "由张林担任办公室主任", "一、加强\n",
]  # fmt: skip
"""Repeated as often as fits; before and after …, one half each."""
LENGTH = 200_000
READ_LONG = """
import sys
from pathlib import Path
from kg.errors import InputError
from kg.loaders.formats.text import TextFormat
from kg.loaders.plan import PlanLoader

for part in sys.argv[2:]:
    opened, _, closed = part.partition("…")
    count = int(sys.argv[1]) // len(opened + closed)
    text = "某市工作方案\\n一、工作目标\\n1." + opened * count + closed * count
    try:
        PlanLoader().read_plan(TextFormat().read(text.encode(), Path("plan.txt")))
    except InputError:
        pass
"""


def test_hostile_texts_are_read_in_time() -> None:
    command = [sys.executable, "-P", "-c", READ_LONG, str(LENGTH), *HOSTILE]
    subprocess.run(command, capture_output=True, check=True, timeout=60)
