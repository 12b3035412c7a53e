"""The tables of the page: what they count, sort and copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.views.looking import Data, Opened, column, fragment, node_named
from tests.views.pages import page_of, plan, write


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
