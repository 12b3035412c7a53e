"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ..tables import Lang
from .output import printable

_Command = TypeVar("_Command", bound=Callable[..., Any])

__all__ = [
    "Lang",
    "existing",
    "graph_option",
    "lang_option",
    "out_option",
    "plans_argument",
    "review_options",
]

DEFAULT_FOLDER = Path("kg-out")


def plans_argument(required: bool) -> Callable[[_Command], _Command]:
    """PLAN…: files, folders and globs."""
    return click.argument(
        "plans",
        metavar="PLAN..." if required else "[PLAN...]",
        nargs=-1,
        required=required,
        type=click.Path(),
    )


def lang_option(command: _Command) -> _Command:
    """--lang zh|en."""
    return click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        default="zh",
        show_default=True,
        help="Language of what is printed.",
    )(command)


def out_option(command: _Command) -> _Command:
    """--out DIR."""
    return click.option(
        "--out",
        type=click.Path(file_okay=False, path_type=Path),
        default=DEFAULT_FOLDER,
        show_default=True,
        help="Folder to write to.",
    )(command)


def review_options(command: _Command) -> _Command:
    """--corrections FILE, --without-names."""
    corrections = click.option(
        "--corrections",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Reviewers' decisions; may be given again. Else every corrections.csv beside the plans.",
    )
    names = click.option("--without-names", is_flag=True, help="Mask the names of persons, keep their posts.")
    return corrections(names(command))


def form_option(command: _Command) -> _Command:
    """`--format`: how a table is printed."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "csv", "json", "xlsx"]),
        default="table",
        show_default=True,
    )(command)


def graph_option(command: _Command) -> _Command:
    """--graph DIR."""
    return click.option(
        "--graph",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        default=DEFAULT_FOLDER,
        show_default=True,
        help="Folder that kg build wrote.",
    )(command)


def as_of_option(command: _Command) -> _Command:
    """--as-of DATE."""
    return click.option(
        "--as-of", metavar="DATE", help="Leave out plans that had lapsed or been replaced by this date."
    )(command)


def existing(folder: Path) -> Path:
    """The folder of --graph; raises a usage error where it is not there."""
    if not folder.is_dir():
        raise click.UsageError(f"there is no folder {printable(folder)}; run kg build first")
    return folder
