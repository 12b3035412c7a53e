"""The catalogue of questions as `kg query --list` shows it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

from ..questions import Parameter, Question, catalogue, subjects
from ..tables import Column, Lang, Table, cell_text
from .wording import word

_PLAIN = re.compile(r"[\w=./:-]+")
"""What no shell takes for anything but text."""
_INDENT = "      "
_FREE = ("text", "integer", "date")
"""Types of parameters that do not list their values."""


def catalogue_text(lang: Lang) -> str:
    """All questions by subject: name and title, a line for each parameter, and a line to try it with."""
    head = word("query.catalogue", lang, count=len(catalogue()))
    return "\n".join([head, "", *(line for code in subjects() for line in _subject(code, lang))])


def catalogue_table() -> Table:
    """All questions as a table, for programs: name, subject, titles, parameters, columns, example, engines."""
    columns = (
        Column("name", "名称", "Name"),
        Column("subject", "主题", "Subject", subjects()),
        Column("title_zh", "标题（中文）", "Title (Chinese)"),
        Column("title_en", "标题（英文）", "Title (English)"),
        Column("params", "参数", "Parameters"),
        Column("columns", "栏目", "Columns"),
        Column("example", "示例", "Example"),
        Column("engines", "引擎", "Engines"),
    )
    return Table(columns, tuple(_row(question) for question in catalogue().values()))


def _row(question: Question) -> tuple[str | None, ...]:
    return (
        question.name,
        question.subject,
        question.titles["zh"],
        question.titles["en"],
        ", ".join(f"{one.name}={cell_text(one.default)}" for one in question.parameters) or None,
        ", ".join(column.name for column in question.columns),
        example_line(question),
        "sparql, cypher" if question.cypher else "sparql",
    )


def example_line(question: Question) -> str:
    """A command that asks the question with its example parameters, quoted for a shell where that is needed."""
    params = [f"{name}={value}" for name, value in question.example.items()]
    words = ["kg", "query", question.name, *(word for one in params for word in ("--param", one))]
    return " ".join(word if _PLAIN.fullmatch(word) else shlex.quote(word) for word in words)


def _subject(code: str, lang: Lang) -> Iterator[str]:
    questions = [one for one in catalogue().values() if one.subject == code]
    if questions:
        yield f"【{subjects()[code][lang]}】" if lang == "zh" else subjects()[code][lang].upper()
        yield ""
    for question in questions:
        yield from _question(question, lang)
        yield ""


def _question(question: Question, lang: Lang) -> Iterator[str]:
    yield f"  {question.name}  {question.title(lang)}"
    settings = [(_setting(one), one.zh if lang == "zh" else one.en) for one in question.parameters]
    width = max((len(setting) for setting, _ in settings), default=0)
    for setting, meaning in settings:
        yield f"{_INDENT}{setting.ljust(width)}  {meaning}"
    yield f"{_INDENT}{word('query.example', lang)}{example_line(question)}"


def _setting(parameter: Parameter) -> str:
    """`role=lead|responsible`, with the default in brackets where there is one."""
    values = parameter.type.replace(", ", "|") if parameter.type not in _FREE else "..."
    default = f" [{cell_text(parameter.default)}]" if parameter.default is not None else ""
    return f"{parameter.name}={values}{default}"
