"""The report: what it finds telling, and its three forms."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml.ns import qn

from kg.analysis import Material
from kg.api import open_graph
from kg.cli import main
from kg.reports import Report, make_report
from kg.reports.desk import Desk
from kg.reports.document import to_docx
from kg.reports.markdown import to_markdown
from kg.reports.model import Bullets, Grid, Paragraph, Quote, Section
from kg.reports.page import to_html
from kg.reports.telling import tell
from kg.resolve import Entities

HOSTILE = "</p><script>alert(1)</script>|`*_#[x](javascript:1)&amp;\x0b"


@pytest.fixture(scope="module")
def report(material: Material) -> Report:
    return make_report(material)


@pytest.fixture(scope="module")
def desk(material: Material) -> Desk:
    return Desk(material)


def test_the_ten_findings_lead_with_what_a_reader_of_the_five_plans_should_know(report: Report) -> None:
    headlines = [part.title for part in report.sections[0].parts]
    assert len(headlines) == 10
    said = "\n".join(headlines)
    assert (
        "《鼓楼区“十四五”知识产权发展规划》与《南京市鼓楼区国家知识产权强县建设工作方案》对5项相同指标定了不同的数"
        in said
    )
    assert "《福州市鼓楼区国家知识产权强县建设示范县工作方案》的全部26项任务都由区市场监管局牵头" in said
    assert "《鼓楼区“十四五”知识产权发展规划》的20项任务没有一项写明责任单位" in said
    assert "《福州市鼓楼区国家知识产权强县建设示范县工作方案》的领导小组有7个成员单位没有任务" in said


def test_every_finding_stands_on_words_of_the_plans(desk: Desk) -> None:
    texts = ["".join(text.split()) for text in desk.material.texts.values()]
    for one in tell(desk, 100):
        assert one.quotes
        for quote in one.quotes:
            pieces = [piece for piece in quote.text.split("…") if piece]
            assert all(any("".join(piece.split()) in text for text in texts) for piece in pieces), quote.text


def test_the_pledge_financing_that_two_plans_set_differently_comes_with_both_sentences(
    report: Report,
) -> None:
    first = report.sections[0].parts[1]
    quotes = " ".join(block.text for block in first.blocks if isinstance(block, Quote))
    assert "知识产权质押融资总额达10亿元" in quotes
    assert "知识产权质押融资总额超过3亿元" in quotes


def test_the_whole_plans_show_what_the_abridged_ones_do(shared: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(shared / "plans"), "--out", str(tmp_path)])
    assert done.exit_code == 0
    found = make_report(open_graph(tmp_path).material)
    said = "\n".join(part.title for part in found.sections[0].parts)
    assert "对9项相同指标定了不同的数" in said
    assert "的全部27项任务都由区市场监管局牵头" in said
    conflicts = next(block for block in found.sections[4].blocks if isinstance(block, Grid))
    named = {row[0] for row in conflicts.rows}
    assert {"知识产权质押融资总额", "万人作品著作权登记量", "知识产权服务从业总人数"} <= named
    assert all(all(row) for row in conflicts.rows)


def test_few_findings_of_one_kind_lead(desk: Desk) -> None:
    kinds = [one.kind for one in tell(desk)]
    assert max(map(kinds.count, kinds)) <= 2
    weights = [one.weight for one in tell(desk)]
    assert weights == sorted(weights, reverse=True)


def test_a_silent_plan_is_marked_and_not_counted_as_zero(report: Report) -> None:
    [grid] = [block for block in report.sections[1].blocks if isinstance(block, Grid)]
    at = grid.titles.index("写明单位的任务")
    cells = {row[0]: row[at] for row in grid.rows}
    assert cells["鼓楼区“十四五”知识产权发展规划"] == "未载明"
    assert "0" not in cells.values()


def test_shares_show_their_denominators(report: Report) -> None:
    grid = next(block for block in report.sections[2].blocks if isinstance(block, Grid))
    assert all(re.fullmatch(r"\d+/\d+（\d+%）", row[-1]) for row in grid.rows)


def test_the_report_on_nothing_says_so() -> None:
    empty = make_report(Material([], Entities(), {}))
    assert "没有可报告的发现" in to_markdown(empty)
    assert to_docx(empty)
    assert "没有可报告的发现" in to_html(empty)


def hostile() -> Report:
    blocks = (
        Paragraph(HOSTILE),
        Bullets((HOSTILE,)),
        Quote(HOSTILE, HOSTILE),
        Grid(HOSTILE, (HOSTILE,), ((HOSTILE,),)),
    )
    return Report(HOSTILE, HOSTILE, "zh", (Section(HOSTILE, blocks, (Section(HOSTILE, blocks),)),))


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_no_text_of_a_plan_becomes_markup_of_the_page() -> None:
    page = Tags()
    page.feed(to_html(hostile()))
    assert not {"script", "img", "iframe", "link"} & {tag for tag, _ in page.found}
    assert {attrs["href"] for tag, attrs in page.found if tag == "a"} == {"#s1"}
    [policy] = [attrs["content"] for tag, attrs in page.found if attrs.get("http-equiv")]
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_no_text_of_a_plan_becomes_markup_of_markdown() -> None:
    text = to_markdown(hostile())
    assert "<script" not in text.replace("\\<", "")
    assert re.findall(r"(?<!\\)[\[<`]", text) == []
    assert [line for line in text.splitlines() if line.startswith("| ")]
    start = to_markdown(Report("t", "1. x", "zh", (Section("s", (Paragraph("- y"), Paragraph("+ z"))),)))
    assert "1\\. x" in start
    assert "\\- y" in start


def test_the_document_holds_all_and_has_chinese_faces(report: Report) -> None:
    document = Document(io.BytesIO(to_docx(report)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for section in report.sections:
        assert section.title in text
    grids = [
        block
        for section in report.sections
        for one in (section, *section.parts)
        for block in one.blocks
        if isinstance(block, Grid)
    ]
    assert [len(table.rows) - 1 for table in document.tables] == [len(grid.rows) for grid in grids]
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "宋体"
    assert document.core_properties.author == "plan-kg"
    assert to_docx(hostile())


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_the_same_bytes_under_any_hash_seed(built: Path, tmp_path: Path, form: str) -> None:
    written = []
    for seed in ("1", "8"):
        out = tmp_path / f"{seed}.{form}"
        words = ["report", "--graph", str(built), "--out", str(out)]
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kg", *words],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        written.append(out.read_bytes())
    assert written[0] == written[1]


def test_english_has_the_same_findings(built: Path) -> None:
    graph = open_graph(built)
    chinese, english = graph.report(), graph.report("en")
    assert [len(one.parts) for one in english.sections] == [len(one.parts) for one in chinese.sections]
    assert english.sections[0].title == "The most telling findings"


def test_english_says_one_of_one_and_quotes_within_quotes(built: Path) -> None:
    english = to_markdown(open_graph(built).report("en"))
    assert "“鼓楼区‘十四五’知识产权发展规划”" in english
    assert "鼓楼区“十四五”" not in "".join(
        part.title for part in open_graph(built).report("en").sections[0].parts
    )
    assert (
        re.findall(r"(?<![\d/.-])\b1 (?:tasks|units|plans|policies|places|indicators|targets)\b", english)
        == []
    )


def test_quarters_are_written_as_questions_write_them(report: Report) -> None:
    grid = [block for block in report.sections[2].blocks if isinstance(block, Grid)][-1]
    quarters = [row[0] for row in grid.rows if "Q" in row[0]]
    assert quarters
    assert all(re.fullmatch(r"\d{4}-Q[1-4]", one) for one in quarters)


def test_markdown_goes_to_stdout_and_a_document_needs_a_file(built: Path) -> None:
    result = CliRunner().invoke(main, ["report", "--graph", str(built), "--format", "md"])
    assert result.output.startswith("# 计划比对分析报告")
    assert CliRunner().invoke(main, ["report", "--graph", str(built), "--format", "docx"]).exit_code == 2


def test_a_name_that_no_report_has_is_refused(built: Path, tmp_path: Path) -> None:
    words = ["report", "--graph", str(built), "--out", str(tmp_path / "a.pdf")]
    refused = CliRunner().invoke(main, words)
    assert refused.exit_code == 2 and ".docx" in refused.output
    assert not (tmp_path / "a.pdf").exists()
    assert CliRunner().invoke(main, [*words, "--format", "md"]).exit_code == 0
