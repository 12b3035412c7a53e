"""Sections and tasks as records."""

from __future__ import annotations

from kg.loaders.records import opening_of, section_records

from tests.loaders.reading import TITLE, body, outline, plan, quotes


def test_sections_have_path_level_and_span() -> None:
    read = outline("一、总体要求\n坚持创新。\n二、任务：\n（一）绿道。\n修桥。\n1.清淤，栽树，铺路。完成。")
    records = section_records(read)
    assert [(one.number, one.title, one.level) for one in records] == [
        ("一", "总体要求", 1),
        ("二", "任务", 1),
        ("二/（一）", "绿道", 2),
    ]
    assert read.source.text[records[0].start : records[0].end] == "一、总体要求\n坚持创新。\n"
    assert [quotes(one.evidence, "title") for one in records] == [["总体要求"], ["任务"], ["绿道"]]


def test_the_opening_is_from_the_title_to_the_first_heading() -> None:
    read = plan(f"某市人民政府\n{TITLE}\n为修桥，制定本方案。\n一、任务\n修桥。")
    begin, end = opening_of(
        outline(f"某市人民政府\n{TITLE}\n为修桥，制定本方案。\n一、任务\n修桥。"), read.document
    )
    assert (begin, end) == (7, 7 + len(TITLE) + 12)


def test_without_a_heading_the_opening_is_all_of_it() -> None:
    text = f"{TITLE}\n为修桥，制定本方案。"
    assert opening_of(outline(text), plan(text).document) == (0, len(text))
    assert opening_of(outline("一、任务"), plan(text).document) == (0, 0)


def test_a_unit_is_named_once_per_role() -> None:
    (task,) = body("一、任务\n1.修桥。（市教育局牵头，市教育局、市财政局、市财政局配合）").tasks
    assert [(one.unit, one.role) for one in task.assignments] == [
        ("市教育局", "lead"),
        ("市教育局", "responsible"),
        ("市财政局", "responsible"),
    ]


def test_facts_are_normalised_and_their_quotes_are_not() -> None:
    (task,) = body("一、任务\n1.修 桥(一期)。（责任单位：市教育局(招生办)）").tasks
    assert (task.title, task.responsible) == ("修桥（一期）", ["市教育局（招生办）"])
    assert quotes(task.evidence, "title") == ["修 桥(一期)"]
    assert quotes(task.assignments[0].evidence, "unit") == ["市教育局(招生办)"]
