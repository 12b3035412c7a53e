"""What a run's plans become before they are resolved: reviewers' decisions applied, names of persons masked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from .resolve import Entities, resolve
from .resolve.amending import amend
from .resolve.corrections import applied_text, corrections_beside, read_corrections
from .resolve.masking import masked_plan, masked_text
from .running import Run

APPLIED = "corrections-applied.csv"
"""The file of a folder of records that holds the decisions which they were made with."""


class Reviewed(NamedTuple):
    """A run after review, and what the authors of decisions should know."""

    run: Run
    warnings: list[str]


def review(run: Run, corrections: Sequence[Path] | None = None, *, names: bool = True) -> Reviewed:
    """The run with decisions applied; None takes the `corrections.csv` that lie beside the plans."""
    paths = corrections_beside([read.path for read in run.reads]) if corrections is None else corrections
    said = [one for path in paths for one in read_corrections(path)]
    amended = amend(run.plans, run.texts, said)
    reads = [replace(read, plan=plan) for read, plan in zip(run.reads, amended.plans, strict=True)]
    if not names:
        reads = [
            replace(read, plan=masked_plan(read.plan), text=masked_text(read.plan, read.text))
            for read in reads
        ]
    return Reviewed(
        replace(run, reads=reads, corrections=said, amended=amended.applied, names=names), amended.warnings
    )


def resolved(run: Run) -> Entities:
    """The entities of a run's plans, after its decisions."""
    return resolve(run.plans, run.texts, corrections=run.corrections, amended=run.amended, names=run.names)


def decisions_file(run: Run) -> dict[str, bytes]:
    """The file of a run's decisions by its name, where there are any; without names it is not kept."""
    if not run.corrections or not run.names:
        return {}
    return {APPLIED: applied_text(run.corrections, run.amended).encode()}
