"""The records: what a reader finds in a plan, each fact with the places that bear it out.

Field names and values follow the answer format of the project (`tests/gold/FORMAT.md` in short): strings
are copied from the plan and normalised (`kg.names.text.normalise`), dates are ISO 8601 as precise as the
text, what the text does not give is None or empty.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

Role = Literal["lead", "responsible"]
Relation = Literal["basis", "implements", "amends", "creates", "cites"]
Comparator = Literal["=", ">=", ">", "<=", "<", "range"]
PLAN_HORIZON: Final = "by.plan"
"""Field of the evidence of a target's date that is the end of the plan's period, since it has none of its own."""


class Evidence(Struct, frozen=True, order=True):
    """A place in the Source text that bears a field out: `source.text[start:end] == quote`."""

    field: str
    start: int
    end: int
    quote: str


class File(Struct, frozen=True, kw_only=True):
    """The file that a plan was read from."""

    name: str
    size: int
    sha256: str


class Document(Struct, kw_only=True, omit_defaults=False):
    """The head of a plan, after GB/T 9704: who issued what to whom, when, under which number."""

    key: str = ""
    file: File
    title: str | None = None
    genre: str | None = None
    number: str | None = None
    issuer: str | None = None
    issuers: list[str] = []
    jurisdiction: str | None = None
    signed: str | None = None
    published: str | None = None
    period: tuple[str | None, str | None] = (None, None)
    addressees: list[str] = []
    copied_to: list[str] = []
    access: str | None = None
    """What the document prints of its own openness: 此件公开发布, 内部, 秘密 …"""
    draft: bool = False
    """征求意见稿 and the like."""
    evidence: list[Evidence] = []


class Section(Struct, kw_only=True):
    """A heading of the outline with all that stands below it."""

    key: str = ""
    number: str
    """Number path as printed, joined by '/', e.g. 四/（一）."""
    title: str
    level: int
    """1 for the topmost."""
    start: int
    end: int
    """Span in the Source text, heading included."""
    evidence: list[Evidence] = []


class Assignment(Struct, kw_only=True):
    """One unit's responsibility for one task."""

    unit: str
    role: Role
    printed_role: str | None
    """The plan's own word: 牵头, 责任单位, 配合, 指导, 主办 …; None where the plan prints none."""
    stated: bool = True
    """False where it follows from a rule that the plan states elsewhere and not from the task's own words."""
    evidence: list[Evidence] = []


class Task(Struct, kw_only=True):
    """The smallest block of a plan that gives somebody something to do."""

    key: str = ""
    section: str | None
    number: str | None
    part: int = 1
    title: str
    lead: list[str] = []
    responsible: list[str] = []
    deadline: str | None = None
    assignments: list[Assignment] = []
    start: int
    end: int
    """Span in the Source text."""
    evidence: list[Evidence] = []


class Policy(Struct, kw_only=True):
    """A document that the plan cites, once per plan."""

    key: str = ""
    title: str
    number: str | None = None
    relation: Relation
    evidence: list[Evidence] = []


class Citation(Struct, kw_only=True):
    """One mention of a policy."""

    key: str = ""
    policy: str
    """Key of the policy."""
    title: str
    """As printed at this place."""
    number: str | None = None
    relation: Relation
    section: str | None = None
    """Number path of the innermost section that holds it."""
    task: str | None = None
    """Key of the task that holds it."""
    evidence: list[Evidence] = []


class Post(Struct, kw_only=True):
    """An office that a person holds in a unit; `unit` or `title` is None where the plan prints none."""

    unit: str | None
    title: str | None
    evidence: list[Evidence] = []


class Member(Struct, kw_only=True):
    """A person's seat in a leadership group."""

    key: str = ""
    name: str
    role: str
    posts: list[Post] = []
    group: str | None = None
    """Name of the group, as printed."""
    evidence: list[Evidence] = []


class Target(Struct, kw_only=True):
    """A figure that the plan promises."""

    key: str = ""
    indicator: str
    comparator: Comparator
    value: float
    value_max: float | None = None
    unit: str | None = None
    by: str | None = None
    per: str | None = None
    quote: str
    task: str | None = None
    """Key of the task that holds it."""
    section: str | None = None
    evidence: list[Evidence] = []

    @property
    def dated(self) -> bool:
        """Whether the plan states a date for it; else `by` is None or the end of the plan's period."""
        return self.by is not None and all(one.field != PLAN_HORIZON for one in self.evidence)


class Phase(Struct, kw_only=True):
    """A dated stage of the plan's timetable."""

    key: str = ""
    name: str
    start: str | None = None
    end: str | None = None
    evidence: list[Evidence] = []


class Extra(Struct, kw_only=True):
    """A record of a class that an extension adds to the ontology."""

    key: str = ""
    kind: str
    """Short name of the class."""
    values: dict[str, str | int | float | bool] = {}
    """By short name of the property; each needs evidence of that field."""
    task: str | None = None
    """Key of the task that holds it."""
    section: str | None = None
    """Number path of the innermost section that holds it."""
    evidence: list[Evidence] = []


UnreadReason = Literal[
    "no-unit", "not-a-policy", "short-name", "no-target", "repeats-text", "no-record", "no-task"
]


class Unread(Struct, kw_only=True):
    """A place that looks as if it held a fact, and gave no record."""

    kind: Literal["item", "bracket", "title", "row", "figure"]
    reason: UnreadReason
    """no-unit: a bracket with a word of responsibility in which no unit was read; not-a-policy: words in 《》 of which
    neither form nor sentence says that they are a policy; short-name: 《通知》 and the like, which the plan does not
    explain; no-target: a figure among the goals that was not read as one; repeats-text: a table row whose figures the
    text states; no-record: a table row, no-task: a numbered item that gave none."""
    start: int
    end: int
    quote: str


class Plan(Struct, kw_only=True):
    """All that was read in one document."""

    document: Document
    sections: list[Section] = []
    tasks: list[Task] = []
    policies: list[Policy] = []
    citations: list[Citation] = []
    members: list[Member] = []
    targets: list[Target] = []
    phases: list[Phase] = []
    extras: list[Extra] = []
    unread: list[Unread] = []
