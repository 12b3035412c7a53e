"""`kg build`: plans to records, graph and tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..running import examples_folder
from .options import Lang, lang_option, out_option, plans_argument, review_options
from .output import printable, say
from .reading import put_summary, put_written, read_all
from .wording import word

if TYPE_CHECKING:
    from ..shapes import PlanFault


@click.command()
@plans_argument(required=False)
@out_option
@click.option("--examples", is_flag=True, help="Take the example plans that come with the package.")
@click.option(
    "--themes",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="SKOS file of themes to use instead of those of the package; may be given again.",
)
@click.option("--no-shapes", is_flag=True, help="Keep plans that break a shape of the ontology.")
@review_options
@lang_option
@click.pass_context
def build(
    context: click.Context,
    plans: tuple[str, ...],
    out: Path,
    examples: bool,
    themes: tuple[Path, ...],
    no_shapes: bool,
    corrections: tuple[Path, ...],
    without_names: bool,
    lang: Lang,
) -> None:
    """Read plans and build the graph: DIR/records/, DIR/graph.trig, DIR/tables/*.csv,
    DIR/explorer.html.

    PLAN is a file, a folder or a glob. A plan that breaks a shape is reported and left out.
    """
    from ..building import RECORDS, TABLES, build_to
    from ..stores.rdf import FILE_NAME
    from ..views.explorer import FILE_NAME as EXPLORER

    if not plans and not examples:
        raise click.UsageError("give PLAN... or --examples")
    chosen: list[str | Path] = [*plans, *([examples_folder()] if examples else [])]
    run = read_all(chosen, lang, corrections, names=not without_names)
    left_out: list[str] = []
    if run.reads:
        outcome = build_to(out, run, shapes=not no_shapes, themes=themes)
        run, left_out = outcome.run, outcome.left_out
        say_faults(outcome.faults, left_out, lang)
    if run.reads:
        put_summary(run, outcome.entities, lang)
        put_written(out, [f"{RECORDS}/", FILE_NAME, f"{TABLES}/", EXPLORER], lang)
    context.exit(int(bool(run.failures or left_out or not run.reads)))


def say_faults(faults: Sequence[PlanFault], left_out: Sequence[str], lang: Lang) -> None:
    """Say what the shapes found, and which plans were left out for it."""
    for stem, (_, place, severity, _, value), text in (
        (one.stem, one.fault, one.fault.message(lang)) for one in faults
    ):
        message = f"{text} {value}".strip()
        say(
            word(
                f"shape.{severity}",
                lang,
                plan=printable(stem),
                place=printable(place),
                message=printable(message),
            )
        )
    for stem in left_out:
        say(word("left-out", lang, plan=printable(stem)))
