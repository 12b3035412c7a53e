"""Targets and citations name the task that holds them."""

from __future__ import annotations

from tests.loaders.reading import body, quotes


def test_a_target_and_a_citation_name_their_task() -> None:
    read = body(
        "一、目标\n到2025年，建成绿道20公里。\n二、重点任务\n"
        "1.修桥。落实《某市桥梁管理条例》，新建桥梁5座。（市教育局牵头）\n2.铺路。铺设步道8公里。（市财政局牵头）"
    )
    keys = [task.key for task in read.tasks]
    assert [(target.value, target.task) for target in read.targets] == [
        (20, None),
        (5, keys[0]),
        (8, keys[1]),
    ]
    assert [citation.task for citation in read.citations] == [keys[0]]
    assert read.citations[0].policy == read.policies[0].key


def test_before_the_first_task_there_is_none() -> None:
    read = body("根据《某市桥梁管理条例》，制定本方案。\n一、重点任务\n1.修桥。（市教育局牵头）")
    assert [citation.task for citation in read.citations] == [None]


def test_quotes_are_those_of_the_source_where_digits_were_misread() -> None:
    read = body("一、重点任务\n1.修桥。到2O25年，新建桥梁5座。（市教育局牵头）")
    (target,) = read.targets
    assert target.by == "2025"
    assert quotes(target.evidence, "by") == ["2O25年"]
