"""The report as one HTML page that works with no network."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files

from .model import Block, Bullets, Grid, Paragraph, Quote, Report, Section
from .words import Words

_DATE = re.compile(r"\d{4}(-\d\d){1,2}")


def to_html(report: Report) -> str:
    """The page: no script, nothing from elsewhere, all text escaped, with a style for printing."""
    style = files(__package__).joinpath("report.css").read_text("utf-8")
    mark = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"
    lang = "zh-CN" if report.lang == "zh" else "en"
    contents = "".join(
        f'<li><a href="#s{number}">{escape(section.title)}</a></li>'
        for number, section in enumerate(report.sections, 1)
    )
    parts = [
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{escape(report.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n",
        f'<h1>{escape(report.title)}</h1>\n<p class="lead">{escape(report.lead)}</p>\n',
        f"<nav><ol>{contents}</ol></nav>\n",
        *(_section(section, f"s{number}", 2) for number, section in enumerate(report.sections, 1)),
        f"<footer>{escape(Words(report.lang)('text.made'))}</footer>\n</main>\n</body>\n</html>\n",
    ]
    return "".join(parts)


def _section(section: Section, mark: str, level: int) -> str:
    blocks = "".join(_block(block) for block in section.blocks)
    parts = "".join(
        _section(part, f"{mark}-{number}", level + 1) for number, part in enumerate(section.parts, 1)
    )
    return f'<section id="{mark}">\n<h{level}>{escape(section.title)}</h{level}>\n{blocks}{parts}</section>\n'


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>\n"
    if isinstance(block, Bullets):
        return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</ul>\n"
    if isinstance(block, Quote):
        return (
            f"<figure><blockquote>{escape(block.text)}</blockquote>"
            f"<figcaption>{escape(block.source)}</figcaption></figure>\n"
        )
    return "".join(_table(block))


def _table(grid: Grid) -> Iterator[str]:
    yield f'<div class="table"><table>\n<caption>{escape(grid.caption)}</caption>\n<thead><tr>'
    yield from (
        f'<th scope="col"{_class(grid, place)}>{escape(title)}</th>'
        for place, title in enumerate(grid.titles)
    )
    yield "</tr></thead>\n<tbody>\n"
    for row in grid.rows:
        cells = (f"<td{_class(grid, place, cell)}>{escape(cell)}</td>" for place, cell in enumerate(row))
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _class(grid: Grid, place: int, cell: str = "") -> str:
    """Figures stand right, dates are not broken."""
    if place in grid.numeric:
        return ' class="n"'
    return ' class="d"' if _DATE.fullmatch(cell) else ""
