"""The shapes: twenty planted faults give their twenty messages, and plans that break one are left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest

from kg.errors import OntologyError
from kg.graph import Graph, build_graph
from kg.keys import BASE, assign_keys
from kg.model import Evidence, Plan
from kg.plugins import get_loader
from kg.resolve import resolve
from kg.running import Run, examples_folder, find_files, read_plans
from kg.shapes import Fault, check_graph, check_store, load_shapes, plan_faults
from kg.stores.rdf import quads
from kg.tables import Lang
from tests.factories import evidence, garden_plan, other_district_plan, plans

WritePlan = Callable[..., Path]

PREFIXES = f"""PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX kg: <{BASE}ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> """


def sound(plan: Plan) -> Plan:
    """The plan with evidence for each of its records, keys set."""
    spare = [evidence("quote", "原文", 900)]
    for records in (plan.citations, plan.members, plan.targets, plan.phases, plan.policies):
        for record in records:
            record.evidence = record.evidence or list[Evidence](spare)
    return assign_keys(plan)


def store_of(*chosen: Plan) -> ox.Store:
    store = ox.Store()
    store.extend(quads(build_graph(chosen, resolve(chosen))))
    return store


def told(faults: list[Fault], lang: Lang = "zh") -> list[tuple[str, str]]:
    return [(fault.place, fault.message(lang)) for fault in faults]


class Planted(NamedTuple):
    """A fault: what to do to the graph, where it should be found, and the message."""

    update: str
    place: str
    zh: str
    en: str


def at(pattern: str, *, gone: str = "", new: str = "", graph: str = "?g") -> str:
    """An update that takes statements away and puts others in their place, where a pattern holds."""
    return (
        f"{PREFIXES} DELETE {{ GRAPH {graph} {{ {gone} }} }} INSERT {{ GRAPH {graph} {{ {new} }} }}"
        f" WHERE {{ GRAPH {graph} {{ {pattern} }} }}"
    )


ASSIGNED = '?a kg:printedName "{unit}" ; kg:assignedTask ?t ; kg:assignedUnit ?u . ?t dcterms:title "{task}"'


def assigned(unit: str, task: str) -> str:
    return ASSIGNED.format(unit=unit, task=task)


FAULTS = [
    Planted(
        at("?t dcterms:title '培训园丁' ; kg:inPlan ?p", gone="?t kg:inPlan ?p"),
        "tasks[1]",
        "任务不在（唯一的）计划之内。",
        "The task is not in one plan.",
    ),
    Planted(
        at("?t kg:numberPath '二/（二）' ; dcterms:title ?x", gone="?t dcterms:title ?x"),
        "tasks[2]",
        "任务没有标题。",
        "The task has no title.",
    ),
    Planted(
        at(
            "?t dcterms:title '建设口袋花园' ; kg:deadline ?d . ?n kg:dueTask ?t ; kg:due ?d",
            gone="?t kg:deadline ?d . ?n kg:due ?d",
            new="?t kg:deadline '明年' . ?n kg:due '明年'",
        ),
        "tasks[0]",
        "任务的完成时限不是有效日期。",
        "The task's deadline is no date.",
    ),
    Planted(
        at(
            "?t dcterms:title '培训园丁' ; kg:deadline ?d",
            gone="?t kg:deadline ?d",
            new="?t kg:deadline '2024-11'^^xsd:gYearMonth",
        ),
        "tasks[1]",
        "任务时限与时限节点不一致。",
        "The task's deadline and the node that says what it rests on differ.",
    ),
    Planted(
        at(assigned("区财政局", "建设口袋花园"), gone="?a kg:assignedUnit ?u . ?u kg:responsibleFor ?t"),
        "tasks[0].assignments[1]",
        "责任分工没有（唯一的）单位。",
        "The assignment has no unit.",
    ),
    Planted(
        at(
            assigned("区人社局", "培训园丁") + " . ?a kg:role ?r",
            gone="?a kg:role ?r . ?u kg:responsibleFor ?t",
        ),
        "tasks[1].assignments[0]",
        "责任分工没有（唯一的）角色。",
        "The assignment has no role.",
    ),
    Planted(
        at(assigned("各街道办事处", "建设口袋花园") + " . ?a kg:evidence ?e", gone="?a kg:evidence ?e"),
        "tasks[0].assignments[2]",
        "责任分工没有原文依据。",
        "The assignment has no evidence.",
    ),
    Planted(
        at(assigned("区园林局", "建设口袋花园"), gone="?u kg:leads ?t"),
        "tasks[0].assignments[0]",
        "责任分工没有相应的简单边。",
        "No simple edge says what the assignment says.",
    ),
    Planted(
        at("?t kg:numberPath '二/（二）' . ?u kg:leads ?t", new="?u kg:responsibleFor ?t"),
        "tasks[2]",
        "任务的牵头或责任单位没有相应的责任分工。",
        "No assignment bears out that a unit leads or is responsible for the task.",
    ),
    Planted(
        at("?x kg:indicator '绿地率' ; kg:value ?v", gone="?x kg:value ?v"),
        "targets[1]",
        "目标没有（唯一的）数值。",
        "The target has no figure.",
    ),
    Planted(
        at("?x kg:indicator '口袋花园' ; kg:measure ?m", gone="?x kg:measure ?m", new="?x kg:measure ''"),
        "targets[0]",
        "目标的计量单位为空或不止一个。",
        "The target's unit of measure is empty or not one.",
    ),
    Planted(
        at(
            "?x kg:indicator '绿地率' ; kg:comparator ?c",
            gone="?x kg:comparator ?c",
            new="?x kg:comparator '约'",
        ),
        "targets[1]",
        "目标没有（有效的）比较关系。",
        "The target does not say how its figure is meant.",
    ),
    Planted(
        at("?e oa:exact '培训园丁' ; oa:end ?n", gone="?e oa:exact '培训园丁'", new="?e oa:exact ''"),
        "tasks[1].title",
        "引句为空。",
        "The quote is empty.",
    ),
    Planted(
        at("?e oa:exact '宣传花事' ; oa:end ?n", gone="?e oa:end ?n", new="?e oa:end 0"),
        "tasks[2].title",
        "引句的结束位置不在起始位置之后。",
        "The quote ends before it begins.",
    ),
    Planted(
        at("?e oa:exact '局长' ; oa:end ?n", gone="?e oa:end ?n", new="?e oa:end 530"),
        "members[1].title",
        "引句长度与其起止位置不符。",
        "The quote is not as long as its place in the text.",
    ),
    Planted(
        at(
            "?x dcterms:title '启动' ; kg:periodEnd ?d",
            gone="?x kg:periodEnd ?d",
            new="?x kg:periodEnd '2023'^^xsd:gYear",
        ),
        "phases[0]",
        "计划期或阶段的结束时间早于起始时间。",
        "The plan's period or a phase ends before it begins.",
    ),
    Planted(
        at(
            "?x kg:documentNumber '鼓花〔2024〕1号' ; kg:published ?d",
            gone="?x kg:published ?d",
            new="?x kg:published '2024-02-28'^^xsd:date",
        ),
        "document",
        "印发日期早于成文日期。",
        "The plan was published before it was signed.",
    ),
    Planted(
        at("?m kg:printedName '周林' ; kg:printedRole ?r", gone="?m kg:printedRole ?r"),
        "members[0]",
        "成员资格没有角色。",
        "The membership has no role.",
    ),
    Planted(
        at("?c kg:printedTitle '江苏省绿地条例' ; kg:inPlan ?p ; kg:cited ?d", gone="?p kg:implements ?d"),
        "citations[1]",
        "计划与被引文件之间没有关系。",
        "The plan has no relation to the document that the citation mentions.",
    ),
    Planted(
        at(
            "?u skos:prefLabel '区教育局'",
            gone="?u skos:prefLabel '区教育局'",
            graph=f"<{BASE}graph/entities>",
        ),
        "unit/",
        "单位没有（唯一的）名称。",
        "The unit has no name.",
    ),
]


def where(fault: Fault) -> str:
    return "unit/" if fault.place.startswith("unit/") else fault.place


def found(faults: list[Fault], lang: Lang) -> list[tuple[str, str]]:
    return sorted((where(fault), fault.message(lang)) for fault in faults)


def test_a_sound_plan_breaks_no_shape() -> None:
    assert check_store(store_of(sound(garden_plan()), sound(other_district_plan()))) == []


@pytest.mark.parametrize("planted", FAULTS, ids=lambda one: one.en)
def test_a_planted_fault_gives_its_message_and_no_other(planted: Planted) -> None:
    store = store_of(sound(garden_plan()))
    before = set(store)
    store.update(planted.update)
    assert set(store) != before
    faults = check_store(store)
    assert found(faults, "zh") == [(planted.place, planted.zh)]
    assert found(faults, "en") == [(planted.place, planted.en)]
    assert all(fault.hard for fault in faults)


def test_twenty_planted_faults_give_exactly_their_twenty_messages() -> None:
    store = store_of(sound(garden_plan()))
    for planted in FAULTS:
        store.update(planted.update)
    faults = check_store(store)
    assert len(FAULTS) == 20
    assert found(faults, "zh") == sorted((one.place, one.zh) for one in FAULTS)
    assert found(faults, "en") == sorted((one.place, one.en) for one in FAULTS)


def test_a_figure_without_a_unit_of_measure_is_a_note_only() -> None:
    plan = garden_plan()
    plan.targets[0].unit = None
    [fault] = check_store(store_of(sound(plan)))
    assert (fault.place, fault.severity, fault.hard) == ("targets[0]", "warning", False)


def test_a_wrong_value_is_told() -> None:
    plan = garden_plan()
    plan.document.signed = "去年"
    faults = check_graph(build_graph([sound(plan)], resolve([sound(plan)])))
    assert [(fault.place, fault.value) for fault in faults] == [("document", "去年")]


def test_faults_are_those_of_their_plan_and_in_a_fixed_order() -> None:
    chosen = plans()
    stems = {plan.document.key: plan.document.file.name for plan in chosen}
    faults = plan_faults(build_graph(chosen, resolve(chosen)), stems)
    names = [fault.stem for fault in faults]
    assert names == sorted(names)
    assert {fault.key for fault in faults} == set(stems)
    assert faults == plan_faults(build_graph(chosen[::-1], resolve(chosen)), stems)


def test_shapes_follow_another_base() -> None:
    plan = garden_plan()
    plan.tasks[0].assignments[0].evidence = []
    chosen = [sound(plan)]
    faults = check_graph(build_graph(chosen, resolve(chosen)), "http://e.org/")
    assert told(faults) == [("tasks[0].assignments[0]", "责任分工没有原文依据。")]
    assert faults[0].plan.startswith("http://e.org/plan/")


def test_a_broken_file_of_shapes_is_an_ontology_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.shapes.shape_files", lambda base: ["<a> <b>"])
    with pytest.raises(OntologyError, match="the shapes can't be read"):
        load_shapes()


def test_the_example_plans_break_no_shape() -> None:
    run = read_plans(list(find_files([examples_folder()])), get_loader())
    assert [one for one in plan_faults(_graph(run), {}) if one.fault.hard] == []


@pytest.mark.parametrize("folder", ["plans", "plans-other"])
def test_the_shared_plans_break_no_shape(shared: Path, folder: str) -> None:
    run = read_plans(list(find_files([shared / folder])), get_loader())
    assert len(run.reads) >= 5
    assert [one for one in plan_faults(_graph(run), {}) if one.fault.hard] == []


def _graph(run: Run) -> Graph:
    return build_graph(run.plans, resolve(run.plans, run.texts))
