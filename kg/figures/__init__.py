"""Figures for papers and reports, as SVG and PNG."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..errors import QueryError
from ..tables import Lang
from .common import Answering, Request
from .drawing import FORMS, Drawing
from .overlap import overlap
from .sheet import Sheet
from .themes import themes
from .timeline import timeline
from .workload import workload

__all__ = ["FIGURES", "FORMS", "TOP", "Drawing", "draw"]

FIGURES: Mapping[str, Callable[[Request], Sheet]] = {
    "workload": workload,
    "overlap": overlap,
    "themes": themes,
    "timeline": timeline,
}
"""The figures by name."""
TOP = 10
"""Rows to a part unless told otherwise."""


def draw(
    name: str, built: Answering, *, lang: Lang = "zh", top: int = TOP, plan: str | None = None
) -> Drawing:
    """A figure of a graph (`kg.open`), or of the plans alone that have `plan` in their title or number.

    `top` is the number of units to a jurisdiction, and of documents in the overlap. Raises QueryError for an unknown
    name, and where no plan fits.
    """
    if name not in FIGURES:
        raise QueryError(f"no figure {name!r} (known: {', '.join(FIGURES)})")
    request = Request(built, lang, top, plan)
    if plan and not request.plans:
        raise QueryError(f"no plan has {plan!r} in its title or number")
    return Drawing(FIGURES[name](request))
