from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.views.pages import Read, data_of, page_of, plan, write

Opened = Callable[..., Page]
Data = dict[str, Any]

VIEWS = ["graph", "units", "tasks", "policies", "members", "targets", "timeline", "overlap", "proof"]


@pytest.fixture(scope="module")
def data(example_folder: Path) -> Data:
    return data_of((example_folder / "explorer.html").read_text("utf-8"))


def node_named(data: Data, name: str, kind: str, place: str = "") -> Data:
    """A node by name and kind, and by a part of its district."""
    found: list[Data] = [
        node
        for node in data["nodes"]
        if node["name"] == name
        and node["kind"] == kind
        and place in node.get("facts", {}).get("jurisdiction", "")
    ]
    assert len(found) == 1
    return found[0]


def column(page: Page, name: str) -> list[str]:
    """The texts of a column of the table."""
    return page.locator(f"#table tbody [data-column={name}]").all_inner_texts()


def fragment(page: Page) -> str:
    return str(page.evaluate("location.hash"))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_view_opens_from_its_address(opened: Opened, view: str, lang: str) -> None:
    page = opened(f"view={view}&lang={lang}")
    assert page.locator(f"#views [data-view={view}]").get_attribute("aria-selected") == "true"
    assert page.locator("html").get_attribute("lang") == {"zh": "zh-CN", "en": "en"}[lang]
    if view == "graph":
        assert page.locator("#canvas canvas").is_visible()
    elif view != "proof":
        assert page.locator("#table tbody tr").count() > 0


def test_the_graph_is_drawn(opened: Opened) -> None:
    page = opened()
    colours = page.evaluate(
        """() => {
          const canvas = document.querySelector("#canvas canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const found = new Set();
          for (let i = 0; i < data.length; i += 4) found.add(data.slice(i, i + 3).join());
          return [...found];
        }"""
    )
    assert "192,79,0" in colours and "0,114,178" in colours and "0,125,95" in colours  # plan, unit, policy


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("市场监管", "区市场监管局"),
        ("区知识产权局", "区市场监管局"),  # a printed variant
        ("qscjgj", "区市场监管局"),
        ("qscjg", "区市场监管局"),
        ("国知发运函字〔2022〕131号", "国家知识产权局关于确定国家知识产权强县建设试点示范县"),
        ("专利", "专利"),
    ],
)
def test_search_as_one_types(opened: Opened, typed: str, expected: str) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type(typed)
    assert expected in page.locator("#hits [role=option]").first.inner_text()
    page.keyboard.press("Enter")
    assert expected in page.locator("#panel h2").inner_text()


def test_search_in_the_texts_leads_to_the_place(opened: Opened, data: Data) -> None:
    page = opened()
    sentence = re.split("[，。]", data["plans"][0]["text"].split("\n")[-6])[0]
    page.fill("#search", sentence)
    page.locator("#hits [role=option]", has=page.locator("mark")).first.click()
    assert "view=proof" in fragment(page)
    assert page.locator("#proof .here").inner_text() in data["plans"][0]["text"]


def test_nothing_found_is_said(opened: Opened) -> None:
    page = opened()
    page.fill("#search", "没有这样的单位")
    assert page.locator("#hits").inner_text() == "没有找到"


def test_a_click_on_a_node_opens_its_panel_and_one_beside_closes_it(opened: Opened, data: Data) -> None:
    unit = node_named(data, "区市场监管局", "Unit", "福州")
    page = opened(f"around={unit['id']}")
    box = page.locator("#canvas").bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    steps = [(x, y) for x in range(-60, 61, 12) for y in range(-60, 61, 12)]
    for x, y in sorted(steps, key=lambda step: abs(step[0]) + abs(step[1])):  # until the unit itself is hit
        page.mouse.click(middle[0] + x, middle[1] + y)
        if page.locator("#panel").is_visible() and page.locator("#panel h2").inner_text() == unit["name"]:
            break
    assert page.locator("#panel h2").inner_text() == unit["name"]
    page.mouse.click(box["x"] + 30, box["y"] + box["height"] - 60)
    page.locator("#panel").wait_for(state="hidden")
    assert "node=" not in fragment(page)


