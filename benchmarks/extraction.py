"""How fast plans are read: characters a second, alone and against one pass of three simple expressions.

usage: python benchmarks/extraction.py [PLAN...]    (without PLAN: the example plans)

The second figure holds on any machine: both passes run over the same text in the same process.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kg.plugins import get_loader
from kg.running import examples_folder, find_files

ROUNDS = 5
SIMPLE = [re.compile(pattern) for pattern in (r"\d{4}年\d{1,2}月", r"《[^》]+》", r"[（(][^（()）]*[)）]")]


def seconds(work: Callable[[], object]) -> float:
    """The median time that some work takes."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main(arguments: list[str]) -> None:
    """Measure and print."""
    loader = get_loader()
    paths = list(find_files(arguments or [examples_folder()]))
    sources = [loader.open_source(path) for path in paths]
    text = "\n".join(source.text for source in sources)
    opening = seconds(lambda: [loader.open_source(path) for path in paths])
    reading = seconds(lambda: [loader.read_plan(source) for source in sources])
    simple = seconds(lambda: [sum(1 for _ in pattern.finditer(text)) for pattern in SIMPLE])
    print(f"{len(paths)} plans, {len(text):,} characters, median of {ROUNDS} rounds")
    for name, taken in (("opening", opening), ("reading", reading), ("both", opening + reading)):
        speed, ratio = len(text) / taken, taken / simple
        print(f"{name:8} {speed:12,.0f} characters/s  {ratio:8.1f} x three simple expressions")


if __name__ == "__main__":
    main([str(Path(argument)) for argument in sys.argv[1:]])
