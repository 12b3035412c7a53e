"""Tables: what questions and records come out as (`kg.tables.records` makes those of the records)."""

from .table import JOIN, Cell, Column, Lang, Table, cell_text

__all__ = ["JOIN", "Cell", "Column", "Lang", "Table", "cell_text"]
