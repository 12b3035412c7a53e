"""Figures: what is drawn is what the questions answer, in text and fonts that can be read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from PIL import Image

import kg.figures.fonts
from kg.api import Built, open_graph
from kg.building import build_to
from kg.cli import main
from kg.commands.figure import NAMES
from kg.errors import InputError, PluginError, QueryError
from kg.figures import FIGURES, Drawing, draw
from kg.figures.fonts import found, stack
from kg.figures.names import Names
from kg.figures.shades import ink_on, pale, shade
from kg.figures.sheet import Box, Label, Sheet, Sign
from kg.figures.words import figure_word
from kg.keys import assign_keys
from kg.model import Phase
from kg.plugins import get_loader
from kg.running import Read, Run, find_files, read_plans
from tests.conftest import Needs
from tests.views.pages import HOSTILE, plan

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def font(needs: Needs) -> None:
    """What a PNG needs."""
    needs(found(), "a font with Chinese glyphs")


def boxes(drawing: Drawing, what: str) -> list[Box]:
    return [item for item in drawing.sheet.items if isinstance(item, Box) and item.what == what]


def texts(drawing: Drawing) -> list[str]:
    return [item.text for item in drawing.sheet.items if isinstance(item, Label)]


def test_bars_are_as_long_as_the_question_counts(built: Built) -> None:
    drawing = built.figure("workload", top=200)
    rows = list(built.query("unit-workload"))
    for what, counts in (
        ("lead", [row["lead"] for row in rows]),
        ("responsible", [int(row["total"] or 0) - int(row["lead"] or 0) for row in rows]),
        ("collective", [int(row["total_expanded"] or 0) - int(row["total"] or 0) for row in rows]),
    ):
        assert Counter(box.value for box in boxes(drawing, what)) == Counter(filter(None, counts))
    bars = [box for what in ("lead", "responsible", "collective") for box in boxes(drawing, what)]
    scales = {round(box.width / (box.value or 0), 6) for box in bars}
    assert len(scales) == 1
    # the most loaded unit of the example plans leads 9 tasks and is responsible for 48 more
    assert (boxes(drawing, "lead")[0].value, boxes(drawing, "responsible")[0].value) == (9, 48)
    assert all(box.x + box.width < drawing.sheet.right for box in bars)


def test_the_longest_rows_alone_are_drawn_and_the_rest_is_counted(built: Built) -> None:
    drawing = built.figure("workload", top=3)
    places = {row["jurisdiction"] for row in built.query("unit-workload")}
    assert len({box.y for what in ("lead", "responsible") for box in boxes(drawing, what)}) == 3 * len(places)
    assert any(re.search(r"江苏省南通市通州区：\d+ 个单位中任务最多的 3 个", text) for text in texts(drawing))


def test_the_heat_map_holds_the_answers_of_the_question(built: Built) -> None:
    drawing = built.figure("overlap")
    shared = Counter(box.value for box in boxes(drawing, "shared"))
    rows = list(built.query("policy-overlap"))
    assert len(boxes(drawing, "own")) == 5
    # each pair stands on both sides of the diagonal
    assert shared - Counter({0: shared[0]}) == Counter(int(row["shared"] or 0) for row in rows for _ in "ab")
    assert shared[0] == 20 - 2 * len(rows)
    cited = {str(row["plan"]): int(row["policies"] or 0) for row in built.query("plans")}
    assert Counter(box.value for box in boxes(drawing, "own")) == Counter(cited.values())
    common = [int(row["plans"] or 0) for row in built.query("policies-common")]
    several = [plans for plans in common if plans > 1]
    assert len(several) == 9 and len(boxes(drawing, "cites")) == sum(several)


def test_the_matrix_holds_the_answers_of_the_question(built: Built) -> None:
    drawing = built.figure("themes", top=200)
    drawn = Counter(box.value for box in boxes(drawing, "tasks") if box.value)
    assert drawn == Counter(row["total"] for row in built.query("workload-by-theme"))


def test_the_time_line_holds_phases_and_deadlines(built: Built) -> None:
    drawing = built.figure("timeline")
    dated = [phase for one in built.plans for phase in one.phases if phase.start or phase.end]
    assert len(boxes(drawing, "phase")) == len(dated)
    signs = [item for item in drawing.sheet.items if isinstance(item, Sign)]
    stated = list(built.query("due"))
    assert sum(sign.value or 0 for sign in signs if sign.what == "stated") == len(stated)
    derived = [row for row in built.query("timetable", basis="derived") if row["tasks"]]
    assert sum(sign.value or 0 for sign in signs if sign.what == "derived") == sum(
        int(row["tasks"] or 0) for row in derived
    )
    period = boxes(drawing, "period")
    # 2021-01-01 to 2025-12-31 is the longest
    assert max(round(box.value or 0) for box in period) == 1826


@pytest.mark.parametrize("name", NAMES)
def test_svg_has_real_text_and_nothing_to_fetch(built: Built, name: str) -> None:
    drawing = built.figure(name)
    root = ElementTree.fromstring(drawing.svg())
    written = [text.text for text in root.iter(f"{SVG}text")]
    assert Counter(written) == Counter(text for text in texts(drawing) if text)
    styles = {text.get("style") or "" for text in root.iter(f"{SVG}text")}
    assert all("Noto Sans CJK SC" in style and "sans-serif" in style for style in styles)
    links = [value for item in root.iter() for key, value in item.attrib.items() if key.endswith("href")]
    assert all(value.startswith("#") for value in links)
    assert not re.search(rb"<dc:date|matplotlib v", drawing.svg())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("font")
def test_no_glyph_is_missing_in_png(built: Built, name: str, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        target = built.figure(name).save(tmp_path / f"{name}.png")
    with Image.open(target) as picture:
        sheet = built.figure(name).sheet
        assert abs(picture.width - sheet.width / 72 * 200) < 2
        assert len(picture.convert("RGB").getcolors(1 << 20) or []) > 8


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text_of_a_figure_stays_on_its_sheet(built: Built, lang: str) -> None:
    for name in NAMES:
        sheet = draw(name, built, lang="en" if lang == "en" else "zh").sheet
        for item in sheet.items:
            if isinstance(item, Label):
                assert 0 <= item.x <= sheet.width and 0 < item.y < sheet.height, item


def test_svg_is_the_same_without_any_chinese_font(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is laid out without measuring fonts."""
    before = built.figure("workload").svg()
    from matplotlib.font_manager import fontManager

    bare = [font for font in fontManager.ttflist if font.name.startswith("DejaVu")]
    monkeypatch.setattr(fontManager, "ttflist", bare)
    assert built.figure("workload").svg() == before


