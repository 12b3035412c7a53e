"""The loader: which texts are plans, and that all of it holds together."""

from __future__ import annotations

from pathlib import Path

import pytest
from kg.loaders.plan import PlanLoader

from kg.check import check_plan
from kg.errors import InputError, NotAPlanError
from kg.plugins import get_loader
from tests.loaders.reading import bare, from_file, places, plan, source

PLANS = [
    "某市花园建设工作方案\n一、任务",  # a title
    "鼓政〔2022〕5号\n一、任务",  # a number
    "成员：\n张林 区长",  # members
    "一、任务\n1.修桥。（市教育局牵头）\n2.铺路。（市财政局牵头）",  # two tasks with units
    "一、任务\n本方案自印发之日起施行。",  # what it calls itself
    "一、总体要求\n坚持就近。\n二、重点任务\n1.修桥。\n三、保障措施\n加强领导。",  # the usual chapters
]
NO_PLANS = [
    "今天天气晴朗。\n适合散步。",
    "一、任务\n1.修桥。（市教育局牵头）\n2.铺路。",  # one task with units
    "一、任务\n二、保障",
    "。",
]


@pytest.mark.parametrize("text", PLANS)
def test_a_plan(text: str) -> None:
    assert plan(text)


@pytest.mark.parametrize("text", NO_PLANS)
def test_no_plan(text: str) -> None:
    with pytest.raises(NotAPlanError, match=r"plan\.txt: no plan was found"):
        plan(text)


def test_an_empty_text_is_no_plan() -> None:
    with pytest.raises(NotAPlanError):
        PlanLoader().read_plan(bare(""))


def test_the_loader_is_registered_and_opens_files(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("某市花园建设工作方案\n一、任务\n修桥铺路。\n", "utf-8")
    loader = get_loader()
    assert isinstance(loader, PlanLoader)
    assert loader.read_plan(loader.open_source(path)).document.title == "某市花园建设工作方案"
    with pytest.raises(InputError):
        loader.open_source(tmp_path / "nothing.txt")


def test_a_plan_read_from_a_file() -> None:
    text = "某市花园建设工作方案\r\n　　一、重点任务\r\n　　1. 修桥。（责任单位：市教育局、市财\r\n政局）\r\n"
    found = from_file(text)
    (task,) = found.tasks
    assert (task.number, task.title, task.responsible) == ("一/1", "修桥", ["市教育局", "市财政局"])
    assert list(places(found))
    assert found.sections[0].key
    assert task.key


CHECKED = [
    "某市花园建设工作方案（2023—2025年）\n一、重点任务\n（一）绿道\n1.修桥。（市教育局牵头，2025年6月底前完成）",
    "某市花园建设工作方案\n一、实施步骤\n（一）动员（2024年3月—5月）\n（二）实施（6月—8月）",  # a year that holds on
    "鼓政（2022）5号\n某市花园建设工作方案\n落实《绿地条例》（苏政发（2022）6号）。\n一、任务",  # brackets of numbers
    "某市花园建设工作方案\n一、目标\n（一）绿道。到2025年，培育千家企业，总额超千万。",  # round figures
    "某市花园建设工作方案\n序号\t任务内容\t责任单位\n1\t修桥\t市教育局",
    "某市花园建设工作方案\n一、清理河道，加固桥墩，疏浚水系，修缮驿站，栽种花木，铺设步道，完善标识，美化环境，提升品质。\n（一）绿道\n修桥。",
    "某市花园建设工作方案\n—、绿道\n修桥。",
    "某市花园建设工作方案（2O23—2025年）\n一、任务\n修桥。",
    "柳城中政办〔2023〕5号\n一、任务\n1.修桥。（城中区教育局牵头）\n柳州市城中区人民政府负责解释。",
]


@pytest.mark.parametrize("text", CHECKED)
def test_the_check_finds_nothing(text: str) -> None:
    read = source(text)
    assert list(check_plan(PlanLoader().read_plan(read), read.text)) == []
