"""Plans to a graph, and the graph of a folder that `kg build` wrote, for use from Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .errors import InputError, QueryError
from .model import Plan
from .questions import ask
from .records import Record, find_records, read_manifest, read_record
from .resolve import Correction, Entities, resolve
from .resolve.corrections import read_amended, read_corrections
from .resolve.masking import is_masked
from .reviewing import APPLIED
from .stores.view import OxigraphView, open_view
from .tables import Cell, Lang, Table
from .tables.extras import all_tables

if TYPE_CHECKING:
    import networkx as nx

    from .analysis import Comparison, Material, TaskOverlap, Workload
    from .figures import Drawing
    from .reports import Report
    from .running import Failure
    from .stores.cypher import CypherView
    from .views.explorer.model import PageData
    from .views.parts import Part


class Built:
    """What a run built: its records, its tables, and a graph that answers questions."""

    def __init__(self, folder: Path, failures: Sequence[Failure] = ()) -> None:
        self.folder = folder
        self.failures = tuple(failures)
        """What could not be read or broke a shape, where it was built just now."""

    @cached_property
    def records(self) -> list[Record]:
        """The records with their Source texts, by plan key; raises RecordError where they can't be read."""
        records = find_records(self.folder)
        entries = sorted(read_manifest(records).plans, key=lambda entry: entry.key)
        return [read_record(records, entry) for entry in entries]

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The Source texts of the plans by key."""
        return {record.entry.key: record.text for record in self.records}

    @property
    def plans(self) -> list[Plan]:
        """The plans of the records, by key."""
        return [record.plan for record in self.records]

    @cached_property
    def entities(self) -> Entities:
        """The units, policies, persons and places of the records."""
        texts = {record.entry.key: record.text for record in self.records}
        masked = any(is_masked(member.name) for plan in self.plans for member in plan.members)
        path = find_records(self.folder) / APPLIED
        amended = read_amended(path) if path.is_file() else []
        return resolve(self.plans, texts, corrections=self.corrections, amended=amended, names=not masked)

    @cached_property
    def corrections(self) -> list[Correction]:
        """The reviewers' decisions that the records were made with."""
        path = find_records(self.folder) / APPLIED
        return read_corrections(path) if path.is_file() else []

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The records as tables by name; `pandas.DataFrame(list(table))` takes one."""
        return all_tables(self.plans, self.entities)

    @cached_property
    def view(self) -> OxigraphView:
        """The graph; raises InputError where it can't be read."""
        return open_view(self.folder)

    def networkx(self) -> nx.MultiDiGraph[str]:
        """The graph with IRIs as nodes, its labels, types and properties as attributes (`kg.stores.networks`)."""
        from .stores.loading import read_graph
        from .stores.networks import to_networkx
        from .stores.property_graph import base_of, property_graph

        quads = read_graph(self.folder)
        return to_networkx(property_graph(quads, base_of(quads)))

    @cached_property
    def material(self) -> Material:
        """The plans with their texts and entities, as the functions of `kg.analysis` take them."""
        from .analysis import Material

        return Material(self.plans, self.entities, self.texts)

    def overlap(self) -> TaskOverlap:
        """The counterparts of each task in other plans; `kg.analysis` has the overlap of policies and targets."""
        from .analysis import task_overlap

        return task_overlap(self.material)

    def compare(self, first: str, second: str) -> Comparison:
        """What changed from one plan to another; raises QueryError for what is neither key nor stem of a plan."""
        from .analysis import compare

        return compare(self.material, self._known(first), self._known(second))

    def workload(self, as_of: str | None = None) -> Workload:
        """Who carries how much, over all plans or those in force on a date; raises QueryError for another form."""
        from .analysis import workload

        return workload(self.material, as_of)

    def report(self, lang: Lang = "zh", as_of: str | None = None) -> Report:
        """The brief on the plans, or on those in force on a date; `kg.reports` has renderers into HTML, Markdown, .docx.

        Raises QueryError for another form of a date than ISO.
        """
        from .reports import make_report

        return make_report(self.material, lang, as_of=as_of)

    def ledger(self, lang: Lang = "zh") -> Table:
        """A row for each task and unit with what was typed into merged workbooks; raises RecordError for bad ones."""
        from .ledger import ledger_rows, ledger_table, read_entries

        return ledger_table(ledger_rows(self.material), read_entries(self.folder), lang)

    def key_of(self, name: str) -> str:
        """The key of the plan that a key, or the stem of a record's file, names; the name itself where none has it."""
        return self._stems.get(name, name)

    @property
    def _stems(self) -> Mapping[str, str]:
        return {record.entry.stem: record.entry.key for record in self.records}

    def _known(self, name: str) -> str:
        """The key of a plan; raises QueryError with the stems that can be given where there is no such plan."""
        stems = self._stems
        if name not in stems and name not in stems.values():
            raise QueryError(f"no plan {name!r}; there are: {', '.join(sorted(stems))}")
        return stems.get(name, name)

    @cached_property
    def page(self) -> PageData:
        """The nodes and edges as the explorer shows them."""
        from .views.explorer.content import page_data
        from .views.explorer.themes import themes_of_view

        tasks = [task.key for plan in self.plans for task in plan.tasks]
        return page_data(self.records, self.entities, themes_of_view(self.view, tasks))

    def plan(self, name: str) -> Part:
        """The part of the graph that is one plan, by key or stem: `g.plan(…).to_pyvis()`; raises QueryError for no plan."""
        from .views.parts import plan_part

        return plan_part(self.page, self.key_of(name), [plan.document.key for plan in self.plans])

    def around(self, name: str, depth: int = 2) -> Part:
        """What lies within so many steps of a unit, or of another node; raises QueryError where none or several fit."""
        from .views.parts import around

        return around(self.page, name, depth)

    def figure(self, name: str, *, lang: Lang = "zh", top: int = 10, plan: str | None = None) -> Drawing:
        """A figure for print (`kg.figures`): workload, overlap, themes or timeline; raises QueryError for another.

        With `plan`, of the plans alone that have it in their title or number; raises QueryError where none has.
        """
        from .figures import draw

        return draw(name, self, lang=lang, top=top, plan=plan)

    @cached_property
    def cypher_view(self) -> CypherView:
        """The graph as a property graph; raises InputError where it can't be read."""
        from .stores.cypher import open_cypher

        return open_cypher(self.folder)

    def query(self, name: str, *, engine: Literal["sparql", "cypher"] = "sparql", **params: Cell) -> Table:
        """The answer to a named question; `from_` stands for a parameter named `from`.

        Both engines give the same rows.
        """
        view = self.cypher_view if engine == "cypher" else self.view
        return ask(view, name, {key.rstrip("_"): value for key, value in params.items()})


