"""A sheet of sampled facts for a person to check, and the precision that the checked sheet shows."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct

from ..errors import InputError, QueryError
from ..graph.statements import assignments_of
from ..model import Evidence, Plan
from ..records import Record
from ..tables import Column, Lang, Table
from ..tables.codes import labels_of
from .words import Words

Kind = Literal["head", "task", "assignment", "deadline", "citation", "member", "target", "phase"]
KINDS: Final[tuple[Kind, ...]] = (
    *("head", "task", "assignment", "deadline", "citation", "member", "target", "phase"),
)
Z: Final = 1.959964
"""Of the normal distribution: intervals hold the true precision 95 times in 100."""
_AROUND = 80
"""Characters of context on each side of a quote."""
_RIGHT = frozenset({"对", "正确", "是", "√", "✓", "right", "true", "yes", "y", "1"})
_WRONG = frozenset({"错", "错误", "否", "×", "✗", "wrong", "false", "no", "n", "0"})
_DOUBT = frozenset({"存疑", "疑", "?", "？", "doubtful", "unsure"})
_MAIN = frozenset({"unit", "title", "name", "value", "deadline"})
"""Fields of evidence that bear a fact out by themselves, if it has several."""
_COLUMNS = ("kind", "claim", "plan", "line", "quote", "context", "verdict", "remark", "key")


class Fact(Struct, frozen=True, kw_only=True):
    """Something that was read, as a person may check it."""

    kind: Kind
    key: str
    claim: str
    plan: str
    """Title of the plan."""
    line: int
    quote: str
    context: str


class Precision(Struct, frozen=True, kw_only=True):
    """What a checked sheet says of one kind of facts; doubtful ones count neither way."""

    kind: str
    right: int
    wrong: int
    doubtful: int
    unchecked: int

    @property
    def value(self) -> float | None:
        """Right among right and wrong; None where none was checked."""
        checked = self.right + self.wrong
        return self.right / checked if checked else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval at 95 %; None where none was checked."""
        return wilson(self.right, self.right + self.wrong)


def wilson(hits: int, of: int) -> tuple[float, float] | None:
    """Wilson's score interval of a share at 95 %; None where there is nothing to share."""
    if not of:
        return None
    share, square = hits / of, Z * Z
    middle = share + square / (2 * of)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    whole = 1 + square / of
    return max((middle - half) / whole, 0.0), min((middle + half) / whole, 1.0)


def sample(records: Iterable[Record], per_kind: int = 50, lang: Lang = "zh") -> list[Fact]:
    """So many facts of each kind, chosen by the hash of their key: the same plans give the same sample.

    A plan that is added changes only what its own facts displace. Ordered by kind, plan and place.
    """
    by_kind: defaultdict[Kind, list[Fact]] = defaultdict(list)
    for record in sorted(records, key=lambda record: record.entry.key):
        for fact in facts(record.plan, record.text, lang):
            by_kind[fact.kind].append(fact)
    return [fact for kind in KINDS for fact in _chosen(by_kind[kind], per_kind)]


def _chosen(found: Sequence[Fact], count: int) -> list[Fact]:
    order = sorted(range(len(found)), key=lambda place: (_hash(found[place]), place))
    return [found[place] for place in sorted(order[:count])]


def _hash(fact: Fact) -> str:
    return hashlib.sha256(f"{fact.kind}|{fact.key}".encode()).hexdigest()


def facts(plan: Plan, text: str, lang: Lang = "zh") -> Iterator[Fact]:
    """All facts of a plan in the order of the records."""
    title = plan.document.title or plan.document.key
    for kind, key, claim, places in _claims(plan, lang):
        if places:
            first = min(places, key=lambda one: (one.field not in _MAIN, one.start))
            yield Fact(
                kind=kind,
                key=key,
                claim=claim,
                plan=title,
                line=text.count("\n", 0, first.start) + 1,
                quote=first.quote,
                context=_context(text, first),
            )


def _context(text: str, place: Evidence) -> str:
    before = text[max(place.start - _AROUND, 0) : place.start]
    after = text[place.end : place.end + _AROUND]
    return " ".join(f"{before}【{place.quote}】{after}".split())


_Claim = tuple[Kind, str, str, Sequence[Evidence]]


def _claims(plan: Plan, lang: Lang) -> Iterator[_Claim]:
    relations = labels_of("CitationRelation")
    yield from _head_claims(plan, lang)
    yield from _task_claims(plan)
    for cited in plan.citations:
        relation = relations.get(cited.relation, {}).get(lang, cited.relation)
        number = f" {cited.number}" if cited.number else ""
        yield "citation", cited.key, f"《{cited.title}》{number} · {relation}", cited.evidence
    for member in plan.members:
        posts = "、".join(f"{post.unit or ''}{post.title or ''}" for post in member.posts)
        yield "member", member.key, f"{member.name} · {member.role} · {posts}", member.evidence
    for target in plan.targets:
        upper = f"–{target.value_max:g}" if target.value_max is not None else ""
        figure = f"{target.comparator} {target.value:.10g}{upper} {target.unit or ''}"
        yield "target", target.key, f"{target.indicator} {figure} · {target.by or ''}", target.evidence
    for phase in plan.phases:
        yield "phase", phase.key, f"{phase.name} · {phase.start or ''}–{phase.end or ''}", phase.evidence


