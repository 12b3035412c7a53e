"""What the page is given: nodes, edges and texts, in the form in which `data.js` reads them."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from msgspec import Struct

from ...model import Plan


class PlanText(Protocol):
    """A plan and the Source text that its offsets count in: a Read of a run or a Record of a folder."""

    @property
    def plan(self) -> Plan:
        """The plan."""

    @property
    def text(self) -> str:
        """Its Source text."""


class Place(NamedTuple):
    """Where a quote stands; offsets count UTF-16 units, as JavaScript does."""

    plan: int
    start: int
    end: int


class PageNode(Struct, kw_only=True, omit_defaults=True):
    """A node of the page; in edges it goes by its place in the list."""

    id: str
    """The end of its IRI: `unit/0123456789abcdef`. It stays the same from build to build."""
    kind: str
    """Class of the ontology."""
    name: str
    also: list[str] = []
    """Other names that plans print."""
    initials: str = ""
    """First letters of the pinyin of its names, a blank between names."""
    plans: list[int] = []
    facts: dict[str, str | list[str]] = {}
    """By property of the ontology."""
    level: str = ""
    """nation, province, prefecture, county or township: of a policy, a unit, a plan."""
    start: str = ""
    date: str = ""
    """Deadline, end or horizon, as precise as the plan states it."""
    section: str = ""
    """Title of the topmost section that holds it."""
    number: float | None = None
    """Of a target: its value, to sort by."""
    weight: int = 1
    """How much hangs on it; the strongest nodes are drawn first."""
    evidence: list[Place] = []
    at: tuple[int, int] = (0, 0)
    """Where it lies on a wide screen."""
    tall: tuple[int, int] = (0, 0)
    """And where on one that is higher than wide."""


class PageEdge(NamedTuple):
    """A relation of two nodes, as the page lists it."""

    type: str
    """Edge of the ontology."""
    source: int
    target: int
    said: str = ""
    """What the plan calls it: the printed role, the post, the seat; or why it was concluded."""
    evidence: tuple[Place, ...] = ()
    stated: bool = True
    times: int = 1
    """How often it is said."""


class Mark(NamedTuple):
    """A stretch of a text that bears a fact out."""

    start: int
    end: int
    kind: str
    """Class of the ontology that the record is of."""
    node: int
    """What it is about: of an assignment the unit, of a citation the policy, of a seat the person."""


class Gap(NamedTuple):
    """A stretch of a text that looks as if it held a fact, and gave no record."""

    start: int
    end: int
    kind: str
    reason: str


class PagePlan(Struct, kw_only=True):
    """A plan of the page: its text, and what was read in it."""

    node: int
    text: str
    openness: str
    """public, unmarked, restricted or secret."""
    marking: str
    """What it prints of its openness."""
    sections: list[tuple[int, int, int, str]]
    """Start, end, level and title of each section."""
    spans: list[tuple[int, int, int]]
    """Start, end and node of each task."""
    marks: list[Mark]
    gaps: list[Gap]


class Region(Struct, kw_only=True):
    """The disc in which the things of one plan lie, or the box with the plans of one district."""

    x: int
    y: int
    width: int
    height: int
    name: str
    plan: int = -1


class Look(Struct, kw_only=True, frozen=True):
    """How nodes of a kind are drawn."""

    shape: str
    light: str
    dark: str
    first: bool = True
    """Whether the kind is shown at first sight."""


class PageData(Struct, kw_only=True):
    """All that the page shows."""

    nodes: list[PageNode]
    edges: list[PageEdge]
    plans: list[PagePlan]
    regions: list[Region]
    tall: list[Region]
    """The regions on a screen that is higher than wide."""
    words: dict[str, tuple[str, str]]
    """Texts and labels by name, Chinese and English."""
    looks: dict[str, Look]
