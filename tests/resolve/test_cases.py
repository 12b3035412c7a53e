"""One printed name, one unit: the table of cases, and what must never become one."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from kg.names.divisions import divisions
from kg.resolve.reader import reader
from kg.resolve.reading import official_name

from .cases import CASES


@pytest.mark.parametrize(
    ("code", "name", "key", "why"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES]
)
def test_a_printed_name_is_the_unit_that_it_is(code: str, name: str, key: str, why: str) -> None:
    reading = reader(code, code).read(name)
    assert reading.key == key, f"{why}; {reading.why}"
    assert reading.why
    assert reading.code == key.split("|")[0]


def test_there_are_enough_cases_and_each_once() -> None:
    assert len(CASES) >= 150
    assert Counter((code, name) for code, name, _, _ in CASES).most_common(1)[0][1] == 1
    assert all(why for _, _, _, why in CASES)


PAIRS = (
    # same bureau of two cities
    ("长沙市教育局", "株洲市教育局"),
    # two bureaus of one city, two characters apart
    ("长沙市教育局", "长沙市财政局"),
    # city against province
    ("长沙市教育局", "湖南省教育厅"),
    # congress, its office, the conference and its office
    ("长沙市人大常委会", "长沙市人大常委会办公室"),
    ("长沙市政协", "长沙市政协办公室"),
    # government, party, and their offices
    ("长沙市人民政府", "中共长沙市委员会"),
    ("长沙市人民政府办公厅", "中共长沙市委办公厅"),
    ("长沙市人民政府", "长沙市人民政府办公厅"),
    # sounding alike
    ("长沙市工商局", "长沙市工商联"),
    ("长沙市科技局", "长沙市科协"),
    ("长沙市金融监管局", "长沙市地方金融监管局"),
    ("长沙市民政局", "长沙市民族宗教事务局"),
    ("长沙市司法局", "长沙市中级人民法院"),
    ("长沙市公安局", "长沙市公安局岳麓分局"),
    ("长沙市数据局", "长沙市统计局"),
    ("长沙市文化和旅游局", "长沙市文化广电和旅游局"),
    # before and after a reorganisation
    ("长沙市环境保护局", "长沙市生态环境局"),
    ("长沙市农业局", "长沙市农业农村局"),
    ("长沙市国土资源局", "长沙市自然资源和规划局"),
    ("长沙市人防办", "长沙市国动办"),
)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_bodies_stay_two(one: str, other: str) -> None:
    lens = reader("430100", "430100")
    assert lens.read(one).key != lens.read(other).key


def test_no_two_jurisdictions_share_a_key() -> None:
    codes = ("320106", "350102", "320102", "320612", "110112")
    names = [name for _, name, _, _ in CASES]
    for one, other in combinations(codes, 2):
        for name in names:
            first, second = reader(one, one).read(name), reader(other, other).read(name)
            assert first.key != second.key or first.code == second.code


@pytest.mark.parametrize(
    ("code", "name", "official"),
    [
        ("320106", "区市场监管局", "南京市鼓楼区市场监督管理局"),
        ("320106", "区委", "中共南京市鼓楼区委员会"),
        ("320106", "区委编办", "中共南京市鼓楼区委机构编制委员会办公室"),
        ("320106", "区公安分局", "南京市公安局鼓楼分局"),
        ("320106", "鼓楼生态环境局", "南京市鼓楼生态环境局"),
        ("320106", "区税务局", "国家税务总局南京市鼓楼区税务局"),
        ("320106", "鼓东街道", "南京市鼓楼区鼓东街道办事处"),
        ("320106", "区大数据服务中心", "南京市鼓楼区大数据服务中心"),
        ("320106", "各街道办事处", "南京市鼓楼区各街道办事处"),
        ("310101", "区法院", "上海市黄浦区人民法院"),
        ("430000", "省法院", "湖南省高级人民法院"),
        ("320612", "南通高新区", "南通高新技术产业开发区管理委员会"),
        ("100000", "发展改革委", "国家发展和改革委员会"),
        ("320106", "江北新区人民法院", "江北新区人民法院"),
    ],
)
def test_the_official_name_is_written_out(code: str, name: str, official: str) -> None:
    assert official_name(reader(code, code).read(name)) == official


def test_a_name_that_leaves_its_place_open_is_not_sure() -> None:
    assert not reader("320100", "320100").read("区财政局").sure
    assert not reader(None, "甲方案").read("区财政局").sure
    assert reader(None, "甲方案").read("区财政局").code is None
    assert reader(None, "甲方案").read("南京市财政局").code == "320100"


def test_what_is_no_name_stays_as_it_is_printed() -> None:
    reading = reader("320106", "320106").read("某某某")
    assert (reading.key, reading.kind, reading.sure) == ("320106|某某某", "printed", False)


def test_the_second_plate_is_read_at_the_place_of_the_first() -> None:
    lens = reader("320106", "320106")
    for name in (
        "区市场监管局（知识产权局）",
        "区市场监督管理局（区知识产权局）",
        "区市场监管局(知识产权局)",
    ):
        second = lens.read(name).second
        assert second is not None
        assert second.key == "320106|区知识产权局"


def test_every_division_in_force_reads_its_own_government() -> None:
    codes = [code for code in map(str, range(110000, 660000, 7)) if divisions().by_code(code)]
    checked = 0
    for code in codes:
        division = divisions().by_code(code)
        if division is not None and division.last_year is None:
            reading = reader(code, code).read(f"{division.name}人民政府")
            assert reading.code == code, division
            assert reading.name.endswith("政府")
            checked += 1
    assert checked > 300


HOSTED = (
    # a zone's committee: all bare names are its own
    ("320100", "南京经济技术开发区管理委员会", "财政局", "320100|南京经开区财政局"),
    ("320100", "南京经济技术开发区管理委员会", "综合办公室", "320100|南京经开区综合办公室"),
    ("320100", "南京经济技术开发区管理委员会", "开发区党工委", "320100|南京经开区党工委"),
    ("320100", "南京经济技术开发区管理委员会", "市财政局", "320100|市财政局"),
    # a town: its own words for itself, and bare names that no table holds
    ("350102", "福州市鼓楼区洪山镇人民政府", "镇党委", "350102|洪山镇党委"),
    ("350102", "福州市鼓楼区洪山镇人民政府", "镇政府", "350102|洪山镇政府"),
    ("350102", "福州市鼓楼区洪山镇人民政府", "镇农业农村办", "350102|洪山镇农业农村办"),
    ("350102", "福州市鼓楼区洪山镇人民政府", "派出所", "350102|洪山镇派出所"),
    ("350102", "福州市鼓楼区洪山镇人民政府", "区财政局", "350102|区财政局"),
    ("350102", "福州市鼓楼区鼓东街道办事处", "街道党工委", "350102|鼓东街道党工委"),
    # a bureau: only what no table holds, and only offices
    ("430100", "长沙市教育局", "基础教育科", "430100|市教育局基础教育科"),
    ("430100", "长沙市教育局", "财政局", "430100|市财政局"),
    ("430100", "长沙市教育局", "国网长沙供电公司", "430100|国网长沙供电公司"),
    ("430100", "长沙市教育局", "中国铁塔长沙办事处", "430100|中国铁塔长沙办事处"),
    ("430100", "长沙市教育局", "各科室", "430100|各科室"),
    # a ministry, bare and with its own word or name
    ("100000", "国家药监局", "政策法规司", "100000|国家药监局政策法规司"),
    ("100000", "交通运输部", "部公路局", "100000|交通运输部公路局"),
    ("100000", "国务院", "农业农村部发展规划司", "100000|农业农村部发展规划司"),
    # a government's offices are the place's own bodies
    ("430100", "长沙市人民政府", "财务科", "430100|财务科"),
    ("430100", "长沙市人民政府办公厅", "信访局", "430100|市信访局"),
)


@pytest.mark.parametrize(("code", "issuer", "name", "key"), HOSTED)
def test_offices_belong_to_the_body_that_issued_the_plan(code: str, issuer: str, name: str, key: str) -> None:
    assert reader(code, code, issuer).read(name).key == key


def test_offices_of_two_bodies_of_one_place_are_two() -> None:
    readers = [reader("430100", "430100", issuer) for issuer in ("长沙市教育局", "长沙市财政局")]
    assert len({lens.read("财务科").key for lens in readers}) == 2
