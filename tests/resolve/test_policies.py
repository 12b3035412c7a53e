"""Policies: one node per document, and what the titles say of each other."""

from __future__ import annotations

from typing import Any

import pytest

from kg.keys import assign_keys
from kg.model import Citation, Evidence, Plan, Policy
from kg.resolve import Entities, PolicyEntity, resolve
from kg.resolve.reader import reader
from kg.resolve.titles import carried_out, issued_in, issuer_of, read_title, standard_number
from tests.factories import document

GULOU, FUZHOU = "320106", "350102"


def citing(title: str, *cited: tuple[str, str | None], code: str | None = GULOU, **fields: Any) -> Plan:
    """A plan that cites policies by title and number."""
    policies = [Policy(title=name, number=number, relation="cites") for name, number in cited]
    return assign_keys(Plan(document=document(title, jurisdiction=code, **fields), policies=policies))


def titles(entities: Entities) -> set[str]:
    return {one.title for one in entities.policies}


def only(entities: Entities) -> PolicyEntity:
    [found] = entities.policies
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # brackets and dashes of years
        ("知识产权强国建设纲要（2021-2035年）", "知识产权强国建设纲要(2021—2035年)"),
        # the issuer inside the title or not
        ("国家知识产权局关于规范申请行为的通知", "国家知识产权局关于规范申请行为的通知"),
        # quotation marks
        ("“十四五”国家知识产权保护和运用规划", "十四五国家知识产权保护和运用规划"),
        # angle brackets inside
        ("关于印发〈某纲要〉的通知", "关于印发《某纲要》的通知"),
        # the plan's own place, short and long
        ("鼓楼区知识产权资金管理办法", "南京市鼓楼区知识产权资金管理办法"),
        # the outer brackets
        ("《某法》", "某法"),
    ],
)
def test_variants_of_one_title_are_one_policy(one: str, other: str) -> None:
    assert len(resolve([citing("甲", (one, None)), citing("乙", (other, None))]).policies) == 1


def test_an_issuer_inside_one_title_and_none_in_the_other_are_one_by_number() -> None:
    entities = resolve(
        [
            citing("甲", ("国家知识产权局关于规范申请行为的通知", "国知发保字〔2021〕1号")),
            citing("乙", ("关于规范申请行为的通知", "国知发保字(2021)1号")),
            citing("丙", ("国家知识产权局关于规范申请行为的通知", None), code=FUZHOU),
        ]
    )
    found = only(entities)
    assert (found.number, found.level, found.issuer, found.year) == (
        "国知发保字〔2021〕1号",
        "nation",
        "国家知识产权局",
        2021,
    )


def test_one_title_of_two_places_is_two_policies() -> None:
    entities = resolve(
        [
            citing("甲", ("鼓楼区知识产权资金管理办法", None)),
            citing("乙", ("鼓楼区知识产权资金管理办法", None), code=FUZHOU),
        ]
    )
    assert {one.jurisdiction for one in entities.policies} == {GULOU, FUZHOU}


def test_a_title_that_many_places_use_is_of_the_province_where_no_issuer_is_printed() -> None:
    name = "关于强化知识产权保护的实施意见"
    entities = resolve([citing("甲", (name, None)), citing("乙", (name, None), code=FUZHOU)])
    assert len(entities.policies) == 2
    law = resolve(
        [citing("甲", ("医疗废物管理条例", None)), citing("乙", ("医疗废物管理条例", None), code=FUZHOU)]
    )
    assert len(law.policies) == 1


def test_the_issuer_before_the_title_is_read_from_the_text() -> None:
    text = "根据国家要求及省委、省政府《关于强化保护的实施意见》，制定本方案。"
    start = text.index("关于")
    evidence = [Evidence("title", start, start + 12, text[start : start + 12])]
    made = assign_keys(
        Plan(
            document=document("甲", jurisdiction=GULOU),
            policies=[Policy(title="关于强化保护的实施意见", relation="basis", evidence=evidence)],
        )
    )
    found = only(resolve([made], {made.document.key: text}))
    assert (found.issuer, found.level, found.jurisdiction) == ("江苏省人民政府", "province", "320000")


@pytest.mark.parametrize(
    ("number", "code", "issuer", "place"),
    [
        ("国发〔2019〕3号", GULOU, "中华人民共和国国务院", "100000"),
        ("国办发〔2018〕128号", GULOU, "国务院办公厅", "100000"),
        ("中发〔2021〕1号", GULOU, "中国共产党中央委员会", "100000"),
        ("国知发运函字〔2022〕131号", GULOU, "国家知识产权局", "100000"),
        ("苏政发〔2022〕1号", GULOU, "江苏省人民政府", "320000"),
        ("苏政办发〔2022〕1号", GULOU, "江苏省人民政府办公室", "320000"),
        ("榕委办发〔2021〕8号", FUZHOU, "中共福州市委办公室", "350100"),
        ("榕知〔2018〕76号", FUZHOU, "福州市知识产权局", "350100"),
        ("鼓政办〔2021〕57号", GULOU, "南京市鼓楼区人民政府办公室", GULOU),
        ("教职成〔2018〕8号", "100000", "中华人民共和国教育部", "100000"),
    ],
)
def test_the_number_tells_the_issuing_body(number: str, code: str, issuer: str, place: str) -> None:
    read = read_title("关于某事的通知", number, "", reader(code, code))
    assert (issuer_of(read.issuer), read.code) == (issuer, place)


