from __future__ import annotations

import pytest

from kg.analysis.spread import Spread, common_limit

COMMON = "加强组织领导压实工作责任形成工作合力确保各项任务落到实处"
OWN = [
    "东湖岸线补种水杉三百株并设观鸟台",
    "老码头仓库改作渔具陈列馆对外开放",
    "北山采石坑回填造林种植毛竹和油茶",
    "盐井旧街铺设青石板修复戏台和牌坊",
]


def spread(texts: list[str], plans: list[str], places: list[str]) -> Spread:
    return Spread(texts, plans, places)


def test_what_stands_in_many_jurisdictions_is_common_and_makes_no_pair() -> None:
    texts = [own + COMMON for own in OWN]
    found = spread(texts, list("甲乙丙丁"), list("1234"))
    assert list(found.pairs()) == []
    mask = found.common(texts[0])
    inside = "".join(letter for letter, hidden in zip(texts[0], mask, strict=True) if hidden)
    assert inside in COMMON and len(inside) >= len(COMMON) - 3


def test_what_stands_in_two_plans_makes_a_pair() -> None:
    texts = [OWN[0] + COMMON, OWN[1] + COMMON, OWN[2] + OWN[0], OWN[3] + COMMON]
    [pair] = spread(texts, list("甲乙丙丁"), list("1234")).pairs()
    assert (pair.first, pair.second) == (0, 2)


def test_texts_of_one_plan_make_no_pair() -> None:
    assert list(spread([OWN[0], OWN[0]], ["甲", "甲"], ["1", "1"]).pairs()) == []


def test_the_plans_of_one_jurisdiction_do_not_make_a_text_common() -> None:
    texts = [OWN[0]] * 4
    found = spread(texts, list("甲乙丙丁"), ["1"] * 4)
    assert not any(found.common(OWN[0]))
    assert len(list(found.pairs())) == 6


def test_short_and_empty_texts_are_no_trouble() -> None:
    found = spread(["", "短", OWN[0]], list("甲乙丙"), list("123"))
    assert list(found.pairs()) == []
    assert found.common("短") == [False]
    assert list(spread([], [], []).pairs()) == []


@pytest.mark.parametrize(("places", "limit"), [(1, 3), (9, 3), (400, 20), (1_000_000, 255)])
def test_the_limit_grows_with_the_root_of_the_jurisdictions(places: int, limit: int) -> None:
    assert common_limit(places) == limit
