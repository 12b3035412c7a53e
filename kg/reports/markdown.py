"""The report as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .model import Block, Bullets, Grid, Paragraph, Quote, Report, Section
from .words import Words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_START = re.compile(r"^(\d*)([-+=.)])")


def to_markdown(report: Report) -> str:
    """The text of a file; what a plan says is escaped, so that none of it becomes markup."""
    lines = [f"# {_plain(report.title)}", "", _plain(report.lead), ""]
    for section in report.sections:
        lines += _section(section, 2)
    return "\n".join([*lines, f"*{_plain(Words(report.lang)('text.made'))}*", ""])


def _section(section: Section, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {_inline(section.title)}", "")
    for block in section.blocks:
        yield from _block(block)
        yield ""
    for part in section.parts:
        yield from _section(part, level + 1)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _plain(block.text)
    elif isinstance(block, Bullets):
        yield from (f"- {_plain(item)}" for item in block.items)
    elif isinstance(block, Quote):
        yield f"> {_plain(block.text)}"
        yield ">"
        yield f"> —— {_inline(block.source)}"
    else:
        yield from _table(block)


def _table(grid: Grid) -> Iterator[str]:
    yield f"**{_inline(grid.caption)}**"
    yield ""
    yield _row(grid.titles)
    yield (
        "|"
        + "|".join(" ---: " if place in grid.numeric else " --- " for place in range(len(grid.titles)))
        + "|"
    )
    yield from map(_row, grid.rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_inline, cells))} |"


def _inline(text: str) -> str:
    """Text on one line without markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _plain(text: str) -> str:
    """The same at the beginning of a line, where a dash or a number would begin a list."""
    return _START.sub(r"\1\\\2", _inline(text))
