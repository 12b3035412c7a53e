"""Parts of a graph drawn by pyvis: found by name, settled, and closed to the network."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from kg.api import Built, open_graph
from kg.cli import main
from kg.errors import InputError, QueryError
from kg.resolve import resolve
from kg.views.explorer.content import page_data
from kg.views.explorer.model import PageData
from kg.views.explorer.words import page_looks
from kg.views.lettering import balanced, drawable, shortened, width, wrap
from kg.views.palette import font_stack, look, tone
from kg.views.parts import LIMIT, Part, around, find_node, full_name, plan_part
from kg.views.pyvis import PlanNetwork
from tests.views.pages import HOSTILE, hostile

STOPPED = "html[data-settled]"
"""What is there once the layout stands still."""


@pytest.fixture(scope="module")
def built(example_folder: Path) -> Built:
    return open_graph(example_folder)


@pytest.fixture(scope="module")
def hostile_page() -> PageData:
    read = hostile()
    entities = resolve([read.plan], {read.plan.document.key: read.text})
    return page_data([read], entities, {})


@pytest.fixture
def alone(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page that must neither ask for anything nor say anything."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.on("console", lambda said: faults.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
    page.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith("file:") else None)
    page.on(
        "framenavigated",
        lambda frame: faults.append(frame.url) if not frame.url.startswith("file:") else None,
    )
    yield page
    context.close()
    assert not faults


def names(part: Part, kind: str) -> set[str]:
    return {part.page.nodes[place].name for place in part.nodes if part.page.nodes[place].kind == kind}


def test_a_unit_is_found_by_its_name_with_the_district(built: Built) -> None:
    nodes = built.page.nodes
    place = find_node(nodes, "通州区市场监管局")
    assert full_name(nodes[place]) == "江苏省南通市通州区市场监管局"
    assert find_node(nodes, nodes[place].id) == place
    assert find_node(nodes, f"https://w3id.org/plan-kg/{nodes[place].id}") == place


def test_a_name_of_several_units_is_refused_with_their_full_names(built: Built) -> None:
    with pytest.raises(QueryError, match=r"3 nodes.*福建省福州市鼓楼区市场监管局"):
        built.around("区市场监管局")
    with pytest.raises(QueryError, match="no node '区市场监督局'; did you mean"):
        built.around("区市场监督局")
    with pytest.raises(QueryError, match="depth 0"):
        built.around("通州区市场监管局", 0)


def test_the_neighbourhood_of_a_unit_are_its_tasks_and_what_is_on_them(built: Built) -> None:
    one, two = built.around("福州市鼓楼区科技局", 1), built.around("福州市鼓楼区科技局", 2)
    assert [part.titles[1].partition(", ")[2] for part in (one, two)] == ["1 step around", "2 steps around"]
    [row] = [row for row in built.query("unit-workload", jurisdiction="350102") if row["unit"] == "区科技局"]
    assert len(names(one, "Task")) == row["total"] == 10
    assert not names(one, "Unit") - {"区科技局"}
    assert set(one.nodes) < set(two.nodes)
    assert "区市场监管局" in names(two, "Unit")
    # the plan and the themes are reached, not walked through
    assert names(two, "Task") == names(one, "Task")


def test_a_plan_is_drawn_with_its_own_tasks(built: Built) -> None:
    part = built.plan("nanjing-gulou-2022-strong-county")
    [plan] = [
        one for one in built.plans if one.document.key == built.key_of("nanjing-gulou-2022-strong-county")
    ]
    assert len(names(part, "Task")) == len({task.title for task in plan.tasks}) == 16
    assert names(part, "Plan") == {plan.document.title}
    with pytest.raises(QueryError, match="no plan 'nonsense'"):
        built.plan("nonsense")


def test_of_too_many_nodes_the_nearest_are_drawn(built: Built) -> None:
    part = built.around("通州区市场监管局", 6)
    assert len(part.nodes) == LIMIT < part.total
    assert f"只画最近、最重要的 {LIMIT} 个" in part.to_pyvis().generate_html()
    assert f"{LIMIT} of {part.total} nodes" in part.to_pyvis("en").generate_html()


def test_colours_shapes_and_legend_are_those_of_the_explorer(built: Built) -> None:
    part = built.around("福州市鼓楼区科技局")
    network = part.to_pyvis("en")
    for place, drawn in zip(part.nodes, network.nodes, strict=True):
        seen = page_looks()[part.page.nodes[place].kind]
        assert (drawn["shape"], drawn["color"]) == (seen.shape, seen.light)
    page = network.generate_html()
    assert f'<span style="color: {look("Task").light}">●</span> task' in page
    assert tone("leads") in {edge["color"] for edge in network.edges}


def test_the_page_holds_all_and_names_no_address(built: Built) -> None:
    page = built.plan("nantong-tongzhou-2023-protection-zone").to_pyvis().generate_html()
    outside = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "http" not in outside.replace("http-equiv", "")
    assert not re.search(r"<link|<script[^>]+src|@import|<h1>|sourceMappingURL", outside)
    assert "default-src 'none'" in page and "unsafe-inline'; img-src data:" in page
    assert page == built.plan("nantong-tongzhou-2023-protection-zone").to_pyvis().generate_html()


def test_in_a_browser_it_settles_and_stops(built: Built, alone: Page, tmp_path: Path) -> None:
    file = tmp_path / "network.html"
    part = built.around("福州市鼓楼区科技局")
    part.to_pyvis().write_html(str(file))
    alone.goto(file.as_uri())
    alone.wait_for_selector(STOPPED)
    assert alone.evaluate("nodes.length") == len(part.nodes)
    assert alone.title() == "“福建省福州市鼓楼区科技局”的 2 步邻域"
    before = alone.evaluate("JSON.stringify(network.getPositions())")
    alone.wait_for_timeout(300)
    assert alone.evaluate("JSON.stringify(network.getPositions())") == before


def test_in_a_browser_hostile_text_stays_text(hostile_page: PageData, alone: Page, tmp_path: Path) -> None:
    file = tmp_path / "network.html"
    key = hostile().plan.document.key
    part = plan_part(hostile_page, key, [key])
    network = part.to_pyvis()
    assert len(network.nodes) > len(HOSTILE)
    network.write_html(str(file))
    alone.goto(file.as_uri())
    alone.wait_for_selector(STOPPED)
    titles = {"".join(node["title"].split()) for node in network.nodes}
    frame = alone.locator("#mynetwork").bounding_box()
    assert frame
    tooltip = alone.locator(".vis-tooltip")
    for drawn in network.nodes[:60:9]:
        at = alone.evaluate(
            "id => { network.moveTo({position: network.getPositions([id])[id], scale: 2});"
            " return network.canvasToDOM(network.getPositions([id])[id]); }",
            drawn["id"],
        )
        for _ in range(10):
            # the first move after the layout stopped may go unseen
            alone.mouse.move(frame["x"] + 2, frame["y"] + 2)
            alone.mouse.move(frame["x"] + at["x"], frame["y"] + at["y"], steps=5)
            alone.wait_for_timeout(400)
            if tooltip.is_visible():
                break
        assert "".join(tooltip.inner_text().split()) in titles
    assert alone.evaluate("window.pwned") is None
    assert alone.locator("img, iframe, svg, base, form, object, embed, video, a, .popup").count() == 0
    assert alone.locator(".vis-tooltip").count() == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_reaches_title_legend_and_notebook_as_text(hostile_page: PageData, text: str) -> None:
    network = PlanNetwork(title=text, note=text)
    network.add_node(1, label=text, title=f"{text} href")
    page = network.generate_html()
    outside = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert html.escape(drawable(text)) in outside
    assert not re.search(r"<(img|iframe|svg|body o|base|form|object|embed|video|a )\b", outside)
    assert "popup.innerHTML" not in page
    frame = network._repr_html_()
    assert frame.count("<") == 2 and 'sandbox="allow-scripts"' in frame


def test_the_command_draws_a_neighbourhood_and_a_plan(example_folder: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> int:
        return CliRunner().invoke(main, ["view", "--graph", str(example_folder), *arguments]).exit_code

    target = tmp_path / "a.html"
    assert run("--engine", "pyvis", "--around", "通州区法院", "--depth", "1", "--out", str(target)) == 0
    assert "通州区法院”的 1 步邻域" in target.read_text("utf-8")
    assert run("--engine", "pyvis", "--plan", "nanjing-gulou-2022-strong-county", "--out", str(target)) == 0
    assert "南京市鼓楼区国家知识产权强县建设工作方案" in target.read_text("utf-8")
    assert run("--engine", "pyvis", "--around", "区法院") == 2
    assert run("--around", "通州区法院") == 2
    assert run("--engine", "pyvis") == 2


def test_a_page_is_written_to_html_alone(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="html"):
        PlanNetwork().write_html(str(tmp_path / "a.txt"))
    PlanNetwork(title="甲").show(str(tmp_path / "a.html"))
    assert (tmp_path / "a.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_notebooks_show_a_part(built: Built) -> None:
    assert around(built.page, "通州区法院", 1)._repr_html_().startswith("<iframe srcdoc=")


def test_lines_break_at_words_and_keep_brackets_with_what_they_hold() -> None:
    assert wrap("通州区工作方案（2022-2025年）", 10) == ["通州区工作方案", "（2022-2025年）"]
    assert wrap("a b", 10) == ["a b"] and wrap("", 10) == [""]
    assert wrap("甲乙丙丁戊己庚辛", 3, 2) == ["甲乙丙", "丁戊…"]
    assert balanced("推动高价值专利培育升级", 10) == ["推动高价值专", "利培育升级"]
    assert shortened("甲乙丙丁", 3, 1) and not shortened("甲乙丙", 3, 1)
    assert max(map(width, wrap("x" * 300, 10, 99))) <= 10


def test_what_steers_or_hides_text_is_replaced() -> None:
    assert drawable("甲\x00乙\u202e丙\ud800\n 丁") == "甲\ufffd乙\ufffd丙\ufffd 丁"
    assert font_stack()[0] == "Noto Sans CJK SC" and look("Unheard").shape == page_looks()["other"].shape
