"""A report as data: sections of paragraphs, lists, quotes and tables, which the renderers put into a form."""

from __future__ import annotations

from msgspec import Struct

from ..tables import Lang


class Paragraph(Struct, frozen=True):
    """Running text."""

    text: str


class Bullets(Struct, frozen=True):
    """A list of sentences."""

    items: tuple[str, ...]


class Quote(Struct, frozen=True):
    """Words of a plan, and where they stand."""

    text: str
    source: str


class Grid(Struct, frozen=True):
    """A table under a caption; `numeric` are the places of the columns that hold figures."""

    caption: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()


Block = Paragraph | Bullets | Quote | Grid


class Section(Struct, frozen=True):
    """A heading with what stands below it."""

    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()


class Report(Struct, frozen=True):
    """A whole report."""

    title: str
    lead: str
    """What it rests on, in a sentence or two."""
    lang: Lang
    sections: tuple[Section, ...]
