"""`kg query`: questions to the graph, named ones and one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from ..tables import Table, cell_text
from .options import Lang, existing, graph_option, lang_option
from .output import put, say, table_text, terminal_width
from .wording import word

Form = Literal["table", "csv", "json"]


def _params(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """The parameters by name."""
    params = {}
    for value in values:
        name, found, text = value.partition("=")
        if not found or not name or name in params:
            raise click.BadParameter(f"{value!r}: expected NAME=VALUE, each name once")
        params[name] = text
    return params


@click.command()
@click.argument("name", required=False)
@click.option("--list", "listed", is_flag=True, help="Show the questions and their parameters.")
@click.option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Run a SELECT or ASK query of one's own, read-only.",
)
@click.option(
    "--param", "params", multiple=True, metavar="NAME=VALUE", callback=_params, help="Set a parameter."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
@graph_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60,
    show_default=True,
    help="Seconds that a --file query may take.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    help="Rows that a --file query may give.",
)
@lang_option
def query(
    name: str | None,
    listed: bool,
    file: Path | None,
    params: dict[str, str],
    form: Form,
    folder: Path,
    timeout: float,
    limit: int,
    lang: Lang,
) -> None:
    """Answer question NAME from the graph that kg build wrote."""
    if [bool(name), listed, bool(file)].count(True) != 1:
        raise click.UsageError("give one of NAME, --list and --file")
    if listed:
        put_questions(lang)
    elif file:
        if params:
            raise click.UsageError("--param goes with NAME, not with --file")
        put_own(folder, file, timeout, limit, form, lang)
    elif name:
        put_answer(folder, name, params, form, lang)


def put_questions(lang: Lang) -> None:
    """Print the names, titles and parameters of all questions."""
    from ..questions import catalogue

    titles = [word(f"query.{column}", lang) for column in ("name", "title", "params")]
    rows = [
        (
            question.name,
            question.title(lang),
            ", ".join(f"{param.name}={cell_text(param.default)}" for param in question.parameters),
        )
        for question in catalogue().values()
    ]
    put(table_text(titles, rows, terminal_width()))


def put_answer(folder: Path, name: str, params: dict[str, str], form: Form, lang: Lang) -> None:
    """Print the answer to a named question."""
    from ..questions import ask
    from ..stores.view import open_view

    put_table(ask(open_view(existing(folder)), name, params), form, lang)


def put_own(folder: Path, file: Path, timeout: float, limit: int, form: Form, lang: Lang) -> None:
    """Print the answer to a query of one's own."""
    from ..errors import QueryError
    from ..sandbox import run_query

    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: not UTF-8 at byte {error.start}") from error
    table, cut = run_query(existing(folder), text, seconds=timeout, rows=limit)
    put_table(table, form, lang)
    if cut:
        say(word("query.cut", lang, rows=limit))


def put_table(table: Table, form: Form, lang: Lang) -> None:
    """Print a table in one of the forms."""
    if form == "csv":
        put(table.to_csv())
    elif form == "json":
        put(table.to_json())
    else:
        rows = [[cell_text(cell) for cell in row] for row in table.rows]
        put(table_text(table.titles(lang), rows, terminal_width()))
