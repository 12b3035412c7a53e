"""Statements of responsibility: what stands in （责任单位：…）, in a line 牵头单位：… or in …牵头，…配合."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model import Role
from kg.names.bodies import looks_like_body
from kg.names.dates import find_dates
from kg.names.divisions import divisions

from .brackets import depth_free
from .listrules import states_rule
from .roles import (
    BARE_LABEL,
    DUE_CLAUSE,
    ENDS_AS_BODY,
    GOES_ON,
    LABEL,
    NO_NAME,
    OFFICE_ALONE,
    ROLE_BEHIND,
    VERB,
    Kind,
    label_kinds,
    label_of,
)
from .units import Part, split_units, trim

_CLAUSE = frozenset("，,；;。\n")
_LONGEST_NAME = 45
_INNER = re.compile(r"[（(][^（）()]*[）)]")


class Named(NamedTuple):
    """A unit that a statement names, with its role and the word that gives it."""

    start: int
    end: int
    role: Role
    word: tuple[int, int] | None
    """Span of the printed word: a label or a verb."""


@dataclass(slots=True)
class Statement:
    """What one statement of responsibility says."""

    start: int
    end: int
    units: list[Named] = field(default_factory=list)
    deadlines: list[tuple[int, int, str]] = field(default_factory=list)
    """Start, end and ISO date."""
    undated: list[tuple[int, int]] = field(default_factory=list)
    """Spans of deadlines that give no year (9月底前), for which the plan's own year stands."""
    labelled: bool = False
    """Whether it has a label such as 责任单位：."""
    says_lead: bool = False
    unread: list[Part] = field(default_factory=list)
    """Parts that are neither units nor dates."""


def labels_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The labels with a colon in text[start:end], outside inner brackets."""
    return list(LABEL.matches(text, start, end))


def read_statement(text: str, start: int, end: int) -> Statement | None:
    """What text[start:end] says of responsibility, or None where it says nothing of it.

    The span is the inside of a bracket, the words of a line, or a table cell.
    """
    labels = labels_in(text, start, end)
    statement = Statement(start, end, labelled=bool(labels))
    edges = [match.start() for match in labels] + [end]
    if not labels or text[start : labels[0].start()].strip(" ，,；;。"):
        _read_segment(text, start, edges[0], None, None, statement)
    for match, edge in zip(labels, edges[1:], strict=True):
        word, span = label_of(match)
        _read_segment(text, match.end(), edge, label_kinds()[word], span, statement)
    if not statement.units and not statement.deadlines:
        return _office_alone(text, statement)
    return statement if labels or _convincing(text, statement) else None


def _office_alone(text: str, statement: Statement) -> Statement | None:
    """A statement that is nothing but the name of one office: （资源开发处）."""
    if len(statement.unread) != 1 or text[slice(*statement.unread[0])] not in OFFICE_ALONE:
        return None
    [part], statement.unread = statement.unread, []
    statement.units = [Named(part.start, part.end, "responsible", None)]
    return statement


def _convincing(text: str, statement: Statement) -> bool:
    """Whether a statement without a label is one: every part a body, or a verb and most parts bodies."""
    if _take_odd_names(text, statement):
        return True
    names = [text[unit.start : unit.end] for unit in statement.units]
    bodies = sum(map(looks_like_body, names))
    if not names or statement.unread:
        return False
    if bodies == len(names):
        return True
    said = [unit.word for unit in statement.units if unit.word]
    places = sum(bool(divisions().named(name)) for name in names)
    return bool(said) and (bodies + places) * 2 >= len(names)


def _take_odd_names(text: str, statement: Statement) -> bool:
    """Take names of an unusual form among twice as many bodies for units, where they end as bodies' do; whether so."""
    odd = statement.unread
    if not odd:
        return False
    bodies = sum(looks_like_body(text[unit.start : unit.end]) for unit in statement.units)
    if len(odd) * 2 > bodies or not all(text[slice(*part)] in ENDS_AS_BODY for part in odd):
        return False
    more = [Named(part.start, part.end, "responsible", None) for part in odd]
    statement.units = sorted([*statement.units, *more], key=lambda unit: unit.start)
    statement.unread = []
    return True


def _read_segment(
    text: str, start: int, end: int, kind: Kind | None, word: tuple[int, int] | None, into: Statement
) -> None:
    """Read what follows one label (or no label) clause by clause."""
    if kind == "other":
        return
    pending: list[Named] = []
    edge = start
    for cut in [*depth_free(text, start, end, _CLAUSE), end]:
        clause = _read_clause(text, edge, cut, kind, word, into)
        # units before a comma without a word of their own share what is said of the next ones
        shared = next((unit for unit in clause if unit.word is not None), None)
        if kind is None and shared and shared.role == "responsible":
            pending = [unit._replace(word=shared.word) if unit.word is None else unit for unit in pending]
        pending += clause
        edge = cut + 1
    into.units += pending


