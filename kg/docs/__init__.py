"""The pages of the ontology, generated: `poe docs` writes them, the tests compare them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from .context import context_page
from .page import ontology_page

__all__ = ["PAGES", "write_pages"]

PAGES: Mapping[str, Callable[[], bytes]] = {
    "ontology.html": ontology_page,
    "context.jsonld": context_page,
}
"""What makes each file of `docs/`, by name."""


def write_pages(folder: Path) -> None:
    """Write all pages to a folder."""
    for name, make in PAGES.items():
        (folder / name).write_bytes(make())
