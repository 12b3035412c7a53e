"""Divisions: codes, names with and without parents, history, and mentions in a text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.divisions import abbreviations, divisions


def codes(name: str, year: int | None = None) -> list[str]:
    return [division.code for division in divisions().named(name, year=year)]


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("鼓楼区", None, ["320106", "320302", "350102", "410204"]),  # four cities have one
        ("鼓楼", None, ["320106", "320302", "350102", "410204"]),  # short
        ("南京市鼓楼区", None, ["320106"]),
        ("江苏省南京市鼓楼区", None, ["320106"]),
        ("江苏南京鼓楼", None, ["320106"]),  # short throughout
        ("江苏省鼓楼区", None, ["320106", "320302"]),  # the city left out
        ("南通", None, ["320600"]),
        ("通州区", None, ["110112", "320612"]),
        ("北京市通州区", None, ["110112"]),  # child of a municipality, no 市辖区 between
        ("通州市", None, ["320683", "329021"]),  # gone: all codes that it ever had
        ("通州市", 2005, ["320683"]),
        ("通州市", 2022, []),
        ("通州", 2000, ["110112", "320683"]),
        ("浦东新区", None, ["310115"]),  # a 新区 that is a county
        ("浦东", None, ["310115"]),
        ("高新区", None, []),  # none in GB/T 2260
        ("吉林", None, ["220000", "220200"]),  # province and city
        ("全国", None, ["100000"]),
        ("国家", None, ["100000"]),
        ("公安", None, ["421022"]),  # asked for by name, even if a common word
        ("仙桃市", None, ["429004"]),  # directly under its province
        ("市辖区", None, []),  # a node of the code system only
        ("襄樊市", 2010, ["420600"]),  # both names count in the year of the change
        ("没有的区", None, []),
        ("", None, []),
    ],
)
def test_named(name: str, year: int | None, expected: list[str]) -> None:
    assert codes(name, year) == expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("南京市鼓楼区人民政府", "南京市鼓楼区", ["320106"]),
        ("鼓楼公安分局", "鼓楼", ["320106", "320302", "350102", "410204"]),
        ("南通高新区", "南通", ["320600"]),
        ("湖北省公安厅", "湖北省", ["420000"]),  # 公安县 lies in 湖北
        ("荆州市公安局", "荆州市", ["421000"]),  # and right below 荆州
        ("通州区江苏省知识产权", "通州区", ["110112", "320612"]),  # what follows is not below it
        ("平安银行", "", []),  # 平安区 is there, too
        ("国家知识产权局", "", []),
    ],
)
def test_prefix(text: str, place: str, expected: list[str]) -> None:
    end, named = divisions().prefix(text)
    assert text[:end] == place
    assert [division.code for division in named] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("南京市鼓楼区", ["南京市", "鼓楼区"]),
        ("南通和江苏", ["南通", "江苏"]),  # short names of cities and provinces
        ("鼓楼实际", []),  # … but not of counties
        ("建设示范县", []),  # no 范县
        ("长治久安", []),  # a common word
        ("公安县", ["公安县"]),  # written out
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    found = divisions().find(text)
    assert [place.name for place in found] == expected
    assert all(text[place.start : place.end] == place.name for place in found)


def test_one_division() -> None:
    table = divisions()
    district = table.by_code("320106")
    assert district is not None
    assert (district.name, district.short, district.level, district.last_year) == (
        "鼓楼区",
        "鼓楼",
        "county",
        None,
    )
    assert [above.code for above in table.ancestors(district)] == ["320100", "320000", "100000"]
    assert table.is_below("320106", "320000")
    assert not table.is_below("320106", "350000")
    assert table.by_code("999999") is None


@pytest.mark.parametrize("code", ["110000", "310000", "120000", "500000"])
def test_municipalities_are_provinces(code: str) -> None:
    division = divisions().by_code(code)
    assert division is not None
    assert division.level == "province"


def test_every_parent_is_there() -> None:
    table = divisions()
    for code in ("110101", "659001", "460400", "810000", "500381"):
        division = table.by_code(code)
        assert division is not None
        assert table.ancestors(division)[-1].code == "100000"


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("苏", "320000"),
        ("闽", "350000"),
        ("榕", "350100"),
        ("宁", "320100"),
        ("穗", "440100"),
        ("甬", "330200"),
    ],
)
def test_abbreviations(character: str, code: str) -> None:
    assert code in abbreviations()[character]


def test_abbreviations_are_one_character_of_known_codes() -> None:
    for character, known in abbreviations().items():
        assert len(character) == 1
        assert all(divisions().by_code(code) for code in known)


@given(st.text(alphabet="江苏南京通州市鼓楼区北县省国新 海公安"))
def test_any_text(text: str) -> None:
    table = divisions()
    table.named(text)
    end, _ = table.prefix(text)
    assert 0 <= end <= len(text)
    found = table.find(text)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_find_takes_linear_time() -> None:
    divisions()
    begin = time.perf_counter()
    divisions().find("南京市鼓楼" * 40_000)
    divisions().prefix("南京" * 100_000)
    assert time.perf_counter() - begin < 5
