"""Numerals: tables of what is read, and laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.numerals import FIVE_YEAR, five_year_period, parse_numeral, to_number

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """The standard numeral of a number below 10^12, written independently of the reader."""
    for unit, word in ((10**8, "亿"), (10**4, "万")):
        if number >= unit:
            rest = number % unit
            gap = "零" if 0 < rest < unit // 10 else ""
            return chinese(number // unit) + word + gap + (chinese(rest) if rest else "")
    if number < 10:
        return DIGITS[number]
    for unit, word in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            rest = number % unit
            gap = "零" if 0 < rest < unit // 10 else ""
            return DIGITS[number // unit] + word + gap + (chinese(rest) if rest else "")
    raise AssertionError(number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("123", 123),  # Arabic
        ("１２３", 123),  # full width
        (" 7 ", 7),  # white space around it
        ("一百二十三", 123),
        ("十四", 14),  # ten without a one before it
        ("二十", 20),
        ("廿三", 23),  # short form of twenty
        ("卅", 30),
        ("两", 2),
        ("〇", 0),
        ("二〇二五", 2025),  # digit by digit
        ("二○二二", 2022),  # U+25CB for the zero
        ("一百零五", 105),
        ("一百二", 120),  # as it is spoken
        ("三万五", 35_000),
        ("一千零五十", 1050),
        ("一亿二千万", 120_000_000),
        ("壹佰", 100),  # the forms of financial documents
        ("", None),
        ("百", None),  # a unit without a number
        ("十百", None),
        ("第一", None),  # an ordinal is no numeral
        ("三件", None),  # with a classifier
        ("12.5", None),  # not whole
        ("9" * 5000, None),  # longer than any figure
    ],
)
def test_parse_numeral(text: str, expected: int | None) -> None:
    assert parse_numeral(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234", 1234.0),  # thousands comma
        ("１，２３４．５", 1234.5),  # full width
        ("3.5万", 35_000.0),
        ("1.1万", 11_000.0),  # no binary rounding on the way
        ("2亿", 200_000_000.0),
        ("1万亿", 1e12),
        ("3百万", 3_000_000.0),
        ("二十五点六", 25.6),
        ("三点五万", 35_000.0),
        ("两", 2.0),
        ("12,34", None),  # a comma that groups nothing
        ("85%", None),  # a unit is the caller's
        ("百分之二十", None),
        ("点五", None),
    ],
)
def test_to_number(text: str, expected: float | None) -> None:
    assert to_number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十四五", (2021, 2025)),
        ("“十四五”时期", (2021, 2025)),
        ('"十五五"', (2026, 2030)),  # straight quotes
        ("十三五期间", (2016, 2020)),
        ("鼓楼区“十四五”知识产权发展规划", (2021, 2025)),  # inside a title
        ("第十四个五年规划", (2021, 2025)),
        ("“十五”计划", (2001, 2005)),  # the tenth, in quotes
        ("十五天", None),  # a number
        ("二十五万", None),
        ("“一五”", (1953, 1957)),  # the first
        ("2025年", None),
    ],
)
def test_five_year_period(text: str, expected: tuple[int, int] | None) -> None:
    assert five_year_period(text) == expected


def test_five_year_finds_the_quoted_words() -> None:
    match = FIVE_YEAR.search("落实“十四五”时期规划")
    assert match is not None
    assert match.group() == "“十四五”时期"


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_numerals_round_trip(number: int) -> None:
    assert parse_numeral(chinese(number)) == number
    assert parse_numeral(str(number)) == number


@given(st.text(alphabet="〇零一二两三十百千万亿点廿,.0１9五“”第个年时期 x"))
def test_any_text_is_read_without_an_error(text: str) -> None:
    parse_numeral(text)
    to_number(text)
    five_year_period(text)