def test_quotes_of_the_panel_are_those_of_the_source(opened: Opened, data: Data) -> None:
    unit = node_named(data, "区市场监管局", "Unit", "通州")
    page = opened(f"node={unit['id']}")
    for toggle in page.locator("#panel .toggle").all()[:25]:
        toggle.click()
    marks = page.locator("#panel .quote mark").all()
    assert len(marks) >= 25
    for mark in marks:
        plan, start, end = (
            int(mark.get_attribute(f"data-{name}") or "") for name in ("plan", "start", "end")
        )
        text = data["plans"][plan]["text"].encode("utf-16-le")
        assert mark.text_content() == text[2 * start : 2 * end].decode("utf-16-le")
    for quote in page.locator("#panel .quote").all()[:5]:
        cite = quote.locator("cite").inner_text()
        number = int(quote.locator("mark").first.get_attribute("data-plan") or "")
        assert data["nodes"][data["plans"][number]["node"]]["name"] in cite and "›" in cite
        said = quote.locator("blockquote").text_content() or ""
        for part in said.split("…"):
            assert part in data["plans"][number]["text"]


def test_the_panel_lists_all_tasks_of_a_unit_by_role(opened: Opened, data: Data) -> None:
    unit = node_named(data, "区市场监管局", "Unit", "通州")
    place = data["nodes"].index(unit)
    page = opened(f"node={unit['id']}")
    for role in ("leads", "responsibleFor"):
        expected = {data["nodes"][edge[2]]["id"] for edge in data["edges"] if edge[:2] == [role, place]}
        shown = page.locator(f"#panel li[data-type={role}] a").evaluate_all(
            "all => all.map(one => one.dataset.node)"
        )
        assert expected and set(shown) == expected


def test_a_neighbourhood_of_one_step_or_two_and_back(opened: Opened, data: Data) -> None:
    unit = node_named(data, "区市场监管局", "Unit", "南京")
    page = opened(f"node={unit['id']}")
    page.locator("#panel .acts button").first.click()
    assert f"around={unit['id'].replace('/', '%2F')}" in fragment(page)
    page.locator("#trail button", has_text="2 步").click()
    assert "depth=2" in fragment(page)
    page.go_back()
    page.wait_for_function("!location.hash.includes('depth=2')")
    assert page.locator("#trail button[aria-pressed=true]").inner_text() == "1 步"
    page.locator("#trail .back").click()
    assert page.locator("#trail button").count() == 0


def test_filters_narrow_tables_and_stand_in_the_address(opened: Opened, data: Data) -> None:
    page = opened("view=tasks")
    every = page.locator("#table tbody tr").count()
    assert every == sum(node["kind"] == "Task" for node in data["nodes"])
    page.select_option("[data-filter=role]", "lead")
    led = {edge[2] for edge in data["edges"] if edge[0] == "leads"}
    assert page.locator("#table tbody tr").count() == len(led) < every
    assert all(column(page, "lead")) and not any(column(page, "responsible"))
    page.locator("#reset").click()
    assert page.locator("#table tbody tr").count() == every
    page.locator("#filters .plans input").first.uncheck()
    first = data["nodes"][data["plans"][0]["node"]]["name"]
    assert first not in column(page, "plan")
    assert (
        opened(fragment(page)[1:]).locator("#table tbody tr").count()
        == page.locator("#table tbody tr").count()
    )


def test_filter_by_theme(opened: Opened, data: Data) -> None:
    theme = max((node for node in data["nodes"] if node["kind"] == "Theme"), key=lambda node: node["weight"])
    page = opened("view=tasks")
    page.select_option("[data-filter=theme]", theme["id"])
    themes = column(page, "themes")
    assert len(themes) == theme["weight"] and all(theme["name"] in one for one in themes)


def test_filter_by_date_and_level(opened: Opened) -> None:
    page = opened("view=timeline&from=2023-01-01&to=2023-12-31")
    starts, ends = column(page, "start"), column(page, "end")
    assert ends and all(start <= "2023-12-31" for start in starts)
    page = opened("view=policies&level=nation")
    assert set(column(page, "level")) == {"国家级"}


@pytest.mark.parametrize(
    ("view", "name"),
    [("units", "total"), ("units", "lead"), ("policies", "plans"), ("timeline", "end"), ("tasks", "name")],
)
def test_tables_sort_both_ways(opened: Opened, view: str, name: str) -> None:
    page = opened(f"view={view}")
    page.locator(f"#table [data-sort={name}]").click()
    if page.locator(f"#table th:has([data-sort={name}])").get_attribute("aria-sort") != "ascending":
        page.locator(f"#table [data-sort={name}]").click()
    rising = column(page, name)
    page.locator(f"#table [data-sort={name}]").click()
    falling = column(page, name)
    assert "sort=-" in fragment(page) or (view == "units" and name == "total")
    filled = [text for text in rising if text]
    assert next(text for text in falling if text) == filled[-1]
    if filled[0].isdigit():
        assert [int(text) for text in filled] == sorted(int(text) for text in filled)


