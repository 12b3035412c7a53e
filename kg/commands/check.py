"""`kg check`: records against the original files, the graph against the shapes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..check import Finding, check_folder
from ..plugins import get_loader
from ..running import find_files
from .options import Lang, existing, graph_option, lang_option, plans_argument
from .output import printable, put, table_text, terminal_width
from .wording import word


@click.command()
@plans_argument(required=False)
@click.option("--no-shapes", is_flag=True, help="Leave out the shapes of the ontology.")
@click.option(
    "--themes",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="SKOS file of themes that the graph was built with, where those were not the package's own.",
)
@graph_option
@lang_option
@click.pass_context
def check(
    context: click.Context,
    plans: tuple[str, ...],
    no_shapes: bool,
    themes: tuple[Path, ...],
    folder: Path,
    lang: Lang,
) -> None:
    """Read the original files again; every quote must stand there and bear its fact out.

    The graph must say what the records give and keep the shapes of the ontology. PLAN names files that were moved
    since they were read. Exit status 3 where a fault is found; a note is none.
    """
    plan_count, quotes, findings = check_folder(existing(folder), get_loader(), list(find_files(plans)))
    if not any(item.kind == "record" for item in findings):
        findings += graph_findings(folder, themes)
    if not no_shapes:
        findings += shape_findings(folder, lang)
    faults = [item for item in findings if item.kind != "warning"]
    if findings:
        put_findings(findings, lang)
    if faults:
        put(f"{word('check.bad', lang, findings=len(faults))}\n")
        context.exit(3)
    put(f"{word('check.good', lang, plans=plan_count, quotes=quotes)}\n")


def graph_findings(folder: Path, themes: Sequence[Path]) -> list[Finding]:
    """Where the graph of a folder differs from its records."""
    from ..graphcheck import check_folder_graph

    return check_folder_graph(folder, themes)


def shape_findings(folder: Path, lang: Lang) -> list[Finding]:
    """What the shapes find in the graph of a folder."""
    from ..shapes import check_folder_shapes

    return [
        Finding(stem, fault.place, fault.severity, f"{fault.message(lang)} {fault.value}".strip())
        for _, stem, fault in check_folder_shapes(folder)
    ]


def put_findings(findings: Sequence[Finding], lang: Lang) -> None:
    """Print findings with their plans and places."""
    titles = [word(f"check.{name}", lang) for name in ("plan", "place", "message")]
    rows = [
        (item.plan, item.place, word(f"check.{item.kind}", lang, detail=printable(item.detail)))
        for item in findings
    ]
    put(table_text(titles, rows, terminal_width()))
