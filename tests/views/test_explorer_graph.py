"""The graph of the page, its panel, and neighbourhoods."""

from __future__ import annotations

from tests.views.looking import Data, Opened, fragment, node_named


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