def _read_clause(
    text: str, start: int, end: int, kind: Kind | None, word: tuple[int, int] | None, into: Statement
) -> list[Named]:
    if not text[start:end].strip() or states_rule(_INNER.sub("", text[start:end])):
        return []
    dates = find_dates(text[start:end])
    if kind == "deadline" or (dates and not _names_a_body(text, start, end)):
        into.deadlines += [(start + d.start, start + d.end, d.iso) for d in dates]
        if not dates:
            into.undated.append((start, end))
        return []
    if DUE_CLAUSE.find(text, *trim(text, start, end)):
        into.undated.append((start, end))
        return []
    if GOES_ON.find(text, *trim(text, start, end)):
        return []
    if kind is None:
        bare = BARE_LABEL.find(text, *trim(text, start, end))
        if bare:
            kind, word, start = label_kinds()[bare["label"]], bare.span("label"), bare.end()
            into.labelled = True
    found: list[Named] = []
    edge = start
    for verb in _verbs(text, start, end):
        role, said = _role(verb, kind)
        span = (said and verb.span()) or word
        into.says_lead |= role == "lead"
        found += _names(text, edge, verb.start(), role, span, into)
        edge = verb.end()
    rest: Role = "lead" if kind == "lead" and not found else "responsible"
    into.says_lead |= rest == "lead"
    found += _names(text, edge, end, rest, word, into)
    return found


def _verbs(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The verbs of a clause that stand after a unit and outside brackets, not those inside a name."""
    found = []
    edge = start
    for match in VERB.matches(text, start, end):
        after = text[match.end() : end].lstrip(" ")
        before = text[edge : match.start()]
        if not before.strip(" 、，") or _inside_bracket(text, edge, match.start()):
            continue
        if after and not _continues(text, match.end(), end):
            continue
        if after and _inside_name(text, edge, match, end):
            continue
        found.append(match)
        edge = match.end()
    return found


def _inside_name(text: str, start: int, verb: re.Match[str], end: int) -> bool:
    """Whether a verb is part of a name: 市推进新型城镇化工作领导小组办公室, 市支持民营经济发展中心牵头."""
    first = max(text.rfind(mark, start, verb.start()) + 1 for mark in "、，,；; ")
    first = max(first, start)
    stops = [at for mark in "、，,；; " if (at := text.find(mark, verb.end(), end)) >= 0]
    whole = text[first : min(stops, default=end)]
    last = list(VERB.matches(whole, verb.end() - first))
    name = whole[: last[-1].start()] if last and last[-1].end() == len(whole) else whole
    return not looks_like_body(text[first : verb.start()]) and looks_like_body(name)


def _continues(text: str, start: int, end: int) -> bool:
    """Whether what follows a verb is another list of units, and the verb thus not part of a name."""
    part = trim(text, start, end)
    head = text[part.start : part.end]
    if not head or text[start] in "、，,；;。 （(":
        return True
    whole = VERB.find(head)
    return looks_like_body(head[: whole.start()] if whole else re.split("[、，]", head)[0])


def _inside_bracket(text: str, start: int, end: int) -> bool:
    inside = text[start:end]
    return sum(map(inside.count, "（([【〔")) > sum(map(inside.count, "）)]】〕"))


def _role(verb: re.Match[str], kind: Kind | None) -> tuple[Role, bool]:
    """The role that a verb gives under a label, and whether the verb (rather than the label) gives it."""
    if verb.lastgroup == "lead":
        return "lead", True
    if verb.lastgroup == "general" and kind is not None:
        return ("lead" if kind == "lead" else "responsible"), False
    return "responsible", True


def _names(
    text: str, start: int, end: int, role: Role, word: tuple[int, int] | None, into: Statement
) -> list[Named]:
    found: list[Named] = []
    for part in split_units(text, start, end):
        name = text[part.start : part.end]
        behind = ROLE_BEHIND.find(name) if name[-1] in "）)" else None
        if behind:  # 区教育局（牵头）
            at = behind.start()
            own: Role = "lead" if behind["lead"] else "responsible"
            into.says_lead |= own == "lead"
            said = (part.start + at + 1, part.start + behind.end() - 1)
            found.append(Named(part.start, part.start + at, own, said))
        elif looks_like_body(name) or divisions().named(name) or (word is not None and _may_be_a_name(name)):
            found.append(Named(part.start, part.end, role, word))
        else:
            into.unread.append(part)
    return found


def _may_be_a_name(name: str) -> bool:
    """Whether a part that a label or verb says to be a unit may be one although its form does not tell."""
    if not 2 <= len(name) <= _LONGEST_NAME:
        return False
    return name not in NO_NAME


def _names_a_body(text: str, start: int, end: int) -> bool:
    return any(looks_like_body(text[part.start : part.end]) for part in split_units(text, start, end))
