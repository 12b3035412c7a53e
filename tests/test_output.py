from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kg.commands.output import printable, progress_bar, table_text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("区财政局", "区财政局"),
        ("a\tb\nc", "a b c"),
        ("\x1b[31mred\x9b", "\\x1b[31mred\\x9b"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("bad\udcff", "bad\\udcff"),
    ],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_columns_stand_below_each_other_whatever_the_width_of_characters() -> None:
    text = table_text(["单位", "n"], [["区财政局", 1], ["[bold]甲[/bold]", None], ["x", 25]])
    assert text.splitlines() == [
        "单位              n",
        "────────────────────",
        "区财政局          1",
        "[bold]甲[/bold]",
        "x                 25",
    ]


def test_a_narrow_table_folds_and_loses_nothing() -> None:
    text = table_text(["a", "b"], [["甲" * 30, "x" * 30]], width=40)
    assert text.count("甲") == text.count("x") == 30
    assert max(map(len, text.splitlines())) <= 40


def test_progress_shows_on_a_terminal_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress_bar("reading") as report:
            report(Path("in/[red]\x1b[2Jplan.txt"), 0, 2)
            report(Path("in/b.txt"), 1, 2)
        written = stream.getvalue()
        assert bool(written) is stream.isatty()
        assert "\x1b[2J" not in written
