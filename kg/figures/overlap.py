"""Policies that plans share, as a heat map with the documents below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..analysis.policies import CitedPolicy, PolicyOverlap, policy_overlap
from ..views.palette import tone
from .common import Request, nothing
from .names import Names
from .shades import ink_on, shade
from .sheet import Box, Sheet

_NAMES = 262.0
_CELL = (24.0, 42.0)
"""The least and greatest side of a cell."""
_DOTS = 18.0
_HATCH = "////"


def overlap(request: Request) -> Sheet:
    """A heat map of the plans, silent ones marked, then the documents that most of them cite."""
    found = policy_overlap(request.material)
    many = len(found.plans)
    cell = min(_CELL[1], max(_CELL[0], (520 - 36 - _NAMES) / max(1, many)))
    sheet = Sheet(request.say("overlap.title"), across=max(520.0, 36 + _NAMES + cell * many))
    names = Names()
    sheet.head(request.say("overlap.subtitle"))
    if found.plans:
        _Map(request, sheet, names, found, cell).draw()
    else:
        nothing(request, sheet)
    sheet.foot([request.say("overlap.note"), *names.notes, request.data])
    return sheet


class _Label(NamedTuple):
    """A text in a cell, so far below its middle."""

    text: str
    down: float = 0
    size: float = 9
    bold: bool = False


class _Look(NamedTuple):
    """How a cell is drawn."""

    what: str
    fill: str
    edge: str | None = None
    hatch: str | None = None
    value: int | None = None
    labels: tuple[_Label, ...] = ()


class _Map:
    """Draws the parts of the figure."""

    def __init__(
        self, request: Request, sheet: Sheet, names: Names, found: PolicyOverlap, cell: float
    ) -> None:
        self._request, self._sheet, self._names, self._found = request, sheet, names, found
        self._cell = cell
        self._cited = {plan: sum(plan in one.relations for one in found.policies) for plan in found.plans}

    def draw(self) -> None:
        """Draw all."""
        self._scale()
        self._columns(self._cell)
        pairs = {(one.first, one.second): one for one in self._found.pairs if one.facet == "all"}
        for place, plan in enumerate(self._found.plans):
            self._plan(place, plan)
            for column, other in enumerate(self._found.plans):
                pair = pairs.get((plan, other)) or pairs.get((other, plan))
                shared, share = (len(pair.shared), pair.jaccard or 0.0) if pair else (0, 0.0)
                self._fill(place, column, plan, other, shared, share)
        self._sheet.y += self._cell * len(self._found.plans) + 12
        self._documents()

    def _scale(self) -> None:
        sheet, x = self._sheet, self._sheet.left
        middle = sheet.y + 6
        sheet.write(x, middle, self._request.say("overlap.scale"))
        x += 44
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            fill = shade(share)
            sheet.add(Box(x=x, y=middle - 6, width=30, height=12, fill=fill))
            sheet.write(x + 15, middle, f"{share:g}", size=7, colour=ink_on(fill), anchor="center")
            x += 30
        x += 14
        self._sample(x, middle, "overlap.legendOwn", edge=tone("faint"))
        if self._found.silent:
            self._sample(x + 140, middle, "overlap.silent", edge=tone("rule"), hatch=_HATCH)
        sheet.y = middle + 14

    def _sample(self, x: float, middle: float, name: str, *, edge: str, hatch: str | None = None) -> None:
        self._sheet.add(Box(x=x, y=middle - 6, width=18, height=12, fill="#ffffff", edge=edge, hatch=hatch))
        self._sheet.write(x + 23, middle, self._request.say(name))

    def _columns(self, step: float) -> None:
        sheet = self._sheet
        for column in range(len(self._found.plans)):
            x = sheet.left + _NAMES + step * (column + 0.5)
            sheet.write(x, sheet.y + 6, str(column + 1), size=8.5, anchor="center", bold=True)
        sheet.y += 14

    def _plan(self, place: int, plan: str) -> None:
        sheet = self._sheet
        middle = sheet.y + self._cell * (place + 0.5)
        document = self._request.built.material.by_key[plan].document
        title = document.title or self._request.say("ui.untitled")
        year = (document.signed or document.published or "")[:4]
        lines = self._names.lines(f"{title}{f'，{year}' if year else ''}", (_NAMES - 30) / 8.5, 2)
        sheet.write(sheet.left + 6, middle, str(place + 1), bold=True, anchor="center")
        sheet.write(sheet.left + 18, middle, lines)

    def _fill(self, row: int, column: int, plan: str, other: str, shared: int, share: float) -> None:
        sheet, side = self._sheet, self._cell
        x, y = sheet.left + _NAMES + side * column, sheet.y + side * row
        look = self._look(plan, other, shared, share)
        sheet.add(
            Box(
                x=x + 1,
                y=y + 1,
                width=side - 2,
                height=side - 2,
                fill=look.fill,
                edge=look.edge,
                hatch=look.hatch,
                what=look.what,
                value=look.value,
            )
        )
        for label in look.labels:
            sheet.write(
                x + side / 2,
                y + side / 2 + label.down,
                label.text,
                size=label.size,
                colour=tone("soft") if look.what == "own" else ink_on(look.fill),
                anchor="center",
                bold=label.bold,
            )

    def _look(self, plan: str, other: str, shared: int, share: float) -> _Look:
        if {plan, other} & set(self._found.silent):
            return _Look("silent", "#ffffff", tone("rule"), hatch=_HATCH)
        if plan == other:
            cited = self._cited[plan]
            return _Look("own", "#ffffff", tone("faint"), value=cited, labels=(_Label(str(cited)),))
        labels: tuple[_Label, ...] = (_Label(str(shared), bold=shared > 0),)
        if shared and self._cell >= 34:
            labels = (_Label(str(shared), -5, 10.5, bold=True), _Label(f"{share:.2f}", 8, 7))
        return _Look("shared", shade(share), value=shared, labels=labels)

    def _documents(self) -> None:
        several = [one for one in self._found.policies if len(one.relations) > 1]
        shown = several[: self._request.top]
        name = "overlap.both" if len(shown) == len(several) else "overlap.bothSome"
        text = self._request.say(name if several else "overlap.none", all=len(several), shown=len(shown))
        self._sheet.paragraph(text, size=9.5, bold=True)
        self._sheet.y += 4
        if shown:
            self._columns(self._cell)
        for one in shown:
            self._document(one, self._found.plans)

    def _document(self, one: CitedPolicy, plans: Sequence[str]) -> None:
        sheet = self._sheet
        name = f"《{one.title}》" if one.title[:1] not in "《〈" else one.title
        lines = self._names.lines(name, (_NAMES - 12) / 8, 2)
        height = max(_DOTS, 11.0 * len(lines) + 6)
        middle = sheet.y + height / 2
        sheet.write(sheet.left, middle, lines, size=8)
        self._row(one.relations, plans, middle)
        sheet.y += height

    def _row(self, citing: Mapping[str, object], plans: Sequence[str], middle: float) -> None:
        sheet = self._sheet
        for column, plan in enumerate(plans):
            x = sheet.left + _NAMES + self._cell * (column + 0.5)
            cites = plan in citing
            fill = shade(1, "Policy") if cites else tone("rule")
            side = 9 if cites else 3
            sheet.add(
                Box(
                    x=x - side / 2,
                    y=middle - side / 2,
                    width=side,
                    height=side,
                    fill=fill,
                    what="cites" if cites else "",
                )
            )
