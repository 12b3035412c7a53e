"""The questions: their headers, their rows, and that every engine gives the same."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import QueryError
from kg.graph import load_schema
from kg.keys import assign_keys
from kg.model import Plan
from kg.plugins import get_loader
from kg.questions import Question, ask, catalogue, question, read_question
from kg.running import examples_folder
from kg.stores.bindings import bind
from kg.stores.rdf import quads, trig
from kg.stores.view import OxigraphView, cell
from kg.tables import Cell, Column, Table
from tests.factories import NATIONAL, PROVINCIAL, document, garden_plan, graph, plans, task
from tests.queries.golden import CATALOGUE

GARDEN, TREE, OTHER = "南京市鼓楼区花园建设工作方案", "鼓楼区行道树三年规划", "福州市鼓楼区花园实施意见"
NANJING, FUZHOU = "江苏省南京市鼓楼区", "福建省福州市鼓楼区"
HOSTILE = 'a"b\\c\n} DROP ALL <script>alert(1)</script> \\n """ \' ?x #'

Rows = list[tuple[Cell, ...]]

GOLDEN: dict[tuple[str, str], Rows] = {
    ("unit-workload", ""): [
        ("区园林局", NANJING, 2, 1, 3, 2, 1, 3),
        ("区人社局", NANJING, 0, 1, 1, 0, 1, 1),
        ("区教育局", NANJING, 0, 1, 1, 0, 1, 1),
        ("区教育局", FUZHOU, 1, 0, 1, 1, 0, 1),
        ("区财政局", NANJING, 0, 1, 1, 0, 1, 1),
        ("区财政局", FUZHOU, 0, 1, 1, 0, 1, 1),
        ("各街道办事处", NANJING, 0, 1, 1, 0, 1, 1),
    ],
    ("unit-workload", "plan=行道树"): [("区园林局", NANJING, 0, 1, 1, 0, 1, 1)],
    ("unit-workload", "jurisdiction=350102"): [
        ("区教育局", FUZHOU, 1, 0, 1, 1, 0, 1),
        ("区财政局", FUZHOU, 0, 1, 1, 0, 1, 1),
    ],
    ("tasks-of-unit", "unit=园林"): [
        ("区园林局", GARDEN, "口袋花园", "二/（一）/1", "建设口袋花园", "lead", "牵头", "2025", None),
        ("区园林局", GARDEN, "重点任务", "二/（二）", "宣传花事", "lead", "牵头", None, None),
        ("区园林局", TREE, "重点任务", "一", "补种行道树", "responsible", "责任单位", "2024-06-30", None),
    ],
    ("tasks-of-unit", "unit=区教育局;role=lead"): [
        ("区教育局", OTHER, "重点任务", "一/1", "开放校园花园", "lead", "牵头", None, None),
    ],
    ("tasks-of-unit", "unit=区园林局;plan=鼓花〔2024〕1号;role=responsible"): [],
    ("leadership-group", ""): [
        ("区花园建设领导小组", "组长", "周林", "区委", "副书记", GARDEN),
        ("区花园建设领导小组", "组长", "周林", "区政府", "区长", GARDEN),
        ("区花园建设领导小组", "成员", "吴梅", "区园林局", "局长", GARDEN),
        ("区花园建设领导小组", "办公室主任", "吴梅", None, None, GARDEN),
        (None, "召集人", "周林", "区委", "副书记", TREE),
    ],
    ("leadership-group", "person=周林;unit=区政府"): [
        ("区花园建设领导小组", "组长", "周林", "区政府", "区长", GARDEN),
    ],
    ("policies-cited", ""): [
        (NATIONAL, "国花〔2020〕5号", "basis", 2, f"{GARDEN}；{OTHER}"),
        (NATIONAL, "国花〔2020〕5号", "cites", 1, TREE),
        (GARDEN, "鼓花〔2024〕1号", "implements", 1, TREE),
        (PROVINCIAL, None, "implements", 1, GARDEN),
        ("行道树养护办法", None, "amends", 1, TREE),
        ("行道树名录", None, "creates", 1, TREE),
    ],
    ("policies-cited", "policy=国花;relation=cites"): [(NATIONAL, "国花〔2020〕5号", "cites", 1, TREE)],
    ("policy-overlap", ""): [
        (OTHER, GARDEN, 1, 0, 1, 0.5, NATIONAL),
        (OTHER, TREE, 1, 0, 3, 0.25, NATIONAL),
        (TREE, GARDEN, 1, 3, 1, 0.2, NATIONAL),
    ],
    ("policy-overlap", "plan=福州"): [
        (OTHER, GARDEN, 1, 0, 1, 0.5, NATIONAL),
        (OTHER, TREE, 1, 0, 3, 0.25, NATIONAL),
    ],
    ("due", ""): [
        ("2024-06-30", "stated", TREE, "一", "补种行道树", None, "区园林局", None),
        ("2024-12", "stated", GARDEN, "二/（一）/2", "培训园丁", None, "区人社局", None),
        ("2025", "stated", GARDEN, "二/（一）/1", "建设口袋花园", "区园林局", "区财政局；各街道办事处", None),
    ],
    ("due", "from=2024-12-15;to=2025-06"): [
        ("2024-12", "stated", GARDEN, "二/（一）/2", "培训园丁", None, "区人社局", None),
    ],
    ("due", "to=2024-12"): [
        ("2024-06-30", "stated", TREE, "一", "补种行道树", None, "区园林局", None),
        ("2024-12", "stated", GARDEN, "二/（一）/2", "培训园丁", None, "区人社局", None),
    ],
    ("due", "from=2025;unit=园林"): [
        ("2025", "stated", GARDEN, "二/（一）/1", "建设口袋花园", "区园林局", "区财政局；各街道办事处", None),
    ],
    ("due", "basis=derived"): [
        ("2026-06", "plan", GARDEN, "二/（二）", "宣传花事", "区园林局", "区教育局", "计划期止于2026-06"),
    ],
    ("leads-under-policy", ""): [],
    ("leads-under-policy", "level=province"): [
        ("区园林局", GARDEN, "口袋花园", "二/（一）/1", "建设口袋花园", PROVINCIAL),
        ("区园林局", GARDEN, "重点任务", "二/（二）", "宣传花事", PROVINCIAL),
    ],
    ("leads-under-policy", "level=province;unit=教育"): [],
    ("tasks-by-theme", ""): [
        (
            "城乡建设与交通",
            GARDEN,
            "二/（一）/1",
            "建设口袋花园",
            "标题“建设口袋花园”含“花园”；上级标题“口袋花园”含“花园”",
        ),
        ("城乡建设与交通", OTHER, "一/1", "开放校园花园", "标题“开放校园花园”含“花园”"),
        ("组织与宣传", GARDEN, "二/（二）", "宣传花事", "标题“宣传花事”含“宣传”"),
        ("人才与就业", GARDEN, "二/（一）/2", "培训园丁", "标题“培训园丁”含“培训”"),
    ],
    ("tasks-by-theme", "theme=talent;plan=南京"): [
        ("人才与就业", GARDEN, "二/（一）/2", "培训园丁", "标题“培训园丁”含“培训”"),
    ],
    ("tasks-by-theme", "theme=城乡建设与交通;plan=福州"): [
        ("城乡建设与交通", OTHER, "一/1", "开放校园花园", "标题“开放校园花园”含“花园”"),
    ],
    ("targets", ""): [
        (GARDEN, "口袋花园", ">=", 12.0, None, "座", None, "2025", None, "口袋花园不少于12座"),
        (GARDEN, "绿地率", "range", 35.5, 40.0, "%", "年", None, "宣传花事", "绿地率35.5-40%"),
    ],
    ("targets", "indicator=绿地;plan=南京"): [
        (GARDEN, "绿地率", "range", 35.5, 40.0, "%", "年", None, "宣传花事", "绿地率35.5-40%"),
    ],
    ("timetable", ""): [(GARDEN, "启动", "2024-03", "2024-06", "stated", None, None)],
    ("timetable", "at=2024-05-01;plan=南京"): [(GARDEN, "启动", "2024-03", "2024-06", "stated", None, None)],
    ("timetable", "at=2025"): [],
    ("timetable", "basis=derived;plan=南京"): [(GARDEN, None, None, "2026-06", "plan", 1, None)],
    ("evidence", "about=培训园丁"): [("Task", "培训园丁", "title", "培训园丁", 200, 204, GARDEN)],
    ("evidence", "about=局长"): [("Membership", "吴梅", "title", "局长", 520, 522, GARDEN)],
}


