"""The forms that the graph is exported in; here so that a command line knows them without loading a library."""

from __future__ import annotations

from typing import Literal, get_args

Form = Literal["csv", "graphml", "gexf", "jsonld", "parquet", "nquads", "turtle"]
FORMS: tuple[Form, ...] = get_args(Form)
FOLDERS = ("csv", "parquet")
"""Forms that are a folder of files."""
