"""Places that bear a field out."""

from __future__ import annotations

from kg.loaders.evidence import dated, evidence, in_order

from kg.model import Evidence


def test_spaces_at_either_end_are_left_out() -> None:
    assert evidence("甲 \t乙局\n 丙", "unit", 1, 7) == Evidence("unit", 3, 5, "乙局")
    assert evidence("甲   ", "unit", 1, 4) == Evidence("unit", 4, 4, "")  # nothing but spaces


def test_places_come_in_order_and_once() -> None:
    one, two, three = Evidence("b", 0, 2, "甲乙"), Evidence("a", 0, 2, "甲乙"), Evidence("a", 0, 1, "甲")
    assert in_order([one, two, three, one]) == [three, two, one]


def test_a_date_without_a_year_rests_on_the_place_of_the_year_too() -> None:
    text = "2024年3月动员，5月修桥"
    assert [one.quote for one in dated(text, "end", 10, 12, "2024-05", None)] == ["5月", "2024"]
    assert [one.quote for one in dated(text, "end", 0, 7, "2024-03", None)] == ["2024年3月"]


def test_or_on_the_date_from_which_the_plan_counts() -> None:
    text = "二〇二四年，5月修桥"
    since = Evidence("signed", 0, 5, "二〇二四年")
    assert [one.quote for one in dated(text, "end", 6, 8, "2024-05", since)] == ["5月", "二〇二四年"]
    assert [one.quote for one in dated(text, "end", 6, 8, "2024-05", None)] == ["5月"]
    assert [one.quote for one in dated(text, "end", 8, 10, "2024-05", since)] == ["修桥"]  # no part of a year
