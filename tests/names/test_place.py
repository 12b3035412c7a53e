"""The jurisdiction of a plan: what decides, and what stays open."""

from __future__ import annotations

from typing import TypedDict, Unpack

import pytest

from kg.names.place import PlaceFinding, place_of_plan

GULOU = ("320106", "320302", "350102", "410204")


class Head(TypedDict, total=False):
    title: str
    issuer: str
    number: str
    addressees: list[str]
    text: str
    year: int


def place(**head: Unpack[Head]) -> PlaceFinding:
    return place_of_plan(
        title=head.get("title"),
        issuer=head.get("issuer"),
        number=head.get("number"),
        addressees=head.get("addressees", []),
        text=head.get("text", ""),
        year=head.get("year"),
    )


@pytest.mark.parametrize(
    ("issuer", "code"),
    [
        ("南京市鼓楼区人民政府", "320106"),
        ("中共南京市委办公厅", "320100"),
        ("江苏省人民政府办公厅", "320000"),
        ("上海市知识产权局", "310000"),
        ("浦东新区人民政府", "310115"),
        ("海南藏族自治州人民政府", "632500"),  # not the province
        ("吉林市人民政府", "220200"),
        ("国务院办公厅", "100000"),
        ("财政部", "100000"),
        ("国家知识产权局", "100000"),
        ("国家税务总局南京市税务局", "320100"),  # a central body's branch
        ("南通高新区管委会", "320600"),  # a zone lies in the place that its name tells
        ("苏州工业园区管理委员会", "320500"),
        ("福州市鼓楼区洪山镇人民政府", "350102"),  # so does a town
    ],
)
def test_the_issuer_alone_decides(issuer: str, code: str) -> None:
    found = place(issuer=issuer)
    assert (found.code, found.field) == (code, "issuer")
    assert issuer in found.reason or (found.quote or "?") in issuer


@pytest.mark.parametrize(
    ("head", "code", "field"),
    [
        # four districts of that name: each kind of evidence alone
        ({"title": "福州市鼓楼区国家知识产权强县建设示范县工作方案"}, "350102", "title"),
        ({"number": "榕鼓政〔2022〕1号"}, "350102", "number"),
        ({"addressees": ["徐州市有关部门"]}, "320302", "addressees"),
        ({"text": "开封市鼓楼区"}, "410204", "text"),
        ({"text": "南京，江苏，南京"}, "320106", "text"),
        ({"text": "（宁政发〔2021〕1号）（宁委办〔2021〕2号）"}, "320106", "text"),  # cited numbers
        # the stronger evidence wins
        ({"title": "福州市规划", "number": "宁政〔2022〕1号", "text": "南京南京"}, "350102", "title"),
    ],
)
def test_what_tells_the_four_apart(head: Head, code: str, field: str) -> None:
    found = place(**(head | Head(issuer="鼓楼区人民政府")))
    assert (found.code, found.field, found.candidates) == (code, field, GULOU)
    assert found.quote is not None
    assert found.quote in found.reason


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"text": "北京"},  # none of theirs
        {"text": "南京"},  # once is chance
        {"text": "南京南京福州福州"},  # a tie
        {"text": "南京南京南京福州福州"},  # nearly one
        {"number": "鼓政〔2022〕132号"},  # each would write so
    ],
)
def test_what_does_not(head: Head) -> None:
    found = place(**(head | Head(issuer="鼓楼区人民政府")))
    assert found.code is None
    assert set(found.candidates) <= set(GULOU)
    assert len(found.candidates) > 1
    assert "one of 4" in found.reason


def test_a_number_that_both_would_bear_decides_nothing() -> None:
    assert place(issuer="通州区人民政府", number="通政发〔2023〕4号").code is None
    found = place(issuer="通州区人民政府", number="通政发〔2023〕4号", text="南通市、江苏省、南通")
    assert (found.code, found.field) == ("320612", "text")


def test_an_issuer_without_a_place() -> None:
    assert place(issuer="区政府办公室", title="浦东新区规划").code == "310115"
    assert place(issuer="市市场监管局", number="榕市监〔2022〕1号").code == "350100"
    assert place(issuer="市市场监管局", number="通政发〔2022〕1号").candidates == ("320600", "150500")
    assert place(issuer="市市场监管局", number="通政发〔2022〕1号", text="南通、江苏").code == "320600"
    # a district's office is not of the city that the title names
    assert place(issuer="区政府办公室", title="南京市规划").code is None


def test_no_issuer() -> None:
    assert place(title="北京市“十四五”规划").code == "110000"
    assert place(title="国务院关于印发规划的通知").code == "100000"
    assert place(text="贯彻江苏省规划。南京市鼓楼区人民政府").code == "320106"  # the signature
    nothing = place(text="贯彻江苏省规划", number="苏政发〔2022〕1号")
    assert (nothing.code, nothing.candidates) == (None, ("320000", "320500"))


def test_the_year_tells_which_name_was_in_force() -> None:
    assert place(issuer="通州市人民政府", year=2005).code == "320683"
    assert place(issuer="南通市通州区人民政府", year=2022).code == "320612"


def test_nothing() -> None:
    assert place() == PlaceFinding(None, (), place().reason)
