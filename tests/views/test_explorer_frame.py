"""The views of the page and how they are shown: language, light, paper, keyboard, small screens, banner."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.model import Evidence
from tests.views.looking import VIEWS, Data, Opened, fragment, node_named
from tests.views.pages import Read, page_of, plan, write


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


def test_the_language_switches(opened: Opened) -> None:
    page = opened()
    page.locator("#langswitch").click()
    labels = page.locator("#views").inner_text() + page.locator("#legend").inner_text()
    assert labels.startswith("Graph") and not re.search("[一-鿿]", labels)
    assert page.locator("html").get_attribute("lang") == "en"
    page.go_back()
    page.wait_for_function("document.documentElement.lang === 'zh-CN'")
    assert page.locator("#views").inner_text().startswith("图谱")


def test_themes_have_names_in_both_languages(opened: Opened, data: Data) -> None:
    theme = node_named(data, "保护", "Theme")
    page = opened(f"node={theme['id']}&lang=en")
    assert page.locator("#panel h2").inner_text() == "protection"
    page.locator("#langswitch").click()
    page.wait_for_function("document.documentElement.lang === 'zh-CN'")
    assert page.locator("#panel h2").inner_text() == "保护"


def test_one_is_said_of_one(opened: Opened, data: Data) -> None:
    page = opened(f"node={data['nodes'][data['plans'][0]['node']]['id']}&lang=en")
    assert page.title() == "Plan graph: 5 plans"
    assert page.evaluate("document.body.innerText.match(/\\b1 (steps|plans|rows)\\b/)") is None
    assert "1 step" in page.locator("#panel").inner_text()
    assert "2 steps" in page.locator("#panel").inner_text()


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
