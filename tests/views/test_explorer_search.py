"""Search and filters of the page."""

from __future__ import annotations

import re

import pytest

from tests.views.looking import Data, Opened, column, fragment


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("市场监管", "区市场监管局"),
        ("区知识产权局", "区市场监管局"),  # a printed variant
        ("qscjgj", "区市场监管局"),
        ("qscjg", "区市场监管局"),
        ("国知发运函字〔2022〕131号", "国家知识产权局关于确定国家知识产权强县建设试点示范县"),
        ("专利", "专利"),
        ("protection", "保护"),  # the English name of a theme
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
