"""`kg ledger`: workbooks to fill in, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..api import open_graph
from ..errors import InputError
from ..writing import Outputs
from .options import Lang, existing, graph_option, lang_option
from .output import printable, say
from .wording import word

if TYPE_CHECKING:
    from ..ledger import Filled


@click.group(invoke_without_command=True)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the workbooks; ledger/ in the folder of the graph unless given.",
)
@graph_option
@lang_option
@click.pass_context
def ledger(context: click.Context, out: Path | None, folder: Path, lang: Lang) -> None:
    """Write workbooks in which people fill in what became of each task: one with all, one for each unit.

    What was merged before stands in them. A workbook that was filled in and not merged is not written over.
    """
    if context.invoked_subcommand:
        context.obj = (folder, lang)
        return
    from ..ledger import FOLDER, conflicts, ledger_rows, lost_entries, read_entries, workbooks

    entries = read_entries(existing(folder))
    rows = ledger_rows(open_graph(folder).material)
    books = workbooks(rows, entries, lang)
    place = out or folder / FOLDER
    for name in books:
        _refuse_filled(place / name, folder)
    with Outputs(place) as outputs:
        for name, data in books.items():
            outputs.add(name, data)
    units = len({row.unit for row in rows if row.unit})
    say(word("ledger.rows", lang, rows=len(rows), tasks=len({row.task for row in rows}), units=units))
    lost, open_ = len(lost_entries(entries, rows)), len(conflicts(entries))
    if entries.entries:
        say(word("ledger.entries", lang, entries=len(entries.entries), conflicts=open_, lost=lost))
    say(word("ledger.written", lang, folder=printable(place), files=len(books)))


def _refuse_filled(path: Path, folder: Path) -> None:
    """Raise where a workbook that would be written over holds what was not merged."""
    from ..ledger import read_entries, untaken

    if path.exists() and untaken(path, read_entries(folder)):
        raise InputError(
            path, "was filled in and not merged; run kg ledger merge on it, or give another --out"
        )


@ledger.command()
@click.argument("filled", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILLED...")
@click.option(
    "--graph", "folder", type=click.Path(file_okay=False, path_type=Path), help="Folder that kg build wrote."
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of what is printed.")
@click.pass_context
def merge(context: click.Context, filled: tuple[Path, ...], folder: Path | None, lang: Lang | None) -> None:
    """Take filled workbooks back in; FILLED is a workbook, or a folder of them.

    What was typed is kept in ledger.json in the folder of the graph, over all rebuilds. Where two workbooks say
    different things, both are kept and listed, with exit status 1.
    """
    from ..ledger import ledger_rows, lost_entries, read_entries
    from ..ledger.entries import FILE_NAME
    from ..ledger.merging import merge as merged_with

    above: tuple[Path, Lang] = context.obj
    place, tongue = existing(folder or above[0]), lang or above[1]
    rows, failed = _read(filled, tongue)
    outcome = merged_with(read_entries(place), rows)
    with Outputs(place) as outputs:
        outputs.add(FILE_NAME, outcome.entries.encode())
    say(word("ledger.taken", tongue, taken=outcome.taken, moved=outcome.moved))
    for one in outcome.conflicts:
        say(
            word(
                "ledger.conflict",
                tongue,
                title=printable(one.entry.title),
                unit=printable(one.entry.unit_name),
                texts=" ‖ ".join(f"{printable(v.text)}（{printable(v.source)}）" for v in one.cell.versions),
            )
        )
    for lost in lost_entries(outcome.entries, ledger_rows(open_graph(place).material)):
        say(
            word(
                "ledger.lost", tongue, title=printable(lost.entry.title), unit=printable(lost.entry.unit_name)
            )
        )
    context.exit(int(bool(failed or outcome.conflicts)))


def _read(paths: tuple[Path, ...], lang: Lang) -> tuple[list[Filled], int]:
    """The rows of all workbooks, and how many can't be read."""
    from ..ledger import read_filled

    rows: list[Filled] = []
    failed = 0
    for path in sorted({book for given in paths for book in _books(given)}):
        try:
            sheets = read_filled(path)
        except InputError as error:
            failed += 1
            say(f"kg: {printable(error)}")
            continue
        rows += sheets.rows
        for title in sheets.unread:
            say(word("ledger.unread", lang, file=printable(path.name), sheet=printable(title)))
    return rows, failed


def _books(path: Path) -> list[Path]:
    """The workbooks of a folder, without those that a spreadsheet has open; a file as it is."""
    if not path.is_dir():
        return [path]
    return [one for one in path.rglob("*.xlsx") if not one.name.startswith(("~$", "."))]
