"""Themes of tasks, and levels of policies: which words decide, and that the reason is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import OntologyError
from kg.graph import DERIVED, Graph, Node, Ref, build_graph, load_themes
from kg.graph.levels import policy_level
from kg.keys import assign_keys
from kg.model import Evidence, Plan, Section
from kg.plugins import Loader, get_loader
from kg.resolve import PolicyEntity, resolve
from kg.running import examples_folder
from kg.stores.rdf import FILE_NAME, load_store, quads
from tests.factories import document, evidence, graph, task

OWN = """@prefix kg: <https://w3id.org/plan-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://e.org/t#s> a skos:ConceptScheme .
<http://e.org/t#water> a skos:Concept , kg:Theme ; skos:inScheme <http://e.org/t#s> ; skos:notation "water" ;
    skos:prefLabel "水务"@zh , "water"@en ; skos:hiddenLabel "修桥" , "水" .
"""


def plan(title: str, *titles: tuple[str, str, str]) -> Plan:
    """A plan with a chapter, a section in it, and tasks: heading, number, title."""
    return assign_keys(
        Plan(
            document=document(title),
            sections=[
                Section(
                    number="一",
                    title="强化知识产权人才支撑",
                    level=1,
                    start=0,
                    end=400,
                    evidence=[evidence("title", "强化知识产权人才支撑", 2)],
                ),
                Section(number="一/1", title="夯实基础", level=2, start=20, end=400),
            ],
            tasks=[
                task(name, number, 30 + 60 * place, units={}, section=heading)
                for place, (heading, number, name) in enumerate(titles)
            ],
        )
    )


def themed(found: Graph) -> list[tuple[str, str]]:
    """The title of each task with the notation of each of its themes."""
    pairs = []
    for edge in found.edges:
        if edge.type == "hasTheme":
            item, theme = found.node(edge.source), found.node(edge.target)
            assert item and theme
            pairs.append((str(item.get("title")), str(theme.get("notation"))))
    return pairs


def build(one: Plan, themes: Path | None = None) -> Graph:
    return build_graph([one], resolve([one]), themes=load_themes([themes] if themes else []))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("培育高价值专利", ["ip-creation", "ip-talent"]),  # title and heading
        ("开展管理团队集训", ["ip-talent"]),  # the longer word 管理团队 hides 管理
        ("办好实事", ["ip-talent"]),  # of the headings above the nearest with a word, two up
        ("专利质押与保护", ["ip-use", "ip-protection", "ip-talent"]),
    ],
)
def test_title_and_nearest_heading_decide(title: str, expected: list[str]) -> None:
    found = build(plan("某区知识产权工作方案", ("夯实基础", "一/1/1", title)))
    assert themed(found) == [(title, name) for name in expected]


def test_the_reason_is_kept_with_word_place_and_evidence() -> None:
    found = build(plan("某区知识产权工作方案", ("夯实基础", "一/1/1", "培训专利代理师")))
    nodes = {str(node.get("matchedWord")): node for node in found.of_kind("ThemeAssignment")}
    assert set(nodes) == {"培训", "代理"}
    node = nodes["培训"]
    assert [value for name, value in node.properties if name == "matchedIn"] == ["title", "heading"]
    assert node.get("reason") == "标题“培训专利代理师”含“培训”；上级标题“强化知识产权人才支撑”含“人才”"
    assert node.graph == DERIVED
    places = [edge.target for edge in found.edges if edge.source == node.ref and edge.type == "evidence"]
    quotes = [one.get("exact") for place in places if (one := found.node(place))]
    assert quotes == ["培训专利代理师", "强化知识产权人才支撑"]


def test_a_simple_edge_goes_with_each_assignment() -> None:
    found = graph()
    simple = {(edge.source, edge.target) for edge in found.edges if edge.type == "hasTheme"}
    ends: dict[Ref, dict[str, Ref]] = {}
    for edge in found.edges:
        if edge.source.kind == "ThemeAssignment":
            ends.setdefault(edge.source, {})[edge.type] = edge.target
    assert simple == {(one["themedTask"], one["assignedTheme"]) for one in ends.values()}
    assert len(simple) == len(ends)


def test_the_title_of_the_plan_chooses_the_scheme() -> None:
    themes = load_themes()
    schemes = [themes.scheme_of(title) for title in ("某区专利工作方案", "某区教育规划")]
    assert [str(one and one.iri).rsplit("/", 1)[1] for one in schemes] == [
        "intellectual-property#scheme",
        "general#scheme",
    ]


def test_a_task_under_no_section_has_its_printed_heading() -> None:
    found = build(plan("某区知识产权工作方案", ("加强保护", "九/1", "办好实事")))
    assert themed(found) == [("办好实事", "ip-protection")]


def test_the_six_themes_of_intellectual_property_are_there() -> None:
    themes = load_themes()
    scheme = themes.scheme_of("知识产权")
    assert scheme is not None
    assert [theme.name for theme in scheme.themes] == ["创造", "运用", "保护", "管理", "服务", "人才"]


def test_every_task_of_an_example_plan_has_a_theme() -> None:
    loader = get_loader()
    for name in ("nanjing-gulou-2022-strong-county.txt", "nantong-tongzhou-2022-strong-county.txt"):
        one = loader.read_plan(loader.open_source(examples_folder() / name))
        found = build(one)
        with_theme = {edge.source for edge in found.edges if edge.type == "hasTheme"}
        assert with_theme == {node.ref for node in found.of_kind("Task")}


def test_a_file_of_ones_own_replaces_the_schemes(tmp_path: Path) -> None:
    path = tmp_path / "themes.ttl"
    path.write_text(OWN, "utf-8")
    found = build(plan("某区知识产权工作方案", ("夯实基础", "一/1/1", "保护水源")), path)
    assert themed(found) == [("保护水源", "water")]
    [node] = found.of_kind("Theme")
    assert isinstance(node, Node)
    subjects = {quad.subject.value for quad in quads(found) if isinstance(quad.subject, ox.NamedNode)}
    assert "http://e.org/t#water" in subjects
    assert not [one for one in subjects if "/themes/" in one]


def test_the_command_takes_a_file_of_themes(
    tmp_path: Path,
    toy_loader: Loader,
    write_plan: Callable[..., Path],
    toy_formats: Callable[[], list[object]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kg.running.get_formats", toy_formats)
    monkeypatch.setattr("kg.commands.reading.get_loader", lambda: toy_loader)
    themes, out = tmp_path / "themes.ttl", tmp_path / "out"
    themes.write_text(OWN, "utf-8")
    source = write_plan(tmp_path / "in/a.txt")
    args = ["build", str(source), "--out", str(out), "--themes", str(themes)]
    assert CliRunner().invoke(main, args).exit_code == 0
    done = CliRunner().invoke(main, ["query", "tasks-by-theme", "--graph", str(out), "--format", "csv"])
    assert "水务,某区工作方案,1,修桥铺路,标题“修桥铺路”含“修桥”" in done.stdout
    assert load_store(out / FILE_NAME)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('skos:notation "water" ;', "", "needs a skos:prefLabel and one skos:notation"),
        ("@prefix kg:", "prefix kg", "themes.ttl"),
    ],
)
def test_a_broken_file_of_themes_is_said(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "themes.ttl"
    path.write_text(OWN.replace(old, new), "utf-8")
    with pytest.raises(OntologyError, match=message):
        load_themes([path])


@pytest.mark.parametrize(
    ("title", "number", "found", "level"),
    [
        ("江苏省绿地条例", None, "province", "province"),  # what resolution found holds
        ("知识产权强国建设纲要（2021-2035年）", None, None, "nation"),
        ("专利法", None, None, "nation"),
        ("专利法（2020年修正）", None, None, "nation"),
        ("医疗废物管理条例", None, None, "nation"),  # a decree that names no place is the State Council's
        ("鼓楼区绿地条例", None, None, None),
        ("强国建设方案", "鼓政〔2020〕1号", None, None),  # a number says who issued it
        ("市场监管办法", None, None, None),
        ("关于强化知识产权保护的意见", None, None, None),
    ],
)
def test_the_form_of_a_title_tells_the_level_where_nothing_else_does(
    title: str, number: str | None, found: str | None, level: str | None
) -> None:
    policy = PolicyEntity(key="k", title=title, number=number, mentions=(), level=found)
    assert policy_level(policy) == level


def test_evidence_of_titles_is_only_that_of_titles() -> None:
    one = plan("某区知识产权工作方案", ("夯实基础", "一/1/1", "培训人员"))
    one.tasks[0].evidence.insert(0, Evidence("number", 0, 1, "1"))
    found = build(one)
    [node] = [node for node in found.of_kind("ThemeAssignment") if node.get("matchedWord") == "培训"]
    places = [edge.target for edge in found.edges if edge.source == node.ref and edge.type == "evidence"]
    nodes = [found.node(place) for place in places]
    assert [one and one.get("field") for one in nodes] == ["title", "title"]
