"""What a figure consists of, before any library draws it: boxes, lines, signs and text on a sheet.

All measures are points (1/72 inch) from the upper left corner, y downwards. Text is given in lines that stand on
their baselines, so that no font needs to be measured and a figure is laid out alike on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from ..views.lettering import drawable, width, wrap
from ..views.palette import tone

Anchor = Literal["left", "center", "right"]
LEADING = 1.35
"""Height of a line in sizes of its font."""


class Box(Struct, frozen=True, kw_only=True):
    """A filled rectangle; `what` and `value` say what it stands for."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str | None = None
    hatch: str | None = None
    what: str = ""
    value: float | None = None


class Line(Struct, frozen=True, kw_only=True):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: str
    width: float = 0.6
    dashed: bool = False


class Sign(Struct, frozen=True, kw_only=True):
    """A small diamond around a point; `what` and `value` say what it stands for."""

    x: float
    y: float
    fill: str
    edge: str
    size: float = 5.5
    what: str = ""
    value: float | None = None


class Label(Struct, frozen=True, kw_only=True):
    """One line of text; y is its baseline."""

    x: float
    y: float
    text: str
    size: float = 8.5
    colour: str
    anchor: Anchor = "left"
    bold: bool = False


Item = Box | Line | Sign | Label


class Sheet:
    """A sheet of a width that grows downwards; `y` is where the next thing goes."""

    def __init__(self, title: str, across: float = 520.0, margin: float = 18.0) -> None:
        self.title = drawable(title)
        self.width, self.margin = across, margin
        self.items: list[Item] = []
        self.y = margin

    @property
    def left(self) -> float:
        """Where things begin."""
        return self.margin

    @property
    def right(self) -> float:
        """Where things end."""
        return self.width - self.margin

    @property
    def height(self) -> float:
        """Height of the whole sheet."""
        return self.y + self.margin

    def add(self, *items: Item) -> None:
        """Put things where they say."""
        self.items.extend(items)

    def write(
        self,
        x: float,
        y: float,
        text: str | Sequence[str],
        *,
        size: float = 8.5,
        colour: str | None = None,
        anchor: Anchor = "left",
        bold: bool = False,
        backed: bool = False,
    ) -> None:
        """Write lines, the middle of all of them at y; `backed` hides the rules behind text that begins at x."""
        lines = [text] if isinstance(text, str) else text
        if backed:
            room = max(map(width, lines)) * size
            high = len(lines) * size * LEADING
            self.add(Box(x=x - 2, y=y - high / 2, width=room + 4, height=high, fill="#ffffff"))
        first = y - (len(lines) - 1) * size * LEADING / 2 + size * 0.36
        for number, line in enumerate(lines):
            self.add(
                Label(
                    x=x,
                    y=first + number * size * LEADING,
                    text=drawable(line),
                    size=size,
                    colour=colour or tone("ink"),
                    anchor=anchor,
                    bold=bold,
                )
            )

    def paragraph(
        self, text: str, *, size: float = 8.5, colour: str | None = None, bold: bool = False
    ) -> None:
        """Write a text over the whole width, in as many lines as it takes."""
        for line in wrap(text, (self.right - self.left) / size, 12):
            self.y += size * LEADING
            self.write(self.left, self.y - size * LEADING / 2, line, size=size, colour=colour, bold=bold)

    def head(self, subtitle: str) -> None:
        """Write title and subtitle."""
        self.paragraph(self.title, size=14, bold=True)
        self.y += 3
        self.paragraph(subtitle, size=8.5, colour=tone("soft"))
        self.y += 8

    def foot(self, notes: Sequence[str]) -> None:
        """Write notes below a rule."""
        self.y += 8
        self.add(Line(x=self.left, y=self.y, to_x=self.right, to_y=self.y, colour=tone("rule"), width=0.8))
        self.y += 4
        for note in notes:
            self.paragraph(note, size=7.5, colour=tone("soft"))
