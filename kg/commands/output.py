"""What the commands print: data to stdout, messages and progress to stderr, no terminal codes."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table as Grid
from rich.text import Text

from ..running import Progress as Report

_CONTROLS = {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"
} | {code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029)}
_LINES = str.maketrans("\t\n", "  ")
_WIDE = 1_000_000


def printable(text: object) -> str:
    """Text on one line, with all that steers a terminal or turns its direction written as an escape."""
    clean = str(text).translate(_LINES).translate(_CONTROLS)
    return clean.encode("utf-8", "backslashreplace").decode("utf-8")


def say(message: str) -> None:
    """Print a message to stderr, a line each; the caller makes what it quotes printable."""
    click.echo(message, err=True)


def put(text: str) -> None:
    """Print data to stdout, in UTF-8 whatever the locale."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def table_text(titles: Sequence[str], rows: Sequence[Sequence[object]], width: int | None = None) -> str:
    """A table in columns; lines are as long as they need to be unless a width is given."""
    grid = Grid(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for title in titles:
        grid.add_column(Text(printable(title)), overflow="fold")
    for row in rows:
        grid.add_row(*(Text("" if cell is None else printable(cell)) for cell in row))
    console = Console(file=io.StringIO(), width=width or _WIDE, color_system=None, legacy_windows=False)
    with console.capture() as captured:
        console.print(grid)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def terminal_width() -> int | None:
    """The width of the terminal that stdout is, or None where it is none."""
    return Console().width if sys.stdout.isatty() else None


@contextmanager
def progress_bar(label: str) -> Iterator[Report]:
    """A function that shows on stderr how far the reading is; silent where stderr is no terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[file]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(label, total=None, file="")

        def report(path: Path, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, file=printable(path.name))

        yield report
