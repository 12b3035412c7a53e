"""`kg score`: records against gold answers."""

from __future__ import annotations

from pathlib import Path

import click

from ..scoring import Report, Score, score_folders
from .options import Lang, lang_option
from .output import printable, put, say, table_text
from .wording import word

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _bars(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, float]:
    """The least figures that were asked for."""
    bars = {}
    for value in values:
        kind, _, least = value.partition("=")
        try:
            bars[kind] = float(least)
        except ValueError as error:
            raise click.BadParameter(f"{value!r} is not KIND=FIGURE") from error
    return bars


@click.command()
@click.argument("records", type=FOLDER)
@click.argument("gold", type=FOLDER)
@click.option(
    "--min", "bars", multiple=True, metavar="KIND=F1", callback=_bars, help="Exit 3 where it is lower."
)
@click.option("--errors", is_flag=True, help="List every fact that is missing (-) or false (+).")
@lang_option
@click.pass_context
def score(
    context: click.Context, records: Path, gold: Path, bars: dict[str, float], errors: bool, lang: Lang
) -> None:
    """Precision, recall and F1 of RECORDS against GOLD, two folders of JSON files matched by name."""
    report = score_folders(records, gold)
    put(_text(report, errors, lang))
    short = {kind: least for kind, least in bars.items() if report.value(kind) < least}
    for kind, least in short.items():
        say(word("score.short", lang, kind=kind, value=report.value(kind), least=least))
    context.exit(3 if short else 0)


def _text(report: Report, errors: bool, lang: Lang) -> str:
    parts = []
    for plan in report.plans:
        head = plan.plan if plan.recorded else word("score.missing", lang, plan=plan.plan)
        parts.append(f"{printable(head)}\n{_table(plan.kinds, lang)}")
        if errors:
            wrong = [f"{kind} {sign} {fact}" for kind, facts in plan.errors.items() for sign, fact in facts]
            parts.append("".join(f"{printable(line)}\n" for line in wrong))
    parts.append(f"{word('score.all', lang)}\n{_table(report.pooled, lang)}")
    parts.append("".join(f"{name}  {value:.3f}\n" for name, value in report.units.items()))
    return "\n".join(part for part in parts if part)


def _table(kinds: dict[str, Score], lang: Lang) -> str:
    names = ("kind", "precision", "recall", "f1", "hits", "found", "gold")
    rows = [
        (kind, f"{item.precision:.3f}", f"{item.recall:.3f}", f"{item.f1:.3f}", *item)
        for kind, item in kinds.items()
        if item.found or item.gold
    ]
    return table_text([word(f"score.{name}", lang) for name in names], rows)