def test_a_number_that_tells_only_its_place() -> None:
    read = read_title("某方案", "沪交法〔2023〕415号", "", reader("310000", "310000"))
    assert (read.issuer, read.code, read.year) == (None, "310000", 2023)


@pytest.mark.parametrize(
    ("title", "level", "issuer"),
    [
        ("江苏省知识产权促进和保护条例", "320000", None),
        ("南京市“十四五”知识产权发展规划", "320100", None),
        ("国务院办公厅关于强化保护的意见", "100000", "国务院办公厅"),
        ("国家知识产权战略纲要", "100000", None),
        ("“十四五”国家知识产权保护和运用规划", "100000", None),
        ("鼓楼区人民政府关于某工作计划的通知", GULOU, "南京市鼓楼区人民政府"),
        ("鼓楼区关于强化知识产权保护的实施方案", GULOU, None),
        ("企业知识产权管理规范", None, None),
    ],
)
def test_the_title_tells_the_place_and_the_body(title: str, level: str | None, issuer: str | None) -> None:
    read = read_title(title, None, "", reader(GULOU, GULOU))
    assert (read.code, issuer_of(read.issuer)) == (level, issuer)


def test_numbers_take_one_form() -> None:
    for printed in ("国发(2019)3号", "国发[2019]3号", "国发〔2019〕3号", "国发（2019）3号"):
        assert standard_number(printed) == "国发〔2019〕3号"
    assert standard_number("第5号") == "第5号"


def test_a_notice_is_linked_with_what_it_issues_and_not_merged() -> None:
    assert issued_in("关于印发〈某纲要〉的通知") == "某纲要"
    assert issued_in("关于某事的通知") is None
    entities = resolve([citing("甲", ("关于印发《建设纲要》的通知", None), ("建设纲要", None))])
    assert len(entities.policies) == 2
    assert [one.kind for one in entities.links] == ["notice-of"]


def test_a_title_says_what_it_carries_out() -> None:
    assert carried_out("福州市贯彻〈建设纲要（2021-2035年）〉的实施方案") == "建设纲要（2021-2035年）"
    assert carried_out("福州市贯彻<建设纲要（2021-2035年）的实施方案>") == "建设纲要（2021-2035年）"
    cited = (("福州市贯彻〈建设纲要〉的实施方案", "榕委办发〔2021〕8号"), ("建设纲要", None))
    [link] = resolve([citing("甲", *cited, code=FUZHOU)]).links
    assert (link.kind, link.source, link.target) == ("implements", "榕委办发〔2021〕8号", "建设纲要")


def test_what_a_plan_ends_it_supersedes() -> None:
    made = citing("甲", ("旧方案", "沪交法〔2023〕415号"), ("别的方案", None), code="310000")
    text = "依据《别的方案》。本方案自印发之日起施行，《旧方案》（沪交法〔2023〕415号）同时废止。"
    [link] = resolve([made], {made.document.key: text}).links
    assert (link.kind, link.source, link.target) == ("supersedes", made.document.key, "沪交法〔2023〕415号")


def test_a_cited_policy_that_was_loaded_is_that_plan() -> None:
    loaded = citing("鼓楼区花园方案", issuer="南京市鼓楼区人民政府", number="鼓政〔2024〕1号")
    by_number = resolve([loaded, citing("甲", ("花园方案", "鼓政〔2024〕1号"))])
    by_title = resolve([loaded, citing("甲", ("南京市鼓楼区花园方案", None))])
    by_notice = resolve([loaded, citing("甲", ("关于印发《鼓楼区花园方案》的通知", None))])
    elsewhere = resolve([loaded, citing("甲", ("鼓楼区花园方案", None), code=FUZHOU)])
    for entities in (by_number, by_title, by_notice):
        assert only(entities).plan == loaded.document.key
    assert only(elsewhere).plan is None


def test_titles_that_are_nearly_the_same_are_proposed() -> None:
    entities = resolve(
        [citing("甲", ("鼓楼区知识产权战略专项资金管理办法", None), ("鼓楼区知识产权专项资金管理办法", None))]
    )
    assert [one.kind for one in entities.doubts] == ["policy"]
    numbered = resolve(
        [
            citing(
                "甲", ("某地二〇二一年工作要点", "甲〔2021〕1号"), ("某地二〇二二年工作要点", "甲〔2022〕1号")
            )
        ]
    )
    assert numbered.doubts == ()


def test_a_citation_without_a_record_counts_as_one() -> None:
    made = assign_keys(
        Plan(document=document("甲"), citations=[Citation(policy="", title="《某法》", relation="basis")])
    )
    assert titles(resolve([made])) == {"某法"}
