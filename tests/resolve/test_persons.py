"""Persons, their posts, and outputs without their names."""

from __future__ import annotations

import msgspec

from kg.graph import build_graph
from kg.model import Evidence
from kg.resolve import resolve
from kg.resolve.masking import MASK, is_masked, masked_plan, masked_text
from tests.factories import garden_plan, plans

from .build import GULOU, OTHER_GULOU, member, with_members


def test_one_name_in_two_jurisdictions_is_two_persons() -> None:
    made = [
        with_members("甲", member("周林", ("区财政局", "局长"))),
        with_members("乙", member("周林", ("区财政局", "局长")), code=OTHER_GULOU),
    ]
    assert len(resolve(made).persons) == 2


def test_one_name_with_a_unit_in_common_is_one_person_whatever_is_printed() -> None:
    made = [
        with_members("甲", member("周林", ("区委", "副书记"), ("区政府", "区长"))),
        with_members("乙", member("周林", ("鼓楼区人民政府", "副区长"))),
    ]
    [person] = resolve(made).persons
    assert len(person.mentions) == 2


def test_one_name_without_a_unit_in_common_is_two_and_proposed() -> None:
    made = [
        with_members("甲", member("周林", ("区财政局", "局长"))),
        with_members("乙", member("周林", ("区教育局", "科员"))),
    ]
    entities = resolve(made)
    assert len(entities.persons) == 2
    [doubt] = entities.doubts
    assert doubt.kind == "person"


def test_a_third_list_ties_two_together() -> None:
    made = [
        with_members("甲", member("周林", ("区财政局", "局长"))),
        with_members("乙", member("周林", ("区教育局", "局长"))),
        with_members("丙", member("周林", ("区财政局", "局长"), ("区教育局", "局长"))),
    ]
    assert len(resolve(made).persons) == 1


def test_who_holds_a_post_later_is_the_successor() -> None:
    made = [
        with_members("甲", member("周林", ("区财政局", "局长")), signed="2021-03"),
        with_members("乙", member("吴梅", ("鼓楼区财政局", "局长")), signed="2024-05-01"),
    ]
    [link] = resolve(made).links
    assert (link.kind, link.year, link.post) == ("person-successor", 2024, f"{GULOU}|区财政局|局长")
    assert "周林" in link.source
    assert "吴梅" in link.target


def test_two_holders_of_one_title_do_not_succeed_each_other() -> None:
    deputies = [member(name, ("区政府", "副区长")) for name in ("周林", "吴梅")]
    made = [
        with_members("甲", *deputies, signed="2021"),
        with_members("乙", member("郑云", ("区政府", "副区长")), signed="2024"),
    ]
    assert resolve(made).links == ()


def test_without_names_persons_are_called_by_their_posts() -> None:
    made = [
        with_members(
            "甲", member("周林", ("区委", "副书记"), ("区政府", "区长")), member("吴梅", role="成员")
        )
    ]
    entities = resolve(made, names=False)
    assert {one.name for one in entities.persons} == {"区委副书记、区政府区长", "成员"}
    assert "周林" not in repr((entities.persons, entities.decisions, entities.links))


def test_masked_plans_keep_posts_keys_and_offsets_and_hold_no_name() -> None:
    plan = plans()[0]
    text = "x" * 500 + "周 林" + "y" * 17 + "吴梅局长"
    hidden = masked_plan(plan)
    assert hidden.document.key == plan.document.key
    assert [one.key for one in hidden.members] == [one.key for one in plan.members]
    assert [one.posts for one in hidden.members] == [one.posts for one in plan.members]
    dumped = msgspec.json.encode(hidden).decode()
    assert "周林" not in dumped
    assert "吴梅" not in dumped
    masked = masked_text(plan, text)
    assert masked == text.replace("周 林", f"{MASK} {MASK}").replace("吴梅", MASK * 2)
    assert len(masked) == len(text)


def test_quotes_stand_in_the_masked_text() -> None:
    plan = with_members("甲", member("周林", ("区财政局", "局长")))
    text = "组长：周  林 区财政局局长"
    plan.members[0].evidence.append(Evidence("name", 3, 7, text[3:7]))
    hidden, masked = masked_plan(plan), masked_text(plan, text)
    [one] = hidden.members[0].evidence
    assert masked[one.start : one.end] == one.quote == f"{MASK}  {MASK}"


def test_masked_persons_are_told_apart_by_their_posts() -> None:
    made = with_members(
        "甲", member("周林", ("区委组织部", "部长")), member("吴梅", ("区委组织部", "副部长")), member("郑云")
    )
    entities = resolve([masked_plan(made)])
    assert len(entities.persons) == 3
    assert entities.doubts == ()
    assert is_masked(MASK * 3)
    assert not is_masked("")


def test_the_graph_of_masked_plans_holds_no_name() -> None:
    hidden = [masked_plan(plan) for plan in plans()]
    made = build_graph(hidden, resolve(hidden))
    assert "周林" not in repr(made.nodes)
    assert "吴梅" not in repr(made.nodes)


def test_a_plan_without_members_is_not_touched() -> None:
    plan = garden_plan()
    plan.members.clear()
    assert masked_plan(plan) is plan
    assert masked_text(plan, "周林") == "周林"


def test_a_post_without_a_unit_is_one_all_the_same() -> None:
    made = [with_members("甲", member("周林", ("", "组长")))]
    entities = resolve(made)
    assert len(entities.persons) == 1
    assert build_graph(made, entities).of_kind("Post")
