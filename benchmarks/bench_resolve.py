"""How fast names of units are resolved: distinct mentions a second, on one core, made from the tables of bodies.

usage: python benchmarks/bench_resolve.py [MENTIONS] [JURISDICTIONS]    (without: 1,000,000 over 3,000)

Two sizes are measured, the full one and a fifth of it: the time for a mention must be the same.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import islice

from kg.names.divisions import Division, divisions
from kg.resolve.fronts import full_name, level_word
from kg.resolve.mentions import Named
from kg.resolve.reader import reader
from kg.resolve.units import group, read_names
from kg.resolve.vocabulary import forms

MENTIONS, JURISDICTIONS = 1_000_000, 3_000
STREETS = "东风 人民 解放 新华 中山 和平 朝阳 城关 河西 南湖 北苑 江滨 龙泉 白云 青山 凤凰"


def organ_names() -> list[str]:
    """Names of bodies without a place, in every form that the tables hold, spread over the table."""
    found = [*forms("organs", "whole"), *forms("organs", "party")]
    for subject in forms("organs", "subjects"):
        found += [subject + suffix for suffix in ("局", "委", "委员会", "办公室", "分局", "中心")]
    return found[::3] + found[1::3] + found[2::3]


def places(count: int) -> list[Division]:
    """Districts and counties in force, then cities and provinces, to the number that is asked for."""
    table = divisions()
    codes = {code for level in ("county", "prefecture", "province") for code in _codes(level)}
    found = [division for code in sorted(codes) if (division := table.by_code(code))]
    return [one for one in found if one.last_year is None][:count]


def _codes(level: str) -> Iterator[str]:
    for place in range(110000, 660000):
        division = divisions().by_code(str(place))
        if division is not None and division.level == level:
            yield division.code


def names(place: Division, bodies: list[str]) -> Iterator[str]:
    """Distinct names of bodies of one place: with 区, with its name, with its city's, with second plates."""
    word, full = level_word(place), full_name(place)
    for street in STREETS.split():
        yield f"{street}街道办事处"
        yield f"{street}镇人民政府"
    yield f"{word}市场监管局（知识产权局）"
    yield f"{word}发改委（粮食局）"
    for i, body in enumerate(bodies):
        yield word + body
        if i % 3 == 0:
            yield full + body
        if i % 5 == 0:
            yield place.name + body
        if i % 7 == 0:
            yield body


def mentions(count: int, jurisdictions: int) -> list[tuple[str, Named]]:
    """The mentions with the code of their plan's jurisdiction."""
    bodies, chosen = organ_names(), places(jurisdictions)
    each = -(-count // len(chosen))
    made = []
    for place in chosen:
        for name in islice(dict.fromkeys(names(place, bodies)), each):
            made.append((place.code, Named(place.code, name, "responsible")))
    return made[:count]


def seconds(made: list[tuple[str, Named]]) -> tuple[float, int]:
    """The time that resolving takes, and the number of units that come of it."""
    start = time.perf_counter()
    found = group(read_names((reader(code, code), named) for code, named in made))
    return time.perf_counter() - start, len(found.units)


def main(arguments: list[str]) -> None:
    """Measure and print."""
    count, jurisdictions = (
        [*map(int, arguments), MENTIONS, JURISDICTIONS][:2]
        if arguments
        else (
            MENTIONS,
            JURISDICTIONS,
        )
    )
    for size, over in ((count // 5, jurisdictions // 5), (count, jurisdictions)):
        made = mentions(size, over)
        taken, units = seconds(made)
        print(
            f"{len(made):9,} mentions over {over:5,} jurisdictions, {units:9,} units:"
            f" {taken:6.2f} s, {len(made) / taken:9,.0f} mentions/s"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
