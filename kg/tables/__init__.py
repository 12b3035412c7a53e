"""Tables: what questions and records come out as (`kg.tables.records` makes those of the records)."""

from .table import Cell, Column, Lang, Table, cell_text

__all__ = ["Cell", "Column", "Lang", "Table", "cell_text"]
