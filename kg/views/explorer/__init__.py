"""The explorer: one HTML file with graph, tables and texts, which opens by a double click without a network."""

from __future__ import annotations

from collections.abc import Sequence

from ...resolve import Entities
from .model import PlanText
from .page import explorer_html
from .themes import View, themes_of_graph, themes_of_view

__all__ = ["FILE_NAME", "explorer_html", "explorer_of", "themes_of_graph"]

FILE_NAME = "explorer.html"


def explorer_of(reads: Sequence[PlanText], entities: Entities, view: View) -> bytes:
    """The page of a stored graph, the same as when it was built."""
    tasks = [task.key for read in reads for task in read.plan.tasks]
    return explorer_html(reads, entities, themes_of_view(view, tasks))
