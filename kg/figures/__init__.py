"""Figures for papers and reports, as SVG and PNG."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..errors import QueryError
from ..tables import Lang
from .common import Request
from .drawing import FORMS, Drawing
from .overlap import overlap
from .sheet import Sheet
from .themes import themes
from .timeline import timeline
from .workload import workload

if TYPE_CHECKING:
    from ..api import Built

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


def draw(name: str, built: Built, *, lang: Lang = "zh", top: int = TOP) -> Drawing:
    """A figure of a graph; `top` is the number of units to a jurisdiction, and of documents in the overlap.

    Raises QueryError for an unknown name.
    """
    if name not in FIGURES:
        raise QueryError(f"no figure {name!r} (known: {', '.join(FIGURES)})")
    return Drawing(FIGURES[name](Request(built, lang, top)))
