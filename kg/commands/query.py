"""`kg query`: questions to the graph, named ones and one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from ..tables import Table
from .options import Lang, existing, form_option, graph_option, lang_option
from .output import put, say, table_text, terminal_width
from .wording import word

if TYPE_CHECKING:
    from ..stores.base import View

Form = Literal["table", "csv", "json", "xlsx"]
Engine = Literal["sparql", "cypher"]


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
@click.option(
    "--list",
    "listed",
    is_flag=True,
    help="Show the questions by subject, with their parameters and an example of each.",
)
@click.option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Run a query of one's own, read-only: SELECT or ASK, or Cypher with --engine cypher.",
)
@click.option(
    "--param", "params", multiple=True, metavar="NAME=VALUE", callback=_params, help="Set a parameter."
)
@form_option
@click.option(
    "--engine",
    type=click.Choice(["sparql", "cypher"]),
    help="Language of the query, sparql unless --file ends in .cypher; both need no server, and give the same rows.",
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
    engine: Engine | None,
    folder: Path,
    timeout: float,
    limit: int,
    lang: Lang,
) -> None:
    """Answer question NAME from the graph that kg build wrote."""
    if [bool(name), listed, bool(file)].count(True) != 1:
        raise click.UsageError("give one of NAME, --list and --file")
    if listed:
        put_questions(form, lang)
    elif file:
        if params:
            raise click.UsageError("--param goes with NAME, not with --file")
        put_own(folder, file, engine or _engine(file), timeout, limit, form, lang)
    elif name:
        put_answer(folder, name, params, engine or "sparql", form, lang)


def _engine(file: Path) -> Engine:
    return "cypher" if file.suffix.lower() in (".cypher", ".cyp", ".cql") else "sparql"


def put_questions(form: Form, lang: Lang) -> None:
    """Print all questions."""
    from .listing import catalogue_table, catalogue_text

    if form == "table":
        put(catalogue_text(lang))
    else:
        put_table(catalogue_table(), form, lang, word("query.questions", lang))


def put_answer(
    folder: Path, name: str, params: dict[str, str], engine: Engine, form: Form, lang: Lang
) -> None:
    """Print the answer to a named question."""
    from ..questions import ask, question

    asked = question(name)
    asked.bindings(params)  # a wrong parameter is said before the graph is read
    put_table(ask(_view(folder, engine), name, params), form, lang, asked.title(lang))


def _view(folder: Path, engine: Engine) -> View:
    if engine == "cypher":
        from ..stores.cypher import open_cypher

        return open_cypher(existing(folder))
    from ..stores.view import open_view

    return open_view(existing(folder))


def put_own(
    folder: Path, file: Path, engine: Engine, timeout: float, limit: int, form: Form, lang: Lang
) -> None:
    """Print the answer to a query of one's own."""
    from ..errors import QueryError
    from ..sandbox import run_query

    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: not UTF-8 at byte {error.start}") from error
    table, cut = run_query(existing(folder), text, engine=engine, seconds=timeout, rows=limit, doubt=say)
    put_table(table, form, lang, file.stem)
    if cut:
        say(word("query.cut", lang, rows=limit))


def put_table(table: Table, form: Form, lang: Lang, title: str = "kg") -> None:
    """Print a table in one of the forms; the title is that of the sheet of a workbook."""
    if form == "csv":
        put(table.to_csv())
    elif form == "json":
        put(table.to_json())
    elif form == "xlsx":
        from ..tables.xlsx import to_xlsx

        if sys.stdout.isatty():
            raise click.UsageError(
                "a workbook is no text: send it to a file, as in kg query NAME --format xlsx > a.xlsx"
            )
        click.echo(to_xlsx({title: table}, lang), nl=False)
    else:
        put(table_text(table.titles(lang), table.shown(lang), terminal_width()))
        if not table.rows:
            say(word("query.empty", lang))
