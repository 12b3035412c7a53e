"""Parquet: a file for each label and type, with the types of the ontology. Needs pyarrow: `plan-kg[parquet]`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ..errors import PluginError
from ..keys import BASE
from .columns import Columns, fitted, node_tables, relation_tables
from .property_graph import PropertyGraph


def parquet(graph: PropertyGraph, base: str = BASE) -> Iterator[tuple[str, bytes]]:
    """The files by name; raises PluginError where pyarrow is not installed."""
    for table in node_tables(graph, base):
        yield f"nodes-{table.name}.parquet", _data(table)
    for table in relation_tables(graph):
        yield f"relations-{table.name}.parquet", _data(table)


def _data(table: Columns) -> bytes:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise PluginError("Parquet needs pyarrow: pip install 'plan-kg[parquet]'") from error
    types: dict[str, Any] = {
        "string": pa.string(),
        "integer": pa.int64(),
        "float": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in table.kinds.items()])
    columns = [[fitted(row.get(name), kind) for row in table.rows] for name, kind in table.kinds.items()]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    file = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), file)
    return file.getvalue()
