"""Brackets: which close which and what stands outside them."""

from __future__ import annotations

import pytest
from kg.loaders.brackets import depth_free, outer_brackets, walk, without_tail


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("甲、乙", [1]),
        ("甲（乙、丙）、丁", [6]),  # not within brackets
        ("甲（乙【丙、丁】、戊）、己", [11]),
        ("甲《乙、丙》、“丁、戊”、己", [6, 12]),
        ("甲“乙（丙、丁”、戊", [5, 8]),  # closed the wrong way: nothing is held together
        ("甲（乙、丙", [3]),  # not closed
        ("甲）乙、丙", [3]),
        ('"甲、乙"、丙', [5]),
    ],
)
def test_depth_free(text: str, marks: list[int]) -> None:
    assert depth_free(text, 0, len(text), frozenset("、")) == marks


def test_a_long_stretch_with_an_open_bracket_has_no_marks() -> None:
    text = "甲、（" + "乙、" * 300
    assert depth_free(text, 0, len(text), frozenset("、")) == [1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲（乙）丙[丁]", ["（乙）", "[丁]"]),
        ("甲（乙（丙）丁）", ["（乙（丙）丁）"]),  # the outermost
        ("甲（乙）丙（丁", ["（乙）"]),  # one that is not closed
        ("甲）乙（丙）", ["（丙）"]),
        ("甲【乙〕丙", ["【乙〕"]),  # closed by another's end
        ("甲乙", []),
    ],
)
def test_outer_brackets(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in outer_brackets(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("修桥铺路（责任单位：市教育局）。", "修桥铺路"),
        ("修桥（一期）铺路（市教育局（高新区分局）牵头）", "修桥（一期）铺路"),  # with one within it
        ("修桥铺路【责任单位：市教育局）；", "修桥铺路"),  # closed by another's end
        ("修桥铺路（一期）工程", "修桥铺路（一期）工程"),  # none at the end
        ("修桥铺路市教育局）。", "修桥铺路市教育局）。"),  # no beginning
        ("（市教育局）", "（市教育局）"),  # nothing before it
        ("（修桥（一期）", "（修桥"),  # the outer one is not closed
        ("。。", "。。"),
    ],
)
def test_without_tail(text: str, words: str) -> None:
    assert text[: without_tail(text, 0, len(text))] == words


def test_walk_tells_inner_from_outer_and_quotes_from_brackets() -> None:
    text = "甲《乙（试行）》、（丙“丁、戊”）、己"
    plain, exact = (walk(text, 0, len(text), frozenset("、"), strict=strict) for strict in (False, True))
    assert [text[slice(*one)] for one in plain.outer] == ["（试行）", "（丙“丁、戊”）"]
    assert [text[slice(*one)] for one in exact.outer] == ["《乙（试行）》", "（丙“丁、戊”）"]
    assert [text[slice(*one)] for one in exact.inner] == ["（试行）"]
    assert plain.free == exact.free == [8, 17]
    assert not exact.unclosed


def test_walk_pairs_brackets_of_two_forms_unless_strict() -> None:
    text = "区住房〔城乡建设局、区财政局），区法院（一庭】"
    assert [text[slice(*one)] for one in walk(text, 0, len(text)).outer] == [
        "〔城乡建设局、区财政局）",
        "（一庭】",
    ]
    strictly = walk(text, 0, len(text), strict=True)
    assert strictly.outer == []
    assert strictly.unclosed


def test_walk_looks_at_its_part_alone() -> None:
    text = "（甲、乙）、丙"
    assert walk(text, 1, 4, frozenset("、")).free == [2]
    assert walk(text, 0, 4, frozenset("、")).unclosed
    assert walk(text, 1, 7, frozenset("、")).free == [2, 5]
