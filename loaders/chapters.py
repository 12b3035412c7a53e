"""What the chapters of a plan are for, by their headings and by where they stand."""

from __future__ import annotations

from functools import lru_cache

from .headings import Purpose, purpose_of_heading, purpose_of_words
from .outline import ANNEX, Node, Outline
from .rule import Rule, text_of
from .unit_headings import unit_headings

LEADING = Rule(
    name="heading-on-how-a-plan-is-led",
    pattern=r"(?:切实|进一步|全面|不断)?(?:加强|强化)(?:组织|对[^，。；]{1,14}的)?(?:组织)?领导",
    how="match",
    build=text_of,
    examples={
        "切实加强领导，确保改革顺利进行": ("切实加强领导",),
        "加强对绿化工作的组织领导": ("加强对绿化工作的组织领导",),
    },
    counters=("组织领导", "加强绿化养护"),
)


@lru_cache(maxsize=1)
def purposes(outline: Outline) -> dict[int, Purpose]:
    """The purpose of each section by its offset: its own where its heading says one, else its parent's, else tasks.

    What a letter demands before the plan begins says how the plan is carried out.
    Below a chapter of tasks or duties, headings are the tasks' own names and say nothing of purpose.
    """
    text = outline.source.text
    found: dict[int, Purpose] = {}
    headed = unit_headings(outline)
    for node in outline.sections():
        heading = text[node.body : node.title_end].strip(" *：:")
        own = purpose_of_heading(heading) if heading and node.start not in headed else None
        if own is None and _leads_on(node, heading):
            own = "measures"
        if node.start < (outline.letter_end or 0):
            found[node.start] = "measures"
            continue
        if node.rank == ANNEX:
            found[node.start] = "task" if own in (None, "measures") else own
            continue
        above = found.get(node.parent.start) if node.parent and node.parent.parent else None
        stated = node.parent is not None and node.parent.parent is not None and node.parent.rank != ANNEX
        if above == "measures" and purpose_of_words(heading) == "stages":
            found[node.start] = "stages"  # 组织保障 may hold 实施步骤
        elif (
            above in ("task", "duties", "measures", "stages", "groups")
            and stated
            and not _a_title(node.parent)
        ) or (above == "frame" and stated and own != "task" and not _a_title(node.parent)):
            found[node.start] = above
        else:
            found[node.start] = own or above or "task"
    return found


def _leads_on(node: Node, heading: str) -> bool:
    """Whether a chapter is the last and says how the plan is led: 六、切实加强领导，确保改革顺利进行."""
    around = node.parent.children if node.parent and node.parent.parent is None else [None]
    return len(around) > 1 and around[-1] is node and heading in LEADING


def _a_title(node: Node | None) -> bool:
    """Whether a node is the document's own title as a markdown heading, which says nothing of purpose."""
    return (
        node is not None
        and node.rank < 0
        and not node.printed
        and (node.parent is None or node.parent.parent is None)
    )
