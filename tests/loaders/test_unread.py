"""What looks as if it held a fact and gave no record."""

from __future__ import annotations

import pytest

from tests.loaders.reading import body

CASES = [
    # text, kind, reason and words of what is left
    ("一、重点任务\n1.修桥。（责任单位：另定）", []),
    (
        "一、重点任务\n1.修桥。（责任单位：见附件。）\n2.铺路。（市教育局牵头）",
        ["bracket no-unit （责任单位：见附件。）"],
    ),
    ("一、重点任务\n1.修桥。（市教育局牵头）", []),
    ("一、工作目标\n（一）绿道。绿道达20公里，目前已有5公里。", ["figure no-target 5公里"]),
    ("一、工作目标\n（一）绿道。2021—2025年，2025年3月5日起实施。", []),  # dates are no figures
    ("一、重点任务\n1.修桥。目前已有桥梁5座。", []),  # not among goals
    ("一、任务\n修桥。\n项目\t金额\n修桥\t五万\n\t", ["row no-record 修桥\t五万"]),
    ("一、任务\n修桥。\n任务\t责任单位\n修桥\t市教育局", []),
    ("一、发布《绿地》白皮书。", ["title not-a-policy 《绿地》"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_unread(text: str, expected: list[str]) -> None:
    assert [f"{one.kind} {one.reason} {one.quote}" for one in body(text).unread] == expected


def test_an_item_that_gave_no_task() -> None:
    found = body("一、重点任务\n（一）绿道。\n责任单位：市园林局\n（二）花园（另定）\n附件1 名单\n一、修桥")
    assert [one.quote for one in found.unread if one.kind == "item"] == []
    assert len(found.tasks) == 3
