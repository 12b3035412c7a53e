"""Workload of units by role, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from ..views.lettering import shortened
from ..views.palette import tone
from .common import Key, Request, Row, by_place, legend, nothing, number, panel_title
from .names import Names
from .shades import pale
from .sheet import Box, Line, Sheet

_NAMES = 158.0
_ROW, _BAR = 19.0, 12.0
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


def workload(request: Request) -> Sheet:
    """Bars of the question `unit-workload`, a panel for each jurisdiction, all on one scale."""
    sheet, names = Sheet(request.say("workload.title")), Names()
    sheet.head(request.say("workload.subtitle"))
    places = by_place(request.ask("unit-workload"), request.say("ui.nowhere"))
    longest = max((_length(row) for rows in places.values() for row in rows[: request.top]), default=0)
    if longest:
        bars = _Bars(sheet, names, longest)
        legend(sheet, bars.keys(request))
        for place, rows in places.items():
            panel_title(request, sheet, "workload", place, len(rows), len(rows[: request.top]))
            bars.draw(rows[: request.top])
    else:
        nothing(request, sheet)
    sheet.foot([request.say("workload.note"), *names.notes, request.data])
    return sheet


def _length(row: Row) -> int:
    return max(number(row["total"]), number(row["total_expanded"]))


class _Bars:
    """Draws the bars of one panel after the other."""

    def __init__(self, sheet: Sheet, names: Names, longest: int) -> None:
        self._sheet, self._names = sheet, names
        self._zero = sheet.left + _NAMES
        self._step = next((step for step in _STEPS if longest / step <= 7), longest)
        self._last = -(-longest // self._step) * self._step
        self._unit = (sheet.right - 26 - self._zero) / self._last
        """Points for one task."""
        self._fills = {
            "lead": (tone("leads"), None, None),
            "responsible": (tone("responsible"), None, None),
            "collective": (pale(tone("responsible"), 0.18), tone("responsible"), "/////"),
        }

    def keys(self, request: Request) -> list[Key]:
        return [Key(request.say(f"workload.{name}"), *fill) for name, fill in self._fills.items()]

    def draw(self, rows: Sequence[Row]) -> None:
        sheet = self._sheet
        top, bottom = sheet.y, sheet.y + _ROW * len(rows)
        for value in range(0, self._last + 1, self._step):
            x = self._zero + value * self._unit
            colour = tone("faint") if value == 0 else tone("rule")
            sheet.add(Line(x=x, y=top, to_x=x, to_y=bottom, colour=colour))
            sheet.write(x, bottom + 6, str(value), size=7, colour=tone("soft"), anchor="center")
        for number_of, row in enumerate(rows):
            self._bar(row, top + _ROW * (number_of + 0.5))
        sheet.y = bottom + 18

    def _bar(self, row: Row, middle: float) -> None:
        name = str(row["unit"] or "")
        size = 7.2 if shortened(name, (_NAMES - 8) / 8.5, 1) else 8.5
        lines = self._names.lines(name, (_NAMES - 8) / size, 2)
        self._sheet.write(self._zero - 6, middle, lines, size=size, anchor="right")
        lead, total = number(row["lead"]), number(row["total"])
        parts = {
            "lead": lead,
            "responsible": total - lead,
            "collective": max(0, number(row["total_expanded"]) - total),
        }
        x = self._zero
        for what, value in parts.items():
            x = self._part(what, value, x, middle)
        text = str(total) if not parts["collective"] else f"{total}+{parts['collective']}"
        self._sheet.write(x + 4, middle, text, size=8, bold=True, backed=True)

    def _part(self, what: str, value: int, x: float, middle: float) -> float:
        if not value:
            return x
        fill, edge, hatch = self._fills[what]
        width = value * self._unit
        self._sheet.add(
            Box(
                x=x,
                y=middle - _BAR / 2,
                width=width,
                height=_BAR,
                fill=fill,
                edge=edge,
                hatch=hatch,
                what=what,
                value=value,
            )
        )
        return x + width