def build(
    *plans: str | Path,
    out: str | Path = "kg-out",
    examples: bool = False,
    corrections: Sequence[str | Path] = (),
    names: bool = True,
    shapes: bool = True,
) -> Built:
    """What `kg build` writes of plans (files, folders, globs), opened; `failures` tells what could not be read.

    Raises InputError where nothing could be built. Without `names` persons are masked.
    """
    from .building import build_to
    from .plugins import get_loader
    from .reviewing import review
    from .running import Failure, examples_folder, find_files, read_plans

    chosen: list[str | Path] = [*plans, *([examples_folder()] if examples else [])]
    run = read_plans(list(find_files(chosen)), get_loader())
    outcome = None
    failures = list(run.failures)
    if run.reads:
        reviewed = review(run, [Path(path) for path in corrections] or None, names=names)
        outcome = build_to(Path(out), reviewed.run, shapes=shapes)
        paths = {read.plan.document.key: read.path for read in reviewed.run.reads}
        hard = (one for one in outcome.faults if one.fault.hard)
        failures += [Failure(paths[one.key], one.fault.message("en")) for one in hard]
    if outcome is None or not outcome.run.reads:
        first = failures[0] if failures else Failure(Path(out), "no plans were given")
        raise InputError(first.path, first.message)
    return Built(Path(out), failures)


def open_graph(folder: str | Path = "kg-out") -> Built:
    """The graph of a folder; what is missing is reported when it is asked for."""
    return Built(Path(folder))
