"""How many tasks of each unit fall due in each quarter, stated and derived deadlines apart.

usage: python docs/workload_by_quarter.py [GRAPH [DATE]]

GRAPH is the folder that `kg build` wrote (kg-out). With a DATE (2024-06-30), plans that had lapsed or been replaced
by then are left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import kg

SHOWN = 10


def main(folder: str = "kg-out", as_of: str | None = None) -> None:
    """Print the quarters of the most loaded units of the graph in a folder."""
    graph = kg.open(folder)
    load = graph.workload(as_of)
    by_unit = defaultdict(list)
    for one in load.quarters:
        by_unit[one.unit].append(one)

    for unit in load.units[:SHOWN]:
        print(f"\n{unit.name}（{unit.jurisdiction}）：任务{unit.tasks}项，牵头{unit.leads}项")
        for one in by_unit[unit.unit]:
            if one.undated:
                print(f"  没有时限：{one.undated}")
            if one.quarter:
                print(f"  {one.quarter}：载明{one.stated}，推定{one.derived}")

    silent = [one for one in load.concentration if one.tasks and not one.with_units]
    for plan in silent:
        print(f"\n没有写明单位，不在以上数字之内：{graph.material.title(plan.plan)}（任务{plan.tasks}项）")


if __name__ == "__main__":
    main(*sys.argv[1:])
