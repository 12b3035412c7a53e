"""Pages as they are copied: cells on lines of their own, rows without their merged cells, headings only in bold."""

from __future__ import annotations

from pathlib import Path

import pytest
from kg.loaders.formats.html import HtmlFormat
from kg.loaders.plan import PlanLoader

from kg.errors import NotAPlanError
from kg.model import Plan

from .reading import TITLE, body, from_file, plan, units

BARS = (
    "|\n工作任务\n|\n具体内容\n|\n责任部门\n|\n|\n推进公开\n|\n公开收费。\n|\n区财政局\n|\n"
    "|\n公开规划。\n|\n区住建局\n|\n|\n强化监督\n|\n公开处罚。\n|\n区城管局\n|"
)


def page(text: str) -> Plan:
    """What is read in a web page."""
    return PlanLoader().read_plan(HtmlFormat().read(text.encode(), Path("plan.html")))


def rows(found: Plan) -> list[str]:
    """Each task with its section, part and units."""
    return [f"{one.section} {one.part} {one.title} {units(one)}" for one in found.tasks]


def test_cells_between_pipes_on_lines_of_their_own() -> None:
    found = from_file(f"{TITLE}\n{BARS}\n")
    assert rows(found) == [
        "推进公开 1 公开收费 |区财政局",
        "推进公开 2 公开规划 |区住建局",
        "强化监督 1 公开处罚 |区城管局",
    ]


def test_rows_without_the_cells_that_were_merged() -> None:
    text = (
        "任务 | 内容 | 完成时限 | 责任单位 |\n"
        "一、公开 | （一）规划 | 1.公开规划。 | 2024年6月 | 区住建局 |\n"
        "2.公开收费。 | 2024年7月 | 区财政局，各街道 |\n"
        "（二）处罚 | 3.公开处罚。 | 2024年8月 | 区城管局 |\n"
    )
    found = from_file(f"{TITLE}\n{text}")
    assert rows(found) == [
        "规划 1 公开规划 |区住建局",
        "规划 2 公开收费 |区财政局、各街道",
        "处罚 1 公开处罚 |区城管局",
    ]
    assert [one.deadline for one in found.tasks] == ["2024-06", "2024-07", "2024-08"]


def test_captions_over_tables_are_sections() -> None:
    head = "序号\t任务\t责任单位\n"
    text = f"提升绿道\n{head}1\t修桥。\t区水利局\n2\t铺路。\t无\n美化水岸\n{head}3\t栽树。\t区园林局"
    assert rows(body(text)) == ["提升绿道 1 修桥 |区水利局", "美化水岸 1 栽树 |区园林局"]


def test_a_word_for_nobody_is_no_unit() -> None:
    text = "任务\t牵头单位\t配合单位\n修桥。\t区水利局\t无\n铺路。\t无锡市交通局\t/"
    assert [units(one) for one in body(text).tasks] == ["区水利局|", "无锡市交通局|"]


def test_a_heading_that_only_bold_letters_set_apart() -> None:
    found = page(
        f"<title>{TITLE}</title><div>现就有关工作通知如下。\n<b>一、修桥</b>\n各街道要抓紧修桥，确保质量。"
        "<b>二、铺路</b>\n各街道要抓紧铺路，确保安全。<strong>一是加强</strong> 领导，落实责任。</div>"
    )
    assert [(one.number, one.title) for one in found.sections] == [("一", "修桥"), ("二", "铺路")]


def test_half_a_heading_in_bold_stays_in_its_line() -> None:
    found = page(
        f"<h1>{TITLE}</h1><p><b>一、重点</b>任务</p><p>1.修桥。</p><p><b>二、保障</b><b>措施</b></p>"
    )
    assert [one.title for one in found.sections] == ["重点任务", "保障措施"]


def test_the_title_of_a_page_whose_text_has_none() -> None:
    head = "<title>通州区人民政府关于稳就业的若干意见_通州区人民政府</title>"
    found = page(
        f"{head}<div><p>各乡镇人民政府：</p><p>一、修桥</p><p>抓紧修桥，确保质量，按期完成。</p></div>"
    )
    assert (found.document.title, found.document.issuer) == (
        "通州区人民政府关于稳就业的若干意见",
        "通州区人民政府",
    )


