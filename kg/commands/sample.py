"""`kg sample`: a sheet of facts for a person to check, and what the checked sheet shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..api import open_graph
from ..writing import Outputs
from .options import Lang, existing, graph_option, lang_option
from .output import printable, put, say, table_text
from .wording import word

if TYPE_CHECKING:
    from ..reports.sampling import Precision


@click.command()
@click.option(
    "--per-kind", type=click.IntRange(min=1), default=50, show_default=True, help="Facts of each kind."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write, .csv or .xlsx.")
@click.option(
    "--score",
    "filled",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A checked sheet: show the precision of each kind with its interval.",
)
@graph_option
@lang_option
def sample(per_kind: int, out: Path | None, filled: Path | None, folder: Path, lang: Lang) -> None:
    """Write a sheet of sampled facts, each with quote and context, for a person to judge (对, 错, 存疑).

    The sample follows from the plans: the same plans give the same sheet. --score reads the judged sheet.
    """
    from ..reports.sampling import sample as chosen
    from ..reports.sampling import sample_table, score_sample

    if filled is not None:
        put(_scores(score_sample(filled), lang))
        return
    if out is None or out.suffix.lower() not in (".csv", ".xlsx"):
        raise click.UsageError("give --out FILE.csv or FILE.xlsx, or --score FILE")
    table = sample_table(chosen(open_graph(existing(folder)).records, per_kind, lang))
    with Outputs(out.parent) as outputs:
        if out.suffix.lower() == ".xlsx":
            from ..reports.words import Words
            from ..tables.xlsx import to_xlsx

            outputs.add(out.name, to_xlsx({Words(lang)("sample.sheet"): table}, lang))
        else:
            outputs.add(out.name, table.to_csv().encode("utf-8"))
    say(word("sample.written", lang, file=printable(out), facts=len(table)))


def _scores(found: list[Precision], lang: Lang) -> str:
    """The precision of each kind as a table."""
    from ..reports.sampling import KINDS
    from ..reports.words import Words

    words = Words(lang)
    names = ("kind", "precision", "low", "high", "right", "wrong", "doubtful", "unchecked")
    rows = []
    for one in found:
        ends = one.interval or (None, None)
        shares = ("" if share is None else f"{share:.3f}" for share in (one.value, *ends))
        label = words(f"fact.{one.kind}") if one.kind in KINDS else one.kind
        rows.append((label, *shares, one.right, one.wrong, one.doubtful, one.unchecked))
    return table_text([words(f"sample.{name}") for name in names], rows)
