"""The report, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..analysis import Findings, Material, Workload, workload
from ..names.text import fold
from ..tables import Lang
from .desk import Desk, ranking
from .model import Bullets, Paragraph, Quote, Report, Section
from .parts_load import load_section, plans_section
from .parts_texts import changes_section, idle_section, policies_section, targets_section, unread_section
from .telling import TEN, tell
from .told import Telling
from .words import Words


def make_report(
    material: Material, lang: Lang = "zh", findings: Findings | None = None, *, as_of: str | None = None
) -> Report:
    """The report on some plans, or on those of them that are in force on a date.

    `findings` are theirs where they were made before. Raises QueryError for another form of a date than ISO.
    """
    if as_of is None:
        return _report(Desk(material, lang, findings))
    load = workload(material, as_of)
    return _report(Desk(material.narrowed(load.plans), lang), _left_out(material, Words(lang), load))


def _left_out(material: Material, words: Words, load: Workload) -> str:
    """The date, and which plans it leaves out and why."""
    counted = {*load.plans, *load.lapsed, *load.replaced}
    later = [plan.document.key for plan in material.plans if plan.document.key not in counted]
    sentences = [words("head.as-of", date=load.as_of)]
    for reason, keys in (("lapsed", load.lapsed), ("replaced", load.replaced), ("later", later)):
        if keys:
            named = words.listed(words.plan(material.title(key)) for key in keys)
            sentences.append(words(f"head.{reason}", plans=named))
    return words.sentences(sentences if len(sentences) > 1 else [*sentences, words("head.none-out")])


def _report(desk: Desk, note: str = "") -> Report:
    material = desk.material
    words = desk.words
    plans = material.plans
    lead = words(
        "head.lead",
        plans=len(plans),
        tasks=len(material.tasks),
        targets=sum(len(plan.targets) for plan in plans),
        policies=len(desk.found.policies.policies),
    )
    told = tell(desk)
    return Report(
        title=words("head.title"),
        lead=words.sentences([lead, *([note] if note else [])]),
        lang=words.lang,
        sections=(
            _findings(desk, told),
            plans_section(desk),
            load_section(desk),
            policies_section(desk),
            targets_section(desk),
            changes_section(desk),
            idle_section(desk),
            unread_section(desk),
            _method(desk),
        ),
    )


def _findings(desk: Desk, told: Sequence[Telling]) -> Section:
    if not told:
        return Section(desk.words("head.findings"), (Paragraph(desk.words("finding.none")),))
    parts = tuple(
        Section(f"{number}. {one.headline}", (Paragraph(one.text), *_once(one)))
        for number, one in enumerate(told[:TEN], 1)
    )
    return Section(desk.words("head.findings"), parts=parts)


def _once(one: Telling) -> Iterator[Quote]:
    """The quotes, those with the same words once."""
    seen = set()
    for quote in one.quotes:
        if fold(quote.text) not in seen:
            seen.add(fold(quote.text))
            yield quote


def _method(desk: Desk) -> Section:
    words = desk.words
    weights: dict[str, float] = ranking()["weights"]
    named = words.listed(f"{words(f'weight.{kind}')} {weight:g}" for kind, weight in weights.items())
    items = (
        words("method.rules"),
        words("method.rank", most=ranking()["most"], weights=named),
        words("method.three"),
        words("method.dates"),
        words("method.limits"),
    )
    return Section(words("head.method"), (Bullets(items),))
