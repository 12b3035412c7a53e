"""Dates and ranges of dates: tables of what is read, and laws."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.dates import find_dates, find_range, first_day, is_valid_iso, last_day


def isos(text: str, year: int | None = None) -> list[str]:
    return [found.iso for found in find_dates(text, year=year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年10月21日", ["2022-10-21"]),
        ("2022年10月", ["2022-10"]),
        ("2022年", ["2022"]),
        ("2023年度", ["2023"]),
        ("二〇二二年十月十四日", ["2022-10-14"]),  # Chinese numerals
        ("二○二二年", ["2022"]),  # U+25CB for the zero
        ("２０２２年１０月", ["2022-10"]),  # full width
        ("2022 年 10 月 21 日", ["2022-10-21"]),  # spaces inside
        ("2022-10-14", ["2022-10-14"]),
        ("2022.10.14", ["2022-10-14"]),
        ("2022/10/14", ["2022-10-14"]),
        ("2023.6", ["2023-06"]),  # a cell of a table
        ("2023年6月底前", ["2023-06"]),
        ("2025年底", ["2025-12"]),
        ("2025年年底前", ["2025-12"]),
        ("2025年末", ["2025-12"]),
        ("2024年上半年", ["2024-06"]),  # as an end
        ("2024年下半年", ["2024-12"]),
        ("2023年一季度末", ["2023-03"]),
        ("2023年第三季度", ["2023-09"]),
        ("2022年10月上旬", ["2022-10"]),
        ("2022年3月启动,12月底前完成", ["2022-03", "2022-12"]),  # the year is carried on
        ("2022年12月-次年3月", ["2022-12", "2023-03"]),
        ("2026年3—5月", ["2026-03", "2026-05"]),  # the first month lends its 月
        ("2022年3月、6月", ["2022-03", "2022-06"]),
        ("2023年1月1日至28日", ["2023-01-01", "2023-01-28"]),
        ("2022-2025年6月", ["2025-06"]),  # the end of a range with a month is a date
        ("2021-2035年", []),  # a range of years is none
        ("（2022-2025）", []),
        ("《规划（2021年）》，12月底前", ["2021"]),  # a cited title's year dates that title only
        ("2022年13月", []),  # impossible
        ("2023年2月30日", []),
        ("2024年2月29日", ["2024-02-29"]),  # a leap year
        ("年底前", []),  # of which year?
        ("10月", []),
        ("12月底", []),
        ("3500件", []),
        ("〔2022〕131号", []),  # a document number
        ("GB/T 29490-2013", []),  # a standard
        ("3个月", []),
        ("2025年底线", ["2025"]),  # 底 belongs to the next word
    ],
)
def test_dates_that_need_no_year(text: str, expected: list[str]) -> None:
    assert isos(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年底前", ["2022-12"]),
        ("今年底", ["2022-12"]),
        ("今年10月", ["2022-10"]),
        ("明年3月", ["2023-03"]),
        ("去年年底", ["2021-12"]),
        ("10月15日前", ["2022-10-15"]),
        ("十二月底", ["2022-12"]),
        ("二季度", ["2022-06"]),
        ("2024年3月启动，年底前完成", ["2024-03", "2024-12"]),  # the nearer year wins
        ("每年10月、11月", []),  # comes back every year
        ("每年年底", []),
        ("一季度一通报", []),  # every quarter
    ],
)
def test_dates_in_the_year_of_the_plan(text: str, expected: list[str]) -> None:
    assert isos(text, 2022) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年8月—2022年10月", ("2022-08", "2022-10")),
        ("2022年8月-12月底", ("2022-08", "2022-12")),
        ("2023年1月—12月", ("2023-01", "2023-12")),
        ("2022-2025年", ("2022", "2025")),
        ("（2022—2025）", ("2022", "2025")),  # without 年
        ("2021年至2025年", ("2021", "2025")),
        ("2021至2025年", ("2021", "2025")),
        ("自2022年8月到2025年7月", ("2022-08", "2025-07")),
        ("2026年3—5月", ("2026-03", "2026-05")),
        ("2023年1月1日至2月28日", ("2023-01-01", "2023-02-28")),
        ("2023年1月1日至28日", ("2023-01-01", "2023-01-28")),
        ("2022.8-2025.7", ("2022-08", "2025-07")),
        ("2022-2025年6月", ("2022", "2025-06")),
        ("2023年一至三季度", ("2023-01", "2023-09")),
        ("2022年9月起至2023年6月底", ("2022-09", "2023-06")),
        ("2024年上半年", ("2024-01", "2024-06")),  # a part of a year is a range itself
        ("自2022年8月起施行", ("2022-08", None)),  # open end
        ("自印发之日起至2025年6月30日", (None, "2025-06-30")),  # open beginning
        ("2025年6月底前", None),
        ("2022年3月启动，12月完成", None),  # two dates and no range
        ("2022年12月-3月", None),  # backwards
    ],
)
def test_ranges(text: str, expected: tuple[str | None, str | None] | None) -> None:
    assert find_range(text) == expected


def test_a_range_in_the_year_of_the_plan() -> None:
    assert find_range("8月至10月", year=2022) == ("2022-08", "2022-10")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", True),
        ("2025-06", True),
        ("2025-06-30", True),
        ("2025-6", False),
        ("2025-13", False),
        ("2025-02-30", False),
        ("0000", False),
        ("2025年", False),
        ("２０２５", False),
    ],
)
def test_is_valid_iso(text: str, expected: bool) -> None:
    assert is_valid_iso(text) is expected


def test_first_and_last_day() -> None:
    assert (first_day("2024"), last_day("2024")) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert first_day("2024-02-03") == last_day("2024-02-03") == date(2024, 2, 3)
    with pytest.raises(ValueError, match="not an ISO date"):
        first_day("soon")


def test_the_span_is_the_date_as_written() -> None:
    text = "于 2022 年 10 月 21 日前，12月底"
    assert [text[found.start : found.end] for found in find_dates(text)] == ["2022 年 10 月 21 日", "12月底"]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_a_written_date_is_found(day: date) -> None:
    for text in (
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
    ):
        assert isos(text) == [day.isoformat()]


@given(
    st.text(alphabet="20２二〇一年月日号至-—.1359十底末上半第季度每今次《》 、，x"),
    st.none() | st.integers(1990, 2050),
)
def test_spans_are_in_order_and_dates_are_valid(text: str, year: int | None) -> None:
    found = find_dates(text, year=year)
    assert all(is_valid_iso(item.iso) and item.start < item.end <= len(text) for item in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    span = find_range(text, year=year)
    if span and span[0] and span[1]:
        assert first_day(span[0]) <= last_day(span[1])


@pytest.mark.parametrize(
    "unit", ["2022年", "1 ", "2022-", "一", "2022年1月1日至", "《", "每年", "年底", "20 22 年 "]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    begin = time.perf_counter()
    find_dates(unit * 20_000, year=2022)
    assert time.perf_counter() - begin < 5
