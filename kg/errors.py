"""Every error that the package raises on purpose.

KgError
├── InputError          a file that can't be used: missing, empty, too large, binary, of unknown encoding
│   └── NotAPlanError   a readable file in which no plan was found
├── RecordError         a record that is malformed or that its source does not bear out
├── QueryError          an unknown question, a wrong parameter, a query that does not parse
│   └── QueryLimitError a query that takes too much time or memory
├── StoreError          a server that can't be reached or refuses
├── OntologyError       the code and the ontology disagree
└── PluginError         an entry point that is missing or can't be loaded
"""

from __future__ import annotations

from pathlib import Path


class KgError(Exception):
    """The base of all errors of the package; `str()` is a message for people."""


class InputError(KgError):
    """A file can't be used; the message names the file, and the place in it where there is one."""

    def __init__(self, path: Path | str, message: str, *, place: str | None = None) -> None:
        self.path = Path(path)
        self.place = place
        where = f"{path} ({place})" if place else f"{path}"
        super().__init__(f"{where}: {message}")


class NotAPlanError(InputError):
    """A file was read, but holds no plan: no title of an official document, no outline, no responsibility."""


class RecordError(KgError):
    """A record is malformed, or its quotes do not stand in the Source."""


class QueryError(KgError):
    """A question is unknown, its parameters are wrong, or its text does not parse."""


class QueryLimitError(QueryError):
    """A query takes more time or memory than it was given."""


class StoreError(KgError):
    """A server can't be reached or refuses; the message names its address."""

    def __init__(self, uri: str, message: str) -> None:
        super().__init__(f"{uri}: {message}")


class OntologyError(KgError):
    """The code uses a term that the ontology does not define, or the other way round."""


class PluginError(KgError):
    """An entry point is missing or can't be loaded; the message lists the known names."""
