"""Lists by unit: the headings name who has the tasks below them."""

from __future__ import annotations

import pytest

from .reading import body

LISTS = [
    # text, each task's number, lead and responsible units
    (
        "一、县管委会牵头工作（8项）\n1.修桥。\n2.铺路。",
        ["一/1 县管委会|", "一/2 县管委会|"],
    ),
    (
        "一、县发改局（2项）\n1.修桥。\n2.铺路。\n二、县教育局、县科技局\n1.办学。",
        ["一/1 |县发改局", "一/2 |县发改局", "二/1 |县教育局、县科技局"],
    ),
    ("一、由县教育局负责的任务\n1.办学。", ["一/1 |县教育局"]),
    # an item's own statement goes before that of its heading only for the lead
    (
        "一、县发改局牵头任务\n1.修桥。（配合单位：县财政局）\n2.铺路。",
        ["一/1 县发改局|县财政局", "一/2 县发改局|"],
    ),
    # one heading that names a body may be what is to be set up
    ("一、县信访工作中心\n1.修桥。\n二、加强绿化\n1.栽树。", ["一/1 |", "二/1 |"]),
    # duties below the units that have them
    (
        "一、职责分工\n（一）县应急局\n1.统筹抢险。\n2.储备物资。\n（二）县水利局\n1.巡查堤防。",
        ["一/（一）/1 |县应急局", "一/（一）/2 |县应急局", "一/（二）/1 |县水利局"],
    ),
    # an office in a list of units heads tasks as the others do
    (
        "一、县政府办公室\n1.督办。\n二、县教育局\n1.办学。",
        ["一/1 |县政府办公室", "二/1 |县教育局"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_tasks_below_their_units(text: str, expected: list[str]) -> None:
    found = [
        f"{task.number} {'、'.join(task.lead)}|{'、'.join(task.responsible)}" for task in body(text).tasks
    ]
    assert found == expected


def test_the_heading_is_the_evidence() -> None:
    [task, _] = body("一、县管委会牵头工作\n1.修桥。\n2.铺路。").tasks
    [assignment] = task.assignments
    assert not assignment.stated
    assert [(one.field, one.quote) for one in assignment.evidence] == [
        ("unit", "县管委会"),
        ("role", "牵头工作"),
    ]
