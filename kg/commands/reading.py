"""What `kg extract` and `kg build` share: reading the plans and saying what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..plugins import get_loader
from ..resolve import Entities
from ..reviewing import review
from ..running import Run, find_files, read_plans
from .options import Lang
from .output import printable, progress_bar, put, say
from .wording import word


def read_all(
    arguments: Sequence[str | Path], lang: Lang, corrections: Sequence[Path] = (), *, names: bool = True
) -> Run:
    """The run over all files that the arguments name, its failures and repeats reported, decisions applied.

    Without `corrections` those that lie beside the plans are taken.
    """
    with progress_bar(word("reading", lang)) as progress:
        run = read_plans(list(find_files(arguments)), get_loader(), progress)
    for failure in run.failures:
        path, message = printable(failure.path), printable(failure.message)
        say(word("failed", lang, path=path, message=message))
    for repeat in run.repeats:
        path, kept = printable(repeat.path), printable(repeat.kept)
        say(word(f"repeat.{repeat.reason}", lang, path=path, kept=kept))
    for read in run.reads:
        for key in read.clashes:
            say(word("clash", lang, plan=printable(read.path.name), key=printable(key)))
    if not run.reads:
        say(word("none", lang))
    reviewed = review(run, corrections or None, names=names)
    say_warnings(reviewed.warnings, lang)
    return reviewed.run


def say_warnings(warnings: Sequence[str], lang: Lang) -> None:
    """Say what reviewers should know of their decisions."""
    for warning in warnings:
        say(word("correction", lang, warning=printable(warning)))


def put_summary(run: Run, entities: Entities, lang: Lang) -> None:
    """Print what was found in a run."""
    say_warnings(entities.warnings, lang)
    counts = {
        "plans": len(run.reads),
        "tasks": sum(len(plan.tasks) for plan in run.plans),
        "units": len(entities.units),
        "policies": len(entities.policies),
    }
    trouble = {
        "failures": len(run.failures),
        "repeats": len(run.repeats),
        "unread": sum(len(plan.unread) for plan in run.plans),
    }
    put(f"{word('counts', lang, **counts)}\n{word('trouble', lang, **trouble)}\n")


def put_written(folder: Path, things: Sequence[str], lang: Lang) -> None:
    """Print where things were written."""
    listed = ("、" if lang == "zh" else ", ").join(things)
    put(f"{word('written', lang, folder=printable(folder), things=printable(listed))}\n")
