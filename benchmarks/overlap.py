"""How well and how fast copied tasks are found among many, with real boilerplate around them.

usage: python benchmarks/overlap.py [TASKS]    (without TASKS: 100,000)

The corpus is made of the clauses of the example plans, the same one on each run: 25 tasks a plan, two plans a
jurisdiction, 6 to 12 clauses a task. A third of the clauses stand as they are, so that each is boilerplate of some
hundred tasks; in the others two characters in five are exchanged for such of another clause. A tenth of the tasks
are copies of another jurisdiction's, with 2, 8, 15 or 30 % of their characters exchanged, dropped or doubled.

The ratio at the end holds on any machine: a plain TF-IDF pass makes vectors of characters in threes of the same
texts, and looks for nothing.
"""

from __future__ import annotations

import math
import random
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

import numpy as np

from kg.analysis.copies import copy_of
from kg.analysis.spread import Spread
from kg.analysis.tasks import is_copy
from kg.analysis.wordings import folded
from kg.plugins import get_loader
from kg.running import examples_folder, find_files

TASKS = 100_000
RATES = (0.02, 0.08, 0.15, 0.30)
PER_PLAN, PER_PLACE = 25, 50
_CLAUSE = re.compile(r"[，。；：、\n\t,;:]")

Result = TypeVar("Result")


class Corpus(NamedTuple):
    """Texts, and which of them are copies: the pair of places with the rate of edits."""

    texts: list[str]
    planted: dict[tuple[int, int], float]


def clauses() -> list[str]:
    """The clauses of the example plans."""
    loader = get_loader()
    texts = [loader.open_source(path).text for path in find_files([examples_folder()])]
    found = {folded(clause) for text in texts for clause in _CLAUSE.split(text)}
    return sorted(clause for clause in found if 8 <= len(clause) <= 40)


class Maker:
    """Makes the corpus from a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._clauses = clauses()
        self._letters = "".join(self._clauses)

    def corpus(self, size: int) -> Corpus:
        """That many texts; copies stand in the second half."""
        texts: list[str] = []
        planted: dict[tuple[int, int], float] = {}
        taken: set[int] = set()
        for place in range(size):
            source = self._random.randrange(max(1, size // 2))
            if place >= size // 2 and self._random.random() < 0.2 and source not in taken:
                rate = RATES[len(planted) % len(RATES)]
                taken.add(source)
                planted[source, place] = rate
                texts.append(self._edited(texts[source], rate))
            else:
                texts.append("".join(self._written() for _ in range(self._random.randint(6, 12))))
        return Corpus(texts, planted)

    def _written(self) -> str:
        clause = self._random.choice(self._clauses)
        if self._random.random() < 1 / 3:
            return clause
        pairs = (clause[at : at + 2] for at in range(0, len(clause), 2))
        return "".join(self._other() if self._random.random() < 0.4 else pair for pair in pairs)

    def _other(self) -> str:
        at = self._random.randrange(len(self._letters) - 1)
        return self._letters[at : at + 2]

    def _edited(self, text: str, rate: float) -> str:
        done = []
        for letter in text:
            chance = self._random.random()
            if chance >= rate:
                done.append(letter)
            elif chance < 0.6 * rate:
                done.append(self._other()[0])
            elif chance < 0.8 * rate:
                done += [letter, self._other()[0]]
        return "".join(done)


def copies(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """The pairs that are found."""
    size = len(corpus.texts)
    spread = Spread(
        corpus.texts,
        [str(place // PER_PLAN) for place in range(size)],
        [str(place // PER_PLACE) for place in range(size)],
    )
    common: dict[int, list[bool]] = {}
    for first, second, _ in spread.pairs():
        for place in (first, second):
            if place not in common:
                common[place] = spread.common(corpus.texts[place])
        one, other = corpus.texts[first], corpus.texts[second]
        if is_copy(copy_of(one, other, common[first], common[second])):
            yield first, second


def tf_idf(texts: list[str]) -> int:
    """One plain pass: a vector of weighted characters in threes for each text; how many weights there are."""
    counted = []
    tasks = np.zeros(1 << 22, dtype=np.int64)
    for text in texts:
        codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
        threes = (codes[:-2] << np.uint64(42)) ^ (codes[1:-1] << np.uint64(21)) ^ codes[2:]
        ids = (threes * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(42)
        ids, times = np.unique(ids, return_counts=True)
        tasks[ids] += 1
        counted.append((ids, times))
    weights = 0
    for ids, times in counted:
        vector = times * np.log(len(texts) / tasks[ids])
        weights += len(vector / max(math.sqrt(float((vector**2).sum())), 1e-9))
    return weights


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What some work gives, and the seconds that it takes."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def main(size: int) -> None:
    """Measure and print."""
    corpus = Maker(1).corpus(size)
    length = sum(map(len, corpus.texts)) / size
    print(f"{size:,} tasks of {length:.0f} characters, {len(corpus.planted):,} copies planted")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found, seconds = timed(lambda: set(copies(corpus)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _, plain = timed(lambda: tf_idf(corpus.texts))
    by_rate: defaultdict[float, list[bool]] = defaultdict(list)
    for pair, rate in corpus.planted.items():
        by_rate[rate].append(pair in found)
    for rate in RATES:
        hits = by_rate[rate]
        print(f"recall at {rate:4.0%} edits  {sum(hits) / max(1, len(hits)):.3f}  of {len(hits):,}")
    right = len(found & corpus.planted.keys())
    print(f"precision            {right / max(1, len(found)):.3f}  of {len(found):,}")
    print(
        f"time                 {seconds:.1f} s, {seconds / plain:.2f} x a plain TF-IDF pass ({plain:.1f} s)"
    )
    print(f"memory               {memory:,.0f} MB at most, {memory - before:,.0f} MB more than the corpus")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TASKS)
