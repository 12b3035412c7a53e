"""What two plans of a graph have in common: their nearest tasks, and the indicators that both set.

usage: python docs/overlap_of_two_plans.py [GRAPH [PLAN PLAN]]

GRAPH is the folder that `kg build` wrote (kg-out), PLAN the key of a plan or the stem of its record. Without plans,
the two that share most wording are taken. With pandas installed the tables are shown by it, else line by line.
"""

from __future__ import annotations

import sys

import kg
from kg.analysis import kinship, tables, target_groups, task_overlap
from kg.tables import Table


def show(title: str, table: Table) -> None:
    """Print a table; pandas is not needed for it."""
    print(f"\n{title}（{len(table)}）")
    try:
        import pandas as pd
    except ImportError:
        for row in table:
            print("  " + "；".join(f"{name}={cell}" for name, cell in row.items() if cell is not None))
    else:
        print(pd.DataFrame(list(table)).to_string(max_colwidth=24))


def main(folder: str = "kg-out", *names: str) -> None:
    """Compare two plans of the graph in a folder."""
    graph = kg.open(folder)
    material = graph.material
    overlap = task_overlap(material, ["wording", "matter"])
    if names:
        first, second = (graph.key_of(name) for name in names)
    else:
        nearest = kinship(material, overlap)[0]
        first, second = nearest.first, nearest.second
    print(f"{material.title(first)}\n{material.title(second)}")

    titles = {material.title(first), material.title(second)}
    pairs = tables.counterparts(material, overlap, ["wording", "matter"])
    names_of = [column.name for column in pairs.columns]
    at = names_of.index("first"), names_of.index("second")
    both = tuple(row for row in pairs.rows if {row[at[0]], row[at[1]]} == titles)
    show("相近的任务", Table(pairs.columns, both))

    groups = [
        group for group in target_groups(material) if {first, second} <= {one.plan for one in group.targets}
    ]
    show("共同设定的指标", tables.side_by_side(material, groups))


if __name__ == "__main__":
    main(*sys.argv[1:])
