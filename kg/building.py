"""From the plans that were read to a folder of records, graph and tables, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from .graph import build_graph
from .records import stems_of, write_records
from .resolve import Entities, resolve, units_json
from .running import Run
from .stores.rdf import FILE_NAME, trig
from .tables.records import record_tables
from .writing import Outputs

RECORDS, TABLES = "records", "tables"


def extract_to(out: Path, run: Run) -> Entities:
    """Write the records of a run; what its names were resolved to."""
    entities = resolve(run.plans, run.texts)
    with Outputs(out) as outputs:
        write_records(outputs, run.reads, units_json(entities, stems_of(run.reads)))
    return entities


def build_to(out: Path, run: Run) -> Entities:
    """Write records, graph and tables of a run; what its names were resolved to."""
    entities = resolve(run.plans, run.texts)
    with Outputs(out) as outputs:
        write_records(outputs, run.reads, units_json(entities, stems_of(run.reads)), RECORDS)
        outputs.add(FILE_NAME, trig(build_graph(run.plans, entities)))
        for name, table in record_tables(run.plans, entities).items():
            outputs.add(f"{TABLES}/{name}.csv", table.to_csv().encode("utf-8"))
    return entities
