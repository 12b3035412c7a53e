from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.views.pages import HOSTILE, hostile, page_of, write

VIEWS = ["graph", "units", "tasks", "policies", "members", "targets", "timeline", "overlap", "proof"]
_RAN = "typeof window.pwned"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("hostile"), "explorer.html", page_of(hostile()))


def test_forty_strings() -> None:
    assert len(set(HOSTILE)) >= 40


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_text_neither_runs_nor_fetches_in_any_view(
    opened: Callable[..., Page], path: Path, view: str
) -> None:
    page = opened(f"view={view}", path=path)
    page.mouse.move(640, 400)
    page.mouse.wheel(0, 300)
    for link in page.locator("#table tbody a").all()[:5]:
        link.click()
    assert page.evaluate(_RAN) == "undefined"
    assert (
        page.locator("main script, main img, main iframe, main svg, #panel script, #panel img").count() == 0
    )


def test_hostile_names_in_panel_search_and_neighbourhood(opened: Callable[..., Page], path: Path) -> None:
    page = opened(path=path)
    for text in HOSTILE:
        page.fill("#search", text)
        page.keyboard.press("Enter")
        for toggle in page.locator("#panel details[open] .toggle").all()[:2]:
            toggle.click()
    page.evaluate("location.hash = location.hash + '&depth=2'")
    page.locator("#panel .acts button").first.click()
    page.wait_for_timeout(100)
    assert page.evaluate(_RAN) == "undefined"
    # resolution takes the blanks out of names of units
    names = {"".join(text.split()) for text in HOSTILE}
    assert "".join((page.locator("#panel h2").text_content() or "").split()) in names
    assert page.locator("#panel :is(script, img, iframe, svg, style, form, input)").count() == 0
    assert "evil" not in page.url.split("#")[0]


def test_hostile_text_in_the_address(opened: Callable[..., Page], path: Path) -> None:
    page = opened(path=path)
    for text in HOSTILE:
        page.evaluate(
            """text => {
              location.hash = new URLSearchParams({ view: "units", rows: text, node: text, sort: text, text });
            }""",
            text,
        )
    page.wait_for_timeout(100)
    assert page.evaluate(_RAN) == "undefined"
