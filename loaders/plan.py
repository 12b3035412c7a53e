"""A Source to a Plan: the readers of this package put together."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from kg.errors import NotAPlanError
from kg.keys import assign_keys
from kg.model import Document, Evidence, Plan
from kg.names.text import mend_digits
from kg.plugins import Format, get_formats
from kg.source import Source

from .docnumbers import YEAR_OF_NUMBER
from .head import HeadReader
from .headings import purpose_of_words
from .horizons import mark_horizons
from .linking import link, requote
from .members import MemberReader
from .opening import open_source
from .outline import Outline
from .phases import PhaseReader
from .policies import PolicyReader
from .records import TaskRecords, opening_of, section_records
from .targets import TargetReader
from .unread import unread_in

_FEWEST_NAMED = 2
_FEWEST_CHAPTERS = 2
"""So many different ones of the usual chapters no other text has."""


class PlanLoader:
    """The loader of plans: opens files through the registered formats and reads them."""

    def open_source(self, path: Path) -> Source:
        """The Source of a file; raises InputError where the file can't be used."""
        return open_source(path, self._formats)

    @cached_property
    def _formats(self) -> list[Format]:
        """The registered formats; to look them up takes as long as to read a page."""
        return get_formats()

    def read_plan(self, source: Source) -> Plan:
        """The records of a Source, keys set; raises NotAPlanError where there is no plan in it."""
        outline = Outline(replace(source, text=mend_digits(source.text)))
        document = HeadReader(outline).read()
        since, since_at = _since(document)
        year = int(since[:4]) if since else None
        readers = TaskRecords(outline, since_at, year)
        tasks = readers.records()
        cells = [cell for row in readers.rows for cell in row.cells]
        policies = PolicyReader(outline, document.title, opening_of(outline, document, readers.rows))
        policies.read()
        plan = Plan(
            document=document,
            sections=section_records(outline),
            tasks=tasks,
            policies=list(policies.policies.values()),
            citations=policies.citations,
            members=MemberReader(outline).read(),
            targets=TargetReader(outline, document.period[1], since, tasks, cells, since_at).read(),
            phases=PhaseReader(outline, since_at, year).read(),
        )
        plan.unread = sorted(
            [*policies.unread, *unread_in(outline, plan)], key=lambda one: (one.start, one.end, one.kind)
        )
        if not _is_plan(plan):
            raise NotAPlanError(
                source.file.name, "no plan was found in it: no title, no outline, no responsibility"
            )
        return requote(mark_horizons(link(assign_keys(plan))), source.text)


def _since(document: Document) -> tuple[str | None, Evidence | None]:
    """The date from which a plan counts its months, and its place."""
    fields = {one.field: one for one in document.evidence}
    year = YEAR_OF_NUMBER.find(document.number or "")
    dates = {
        "signed": document.signed,
        "period.start": document.period[0],
        "published": document.published,
        "number": year and year["year"],
    }
    return next(((date, fields.get(field)) for field, date in dates.items() if date), (None, None))


def _is_plan(plan: Plan) -> bool:
    """Whether a text is an official document.

    It has a head, members, stages, two tasks for which it names units, or two of the usual chapters of a plan, be
    its head lost as it may.
    """
    head = plan.document
    named = sum(bool(task.assignments) for task in plan.tasks)
    chapters = {purpose_of_words(section.title) for section in plan.sections} - {None}
    whole = len(chapters) >= _FEWEST_CHAPTERS and len(plan.sections) > _FEWEST_CHAPTERS
    said = head.title or head.genre or head.number or head.addressees or plan.members or plan.phases
    return bool(said or named >= _FEWEST_NAMED or whole)
