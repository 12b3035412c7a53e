"""What the tests read off the page of the example plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

Opened = Callable[..., Page]
Data = dict[str, Any]

VIEWS = ["graph", "units", "tasks", "policies", "members", "targets", "timeline", "overlap", "proof"]


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
    """What stands in the address after #."""
    return str(page.evaluate("location.hash"))
