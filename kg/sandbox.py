"""A query that somebody wrote, run where it can do no harm: read-only, without network, in a child process.

The engines do not obey signals while they work, so the child is killed when its time is up. It can open no
file and no connection, so LOAD CSV and SERVICE, which are refused before, would fail there too.
"""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, Any, Literal

from pyoxigraph import QueryBoolean, QuerySolutions, Store

from .errors import InputError, QueryError, QueryLimitError
from .stores.cells import SEPARATOR
from .stores.cypher import CypherView, doubts, load_embedded
from .stores.rdf import FILE_NAME, load_store
from .stores.view import cell
from .tables import JOIN, Column, Table

Engine = Literal["sparql", "cypher"]

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPAQUE = re.compile(
    r"\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r"|\"(?:[^\"\\\n\r]|\\.)*\"|'(?:[^'\\\n\r]|\\.)*'|<[^<>\"{}|^`\\\s]*>|#[^\n\r]*",
    re.DOTALL,
)
_HIDDEN = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`|//[^\n\r]*|/\*.*?\*/",
    re.DOTALL,
)
"""What Cypher does not take for its own words: strings, quoted names, comments."""
_LOAD = re.compile(r"(?<![\w.:$])LOAD\s+CSV\b", re.IGNORECASE)
_SERVICE = re.compile(r"(?<![\w:?$-])SERVICE(?![\w:-])", re.IGNORECASE)


def run_query(
    folder: Path,
    text: str,
    *,
    engine: Engine = "sparql",
    seconds: float = 60,
    rows: int = 10_000,
    megabytes: int = 4096,
    doubt: Callable[[str], None] = lambda said: None,
) -> tuple[Table, bool]:
    """The answer of a query over the graph that kg build wrote, and whether rows were cut off.

    `doubt` is called with each thing that the engine says of names in a Cypher query that no graph has.
    Of SPARQL SELECT and ASK, of Cypher all that reads. Raises QueryError where the query is none of these or
    does not parse, QueryLimitError where it takes too much time or memory.
    """
    if not (folder / FILE_NAME).is_file():
        raise InputError(folder / FILE_NAME, "no graph to read; run kg build first")
    if engine == "cypher":
        refuse_files(text)
        load_embedded(folder)  # the time for making the cache is not the query's
    else:
        refuse_service(text)
    command = [sys.executable, "-P", "-m", __name__, engine, str(folder), str(rows), str(megabytes)]
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise QueryLimitError(f"the query was stopped after {seconds:g} seconds") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise QueryLimitError(
            f"the query ended without an answer, perhaps for want of memory: {' '.join(last)}"
        ) from error
    if "error" in answer:
        raise QueryError(answer["error"])
    for said in doubts(answer.get("warnings", ())):
        doubt(said)
    columns = tuple(Column(name, name, name) for name in answer["columns"])
    return Table(columns, tuple(tuple(row) for row in answer["rows"])), answer["cut"]


def refuse_service(text: str) -> None:
    """Raise QueryError where a query would call another server."""
    plain = _ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), text)
    if _SERVICE.search(_OPAQUE.sub(" ", plain)):
        raise QueryError("SERVICE is not allowed: a query reads the graph and nothing else")


def refuse_files(text: str) -> None:
    """Raise QueryError where a Cypher query would read a file or an address."""
    if _LOAD.search(_HIDDEN.sub(" ", text)):
        raise QueryError("LOAD CSV is not allowed: a query reads the graph and nothing else")


def answer_cypher(view: CypherView, text: str, rows: int) -> dict[str, Any]:
    """The answer of a Cypher query, as that of SPARQL; lists as people read them."""
    try:
        table = view.select(text, rows=rows + 1)
    except QueryError as error:
        return {"error": f"{error}"}
    found = [
        [one.replace(SEPARATOR, JOIN) if isinstance(one, str) else one for one in row] for row in table.rows
    ]
    return {"columns": table.names, "rows": found[:rows], "cut": len(found) > rows, "warnings": view.warnings}


def answer_query(store: Store, text: str, rows: int) -> dict[str, Any]:
    """The answer as JSON takes it: columns, rows and whether some were cut off, or an error."""
    try:
        result = store.query(text, use_default_graph_as_union=True)
        if isinstance(result, QueryBoolean):
            return {"columns": ["answer"], "rows": [[str(bool(result)).lower()]], "cut": False}
        if not isinstance(result, QuerySolutions):
            return {"error": "only SELECT and ASK are allowed"}
        names = [variable.value for variable in result.variables]
        found = [[cell(solution[name]) for name in names] for solution in islice(result, rows + 1)]
    except (SyntaxError, ValueError, OSError) as error:
        return {"error": f"{error}"}
    return {"columns": names, "rows": found[:rows], "cut": len(found) > rows}


@contextlib.contextmanager
def _confined(megabytes: int) -> Iterator[None]:
    """Leave the process that much memory and no new files or connections, where the system can do it."""
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    limit = megabytes * 1024 * 1024
    for kind, least in ((resource.RLIMIT_AS, limit), (resource.RLIMIT_NOFILE, 0)):
        _, hard = resource.getrlimit(kind)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (least, hard))
    yield


def main(arguments: list[str], stdin: IO[bytes], stdout: IO[bytes]) -> None:
    """Answer the query that stands on stdin, over the graph of a folder, as JSON on stdout."""
    engine, folder, rows, megabytes = arguments[0], Path(arguments[1]), int(arguments[2]), int(arguments[3])
    answer: Callable[[str, int], dict[str, Any]]
    if engine == "cypher":
        answer = partial(answer_cypher, CypherView(load_embedded(folder)))
    else:
        answer = partial(answer_query, load_store(folder))
    text = stdin.read().decode("utf-8")
    with _confined(megabytes):
        found = answer(text, rows)
        stdout.write(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
        stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer)