def test_rows_of_a_table_filter_as_one_types(opened: Opened) -> None:
    page = opened("view=units")
    page.locator("#table .rows").click()
    page.keyboard.type("公安")
    assert {"公安" in name for name in column(page, "name")} == {True}
    assert page.locator("#table .rows").evaluate("one => one === document.activeElement")


def test_a_row_leads_to_its_node(opened: Opened) -> None:
    page = opened("view=units")
    link = page.locator("#table tbody a").first
    name = link.inner_text()
    link.click()
    assert page.locator("#panel h2").inner_text() == name
    page.locator("#panel .acts button", has_text="在图中看").click()
    assert page.locator("#canvas canvas").is_visible() and "view=" not in fragment(page)


def test_units_bear_the_load_that_the_records_say(opened: Opened, data: Data) -> None:
    page = opened("view=units")
    unit = node_named(data, "区市场监管局", "Unit", "通州")
    place = data["nodes"].index(unit)
    row = page.locator(f"#table tr[data-row='{unit['id']}']")
    for name, role in (("lead", "leads"), ("responsible", "responsibleFor")):
        count = sum(edge[:2] == [role, place] for edge in data["edges"])
        assert row.locator(f"[data-column={name}]").inner_text() == str(count)


def test_the_matrix_counts_what_two_plans_cite(opened: Opened, data: Data) -> None:
    page = opened("view=overlap")
    cited: dict[int, set[int]] = {}
    for kind, source, target, *_ in data["edges"]:
        if (
            kind in ("basedOn", "implements", "amends", "creates", "cites")
            and data["nodes"][source]["kind"] == "Plan"
        ):
            cited.setdefault(source, set()).add(target)
    plans = [plan["node"] for plan in data["plans"]]
    for row, one in zip(page.locator("#table tbody tr").all(), plans, strict=True):
        shown = [int(text) for text in row.locator(".cell").all_inner_texts()]
        assert shown == [len(cited[one] & cited[other]) for other in plans]
    page.locator("#table tbody tr").first.locator(".cell").nth(1).click()
    assert page.locator("#shared li").count() == len(cited[plans[0]] & cited[plans[1]])


def test_targets_stand_side_by_side(opened: Opened, data: Data) -> None:
    page = opened("view=targets")
    row = page.locator("#table tbody tr", has_text="万人高价值发明专利拥有量").first
    values = [text for text in row.locator("td").all_inner_texts()[1:] if text]
    assert len(values) >= 3


def test_csv_has_a_byte_order_mark_and_no_formulas(opened: Opened, tmp_path: Path) -> None:
    read = plan(title="=SUM(A1)方案")
    page = opened("view=tasks", path=write(tmp_path, "explorer.html", page_of(read)))
    with page.expect_download() as caught:
        page.locator("#table button", has_text="存为文件").click()
    saved = Path(caught.value.path()).read_bytes().decode("utf-8")
    assert saved.startswith("\ufeff任务,") and "'=SUM(A1)方案" in saved and ",=SUM" not in saved


def test_the_language_switches(opened: Opened) -> None:
    page = opened()
    page.locator("#langswitch").click()
    labels = page.locator("#views").inner_text() + page.locator("#legend").inner_text()
    assert labels.startswith("Graph") and not re.search("[一-鿿]", labels)
    assert page.locator("html").get_attribute("lang") == "en"
    page.go_back()
    page.wait_for_function("document.documentElement.lang === 'zh-CN'")
    assert page.locator("#views").inner_text().startswith("图谱")


def test_light_and_dark(opened: Opened) -> None:
    page = opened()
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    page.keyboard.press("l")
    assert page.evaluate(background) == "rgb(22, 25, 29)"
    assert "light=dark" in fragment(page)


