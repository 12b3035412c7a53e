"""CSV for `neo4j-admin database import`: a file for each label and type, and the arguments to import them with.

The files hold the values as they are, for a program: they are not meant for a spreadsheet (`kg build` writes
`tables/` for that), where a cell that begins with `=` would be a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from ..keys import BASE
from .cells import SEPARATOR
from .columns import Columns, Kind, fitted, node_tables, relation_tables
from .property_graph import PropertyGraph, labels_of

ARGUMENTS = "import.args"
"""`neo4j-admin database import full @import.args neo4j`, in the folder of the files."""

_TYPES = {
    "string": "",
    "integer": ":long",
    "float": ":double",
    "boolean": ":boolean",
    "date": ":date",
    "list": ":string[]",
}
_NAMES = {"iri": "iri:ID", "source": ":START_ID", "target": ":END_ID"}


def neo4j_csv(graph: PropertyGraph, base: str = BASE) -> Iterator[tuple[str, bytes]]:
    """The files by name."""
    arguments = ["--id-type=string", "--array-delimiter=U+001F", "--multiline-fields=true"]
    for table in node_tables(graph, base):
        name = f"nodes-{table.name}.csv"
        arguments.append(f"--nodes={':'.join(labels_of(table.name, base))}={name}")
        yield name, _text(table)
    for table in relation_tables(graph):
        name = f"relations-{table.name}.csv"
        arguments.append(f"--relationships={table.name}={name}")
        yield name, _text(table)
    yield ARGUMENTS, "".join(f"{argument}\n" for argument in arguments).encode()


def _text(table: Columns) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_NAMES.get(name) or f"{name}{_TYPES[kind]}" for name, kind in table.kinds.items())
    for row in table.rows:
        writer.writerow(_cell(row.get(name), kind) for name, kind in table.kinds.items())
    return file.getvalue().encode("utf-8")


def _cell(value: Any, kind: Kind) -> str:
    value = fitted(value, kind)
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return SEPARATOR.join(value) if isinstance(value, list) else str(value)
