"""Where statements of responsibility stand in a line."""

from __future__ import annotations

import pytest
from kg.loaders.statements import duties_in, statements_in


def placed(text: str) -> list[str]:
    """The span of each statement with its units, and ! where it is for a whole section."""
    found = statements_in(text, 0, len(text))
    return [
        text[one.start : one.end]
        + " → "
        + "、".join(text[unit.start : unit.end] for unit in one.statement.units)
        + "!" * one.general
        for one in found
    ]


LINES = [
    # a line, its statements
    (
        "责任单位：市教育局、市财政局",
        ["责任单位：市教育局、市财政局 → 市教育局、市财政局"],
    ),  # a line of its own
    ("  责任单位：市教育局", ["  责任单位：市教育局 → 市教育局"]),
    ("- 责任单位：市教育局", ["- 责任单位：市教育局 → 市教育局"]),
    ("修桥铺路。（责任单位：市教育局）", ["（责任单位：市教育局） → 市教育局"]),
    ("修桥铺路（责任单位：市教育局）。", ["（责任单位：市教育局） → 市教育局"]),
    (
        "修桥铺路。（市教育局、市财政局按职责分工负责）",
        ["（市教育局、市财政局按职责分工负责） → 市教育局、市财政局"],
    ),
    ("修桥铺路。（市教育局）", ["（市教育局） → 市教育局"]),  # behind a full stop
    ("修桥铺路（市教育局牵头）", ["（市教育局牵头） → 市教育局"]),  # at the end, with a verb
    ("修桥铺路（市教育局、市财政局）", ["（市教育局、市财政局） → 市教育局、市财政局"]),  # or a list
    ("支持市市场监管局（市知识产权局）", []),  # a second name
    ("支持市市场监管局（市知识产权局）开展普查。", []),
    (
        "修桥。（责任单位：市教育局）铺路。（责任单位：市法院）",
        ["（责任单位：市教育局） → 市教育局", "（责任单位：市法院） → 市法院"],
    ),
    ("修桥（一期）。〔责任单位：市教育局〕", ["〔责任单位：市教育局〕 → 市教育局"]),
    ("修桥。（完成时限：2025年6月）", ["（完成时限：2025年6月） → "]),  # a date alone
    ("修桥。（试行）", []),
    ("修桥。（略）", []),  # too short
    ("修桥铺路。责任单位：市教育局。", ["责任单位：市教育局。 → 市教育局"]),  # a last sentence
    (
        "修桥铺路。牵头单位：市教育局；责任单位：市法院",
        ["牵头单位：市教育局；责任单位：市法院 → 市教育局、市法院"],
    ),
    ("明确责任。修桥。铺路。清淤。责任到人。", []),
    (
        "本章任务由市教育局牵头，市财政局配合。",
        ["本章任务由市教育局牵头，市财政局配合。 → 市教育局、市财政局!"],
    ),
    ("修桥。以上工作由市教育局负责。", ["以上工作由市教育局负责。 → 市教育局!"]),
    ("修桥。本项工作由市教育局负责。", ["本项工作由市教育局负责。 → 市教育局"]),  # of the item alone
    (
        "修桥。（市教育局牵头。本节任务均由市教育局牵头，不再列出）",
        ["（市教育局牵头。本节任务均由市教育局牵头，不再列出） → 市教育局!"],
    ),
    (  # a rule alone
        "修桥。（本节任务均由市教育局牵头）",
        ["（本节任务均由市教育局牵头） → 市教育局!"],
    ),
    ("本章共三节。", []),
    ("修桥铺路。", []),
    ("", []),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_statements_in(line: str, expected: list[str]) -> None:
    assert placed(line) == expected


@pytest.mark.parametrize(
    ("line", "span", "units"),
    [
        ("市教育局：负责校园花园。", "市教育局：", ["市教育局"]),
        ("市教育局、市财政局：保障经费。", "市教育局、市财政局：", ["市教育局", "市财政局"]),
        ("区公安分局负责维护秩序。", "区公安分局", ["区公安分局"]),  # no colon
        ("市教育局主要负责校园花园。", "市教育局", ["市教育局"]),
        ("**市教育局**：负责校园花园。", "**市教育局**：", ["市教育局"]),
        ("主要职责：统筹花园建设。", None, []),  # no unit
        ("修桥铺路，市教育局：负责。", None, []),
        ("修桥铺路", None, []),
    ],
)
def test_a_line_headed_by_its_units(line: str, span: str | None, units: list[str]) -> None:
    found = next(iter(duties_in(line, 0, len(line))), None)
    assert (found and line[found.start : found.end]) == span
    assert found is None or [line[one.start : one.end] for one in found.statement.units] == units


def test_a_sentence_that_gives_several_units_their_duties() -> None:
    line = "分片包干，具体为：县公安局负责城区，县文体局、县教育局负责乡镇。经费由县财政局负责。"
    found = [
        [line[one.start : one.end] for one in duty.statement.units] for duty in duties_in(line, 0, len(line))
    ]
    assert found == [["县公安局"], ["县文体局", "县教育局"]]
    assert duties_in("分片包干，县公安局负责城区。", 0, 14) == []