def _head_claims(plan: Plan, lang: Lang) -> Iterator[_Claim]:
    document = plan.document
    values: Mapping[str, str | None] = {
        "title": document.title,
        "number": document.number,
        "issuer": document.issuer,
        "jurisdiction": document.jurisdiction,
        "signed": document.signed,
        "published": document.published,
        "period.start": document.period[0],
        "period.end": document.period[1],
    }
    labels = labels_of("Field")
    for field, value in values.items():
        places = [one for one in document.evidence if one.field == field]
        if value:
            yield (
                "head",
                f"{document.key}|{field}",
                f"{labels.get(field, {}).get(lang, field)}：{value}",
                places,
            )


def _task_claims(plan: Plan) -> Iterator[_Claim]:
    for task in plan.tasks:
        name = f"{task.number or ''} {task.title}".strip()
        yield "task", task.key, name, [one for one in task.evidence if one.field == "title"]
        for one in assignments_of(task):
            role = one.printed_role or one.role
            yield (
                "assignment",
                f"{task.key}|{one.role}|{one.unit}",
                f"{one.unit} · {role} · {name}",
                one.evidence,
            )
        if task.deadline:
            places = [one for one in task.evidence if one.field == "deadline"]
            yield "deadline", f"{task.key}|deadline", f"{task.deadline} · {name}", places


def sample_table(found: Iterable[Fact]) -> Table:
    """The sheet: a row for each fact, with empty columns for the verdict and a remark."""
    return Table(
        tuple(_column(name) for name in _COLUMNS),
        tuple(
            (*(one.kind, one.claim, one.plan, one.line, one.quote, one.context), None, None, one.key)
            for one in found
        ),
    )


def _column(name: str) -> Column:
    titles = Words("zh")(f"sample.{name}"), Words("en")(f"sample.{name}")
    return Column(name, *titles, _labels() if name == "kind" else {})


def _labels() -> dict[str, dict[Lang, str]]:
    return {kind: {"zh": Words("zh")(f"fact.{kind}"), "en": Words("en")(f"fact.{kind}")} for kind in KINDS}


def score_sample(path: Path) -> list[Precision]:
    """The precision of each kind in a checked sheet, .csv or .xlsx.

    Raises InputError for a file that is no such sheet, QueryError for a verdict that says neither right, wrong nor
    doubtful.
    """
    grid = _read_xlsx(path) if path.suffix.lower() == ".xlsx" else _read_csv(path)
    kind, verdict = (_place(path, grid, name) for name in ("kind", "verdict"))
    codes = {label: code for code, labels in _labels().items() for label in (code, *labels.values())}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, row in enumerate(grid[1:], 2):
        if len(row) > kind and row[kind]:
            said = row[verdict] if len(row) > verdict else ""
            counts[codes.get(row[kind], row[kind])][_verdict(path, number, said)] += 1
    ordered = sorted(counts, key=lambda name: (name not in KINDS, [*KINDS, name].index(name), name))
    return [
        Precision(
            kind=name,
            right=counts[name]["right"],
            wrong=counts[name]["wrong"],
            doubtful=counts[name]["doubtful"],
            unchecked=counts[name]["unchecked"],
        )
        for name in ordered
    ]


def _verdict(path: Path, number: int, text: str) -> str:
    word = text.strip().casefold()
    if not word:
        return "unchecked"
    for name, words in (("right", _RIGHT), ("wrong", _WRONG), ("doubtful", _DOUBT)):
        if word in words:
            return name
    raise QueryError(
        f"{path}, row {number}: {text!r} is no verdict; write 对, 错 or 存疑 (right, wrong, doubtful)"
    )


def _place(path: Path, grid: Sequence[Sequence[str]], name: str) -> int:
    column = _column(name)
    head = [text.strip() for text in grid[0]] if grid else []
    for title in (column.name, column.zh, column.en):
        if title in head:
            return head.index(title)
    raise InputError(path, f"no column {column.zh} ({column.en}): not a sheet of kg sample")


def _read_csv(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):  # what Excel saves where the system is Chinese
        try:
            return list(csv.reader(io.StringIO(data.decode(encoding), newline="")))
        except UnicodeDecodeError:
            continue
    raise InputError(path, "neither UTF-8 nor GB18030")


def _read_xlsx(path: Path) -> list[list[str]]:
    from ..ledger.filled import first_sheet

    return first_sheet(path)
