"""The report as a .docx document."""

from __future__ import annotations

import io
import re

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.run import Run

from ..tables.ooxml import without_clock
from .model import Block, Bullets, Grid, Paragraph, Quote, Report, Section
from .words import Words

_BODY, _HEADS = "宋体", "黑体"
"""Faces that a word processor in China has, or has a stand-in for."""
_LATIN = "Times New Roman"
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SOFT = RGBColor(0x5A, 0x68, 0x76)


def to_docx(report: Report) -> bytes:
    """The document: the same report gives the same bytes, without the time of its making."""
    document = Document()
    _set_up(document, report)
    document.add_heading(_clean(report.title), 0)
    document.add_paragraph(_clean(report.lead))
    for section in report.sections:
        _add_section(document, section, 1)
    _add_note(document, Words(report.lang)("text.made"))
    out = io.BytesIO()
    document.save(out)
    return without_clock(out.getvalue())


def _set_up(document: Docx, report: Report) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.4)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Quote", "List Bullet", "Caption"):
        style = document.styles[name]
        if isinstance(style, ParagraphStyle):
            _set_face(style, _BODY if name in ("Normal", "Quote", "List Bullet") else _HEADS)
    normal = document.styles["Normal"]
    if isinstance(normal, ParagraphStyle):
        normal.font.size = Pt(10.5)
        normal.paragraph_format.line_spacing = 1.4
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _clean(report.title), "plan-kg", ""
    properties.language = "zh-CN" if report.lang == "zh" else "en"
    properties.revision = 1


def _set_face(style: ParagraphStyle, face: str) -> None:
    """The faces of a style, for Latin and for Chinese letters; the theme's would win over them."""
    style.font.name = _LATIN
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:eastAsia"), face)


def _add_section(document: Docx, section: Section, level: int) -> None:
    document.add_heading(_clean(section.title), level)
    for block in section.blocks:
        _add_block(document, block)
    for part in section.parts:
        _add_section(document, part, level + 1)


def _add_block(document: Docx, block: Block) -> None:
    if isinstance(block, Paragraph):
        document.add_paragraph(_clean(block.text))
    elif isinstance(block, Bullets):
        for item in block.items:
            document.add_paragraph(_clean(item), style="List Bullet")
    elif isinstance(block, Quote):
        quote = document.add_paragraph(_clean(block.text), style="Quote")
        quote.paragraph_format.left_indent = Cm(0.8)
        source = quote.add_run(_clean(f"\n—— {block.source}"))
        _small(source)
    else:
        _add_table(document, block)


def _add_table(document: Docx, grid: Grid) -> None:
    caption = document.add_paragraph(_clean(grid.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(grid.titles), style="Table Grid")
    for cell, title in zip(table.rows[0].cells, grid.titles, strict=True):
        _fill(cell, title, bold=True)
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    for row in grid.rows:
        for place, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            _fill(cell, text, right=place in grid.numeric)
    document.add_paragraph()


def _fill(cell: _Cell, text: str, *, bold: bool = False, right: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.space_after = Pt(2)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(_clean(text))
    run.font.size = Pt(8.5)
    run.bold = bold


def _add_note(document: Docx, text: str) -> None:
    _small(document.add_paragraph().add_run(_clean(text)))


def _small(run: Run) -> None:
    run.font.size, run.font.color.rgb, run.italic = Pt(8.5), _SOFT, False


def _clean(text: str) -> str:
    """Text without what XML can't hold."""
    return _BAD.sub("", text)