@pytest.mark.usefixtures("font")
def test_the_same_bytes_on_every_run(folder: Path) -> None:
    code = (
        "import sys, hashlib; from kg.api import open_graph; g = open_graph(sys.argv[1])\n"
        "for name in ('workload', 'overlap', 'themes', 'timeline'):\n"
        "    print(hashlib.sha256(g.figure(name).svg()).hexdigest())\n"
        "print(hashlib.sha256(g.figure('workload').png()).hexdigest())\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-P", "-c", code, str(folder)],
            env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2024")
    }
    assert len(runs) == 1


def test_a_png_without_a_chinese_font_says_what_to_install(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matplotlib.font_manager import fontManager

    monkeypatch.setattr(fontManager, "ttflist", [])
    with pytest.raises(PluginError, match="fonts-noto-cjk"):
        built.figure("workload").png()


def test_without_matplotlib_it_says_what_to_install(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.figures.fonts, "find_spec", lambda name: None)
    with pytest.raises(PluginError, match=r"plan-kg\[figures\]"):
        built.figure("workload").svg()


DOLLARS = ("区$x^2$局", "$\\frac{1}{0}$", "$", "单价$5与$6", "\\$\\alpha$")


def test_dollars_and_markup_are_plain_text() -> None:
    sheet = Sheet("$\\sum$")
    for text in (*DOLLARS, *HOSTILE):
        sheet.paragraph(text)
    root = ElementTree.fromstring(Drawing(sheet).svg())
    written = "\n".join(text.text or "" for text in root.iter(f"{SVG}text"))
    for text in DOLLARS:
        assert text in written
    assert "<script>window.pwned = 1</script>" in written
    assert {item.tag for item in root.iter()}.isdisjoint(
        {f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject"}
    )


@pytest.mark.usefixtures("font")
def test_dollars_are_drawn_in_png() -> None:
    sheet = Sheet("$\\sum$")
    for text in DOLLARS:
        sheet.paragraph(text)
    assert Drawing(sheet).png().startswith(b"\x89PNG")


def hostile_graph(folder: Path) -> Built:
    """A graph of a plan whose title, unit and task are hostile."""
    read = plan("关于$E=mc^2$<script>的工作方案")
    task = read.plan.tasks[0]
    task.assignments[0].unit = task.responsible[0] = "区$\\alpha_1$局</text><script>"
    path = folder / "plan.txt"
    path.write_text(read.text, "utf-8")
    build_to(folder, Run(reads=[Read(path, read.plan, read.text)]), shapes=False)
    return open_graph(folder)


def test_hostile_names_of_a_graph_are_plain_text(tmp_path: Path) -> None:
    built = hostile_graph(tmp_path)
    written = "".join("".join(ElementTree.fromstring(built.figure(name).svg()).itertext()) for name in NAMES)
    assert "区$\\alpha_1$局</text><script>" in written
    assert "关于$E=mc^2$<script>的工作方案" in written


def test_an_empty_graph_says_that_there_is_nothing(tmp_path: Path) -> None:
    built = hostile_graph(tmp_path)
    assert "数据：1 份计划，1 项任务。" in texts(built.figure("timeline"))
    assert figure_word("ui.nothing", "zh") in texts(built.figure("timeline"))


def test_far_years_neither_break_nor_flatten_the_time_line(tmp_path: Path) -> None:
    read = plan(period=("1949", "2049"))
    read.plan.phases = [Phase(name="远景", start="2030", end="9999"), Phase(name="无期")]
    path = tmp_path / "plan.txt"
    path.write_text(read.text, "utf-8")
    build_to(tmp_path, Run(reads=[Read(path, assign_keys(read.plan), read.text)]), shapes=False)
    drawing = open_graph(tmp_path).figure("timeline")
    assert {"1949", "未载明时间", "2030 – 9999"} <= set(texts(drawing)) and "9999" not in texts(drawing)
    years = sorted(
        item.x
        for item in drawing.sheet.items
        if isinstance(item, Label) and re.fullmatch(r"\d{4}", item.text)
    )
    assert min(b - a for a, b in pairwise(years)) > 20


def test_long_names_are_shortened_with_a_note() -> None:
    names = Names()
    long = "区国家知识产权强县建设示范县工作领导小组办公室和各成员单位以及有关街道"
    assert names.lines("区法院", 10) == ["区法院"]
    lines = names.lines(long, 10, 2)
    assert len(lines) == 2 and lines[-1].endswith("…[1]")
    assert names.notes == [f"[1] {long}"]
    assert names.lines(long, 10, 2) == lines and len(names.notes) == 1


def test_shades_grow_darker_and_numbers_stay_readable() -> None:
    shades = [shade(part / 10) for part in range(11)]
    assert shades == sorted(shades, reverse=True) and len(set(shades)) == 11
    assert ink_on(shade(0)) != "#ffffff" and ink_on(shade(1)) == "#ffffff"
    assert pale("#000000", 0) == "#ffffff"


def test_the_command_knows_all_figures_and_their_names() -> None:
    assert tuple(FIGURES) == NAMES
    assert stack("svg")[0] == "Noto Sans CJK SC"


def test_the_command_writes_a_figure(folder: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    result = run(
        main, ["figure", "overlap", "--graph", str(folder), "--lang", "en", "--out", str(tmp_path / "a.svg")]
    )
    assert result.exit_code == 0 and "a.svg" in result.output
    assert "Policies that plans share" in (tmp_path / "a.svg").read_text("utf-8")
    assert run(main, ["figure", "overlap", "--graph", str(folder)]).exit_code == 0
    assert (folder / "figures" / "overlap.svg").is_file()
    assert run(main, ["figure", "nonsense", "--graph", str(folder)]).exit_code == 2
    assert run(main, ["figure", "overlap", "--graph", str(folder), "--out", "a.gif"]).exit_code == 2


def test_unknown_figures_and_forms_are_refused(built: Built, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="workload"):
        built.figure("nonsense")
    with pytest.raises(InputError, match=r"\.svg or \.png"):
        built.figure("workload").save(tmp_path / "a.gif")


def test_the_figures_of_the_real_plans(shared: Path, tmp_path: Path) -> None:
    build_to(tmp_path, read_plans(list(find_files([shared / "plans"])), get_loader()))
    drawing = open_graph(tmp_path).figure("timeline")
    signs = [item for item in drawing.sheet.items if isinstance(item, Sign) and item.what == "stated"]
    # of the five plans one states deadlines: one task by March 2023, 26 by June 2025
    assert [sign.value for sign in signs if sign.value] == [1, 26]
