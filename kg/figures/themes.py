"""Units by theme, as a matrix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..tables.codes import labels_of
from ..views.lettering import shortened, width
from ..views.palette import tone
from .common import Request, Row, by_place, nothing, number, panel_title
from .names import Names
from .shades import ink_on, shade
from .sheet import Box, Sheet

_NAMES = 158.0
_ROW = 19.0
_TOTAL = 50.0
_WIDEST = 56.0

Counts = Mapping[tuple[str, str], Mapping[str, int]]
"""Tasks by unit and jurisdiction, then by theme."""


def themes(request: Request) -> Sheet:
    """A matrix of the question `workload-by-theme`, a panel for each jurisdiction, all with one scale of shades."""
    columns = list(dict.fromkeys(str(row["theme"]) for row in request.ask("theme-coverage") if row["theme"]))
    counts = _counts(request)
    width = max(520.0, 36 + _NAMES + _TOTAL + 26.0 * len(columns))
    sheet, names = Sheet(request.say("themes.title"), across=width), Names()
    sheet.head(request.say("themes.subtitle"))
    places = by_place(request.ask("unit-workload"), request.say("ui.nowhere"))
    if columns and places:
        matrix = _Matrix(request, sheet, names, columns, counts)
        for place, rows in places.items():
            own = [row for row in rows if number(row["total"])]
            panel_title(request, sheet, "themes", place, len(own), len(own[: request.top]))
            matrix.draw(own[: request.top])
    else:
        nothing(request, sheet)
    sheet.foot([request.say("themes.note"), *names.notes, request.data])
    return sheet


def _counts(request: Request) -> Counts:
    counts: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in request.ask("workload-by-theme"):
        counts[_unit(row)][str(row["theme"])] = number(row["total"])
    return counts


def _unit(row: Row) -> tuple[str, str]:
    return str(row["unit"]), str(row["jurisdiction"])


class _Matrix:
    """Draws one panel after the other."""

    def __init__(
        self, request: Request, sheet: Sheet, names: Names, columns: Sequence[str], counts: Counts
    ) -> None:
        self._request, self._sheet, self._names = request, sheet, names
        self._columns, self._counts = columns, counts
        self._most = max((value for row in counts.values() for value in row.values()), default=1)
        self._zero = sheet.left + _NAMES
        self._step = min(_WIDEST, (sheet.right - _TOTAL - self._zero) / len(columns))

    def draw(self, rows: Sequence[Row]) -> None:
        """Draw the units of one jurisdiction."""
        sheet = self._sheet
        self._heads()
        for row in rows:
            middle = sheet.y + _ROW / 2
            name = str(row["unit"] or "")
            size = 7.2 if shortened(name, (_NAMES - 8) / 8.5, 1) else 8.5
            sheet.write(
                self._zero - 6,
                middle,
                self._names.lines(name, (_NAMES - 8) / size),
                size=size,
                anchor="right",
            )
            found = self._counts.get(_unit(row), {})
            for place, theme in enumerate(self._columns):
                self._cell(self._zero + place * self._step, found.get(theme, 0))
            x = self._zero + len(self._columns) * self._step + _TOTAL / 2
            sheet.write(x, middle, str(number(row["total"])), anchor="center", bold=True)
            sheet.y += _ROW
        sheet.y += 8

    def _heads(self) -> None:
        sheet = self._sheet
        labels, lang = labels_of("Theme"), self._request.lang
        named = [labels.get(theme, {}).get(lang, theme) for theme in self._columns]
        longest = max(width(word) for name in named for word in name.split()) if lang == "en" else 0
        size = min(8.0 if self._step > 40 else 7.0, max(6.0, (self._step - 4) / (longest or 1)))
        heads = [self._names.lines(name, self._step / size - 0.4, 4) for name in named]
        height = 1.4 * size * max(map(len, heads))
        for place, lines in enumerate(heads):
            x = self._zero + (place + 0.5) * self._step
            sheet.write(x, sheet.y + height / 2, lines, size=size, anchor="center")
        x = self._zero + len(self._columns) * self._step + _TOTAL / 2
        total = self._request.say("themes.total")
        sheet.write(x, sheet.y + height / 2, total, size=8, colour=tone("soft"), anchor="center")
        sheet.y += height + 3

    def _cell(self, x: float, value: int) -> None:
        sheet = self._sheet
        fill = shade(value / self._most) if value else tone("side")
        sheet.add(
            Box(
                x=x + 0.7,
                y=sheet.y + 0.7,
                width=self._step - 1.4,
                height=_ROW - 1.4,
                fill=fill,
                what="tasks",
                value=value,
            )
        )
        if value:
            colour = ink_on(fill)
            sheet.write(x + self._step / 2, sheet.y + _ROW / 2, str(value), colour=colour, anchor="center")
