from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

from click.testing import CliRunner

from kg.cli import main
from kg.resolve import resolve
from kg.views.explorer import explorer_html
from kg.views.explorer.page import SCRIPTS, closed, vis_network
from tests.views.pages import HOSTILE, Read, data_of, example_run, hostile, page_of, plan


class Elements(HTMLParser):
    """All elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_order_of_plans_makes_no_difference() -> None:
    run = example_run()
    entities = resolve(run.plans, run.texts)
    assert explorer_html(run.reads, entities, {}) == explorer_html(run.reads[::-1], entities, {})


def test_view_writes_what_build_wrote(example_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = CliRunner().invoke(main, ["view", "--graph", str(example_folder), "--out", str(out)])
    assert result.exit_code == 0 and "page.html" in result.output
    assert out.read_bytes() == (example_folder / "explorer.html").read_bytes()


def test_view_without_a_graph_is_a_wrong_use(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["view", "--graph", str(tmp_path / "none")])
    assert result.exit_code == 2


def test_five_plans_take_less_than_three_megabytes(example_folder: Path) -> None:
    assert (example_folder / "explorer.html").stat().st_size < 3_000_000


def test_nothing_is_loaded_from_elsewhere() -> None:
    for tag, attributes in Elements(page_of(plan())).found:
        assert tag not in {"link", "iframe", "object", "embed", "img", "base", "form"}
        assert "src" not in attributes and not [name for name in attributes if name.startswith("on")]


def test_the_policy_names_every_script_and_the_style_and_allows_nothing_else() -> None:
    page = page_of(plan())
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and "unsafe" not in policy

    def hashed(pattern: str) -> list[str]:
        texts = re.findall(pattern, page, re.DOTALL)
        return [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts]

    assert rules["script-src"].split() == hashed(r"<script>(.*?)</script>")
    assert [rules["style-src"]] == hashed(r"<style>(.*?)</style>")


def test_document_text_adds_no_element() -> None:
    tame, wild = Elements(page_of(plan())).found, Elements(page_of(hostile())).found
    assert [tag for tag, _ in wild] == [tag for tag, _ in tame]


def test_hostile_strings_arrive_as_they_are() -> None:
    data = data_of(page_of(hostile()))
    assert set(HOSTILE) <= {node["name"] for node in data["nodes"]}
    assert data["plans"][0]["text"] == "\n".join(HOSTILE) + "\n"


def test_scripts_are_the_files_of_the_folder() -> None:
    import kg.views.explorer

    folder = Path(kg.views.explorer.__file__).parent
    assert sorted(SCRIPTS) == sorted(path.name for path in folder.glob("*.js"))


def test_the_library_is_that_of_pyvis_with_its_licence() -> None:
    library = vis_network()
    assert "@version 9.1.2" in library and "MIT License" in library
    assert "</script" not in library.lower()
    assert closed("a</script>b") == "a<\\/script>b"


def test_offsets_behind_astral_characters_are_those_of_javascript() -> None:
    read = plan(text="某区𠮷花园工作方案\n种树。区园林局负责。\n")
    at = read.text.index("种树")
    task = read.plan.tasks[0]
    from kg.model import Evidence

    task.evidence.append(Evidence("title", at, at + 2, "种树"))
    [node] = [one for one in data_of(page_of(read))["nodes"] if one["kind"] == "Task"]
    assert node["evidence"] == [[0, at + 1, at + 3]]


def test_a_page_of_no_plans_is_still_a_page() -> None:
    assert data_of(page_of())["nodes"] == []


def test_a_plan_with_nothing_in_it_is_a_node() -> None:
    read = plan()
    read.plan.tasks.clear()
    data = data_of(page_of(Read(read.plan, read.text)))
    assert [node["kind"] for node in data["nodes"]] == ["Plan"]
