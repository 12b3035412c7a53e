"""The command `kg`: plans in, records, a graph and answers out."""

from __future__ import annotations

import errno
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from .commands.output import printable, say
from .errors import KgError, QueryError, QueryLimitError, RecordError

COMMANDS = (
    "extract",
    "build",
    "query",
    "resolve",
    "overlap",
    "compare",
    "workload",
    "check",
    "score",
    "load",
    "unload",
    "export",
    "view",
    "figure",
    "report",
    "ledger",
    "calendar",
    "sample",
)
"""In the order in which they are listed; each stands in a module of its name in `kg.commands`."""


def exit_status(error: KgError) -> int:
    """2 for a wrong question, 3 for records that are not in order, 1 for all else."""
    if isinstance(error, QueryError) and not isinstance(error, QueryLimitError):
        return 2
    return 3 if isinstance(error, RecordError) else 1


def _reason(error: OSError) -> str:
    """What could not be done where; for a file that is being written, its folder, as its name tells nobody anything."""
    if not isinstance(error.filename, str) or not error.strerror:
        return str(error)
    path = Path(error.filename)
    return f"{path.parent if path.name.startswith('.kg-') else path}: {error.strerror}"


class _Commands(click.Group):
    """Commands that are imported when they are called for, and errors of ours as messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f".commands.{cmd_name}", __package__), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            say(f"kg: {printable(error)}")
            ctx.exit(exit_status(error))
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            say(f"kg: {printable(_reason(error))}")
            ctx.exit(1)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("plan-kg"), prog_name="kg")
def main() -> None:
    """A knowledge graph of agencies, tasks and policies, read from Chinese government plans.

    Exit status: 0 all good; 1 some inputs failed (the others are done), or a graph or a server can't be used; 2 wrong
    use, or a wrong question; 3 a check failed, or records are missing or damaged.
    """
