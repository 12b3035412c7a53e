"""What several figures share: rows by jurisdiction, legends, and the line that says what the data are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from ..model import Plan
from ..tables import Cell, Lang, Table
from ..views.lettering import width
from ..views.palette import tone
from .sheet import Box, Sheet, Sign
from .words import figure_word

if TYPE_CHECKING:
    from ..analysis import Material
    from ..stores.view import OxigraphView

Row = dict[str, Cell]


class Answering(Protocol):
    """What figures are drawn of: some plans, and their graph, which answers questions."""

    @property
    def plans(self) -> list[Plan]:
        """The plans, by key."""

    @property
    def material(self) -> Material:
        """The plans as analyses take them."""

    @property
    def view(self) -> OxigraphView:
        """The graph."""

    def query(self, name: str, *, engine: Literal["sparql", "cypher"] = "sparql", **params: Cell) -> Table:
        """The answer to a named question."""


class Request(NamedTuple):
    """What is to be drawn: of which graph, in which language, how many rows to a part, of which plans alone."""

    built: Answering
    lang: Lang
    top: int
    plan: str | None = None
    """A part of the title or the number of the plans; without it all are drawn."""

    def say(self, name: str, **values: object) -> str:
        """A text in the language."""
        return figure_word(name, self.lang, **values)

    @property
    def data(self) -> str:
        """What the figure rests on, for a note."""
        plans = self.plans
        text = self.say("ui.data", plans=len(plans), tasks=sum(len(plan.tasks) for plan in plans))
        return text + self.say("ui.only", plan=self.plan) if self.plan else text

    @property
    def plans(self) -> list[Plan]:
        """The plans to draw, by key."""
        if not self.plan:
            return self.built.plans
        heads = [(plan, plan.document) for plan in self.built.plans]
        return [
            plan
            for plan, head in heads
            if self.plan in (head.title or "") or self.plan in (head.number or "")
        ]

    @property
    def material(self) -> Material:
        """The same as analyses take them."""
        if not self.plan:
            return self.built.material
        return self.built.material.narrowed({plan.document.key for plan in self.plans})

    def ask(self, name: str) -> Table:
        """The answer to a named question over these plans."""
        return self.built.query(name, plan=self.plan) if self.plan else self.built.query(name)


class Key(NamedTuple):
    """An entry of a legend."""

    text: str
    fill: str
    edge: str | None = None
    hatch: str | None = None
    sign: bool = False
    """Whether the sample is a diamond."""


def by_place(rows: Iterable[Row], nowhere: str) -> dict[str, list[Row]]:
    """Rows by jurisdiction, in the order in which they come."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(str(row["jurisdiction"] or nowhere), []).append(row)
    return found


def number(cell: Cell) -> int:
    """A cell with a count."""
    return int(cell or 0)


def panel_title(request: Request, sheet: Sheet, figure: str, place: str, units: int, shown: int) -> None:
    """Write the title of a panel: the jurisdiction, and how many of its units are shown."""
    name = f"{figure}.panel" if shown < units else f"{figure}.panelAll"
    sheet.y += 4
    sheet.paragraph(request.say(name, place=place, units=units, shown=shown), size=9.5, bold=True)
    sheet.y += 4


def legend(sheet: Sheet, keys: Sequence[Key]) -> None:
    """Draw a row of samples with their texts."""
    x, middle = sheet.left, sheet.y + 6
    for key in keys:
        room = 15 + width(key.text) * 8.5 + 16
        if x > sheet.left and x + room > sheet.right:
            x, middle = sheet.left, middle + 14
        if key.sign:
            sheet.add(Sign(x=x + 6, y=middle, fill=key.fill, edge=key.edge or key.fill))
        else:
            sheet.add(
                Box(x=x, y=middle - 4, width=11, height=8, fill=key.fill, edge=key.edge, hatch=key.hatch)
            )
        sheet.write(x + 15, middle, key.text)
        x += room
    sheet.y = middle + 12


def nothing(request: Request, sheet: Sheet) -> None:
    """Say that there is nothing to draw."""
    sheet.paragraph(request.say("ui.nothing"), size=10, colour=tone("soft"))
