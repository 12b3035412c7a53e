"""From the plans that were read to a folder of records, graph and tables, written whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from .analysis.whole import analysed_graph
from .graph import Graph, load_themes
from .records import stems_of, write_records
from .resolve import Entities, units_json
from .reviewing import decisions_file, resolved
from .running import Run
from .shapes import PlanFault, plan_faults
from .stores.rdf import FILE_NAME, trig
from .tables.extras import all_tables
from .views.explorer import FILE_NAME as EXPLORER
from .views.explorer import explorer_html, themes_of_graph
from .writing import Outputs

RECORDS, TABLES = "records", "tables"


class Outcome(NamedTuple):
    """What came of a build: the run without the plans that were left out, and what the shapes said."""

    run: Run
    entities: Entities
    graph: Graph
    faults: list[PlanFault]
    """Of the plans left out all, of the others what they may pass with."""

    @property
    def left_out(self) -> list[str]:
        """The stems of the plans that were left out."""
        return list(dict.fromkeys(fault.stem for fault in self.faults if fault.fault.hard))


def extract_to(out: Path, run: Run) -> Entities:
    """Write the records of a run; what its names were resolved to."""
    entities = resolved(run)
    with Outputs(out) as outputs:
        units = units_json(entities, stems_of(run.reads))
        write_records(outputs, run.reads, units, extra=decisions_file(run))
    return entities


def build_to(out: Path, run: Run, *, shapes: bool = True, themes: Sequence[Path] = ()) -> Outcome:
    """Write records, graph and tables of a run, without the plans that break a shape; nothing where all do."""
    outcome = passing(run, shapes=shapes, themes=themes)
    run, entities = outcome.run, outcome.entities
    if not run.reads:
        return outcome
    with Outputs(out) as outputs:
        units = units_json(entities, stems_of(run.reads))
        write_records(outputs, run.reads, units, RECORDS, decisions_file(run))
        outputs.add(FILE_NAME, trig(outcome.graph))
        for name, table in all_tables(run.plans, entities).items():
            outputs.add(f"{TABLES}/{name}.csv", table.to_csv().encode("utf-8"))
        outputs.add(EXPLORER, explorer_html(run.reads, entities, themes_of_graph(outcome.graph)))
    return outcome


def passing(run: Run, *, shapes: bool = True, themes: Sequence[Path] = ()) -> Outcome:
    """The graph of a run's plans that break no shape.

    Leaving a plan out changes what the others share, so the rest is resolved and checked anew.
    """
    schemes = load_themes(themes)
    broken: list[PlanFault] = []
    while True:
        entities = resolved(run)
        graph = analysed_graph(run.plans, entities, run.texts, schemes)
        faults = plan_faults(graph, stems_of(run.reads)) if shapes else []
        bad = {fault.key for fault in faults if fault.fault.hard}
        if not bad:
            return Outcome(run, entities, graph, [*broken, *faults])
        broken += [fault for fault in faults if fault.key in bad]
        run = replace(run, reads=[read for read in run.reads if read.plan.document.key not in bad])
