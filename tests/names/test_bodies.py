"""Names of bodies: what is one, what is none, and the parts of one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.bodies import body_division, level_of, looks_like_body, parse_body
from kg.names.divisions import divisions

BODIES = """
区市场监管局（知识产权局） 区发改委（工信局） 区委宣传部 鼓楼生态环境局 区人大财经委 区文明办 区政务服务办
区机关事务管理局 省税务局 省工业和信息化厅 市中级人民法院 市市场监管局 省市场监管局 市民政局 市监委 县发改局
州林草局 南京海关 团市委 市妇联 市总工会 科协 残联 编办 机关事务局 市委网信办 市信访局 武警 人武部
区委老干部局 省委组织部 教育局 公安分局 气象局 民航局 铁路局 邮政管理局 外汇局 银保监会 交警支队
区消防救援大队 财政厅（局） 教育厅（教委） 财政部 教育部 海关总署 税务总局 国家发展改革委 国务院
中共中央办公厅 最高人民法院 人民银行 人民银行南京分行 国家税务总局南京市税务局 中共南京市鼓楼区委办公室
上海市浦东新区人民政府 江苏省人民政府办公厅 荆州市公安局 南通高新区 福州市软件园管委会 工业园区 经开区
江北新区管委会 苏州工业园区管委会 川姜镇 洪山镇人民政府 温泉街道办事处 南街街道办事处
福州市鼓楼区洪山镇人民政府 区家纺知识产权快速维权中心 中国南通（家纺）知识产权快速维权中心 区融媒体中心 医院
学校 南京大学 国网江苏电力 中国移动 城投集团 第六师五家渠市农业农村局 水资源处 基础教育科 统计中心 办公室
区知识产权工作领导小组 根治拖欠农民工工资工作联席会议办公室
"""

COLLECTIVES = """
各街道办事处 各镇（街道） 十街镇 各区、县（市）政府 各区政府 各省级人民政府 各设区市人民政府 各高等学校
有关部门 各有关单位 属地政府 属地街道 区政府各部门 区委各部门 区直各办,局（公司） 区各委办局 区各人民团体
区各垂直管理部门 各镇（街道）人民政府（办事处） 区知识产权工作领导小组成员单位
区知识产权强区建设工作领导小组各成员单位 市级有关部门 市场监管部门 公安机关 行业主管部门 各民主党派
各省、自治区、直辖市教育厅（教委） 局属各单位 16个镇（街道） 福州市鼓楼区十街镇 全区各中小学校 国务院各部委
"""

RUNNING_TEXT = """
加强知识产权保护 到2025年 形成合力 一批核心专利 以下简称领导小组 准 试行 见附件 含小微企业 下同 第一批 附件1
2022-2025年 优化布局 区域布局 全局 内部 全部 社会公众 创新主体 企业 中小企业 各类企业 各方面 有关规定
相关政策 各类市场主体 服务平台 基地 示范区 城区 中心城区 特色小镇 上市公司 重点实验室 创新团队 成立领导小组
设立分中心 打造产业园 公司 中心 集团 主办 联合举办 督办 部署 小组 责任单位 牵头单位 各 有关 建设工作方案
三年行动计划 100家企业 PCT 产业园区建设 数字经济产业园 以人民为中心 领导小组下设办公室
挂靠在区市场监督管理局 区商务局区城管局 区（ （区） 。
"""


@pytest.mark.parametrize("name", BODIES.split())
def test_names_of_one_body(name: str) -> None:
    body = parse_body(name)
    assert body is not None
    assert not body.collective


@pytest.mark.parametrize("name", COLLECTIVES.split())
def test_names_of_several_bodies(name: str) -> None:
    body = parse_body(name)
    assert body is not None
    assert body.collective


@pytest.mark.parametrize("text", RUNNING_TEXT.split())
def test_running_text_is_no_name(text: str) -> None:
    assert not looks_like_body(text)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("区市场监管局", ("county", "区", "市场监管", "局")),
        ("省市场监管局", ("province", "省", "市场监管", "局")),  # not 省市 + 场
        ("市场监管局", (None, "", "市场监管", "局")),  # 市 is no level word here
        ("市民政局", ("prefecture", "市", "民政", "局")),  # nor 市民 a word
        ("市政府", ("prefecture", "市", "", "政府")),
        ("区委宣传部", ("county", "区", "委宣传", "部")),
        ("区委", ("county", "区", "", "委")),
        ("团市委", ("prefecture", "市", "团", "委")),  # around the level word
        ("南京市鼓楼区人民政府", ("county", "南京市鼓楼区", "", "人民政府")),
        ("中共南京市鼓楼区委办公室", ("county", "南京市鼓楼区", "委", "办公室")),
        ("鼓楼公安分局", ("county", "鼓楼", "公安", "分局")),  # four districts, one level
        ("福州市软件园管委会", ("prefecture", "福州市", "软件园", "管委会")),
        ("南通高新区", ("prefecture", "南通", "", "高新区")),
        ("洪山镇人民政府", ("township", "洪山镇", "", "人民政府")),
        ("川姜镇", ("township", "川姜镇", "", "")),  # the place for its government
        ("温泉街道办事处", ("township", "温泉街道", "", "办事处")),  # 温泉县 is elsewhere
        ("福州市鼓楼区洪山镇", ("township", "福州市鼓楼区洪山镇", "", "")),
        ("财政部", ("nation", "", "财政", "部")),
        ("国家发展改革委", ("nation", "国家", "发展改革", "委")),
        ("人民银行南京分行", ("prefecture", "南京", "人民银行", "分行")),  # a branch at a place
        ("科协", (None, "", "", "科协")),
        ("各街道办事处", (None, "", "各", "街道办事处")),
        ("区政府各部门", ("county", "区", "政府各", "部门")),
        ("区知识产权工作领导小组成员单位", ("county", "区", "知识产权工作领导小组", "成员单位")),
        ("十街镇", (None, "", "十", "街镇")),
    ],
)
def test_parts(name: str, parts: tuple[str | None, str, str, str]) -> None:
    body = parse_body(name)
    assert body is not None
    assert (body.level, body.level_word, body.stem, body.suffix) == parts


@pytest.mark.parametrize(
    ("name", "plate", "second"),
    [
        ("区市场监管局（知识产权局）", "区市场监管局", "知识产权局"),
        ("区市场监管局(知识产权局)", "区市场监管局", "知识产权局"),  # half-width brackets
        ("财政厅（局）", "财政厅", None),  # the other word for its kind, no second name
        (
            "中国南通（家纺）知识产权快速维权中心",
            "中国南通（家纺）知识产权快速维权中心",
            None,
        ),  # brackets inside
        ("各镇（街道）", "各镇（街道）", None),
    ],
)
def test_second_plate(name: str, plate: str, second: str | None) -> None:
    body = parse_body(name)
    assert body is not None
    assert (body.printed, body.plate, body.second) == (name, plate, second)


@pytest.mark.parametrize(
    ("name", "own", "expected"),
    [
        ("区教育局", "320106", "320106"),
        ("市教育局", "320106", "320100"),  # of the district's city
        ("市教育局", "110112", "110000"),  # … which may be a province
        ("市教育局", "320583", "320583"),  # a county-level city's own
        ("省教育厅", "320106", "320000"),
        ("教育局", "320106", "320106"),  # no word for the level: one's own
        ("财政部", "320106", "100000"),
        ("鼓楼公安分局", "350102", "350102"),  # the one of four that is meant
        ("南通高新区", "320612", "320600"),
        ("川姜镇", "320612", "320612"),  # a town lies in the plan's district
        ("洪山镇人民政府", "350102", "350102"),  # 洪山区 of 武汉 has nothing to do with it
        ("国家税务总局南京市税务局", "320106", "320100"),
        ("加强保护", "320106", None),
    ],
)
def test_whose_body_it_is(name: str, own: str, expected: str | None) -> None:
    division = body_division(name, divisions().by_code(own))
    assert (division and division.code) == expected


def test_levels() -> None:
    assert level_of("市教育局") == "prefecture"
    assert level_of("市教育局", divisions().by_code("110112")) == "province"
    assert level_of("川姜镇", divisions().by_code("320612")) == "township"
    assert level_of("教育局") is None
    assert level_of("加强保护") is None


@given(st.text(alphabet="区市省国家南京鼓楼镇街道各有关部门局委办（）、公安中心教育的加强1 十"))
def test_any_text_is_parsed_without_an_error(text: str) -> None:
    body = parse_body(text)
    assert body is None or body.printed == text


@given(
    st.sampled_from(["区", "市", "省", "县", "南京市", "南京市鼓楼区"]), st.sampled_from(BODIES.split()[:3])
)
def test_the_parts_make_the_plate(front: str, _: str) -> None:
    for rest in ("教育局", "人民政府", "委宣传部", "发展改革委"):
        body = parse_body(front + rest)
        assert body is not None
        assert body.level_word + body.stem + body.suffix == body.plate == front + rest


def test_long_text_takes_no_time() -> None:
    begin = time.perf_counter()
    for unit in ("各", "区", "局", "（", "委办局", "有关"):
        looks_like_body(unit * 100_000)
    assert time.perf_counter() - begin < 5
