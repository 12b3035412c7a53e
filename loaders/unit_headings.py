"""Headings that name the units whose tasks stand below them: 县教育局（12项）, 县财政局牵头工作."""

from __future__ import annotations

from functools import lru_cache

from kg.model import Role
from kg.names.bodies import looks_like_body

from .outline import ANNEX, Node, Outline
from .responsibility import Named, Statement
from .roles import VERB
from .rule import Rule, text_of
from .statements import Placed
from .units import split_units

_FEWEST = 2
"""So many headings beside each other that name units are a list by unit; one may name a body to be set up."""

SAID_OF = Rule(
    name="words-behind-the-unit-in-a-heading",
    pattern=r"(?P<verb>(?:总)?牵头|主办|主责|负责|承办|承担|配合|协办)(?:负责|落实|完成|实施)?的?(?:重点|主要)?(?:工作|任务|事项|项目|内容|目标)*",
    build=text_of,
    how="fullmatch",
    examples={"牵头工作": ("牵头工作",), "负责的任务": ("负责的任务",), "牵头负责": ("牵头负责",)},
    counters=("牵头抓总的工作机制", "任务"),
)

HEADINGS_LEAD = Rule(
    name="rule-that-the-units-in-the-headings-lead",
    pattern=r"标题(?:中|里|下|后|上)?(?:所)?(?:列|标|注|示|载)?(?:明|出)?的?(?:单位|部门)[^。；\n]{0,18}(?:为|是|即为|负责)[^。；\n]{0,16}牵头",
    needs=("标题",),
    build=text_of,
    examples={"各标题所列单位为该部分改革事项的牵头单位": ("标题所列单位为该部分改革事项的牵头",)},
    counters=("标题要醒目，由宣传部牵头", "各单位为牵头单位"),
)


@lru_cache(maxsize=1)
def unit_headings(outline: Outline) -> dict[int, Placed]:
    """By the offset of each heading that heads a unit's tasks, what it says of responsibility for them."""
    found: dict[int, Placed] = {}
    lead = HEADINGS_LEAD.find(outline.source.text) is not None
    for node in (outline.root, *outline.sections()):
        titled = [child for child in node.children if child.has_title and child.rank > ANNEX]
        said = {child.start: _said(outline.source.text, child, lead=lead) for child in titled}
        named = {start: placed for start, placed in said.items() if placed}
        if (len(named) >= _FEWEST and len(named) * 2 > len(titled)) or _all_lead(named):
            found |= named
    return found


def _all_lead(named: dict[int, Placed]) -> bool:
    """Whether each heading says by a verb that its units have what stands below."""
    return bool(named) and all(unit.word for placed in named.values() for unit in placed.statement.units)


def _said(text: str, node: Node, *, lead: bool) -> Placed | None:
    """What a heading says that is nothing but units, or units and 牵头工作; None for any other."""
    if not node.children and not node.lines:
        return None
    start = node.body + (text.startswith("由", node.body) and 1)
    verb = next(
        (
            one
            for one in VERB.matches(text, start, node.title_end)
            if SAID_OF.find(text[one.start() : node.title_end])
        ),
        None,
    )
    end = verb.start() if verb else node.title_end
    parts = split_units(text, start, end)
    if not parts or not all(looks_like_body(text[part.start : part.end]) for part in parts):
        return None
    role: Role = "lead" if (lead and not verb) or (verb and verb.lastgroup == "lead") else "responsible"
    word = verb.span() if verb else None
    units = [Named(part.start, part.end, role, word) for part in parts]
    statement = Statement(start, node.title_end, units, says_lead=role == "lead")
    return Placed(node.body, node.title_end, statement, general=True)
