"""The graph of a folder that `kg build` wrote, for use from Python."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from .model import Plan
from .questions import ask
from .records import Record, find_records, read_manifest, read_record
from .resolve import Correction, Entities, resolve
from .resolve.corrections import read_corrections
from .reviewing import APPLIED
from .stores.view import OxigraphView, open_view
from .tables import Cell, Table
from .tables.records import record_tables


class Built:
    """What a run built: its records, its tables, and a graph that answers questions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def records(self) -> list[Record]:
        """The records with their Source texts, by plan key; raises RecordError where they can't be read."""
        records = find_records(self.folder)
        entries = sorted(read_manifest(records).plans, key=lambda entry: entry.key)
        return [read_record(records, entry) for entry in entries]

    @property
    def plans(self) -> list[Plan]:
        """The plans of the records, by key."""
        return [record.plan for record in self.records]

    @cached_property
    def entities(self) -> Entities:
        """The units, policies, persons and places of the records."""
        texts = {record.entry.key: record.text for record in self.records}
        return resolve(self.plans, texts, corrections=self.corrections)

    @cached_property
    def corrections(self) -> list[Correction]:
        """The reviewers' decisions that the records were made with."""
        path = find_records(self.folder) / APPLIED
        return read_corrections(path) if path.is_file() else []

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The records as tables by name; `pandas.DataFrame(list(table))` takes one."""
        return record_tables(self.plans, self.entities)

    @cached_property
    def view(self) -> OxigraphView:
        """The graph; raises InputError where it can't be read."""
        return open_view(self.folder)

    def query(self, name: str, **params: Cell) -> Table:
        """The answer to a named question; `from_` stands for a parameter named `from`."""
        return ask(self.view, name, {key.rstrip("_"): value for key, value in params.items()})


def open_graph(folder: str | Path = "kg-out") -> Built:
    """The graph of a folder; what is missing is reported when it is asked for."""
    return Built(Path(folder))