def params(text: str) -> dict[str, Cell]:
    pairs = (part.partition("=") for part in text.split(";") if part)
    return {name: value for name, _, value in pairs}


def view(of: list[Plan] | None = None, *, union: bool = False) -> OxigraphView:
    store = ox.Store()
    store.extend(quads(graph(of)))
    return OxigraphView(store, union=union)


class RdflibView:
    """The same interface over rdflib."""

    def __init__(self, of: list[Plan] | None = None, *, union: bool) -> None:
        self._read(trig(graph(of)), union)

    @classmethod
    def of(cls, data: bytes, *, union: bool) -> RdflibView:
        """The view of TriG."""
        view = cls.__new__(cls)
        view._read(data, union)
        return view

    def _read(self, data: bytes, union: bool) -> None:
        self._store = rdflib.Dataset(default_union=union)
        self._store.parse(data=data, format="trig")

    def select(self, query: str, bindings: Mapping[str, Cell] | None = None) -> Table:
        result = self._store.query(bind(query, bindings or {}))
        names = [str(name) for name in result.vars or []]
        rows = tuple(tuple(_cell(row[name]) for name in names) for row in result)  # type: ignore[index, call-overload]
        return Table(tuple(Column(name, name, name) for name in names), rows)


def _cell(term: object) -> Cell:
    if isinstance(term, rdflib.Literal):
        kind = ox.NamedNode(term.datatype or rdflib.XSD.string)
        return cell(ox.Literal(str(term), datatype=kind))
    return None if term is None else str(term)


