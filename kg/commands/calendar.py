"""`kg calendar`: deadlines as a calendar file."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from ..api import open_graph
from ..writing import Outputs
from .options import Lang, existing, graph_option, lang_option
from .output import printable, say
from .wording import word


@click.command()
@click.option(
    "--unit", metavar="NAME", help="Only this unit: its name, or its key where several share the name."
)
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write, such as a.ics.",
)
@graph_option
@lang_option
def calendar(unit: str | None, out: Path, folder: Path, lang: Lang) -> None:
    """Write the deadlines of tasks as a calendar (.ics); those that plans don't state are marked as derived (推定)."""
    from ..ledger import ledger_rows
    from ..ledger.calendars import calendar_ics, dated, rows_of

    material = open_graph(existing(folder)).material
    rows = ledger_rows(material)
    if unit is not None:
        named = sorted({row.unit_name for row in rows if row.unit_name})
        rows = rows_of(rows, unit)
        keys = sorted({row.unit for row in rows})
        if not keys:
            near = get_close_matches(unit, named, n=3, cutoff=0.4)
            raise click.UsageError(
                f"no unit {unit!r} has a task" + (f"; did you mean {', '.join(near)}?" if near else "")
            )
        if len(keys) > 1:
            raise click.UsageError(
                f"several units are called {unit!r}: {', '.join(keys)}; give the key of one"
            )
    data = calendar_ics(material, rows, unit or word("calendar.all", lang), lang)
    with Outputs(out.parent) as outputs:
        outputs.add(out.name, data)
    shown = {row.task: row.due for row in rows if dated(row)}
    stated = sum(due is not None and due.stated for due in shown.values())
    tasks = len({row.task for row in rows})
    say(
        word(
            "calendar.written",
            lang,
            file=printable(out),
            stated=stated,
            derived=len(shown) - stated,
            undated=tasks - len(shown),
        )
    )
