"""A headless Chromium without a network, and the page of the example plans."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.building import build_to
from tests.views.looking import Data, Opened
from tests.views.pages import data_of, example_run

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system; the tests that want it are skipped where it is not there, and fail in CI."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        if os.environ.get("KG_CI") or os.environ.get("CI"):
            pytest.fail("Chromium is needed in CI")
        pytest.skip("Chromium is not there")
    with sync_playwright() as playwright:
        # as root, in a container, Chromium has no sandbox
        found = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the example plans writes."""
    folder = tmp_path_factory.mktemp("examples")
    build_to(folder, example_run())
    return folder


@pytest.fixture(scope="session")
def data(example_folder: Path) -> Data:
    """The data of the page of the example plans."""
    return data_of((example_folder / "explorer.html").read_text("utf-8"))


@pytest.fixture
def opened(browser: Browser, example_folder: Path) -> Iterator[Opened]:
    """opened(fragment, path, width): a page in a window of its own; nothing may go wrong in it or go out of it."""
    faults: list[str] = []
    contexts = []

    def open_page(
        fragment: str = "",
        path: Path = example_folder / "explorer.html",
        width: int = 1280,
        height: int = 800,
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: faults.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        page.on(
            "request",
            lambda request: (
                faults.append(f"request: {request.url}")
                if not request.url.startswith(("file:", "blob:")) or "explorer" not in request.url
                else None
            ),
        )
        page.goto(f"{path.as_uri()}{fragment and '#' + fragment}")
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults
