"""Reviewers' decisions: read, applied on each build, and warned of where what they rest on is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RecordError
from kg.keys import assign_keys
from kg.model import Evidence, Plan, Policy
from kg.resolve import Correction, Entities, resolve
from kg.resolve.amending import Amended, amend, find_quote
from kg.resolve.corrections import applied_text, corrections_beside, corrections_text, read_corrections
from kg.reviewing import APPLIED, decisions_file, resolved, review
from kg.running import Read, Run
from tests.factories import document, garden_plan, plans

from .build import GULOU, apart, member, unit, with_members

GARDEN = assign_keys(garden_plan()).document.key
TEXT = "x" * 120 + "建设口袋花园，由区园林局牵头，2026年 6月底前完成，区审计局 配合。口袋花园不少于15座。"


def said(action: str, kind: str, **fields: str) -> Correction:
    """A decision with an author and a reason."""
    return Correction(action=action, kind=kind, author="郑云", reason="看过原件", **fields)  # type: ignore[arg-type]


def amended(*rows: Correction) -> Amended:
    """What becomes of the garden plan."""
    return amend([assign_keys(garden_plan())], {GARDEN: TEXT}, rows)


def decided(made: list[Plan], *rows: Correction, texts: dict[str, str] | None = None) -> Entities:
    """The entities of plans after decisions."""
    return resolve(made, texts, corrections=rows)


# The file


def test_a_file_is_read_and_written_the_same(tmp_path: Path) -> None:
    rows = [
        said("merge", "unit", key=f"{GULOU}|甲", value=f"{GULOU}|乙", quote="甲，即乙"),
        said("change", "task", key=f"{GARDEN}|task|一|1", field="deadline", value="2026-06"),
    ]
    path = tmp_path / "corrections.csv"
    path.write_text("\ufeff" + corrections_text(rows), "utf-8")
    assert read_corrections(path) == rows
    assert corrections_text(read_corrections(path)) == corrections_text(rows)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("action,kind\n", "no column author, reason"),
        ("action,kind,key,author,reason\nmarry,unit,k,a,r\n", "line 2: action 'marry'"),
        ("action,kind,key,author,reason\naccept,ship,k,a,r\n", "line 2: kind 'ship'"),
        ("action,kind,key,author,reason\naccept,unit,k,,r\n", "needs author"),
        ("action,kind,key,value,author,reason\nmerge,unit,k,,a,r\n", "needs value"),
        ("action,kind,key,value,author,reason\nchange,task,k,v,a,r\n", "needs field"),
        ("action,kind,value,author,reason\nadd,task,{},a,r\n", "needs plan"),
        ("action,kind,key,field,value,author,reason\nsplit,unit,k,f,v,a,r\n", "needs plan"),
    ],
)
def test_what_is_malformed_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(RecordError, match=message):
        read_corrections(path)


def test_a_file_that_can_not_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="can't be read"):
        read_corrections(tmp_path / "corrections.csv")


def test_files_beside_the_plans_are_found(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "b" / "corrections.csv").write_text("", "utf-8")
    found = corrections_beside([tmp_path / "b" / "x.txt", tmp_path / "a" / "y.txt", tmp_path / "b" / "z.txt"])
    assert found == [tmp_path / "b" / "corrections.csv"]


# Records


def test_a_record_is_taken_out_and_no_other_key_moves() -> None:
    before = assign_keys(garden_plan())
    [plan] = amended(said("reject", "target", key=before.targets[0].key)).plans
    assert [one.key for one in plan.targets] == [before.targets[1].key]


def test_a_task_that_is_taken_out_leaves_no_pointer() -> None:
    before = assign_keys(garden_plan())
    key = before.targets[1].task
    assert key
    [plan] = amended(said("reject", "task", key=key)).plans
    assert key not in {one.task for one in plan.targets} | {one.task for one in plan.citations}


def test_a_field_is_changed_with_the_quote_as_evidence() -> None:
    before = assign_keys(garden_plan())
    key = before.tasks[0].key
    result = amended(
        said("change", "task", key=key, field="deadline", value="2026-06", quote="2026年6月底前")
    )
    task = result.plans[0].tasks[0]
    assert task.deadline == "2026-06"
    [evidence] = [one for one in task.evidence if one.field == "deadline"]
    assert TEXT[evidence.start : evidence.end] == evidence.quote == "2026年 6月底前"
    assert (len(result.applied), result.warnings) == (1, [])


def test_lists_figures_and_nothing_are_values_too() -> None:
    before = assign_keys(garden_plan())
    target, task = before.targets[0].key, before.tasks[0].key
    [plan] = amended(
        said("change", "target", key=target, field="value", value="15"),
        said("change", "target", key=target, field="by", value="null"),
        said("change", "task", key=task, field="responsible", value='["区审计局"]'),
        said("change", "document", key=GARDEN, field="signed", value="2024-03-02"),
    ).plans
    assert (plan.targets[0].value, plan.targets[0].by) == (15, None)
    assert plan.tasks[0].responsible == ["区审计局"]
    assert {one.unit for one in plan.tasks[0].assignments} == {"区园林局"}
    assert plan.document.signed == "2024-03-02"


def test_a_record_is_added_under_a_key_of_its_own() -> None:
    value = '{"indicator": "口袋花园", "comparator": ">=", "value": 15, "unit": "座", "quote": "不少于15座"}'
    row = said("add", "target", plan=GARDEN, value=value, quote="口袋花园不少于15座")
    [plan] = amended(row).plans
    [again] = amended(said("reject", "phase", key=f"{GARDEN}|phase|1"), row).plans
    added = plan.targets[-1]
    assert (added.value, len(plan.targets)) == (15, 3)
    assert added.key.startswith(f"{GARDEN}|target|added-")
    assert added.key == again.targets[-1].key
    assert {one.quote for one in added.evidence} == {"口袋花园不少于15座"}


def test_a_task_is_added_with_little_said() -> None:
    [plan] = amended(said("add", "task", plan=GARDEN, value='{"title": "修剪"}')).plans
    assert plan.tasks[-1].title == "修剪"


def test_two_records_are_merged_and_pointers_follow() -> None:
    before = assign_keys(garden_plan())
    kept, gone = before.tasks[0].key, before.tasks[2].key
    [plan] = amended(said("merge", "task", key=kept, value=gone)).plans
    assert [one.key for one in plan.tasks] == [before.tasks[0].key, before.tasks[1].key]
    assert plan.targets[1].task == kept


def test_a_record_is_split_into_two() -> None:
    key = assign_keys(garden_plan()).tasks[1].key
    [plan] = amended(said("split", "task", key=key, field="title", value="培训花匠")).plans
    assert [one.title for one in plan.tasks[1:3]] == ["培训园丁", "培训花匠"]
    assert plan.tasks[2].key.startswith(f"{key}#added-")


def test_accepting_changes_nothing() -> None:
    before = assign_keys(garden_plan())
    result = amended(said("accept", "task", key=before.tasks[0].key), said("accept", "document", key=GARDEN))
    assert result.plans == [before]
    assert len(result.applied) == 2


def test_a_policy_is_changed_in_every_plan_that_cites_it() -> None:
    made = plans()
    key = made[0].policies[0].key
    result = amend(made, {}, [said("change", "policy", key=key, field="relation", value="cites")])
    changed = [one.relation for plan in result.plans for one in plan.policies if one.key == key]
    assert set(changed) == {"cites"}
    gone = amend(made, {}, [said("reject", "policy", key=key)])
    assert key not in {one.key for plan in gone.plans for one in plan.policies}
    assert key not in {one.policy for plan in gone.plans for one in plan.citations}


@pytest.mark.parametrize(
    ("row", "warning"),
    [
        (said("reject", "task", key=f"{GARDEN}|task|九|1"), "its target is gone"),
        (said("reject", "task", key="别的计划|task|九|1"), "its target is gone"),
        (said("reject", "document", key=GARDEN), "its target is gone"),
        (said("merge", "task", key=f"{GARDEN}|task|二/(一)/1|1", value="x"), "its target is gone"),
        (said("change", "document", key=GARDEN, field="mood", value="x"), "no field 'mood'"),
        (said("change", "document", key=GARDEN, field="key", value="x"), "no field 'key'"),
        (said("change", "target", key=f"{GARDEN}|target|1", field="value", value="many"), "can't be applied"),
        (said("add", "target", plan=GARDEN, value="{}"), "can't be applied"),
        (said("add", "target", plan=GARDEN, value="nonsense"), "can't be applied"),
        (
            said("change", "document", key=GARDEN, field="signed", value="2024", quote="早已不在"),
            "the text under it has changed: '早已不在' is gone",
        ),
    ],
)
def test_what_can_not_be_applied_or_rests_on_nothing_is_told(row: Correction, warning: str) -> None:
    [told] = amended(row).warnings
    assert warning in told


def test_a_quote_is_found_over_white_space_and_width() -> None:
    assert find_quote("甲 (乙)\n丙", "甲（乙）丙") == (0, 7)
    assert find_quote("甲乙", "丙") is None
    assert find_quote("甲乙", "") is None


# Entities


def test_a_reviewer_merges_two_units_and_other_ids_stay() -> None:
    made = [apart("甲", "区发改委", "区财政局"), apart("乙", "区发改局")]
    before, row = resolve(made), said("merge", "unit", key=f"{GULOU}|区发改委", value=f"{GULOU}|区发改局")
    after = decided(made, row)
    assert {one.key for one in before.units} - {one.key for one in after.units} == {f"{GULOU}|区发改局"}
    assert unit(after, "区发改局").key == f"{GULOU}|区发改委"
    [reason] = [one.reason for one in after.decisions if one.mention == "区发改局"]
    assert "郑云: 看过原件" in reason
    assert [one.action for one in after.corrections] == ["merge"]
    assert after.doubts == ()
    assert after.warnings == ()


def test_a_reviewer_splits_a_name_off() -> None:
    made = [apart("甲", "区公安局", "公安鼓楼分局")]
    key = f"{GULOU}|区公安分局"
    plan = made[0].document.key
    alone = decided(made, said("split", "unit", plan=plan, key=key, field="区公安局", value="区公安局（旧）"))
    assert {one.name for one in alone.units} == {"区公安分局", "区公安局（旧）"}
    given = decided(
        made, said("split", "unit", plan=plan, key=key, field="区公安局", value="320102|区公安局")
    )
    assert unit(given, "区公安局").jurisdiction == "320102"


def test_a_reviewer_adds_a_name_to_a_unit() -> None:
    made = [apart("甲", "区财政局")]
    plan, key = made[0].document.key, f"{GULOU}|区财政局"
    after = decided(made, said("add", "unit", plan=plan, key=key, value="钱袋子"))
    assert {one.name for one in unit(after, "钱袋子").mentions} == {"区财政局", "钱袋子"}


def test_a_reviewer_renames() -> None:
    made = [apart("甲", "区财政局")]
    row = said("change", "unit", key=f"{GULOU}|区财政局", field="official", value="鼓楼财政")
    assert unit(decided(made, row), "区财政局").official == "鼓楼财政"


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_a_proposal_is_closed(action: str) -> None:
    made = [apart("甲", "区发改委"), apart("乙", "区发改局")]
    keys = {"key": f"{GULOU}|区发改局", "value": f"{GULOU}|区发改委"}
    after = decided(made, said(action, "unit", **keys))
    assert after.doubts == ()
    assert len(after.units) == 2


def test_a_name_whose_place_is_open_is_accepted() -> None:
    made = [apart("甲", "区财政局", code="320100")]
    [doubt] = resolve(made).doubts
    assert decided(made, said("accept", "unit", key=doubt.first)).doubts == ()


def test_policies_persons_and_groups_are_merged() -> None:
    made = [
        with_members("甲", member("周林", ("区财政局", "局长"), group="甲组")),
        with_members("乙", member("周林", ("区教育局", "局长"), group="乙组")),
    ]
    before = resolve(made)
    keys = [one.key for one in before.persons]
    groups = [one.key for one in before.groups]
    after = decided(
        made,
        said("merge", "person", key=keys[0], value=keys[1]),
        said("merge", "group", key=groups[0], value=groups[1]),
    )
    assert [one.key for one in after.persons] == keys[:1]
    assert len(after.persons[0].mentions) == 2
    assert [one.key for one in after.groups] == groups[:1]
    assert {one.key for one in after.decisions if one.kind == "person"} == {keys[0]}
    assert after.doubts == ()


def test_links_follow_merged_policies() -> None:
    cited = [("关于印发《建设纲要》的通知", None), ("建设纲要", None), ("纲要", None)]
    policies = [Policy(title=title, number=number, relation="cites") for title, number in cited]
    made = [assign_keys(Plan(document=document("甲", jurisdiction=GULOU), policies=policies))]
    [link] = resolve(made).links
    after = decided(made, said("merge", "policy", key="纲要", value=link.target))
    assert [one.target for one in after.links] == ["纲要"]


def test_a_person_is_split() -> None:
    made = [
        with_members("甲", member("周林", ("区财政局", "局长"))),
        with_members("乙", member("周林", ("区财政局", "局长"))),
    ]
    [person] = resolve(made).persons
    record = made[1].members[0].key
    row = said(
        "split", "person", plan=made[1].document.key, key=person.key, field=record, value=f"{GULOU}|周林|二"
    )
    assert {one.key for one in decided(made, row).persons} == {person.key, f"{GULOU}|周林|二"}


@pytest.mark.parametrize(
    "row",
    [
        said("merge", "unit", key="x|甲", value="x|乙"),
        said("accept", "unit", key="x|甲"),
        said("change", "unit", key="x|甲", field="name", value="乙"),
        said("change", "unit", key=f"{GULOU}|区财政局", field="mood", value="乙"),
        said("change", "unit", key=f"{GULOU}|区财政局", field="title", value="乙"),
        said("merge", "person", key="x", value="y"),
        said("split", "unit", plan="p", key="x", field="某局", value="乙"),
        said("add", "unit", plan="p", key="x|甲", value="乙"),
    ],
)
def test_a_decision_whose_target_is_gone_is_told(row: Correction) -> None:
    [warning] = decided([apart("甲", "区财政局")], row).warnings
    assert "its target is gone" in warning


def test_a_decision_whose_text_has_changed_is_kept_and_told() -> None:
    made = [apart("甲", "区发改委"), apart("乙", "区发改局")]
    row = said("merge", "unit", key=f"{GULOU}|区发改委", value=f"{GULOU}|区发改局", quote="发改局即发改委")
    after = decided(made, row, texts={made[0].document.key: "别的话"})
    assert len(after.units) == 1
    assert "the text under it has changed" in after.warnings[0]
    same = decided(made, row, texts={made[0].document.key: "区发改局即发改委。"})
    assert same.warnings == ()


# A run


def a_run(folder: Path) -> Run:
    reads = [Read(folder / f"{i}.txt", plan, TEXT) for i, plan in enumerate(plans())]
    return Run(reads=sorted(reads, key=lambda read: read.plan.document.key))


def test_a_run_takes_the_file_beside_its_plans_and_keeps_it(tmp_path: Path) -> None:
    row = said("change", "document", key=GARDEN, field="signed", value="2024-03-02")
    merge = said("merge", "unit", key=f"{GULOU}|区财政局", value=f"{GULOU}|区教育局")
    (tmp_path / "corrections.csv").write_text(corrections_text([row, merge]), "utf-8")
    reviewed = review(a_run(tmp_path))
    [garden] = [plan for plan in reviewed.run.plans if plan.document.key == GARDEN]
    assert garden.document.signed == "2024-03-02"
    entities = resolved(reviewed.run)
    assert [one.action for one in entities.corrections] == ["change", "merge"]
    assert decisions_file(reviewed.run) == {APPLIED: applied_text([row, merge], [row.applied()]).encode()}


def test_a_file_that_is_given_stands_for_all_others(tmp_path: Path) -> None:
    (tmp_path / "corrections.csv").write_text("broken", "utf-8")
    other = tmp_path / "mine.csv"
    other.write_text(corrections_text([said("accept", "document", key=GARDEN)]), "utf-8")
    reviewed = review(a_run(tmp_path), [other])
    assert reviewed.warnings == []
    assert len(reviewed.run.amended) == 1


def test_a_run_without_names_keeps_no_decisions(tmp_path: Path) -> None:
    reviewed = review(a_run(tmp_path), names=False)
    assert "周林" not in repr(reviewed.run.reads)
    assert decisions_file(reviewed.run) == {}
    assert not [one.name for one in resolved(reviewed.run).persons if "周" in one.name]


def test_evidence_of_what_was_changed_before_is_dropped() -> None:
    plan = assign_keys(garden_plan())
    plan.targets[0].evidence.append(Evidence("value", 1, 2, "x"))
    row = said("change", "target", key=plan.targets[0].key, field="value", value="15", quote="15座")
    [after] = amend([plan], {GARDEN: TEXT}, [row]).plans
    assert [one.quote for one in after.targets[0].evidence if one.field == "value"] == ["15座"]
