"""What the commands that speak to a server share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from .options import Lang
from .wording import word

if TYPE_CHECKING:
    from ..stores.base import Server


@contextmanager
def opened(uri: str, database: str | None, lang: Lang) -> Iterator[Server]:
    """The server at an address, closed at the end; user and password are asked for on stderr."""
    from ..stores.servers import connect

    def ask(what: str) -> str:
        text: str = click.prompt(word(f"load.{what}", lang), hide_input=what == "password", err=True)
        return text

    server = connect(uri, ask, database=database)
    try:
        yield server
    finally:
        server.close()


@contextmanager
def step_bar(lang: Lang) -> Iterator[Callable[[str, int, int], None]]:
    """A function that shows on stderr what is being done and how far; silent where stderr is no terminal."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        tasks: dict[str, TaskID] = {}

        def report(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(word(f"load.{what}", lang), total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield report
