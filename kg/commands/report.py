"""`kg report`: a brief on the plans, opening with what is most telling."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from ..api import open_graph
from ..writing import Outputs
from .options import Lang, as_of_option, existing, graph_option, lang_option
from .output import printable, put, say
from .wording import word

if TYPE_CHECKING:
    from ..reports import Report

Form = Literal["html", "md", "docx"]
_FORMS: Mapping[str, Form] = {".html": "html", ".htm": "html", ".md": "md", ".docx": "docx"}


@click.command()
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; its name may tell the format.",
)
@click.option(
    "--format", "form", type=click.Choice(["html", "md", "docx"]), help="html unless --out says otherwise."
)
@as_of_option
@graph_option
@lang_option
def report(out: Path | None, form: Form | None, as_of: str | None, folder: Path, lang: Lang) -> None:
    """Write a brief on the plans: the ten most telling findings with their evidence, then plan by plan, workload,
    policies, targets, changes, and what was left unread. Markdown may go to stdout, else give --out.
    """
    chosen: Form = form or _form(out)
    if out is None and chosen == "docx":
        raise click.UsageError("a .docx document is no text: give --out")
    made = open_graph(existing(folder)).report(lang, as_of)
    data = _rendered(made, chosen)
    if out is None:
        put(data.decode("utf-8"))
        return
    with Outputs(out.parent) as outputs:
        outputs.add(out.name, data)
    say(word("export.file", lang, file=printable(out)))


def _form(out: Path | None) -> Form:
    if out is None:
        return "html"
    suffix = out.suffix.lower()
    if suffix not in _FORMS:
        raise click.UsageError(
            f"--out: reports are written to {', '.join(_FORMS)}; for another name give --format"
        )
    return _FORMS[suffix]


def _rendered(made: Report, form: Form) -> bytes:
    if form == "docx":
        from ..reports.document import to_docx

        return to_docx(made)
    if form == "md":
        from ..reports.markdown import to_markdown

        return to_markdown(made).encode("utf-8")
    from ..reports.page import to_html

    return to_html(made).encode("utf-8")