def test_on_paper_only_what_is_looked_at_remains(opened: Opened) -> None:
    page = opened("view=units&light=dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("#bar").is_visible() and not page.locator("#filters").is_visible()
    assert page.locator("#table tbody tr").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_keyboard_reaches_everything(opened: Opened) -> None:
    page = opened()
    page.keyboard.press("2")
    assert "view=units" in fragment(page)
    page.locator("#table tbody a").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()


def test_a_screen_of_390_pixels(opened: Opened, data: Data) -> None:
    unit = node_named(data, "区市场监管局", "Unit", "通州")
    page = opened(f"node={unit['id']}", width=390, height=844)
    for view in VIEWS:
        page.evaluate(f"location.hash = 'view={view}'")
        page.wait_for_selector(f"#views [data-view={view}][aria-selected=true]")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.locator("#filters").is_visible()
    page.locator("#filterswitch").click()
    assert page.locator("#filters").is_visible()


def test_the_proof_view_shows_the_whole_text_and_what_was_not_read(opened: Opened, data: Data) -> None:
    number = max(range(5), key=lambda one: len(data["plans"][one]["gaps"]))
    one = data["plans"][number]
    page = opened(f"view=proof&text={data['nodes'][one['node']]['id']}")
    shown = "\n".join(page.locator("#proof article p").all_text_contents())
    assert shown == "\n".join(line for line in one["text"].split("\n") if line)
    assert one["gaps"] and page.locator("#proof .side li").count() == len(one["gaps"])
    assert "m-unread" in str(page.locator("#proof article").inner_html())
    page.locator("#proof article mark.m-Assignment, #proof article mark.m-Task").first.click()
    assert page.locator("#panel").is_visible()


@pytest.mark.parametrize(
    ("head", "grave", "expected"),
    [("机密★5年\n", True, "机密"), ("", False, "未标明公开属性"), ("（此件公开发布）\n", False, "")],
)
def test_a_banner_says_what_is_not_public(
    opened: Opened, tmp_path: Path, head: str, grave: bool, expected: str
) -> None:
    from kg.model import Evidence

    made = plan(text=f"{head}某区花园工作方案\n")
    if "公开" in head:
        made.plan.document.access = "此件公开发布"
        made.plan.document.evidence.append(Evidence("access", 1, 7, "此件公开发布"))
    page = opened(path=write(tmp_path, "explorer.html", page_of(Read(made.plan, made.text))))
    banner = page.locator("#banner")
    assert banner.is_visible() == bool(expected)
    assert expected in (banner.text_content() or "")
    assert ("grave" in (banner.get_attribute("class") or "")) == grave


def test_a_page_of_nothing_opens(opened: Opened, tmp_path: Path) -> None:
    path = write(tmp_path, "explorer.html", page_of())
    for view in VIEWS:
        opened(f"view={view}", path=path)


def test_an_address_of_something_else_does_no_harm(opened: Opened) -> None:
    page = opened("view=nonsense&node=unit/0&around=x&depth=9&plans=y&sort=-no&__proto__=z&lang=xx")
    assert page.locator("#views").is_visible()


def test_a_line_opens_what_joins_its_two_ends(opened: Opened, data: Data) -> None:
    unit = node_named(data, "区市场监管局", "Unit", "通州")
    place = data["nodes"].index(unit)
    number = unit["plans"][0]
    plan_id = data["nodes"][data["plans"][number]["node"]]["id"]
    page = opened(f"node={unit['id']}&with={plan_id}")
    joined = [
        edge
        for edge in data["edges"]
        if edge[0] in ("leads", "responsibleFor")
        and edge[1] == place
        and data["nodes"][edge[2]]["plans"] == [number]
    ]
    assert joined and page.locator("#panel li[data-type]").count() == len(joined)


def test_graph_and_table_side_by_side(opened: Opened) -> None:
    page = opened("view=units&split=1")
    assert page.locator("#canvas canvas").is_visible() and page.locator("#table tbody tr").first.is_visible()


def test_a_printed_graph_is_light(opened: Opened) -> None:
    page = opened("light=dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    styled = "getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()"
    assert page.evaluate(styled) == "#1d2126"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(styled) == "#e8eaed"


def test_policies_count_mentions(opened: Opened, data: Data) -> None:
    page = opened("view=policies")
    relations = ("basedOn", "implements", "amends", "creates", "cites")
    first = page.locator("#table tbody tr").first
    place = next(i for i, node in enumerate(data["nodes"]) if node["id"] == first.get_attribute("data-row"))
    times = sum(
        edge[6]
        for edge in data["edges"]
        if edge[0] in relations and edge[2] == place and data["nodes"][edge[1]]["kind"] == "Plan"
    )
    assert first.locator("[data-column=mentions]").inner_text() == str(times)
