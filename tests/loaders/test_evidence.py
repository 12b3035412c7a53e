"""Places that bear a field out."""

from __future__ import annotations

from kg.loaders.evidence import evidence, in_order

from kg.model import Evidence


def test_spaces_at_either_end_are_left_out() -> None:
    assert evidence("甲 \t乙局\n 丙", "unit", 1, 7) == Evidence("unit", 3, 5, "乙局")
    assert evidence("甲   ", "unit", 1, 4) == Evidence("unit", 4, 4, "")  # nothing but spaces


def test_places_come_in_order_and_once() -> None:
    one, two, three = Evidence("b", 0, 2, "甲乙"), Evidence("a", 0, 2, "甲乙"), Evidence("a", 0, 1, "甲")
    assert in_order([one, two, three, one]) == [three, two, one]
