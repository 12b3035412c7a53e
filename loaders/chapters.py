"""What the chapters of a plan are for: tasks, or the frame, the stages and the measures around them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from .outline import ANNEX, Node, Outline
from .vocabulary import either, words

Purpose = Literal["task", "frame", "stages", "measures", "groups", "duties"]
_PURPOSES: tuple[Purpose, ...] = ("task", "frame", "stages", "measures", "groups", "duties")


@cache
def _pattern(purpose: Purpose) -> re.Pattern[str]:
    return re.compile(either(words("sections", "heading", purpose)))


def purpose_of_heading(heading: str) -> Purpose | None:
    """What a heading's own words say of its section; the words nearest to its end decide, None where none do."""
    best: tuple[int, int, Purpose] | None = None
    for purpose in _PURPOSES:
        for match in _pattern(purpose).finditer(heading):
            found = (match.end(), match.end() - match.start(), purpose)
            if best is None or found[:2] > best[:2]:
                best = found
    if best is None or (best[0] < len(heading) - 4 and best[2] != "measures" and len(heading) > 16):
        return None
    return best[2]


def purposes(outline: Outline) -> dict[int, Purpose]:
    """The purpose of each section by its offset: its own where its heading says one, else its parent's, else tasks.

    Below a chapter of tasks or duties, headings are the tasks' own names and say nothing of purpose.
    """
    text = outline.source.text
    found: dict[int, Purpose] = {}
    for node in outline.sections():
        heading = text[node.body : node.title_end].strip(" *：:")
        own = purpose_of_heading(heading) if heading else None
        if node.rank == ANNEX:
            found[node.start] = "task" if own in (None, "measures") else own
            continue
        above = found.get(node.parent.start) if node.parent and node.parent.parent else None
        stated = node.parent is not None and node.parent.parent is not None and node.parent.rank != ANNEX
        if above in ("task", "duties", "measures", "stages") and stated and not _a_title(node.parent):
            found[node.start] = above
        elif above == "frame" and stated and own != "task" and not _a_title(node.parent):
            found[node.start] = above
        else:
            found[node.start] = own or above or "task"
    return found


def _a_title(node: Node | None) -> bool:
    """Whether a node is the document's own title as a markdown heading, which says nothing of purpose."""
    return node is not None and node.rank < 0 and not node.printed and (node.parent is None or node.parent.parent is None)