rdflib_warns = pytest.mark.filterwarnings(
    "ignore:.*(Dataset|ConjunctiveGraph).*deprecated:DeprecationWarning"
)


@pytest.mark.parametrize(("name", "given"), [*GOLDEN, *CATALOGUE])
def test_a_question_gives_the_rows_that_the_plans_say(name: str, given: str) -> None:
    assert list(ask(view(), name, params(given)).rows) == (GOLDEN | CATALOGUE)[name, given]


def test_every_question_has_golden_rows() -> None:
    assert {name for name, _ in (*GOLDEN, *CATALOGUE)} == set(catalogue())


@pytest.fixture(scope="module")
def engines() -> Iterator[list[OxigraphView | RdflibView]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield [view(union=True), RdflibView(union=False), RdflibView(union=True)]


@rdflib_warns
@pytest.mark.parametrize(("name", "given"), [*GOLDEN, ("evidence", "")])
def test_every_engine_gives_the_same_rows_whatever_its_default_graph(
    name: str, given: str, engines: list[OxigraphView | RdflibView]
) -> None:
    expected = ask(view(), name, params(given))
    assert expected.rows or GOLDEN[name, given] == []
    for engine in engines:
        assert ask(engine, name, params(given)) == expected


def test_evidence_is_found_by_name_iri_and_words() -> None:
    found = view()
    everything = ask(found, "evidence").rows
    assert len(everything) == 21
    by_unit = ask(found, "evidence", {"about": "区园林局"})
    assert {row["kind"] for row in by_unit} == {"Assignment"}
    assert len(by_unit) == 3
    unit = found.select(
        "SELECT ?u { GRAPH ?g { ?u <http://www.w3.org/2004/02/skos/core#prefLabel> '区园林局' } }"
    )
    assert ask(found, "evidence", {"about": unit.rows[0][0]}) == by_unit


def hostile_plans() -> list[Plan]:
    plan = garden_plan()
    plan.tasks = [task(HOSTILE, "一", 10, units={HOSTILE: "lead"}, deadline="2025")]
    plan.document = document(HOSTILE, jurisdiction="320106", signed="2024")
    plan.members[0].name = plan.members[0].role = plan.members[0].group = HOSTILE
    plan.policies[0].title = HOSTILE
    return [assign_keys(plan)]


@rdflib_warns
@pytest.mark.parametrize("name", catalogue())
def test_hostile_text_goes_through_plans_and_parameters(name: str) -> None:
    found = view(hostile_plans())
    texts = {one.name: HOSTILE for one in question(name).parameters if one.type == "text"}
    for given in ({}, texts, *({one: text} for one, text in texts.items())):
        table = ask(found, name, given)
        assert table == ask(RdflibView(hostile_plans(), union=False), name, given)


def test_a_hostile_unit_is_found_by_its_whole_name_and_nothing_else_is() -> None:
    found = view([*hostile_plans(), *plans()[1:]])
    assert [row["task"] for row in ask(found, "tasks-of-unit", {"unit": HOSTILE})] == [HOSTILE]
    assert ask(found, "tasks-of-unit", {"unit": '" || "" = "'}).rows == ()


@rdflib_warns
@pytest.mark.parametrize("name", catalogue())
def test_a_graph_without_plans_gives_no_rows_and_all_columns(name: str) -> None:
    table = ask(view([]), name)
    assert table.rows == ()
    assert ask(RdflibView([], union=True), name) == table
    assert table.columns == question(name).columns


@pytest.mark.parametrize("asked", catalogue().values(), ids=list(catalogue()))
def test_a_header_is_whole(asked: Question) -> None:
    for lang in ("zh", "en"):
        assert asked.titles[lang]
        assert asked.descriptions[lang]
        assert all(getattr(one, lang) for one in [*asked.parameters, *asked.columns])
    assert len({column.name for column in asked.columns}) == len(asked.columns)


@pytest.mark.parametrize("asked", catalogue().values(), ids=list(catalogue()))
def test_a_query_uses_only_terms_of_the_ontology_and_ends_in_an_order(asked: Question) -> None:
    schema = load_schema()
    known = {*schema.classes, *schema.edges, *schema.properties, "simpleEdge"}
    assert set(re.findall(r"\bkg:(\w+)", asked.text)) <= known
    assert asked.text.rstrip().splitlines()[-1].startswith("ORDER BY")


def test_an_unknown_question_suggests_the_nearest_and_lists_all() -> None:
    with pytest.raises(QueryError) as caught:
        ask(view([]), "unit-workloads")
    assert "did you mean 'unit-workload'" in str(caught.value)
    assert f"kg query --list shows all {len(catalogue())}" in str(caught.value)
    with pytest.raises(QueryError, match=r"no question 'zzz'; kg query --list"):
        question("zzz")


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        (
            "due",
            {"form": "2025"},
            r"due has no parameter 'form'; did you mean 'from'\? \(known: basis, from, to, unit\)",
        ),
        ("due", {"from": "next week"}, "parameter from: 'next week' is no date"),
        ("due", {"from": "2025-13"}, "no date"),
        ("tasks-of-unit", {"role": "boss"}, "'boss' is none of lead, responsible"),
    ],
)
def test_wrong_parameters_are_said(name: str, given: dict[str, Cell], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        ask(view([]), name, given)


def test_an_empty_parameter_is_one_not_given() -> None:
    assert ask(view(), "due", {"from": "", "to": None}) == ask(view(), "due")


HEADER = """# title zh: 题
# title en: T
# description zh: 说明
# description en: D
# param: size | integer | 3 | 数 | number
# column: found | integer | 数 | Number

SELECT ?found WHERE {
  VALUES (?param_size) { (UNDEF) }  # params
  BIND(?param_size AS ?found)
}
ORDER BY ?found
"""


def written(folder: Path, text: str) -> Question:
    path = folder / "q.rq"
    path.write_text(text, "utf-8")
    return read_question(path)


def test_a_default_holds_until_a_value_is_given(tmp_path: Path) -> None:
    asked = written(tmp_path, HEADER)
    assert asked.bindings({}) == {"size": 3}
    assert asked.bindings({"size": "7"}) == {"size": 7}
    with pytest.raises(QueryError, match="'x' is no whole number"):
        asked.bindings({"size": "x"})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# title en: T\n", "", "q.rq:1: the header has no 'title en'"),
        ("# title en: T", "# name: T", "q.rq:2: not a header line: # name: T"),
        ("| integer | 3 |", "| integer | three |", "q.rq:5: parameter size: 'three' is no whole number"),
        ("| integer | 3 | 数 | number", "| integer | 数", "q.rq:5: a param is NAME"),
        ("found | integer | 数 | Number", "Found! | integer | 数 | Number", "q.rq:6: a column is NAME"),
        ("found | integer | 数 | Number", "found | colour | 数 | Number", "q.rq:6: unknown type 'colour'"),
        ("column: found", "column: lost", r"q.rq:8: columns declared \(lost\) and selected \(found\) differ"),
        ("?param_size) {", "?param_other) {", r"q.rq:5: parameters declared \(size\) and used \(other\)"),
        ("  # params", "", r"q.rq:5: parameters declared \(size\) and used \(\) differ"),
        ("BIND(", "BIND((", r"q.rq:\d+: does not parse"),
        ("SELECT ?found WHERE", "ASK", "q.rq:1: is no SELECT query"),
    ],
)
def test_a_fault_in_a_file_is_said_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = HEADER.replace(old, new)
    if new == "ASK":
        text = text.replace("ORDER BY ?found\n", "")
    with pytest.raises(QueryError, match=message):
        written(tmp_path, text)


def test_at_least_ten_questions_are_those_the_ontology_promises_to_answer() -> None:
    promised = [asked for asked in catalogue().values() if asked.competency]
    assert len(promised) >= 10
    assert all(sorted(asked.competency) == ["en", "zh"] for asked in promised)
    assert len({asked.competency["zh"] for asked in promised}) == len(promised)


def test_units_that_lead_where_a_national_policy_is_cited_in_an_example_plan() -> None:
    loader = get_loader()
    plan = loader.read_plan(loader.open_source(examples_folder() / "fuzhou-gulou-2022-strong-county.txt"))
    rows = list(ask(view([plan]), "leads-under-policy"))
    assert rows
    assert {row["unit"] for row in rows} == {"区市场监管局"}
    assert all("国家知识产权局关于进一步严格规范专利申请行为的通知" in str(row["policies"]) for row in rows)
