"""Names that are too long for their place: shortened there, in full in a note."""

from __future__ import annotations

from ..views.lettering import balanced, drawable, shortened, wrap


class Names:
    """Shortens names, and keeps those that were, each under its number."""

    def __init__(self) -> None:
        self._full: dict[str, int] = {}

    def lines(self, name: str, room: float, lines: int = 2) -> list[str]:
        """A name in at most so many lines of so many ems, with the number of a note where it is not whole."""
        if not shortened(name, room, lines):
            return balanced(name, room, lines)
        number = self._full.setdefault(drawable(name), len(self._full) + 1)
        mark = f"[{number}]"
        *above, last = wrap(name, room, lines)
        return [*above, wrap(last.removesuffix("…"), room - 2.2, 1)[0].removesuffix("…") + "…" + mark]

    @property
    def notes(self) -> list[str]:
        """The notes: number and full name."""
        return [f"[{number}] {name}" for name, number in self._full.items()]
