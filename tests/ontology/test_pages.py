"""The pages of the ontology: up to date, the same bytes on every run, and closed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.docs import PAGES
from kg.graph import load_schema

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_are_what_the_ontology_gives_today(name: str) -> None:
    assert (ROOT / "docs" / name).read_bytes() == PAGES[name](), "run poe docs"


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_pages_have_the_same_bytes_under_any_hash_seed(seed: str) -> None:
    code = "import sys; from kg.docs import PAGES; [sys.stdout.buffer.write(PAGES[n]()) for n in PAGES]"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
    )
    assert done.stdout == b"".join(make() for make in PAGES.values())


def test_the_page_loads_nothing_and_shows_every_term_shape_theme_and_question() -> None:
    page = PAGES["ontology.html"]().decode()
    schema = load_schema()
    for name in (*schema.classes, *schema.edges, *schema.properties):
        assert f'id="{name}"' in page, name
    for forbidden in ("<script", "src=", "<link", "@import", "url(h"):
        assert forbidden not in page
    assert page.count('class="question"') >= 10
