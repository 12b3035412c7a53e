"""`kg export`: the graph as files for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from ..stores.forms import FOLDERS, FORMS, Form
from .options import Lang, existing, graph_option, lang_option
from .output import printable, say
from .wording import word


@click.command()
@click.option("--format", "form", type=click.Choice(FORMS), required=True, help="Form to write.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help=f"File to write; for {' and '.join(FOLDERS)} a folder.",
)
@graph_option
@lang_option
def export(form: Form, out: Path, folder: Path, lang: Lang) -> None:
    """Write the graph as CSV for neo4j-admin, GraphML, GEXF, JSON-LD, Parquet, N-Quads or Turtle."""
    from ..stores.export import export_to

    if out.exists() and out.is_dir() != (form in FOLDERS):
        raise click.UsageError(f"--out: {form} is written to a {'folder' if form in FOLDERS else 'file'}")
    written = export_to(out, existing(folder), form)
    if form in FOLDERS:
        say(word("export.folder", lang, folder=printable(out), files=len(written)))
    else:
        say(word("export.file", lang, file=printable(out)))
