"""The ledger (台账): a row for each task and unit, workbooks in which people fill in what became of it, and the way
back.

`ledger_rows` makes the rows, `workbooks` the files, `read_filled` reads filled ones, `merge` takes what was typed
into the entries that `ledger.json` keeps beside the graph, over all rebuilds.
"""

from __future__ import annotations

from .entries import Entries, Entry, Filled, Typed, read_entries
from .filled import read_filled
from .lost import Lost, lost_entries
from .merging import Conflict, Merged, conflicts, merge
from .rows import LedgerRow, ledger_rows, ledger_table
from .workbooks import FOLDER, untaken, workbooks

__all__ = [
    "FOLDER",
    "Conflict",
    "Entries",
    "Entry",
    "Filled",
    "LedgerRow",
    "Lost",
    "Merged",
    "Typed",
    "conflicts",
    "ledger_rows",
    "ledger_table",
    "lost_entries",
    "merge",
    "read_entries",
    "read_filled",
    "untaken",
    "workbooks",
]