def test_a_sites_foot_is_no_statement_of_responsibility() -> None:
    own = from_file(f"{TITLE}\n一、任务\n1.修桥，保障安全。\n牵头单位：区水利局\n协办单位：区财政局\n")
    assert [units(one) for one in own.tasks] == ["区水利局|区财政局"]
    site = from_file(
        f"{TITLE}\n一、任务\n1.修桥，保障安全，确保今年内全部完成，不留尾巴和死角，群众满意。\n主办单位：区政府办\n"
    )
    assert [units(one) for one in site.tasks] == ["|"]


def test_a_title_in_full_goes_before_the_one_that_a_site_shortened() -> None:
    found = from_file(
        "落实街道工作的任务分解方案\n2019年4月16日\n石景山区落实街道工作的任务分解方案\n一、任务\n1.修桥。\n"
    )
    assert found.document.title == "石景山区落实街道工作的任务分解方案"


def test_plans_that_lost_their_titles_stay_two() -> None:
    first = plan("一、总体要求\n坚持就近。\n二、重点任务\n1.修桥。\n三、保障措施\n加强领导。")
    second = plan("一、总体要求\n坚持就近。\n二、重点任务\n1.铺路。\n三、保障措施\n加强领导。")
    assert first.document.title is None
    assert first.document.key != second.document.key


@pytest.mark.parametrize("text", ["一、修桥\n二、铺路\n三、栽树", "一、总体要求\n如上。"])
def test_headings_alone_make_no_plan(text: str) -> None:
    with pytest.raises(NotAPlanError):
        plan(text)


def test_a_person_seated_for_a_unit_has_a_post_without_a_title() -> None:
    found = plan(f"{TITLE}\n组长：王林（区政府）\n成员：李红（区发改局）\n张军（区教育局局长）")
    assert [(one.name, one.posts[0].unit, one.posts[0].title) for one in found.members] == [
        ("王林", "区政府", None),
        ("李红", "区发改局", None),
        ("张军", "区教育局", "局长"),
    ]


def test_empty_marks_of_a_title_cite_nothing() -> None:
    found = body("一、任务\n1.落实《》关于绿化的意见。")
    assert (found.policies, found.citations) == ([], [])


def test_rows_below_a_number_without_a_heading_have_no_section() -> None:
    words = "实施特困人员供养服务机构护理型床位改造"
    found = body(
        f"一、任务\n（一）{'.' * 60}\n{words}，完善设施。\n附件\n任务\t牵头单位\n{words}\t市民政局\n修桥\t市水利局"
    )
    assert {task.section for task in found.tasks} <= {"任务", None}
    assert all(one.quote for task in found.tasks for one in task.evidence)


def test_a_row_of_one_merged_cell_heads_the_rows_below_it() -> None:
    text = (
        "序号\t事项\t主要任务\t牵头单位\n一、提升效能\t<\t<\t<\n1\t专窗\t优化专窗。\t市审批局\n2\t热线\t健全热线。\t市信访局\n"
        "二、强化共享\t<\t<\t<\n1\t目录\t编制目录。\t市数据局"
    )
    assert [(one.section, one.part, one.title) for one in body(text).tasks] == [
        ("提升效能", 1, "专窗"),
        ("提升效能", 2, "热线"),
        ("强化共享", 1, "目录"),
    ]


def test_items_of_a_box_are_no_tasks() -> None:
    found = from_file(
        f"{TITLE}\n\n## 一、任务\n\n### 1.绿道\n\n贯通绿道。\n\n> **专栏1　绿道工程**\n>\n> 1. 滨江绿道：新建步道10公里。\n> 2. 环湖绿道：新建步道8公里。\n"
    )
    assert [one.title for one in found.tasks] == ["绿道"]
    assert sorted(one.value for one in found.targets) == [8, 10]
