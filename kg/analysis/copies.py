"""What two texts have in common word for word: copied passages, and the differences between them as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from msgspec import Struct
from rapidfuzz.distance import Indel

SCORE: Final = 12
"""A passage counts where its own characters in common outnumber the edits between them by this many."""
DROP: Final = 12
"""So many edits in a row end a passage."""
ROUNDS: Final = 4
"""How often what is left of both texts is compared again, to find passages that stand in another order."""
_ISLAND: Final = 3
"""Characters in common between two longer edits that a reader would not see as kept."""

Change = Literal["equal", "insert", "delete", "replace"]


class Piece(Struct, frozen=True):
    """A step from one wording to another."""

    change: Change
    first: tuple[int, int]
    """Span in the first text."""
    second: tuple[int, int]


class Passage(Struct, frozen=True, order=True):
    """A passage that two texts share, small edits within it included."""

    first: tuple[int, int]
    """Span in the first text."""
    second: tuple[int, int]
    own: int
    """Characters in common that are not common to the genre or to a superior document."""
    common: int
    """Those that are."""


class Copy(Struct, frozen=True, kw_only=True):
    """How much of two texts is the same wording."""

    passages: tuple[Passage, ...]
    """In the order of the first text."""
    of_first: int
    """Own characters of the first text: the denominator of its share."""
    of_second: int

    @property
    def own(self) -> int:
        """Own characters in the shared passages."""
        return sum(one.own for one in self.passages)

    @property
    def common(self) -> int:
        """Characters in the shared passages that stand in many places."""
        return sum(one.common for one in self.passages)

    @property
    def share_first(self) -> float | None:
        """The part of the first text's own characters that the second has too; None where it has none of its own."""
        return min(1.0, self.own / self.of_first) if self.of_first else None

    @property
    def share_second(self) -> float | None:
        """The part of the second text's own characters that the first has too; None where it has none of its own."""
        return min(1.0, self.own / self.of_second) if self.of_second else None

    @property
    def score(self) -> float:
        """The larger of both shares: 1 where one text holds all of the other."""
        return max(self.share_first or 0.0, self.share_second or 0.0)


class _Step(NamedTuple):
    change: Change
    a: int
    b: int
    c: int
    d: int


class _Parts(NamedTuple):
    """What is left of a text: spans of it, joined with a mark between them that stands in no other text."""

    text: str
    places: list[int]
    """Of each character of `text`, where it stands in the whole; -1 for a mark."""


def copy_of(first: str, second: str, common: Sequence[bool], also: Sequence[bool]) -> Copy:
    """What two folded texts share; `common` and `also` say of each of their characters whether it is common."""
    passages: list[Passage] = []
    for _ in range(ROUNDS):
        one = _rest(first, [passage.first for passage in passages], "\0")
        other = _rest(second, [passage.second for passage in passages], "\1")
        found = _found(one, other, common)
        passages += found
        if not found or min(len(one.text), len(other.text)) < 2 * SCORE:
            break
    return Copy(
        passages=tuple(sorted(passages)),
        of_first=len(common) - sum(common),
        of_second=len(also) - sum(also),
    )


def differences(first: str, second: str) -> list[Piece]:
    """The steps from one text to another; few characters in common between two longer edits belong to the edit."""
    pieces: list[_Step] = []
    for step in _without_islands(_steps(first, second)):
        if pieces and pieces[-1].change != "equal" and step.change != "equal":
            step = _one(pieces.pop(), step)
        pieces.append(step)
    return [Piece(change, (a, b), (c, d)) for change, a, b, c, d in pieces]


def _steps(first: str, second: str) -> list[_Step]:
    """The steps of the longest common subsequence, a deletion beside an insertion as one replacement."""
    steps: list[_Step] = []
    for code in Indel.opcodes(first, second).as_list():
        step = _Step(*code)
        if steps and steps[-1].change != "equal" and step.change != "equal":
            step = _one(steps.pop(), step)
        steps.append(step)
    return steps


def _one(before: _Step, after: _Step) -> _Step:
    """Two edits that follow each other as one."""
    a, b, c, d = before.a, after.b, before.c, after.d
    change: Change = "insert" if a == b else "delete" if c == d else "replace"
    return _Step(change, a, b, c, d)


def _without_islands(steps: Sequence[_Step]) -> Iterator[_Step]:
    """The steps, with islands of few characters turned into edits."""
    for place, step in enumerate(steps):
        if step.change == "equal" and 0 < place < len(steps) - 1:
            least = min(_edited(steps[place - 1]), _edited(steps[place + 1]))
            if step.b - step.a <= min(_ISLAND, max(1, least - 1)):
                step = step._replace(change="replace")
        yield step


def _edited(step: _Step) -> int:
    return max(step.b - step.a, step.d - step.c)


def _rest(text: str, taken: Sequence[tuple[int, int]], mark: str) -> _Parts:
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for start, end in [*sorted(taken), (len(text), len(text))]:
        if start > at:
            letters += text[at:start]
            places += range(at, start)
        if end > start:
            letters.append(mark)
            places.append(-1)
        at = max(at, end)
    return _Parts("".join(letters), places)


def _found(first: _Parts, second: _Parts, common: Sequence[bool]) -> list[Passage]:
    """The passages that two rests share, by their places in the whole texts."""
    own = [0, *accumulate(place >= 0 and not common[place] for place in first.places)]
    widths = _widths(first), _widths(second)
    found = []
    for steps in _stretches(_steps(first.text, second.text), own, widths):
        passage = _passage(steps, own)
        spans = _whole(first, passage.first), _whole(second, passage.second)
        found.append(Passage(*spans, passage.own, passage.common))
    return found


def _widths(parts: _Parts) -> list[int]:
    """How many edits the characters up to each place are worth: a mark ends every passage."""
    return [0, *accumulate(1 if place >= 0 else DROP + 1 for place in parts.places)]


def _whole(parts: _Parts, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    return parts.places[start], parts.places[end - 1] + 1


def _stretches(
    steps: Sequence[_Step], own: Sequence[int], widths: tuple[list[int], list[int]]
) -> Iterator[Sequence[_Step]]:
    """The stretches of steps in which own characters in common outweigh the edits, first and last step equal."""
    place = 0
    while place < len(steps):
        if steps[place].change != "equal" or own[steps[place].b] == own[steps[place].a]:
            place += 1
            continue
        last, best = _stretch(steps, own, widths, place)
        if best >= SCORE:
            yield steps[place : last + 1]
            place = last
        place += 1


def _stretch(
    steps: Sequence[_Step], own: Sequence[int], widths: tuple[list[int], list[int]], start: int
) -> tuple[int, int]:
    """The step at which the stretch from `start` is worth most, and that worth."""
    worth = best = 0
    last = start
    wide_first, wide_second = widths
    for place in range(start, len(steps)):
        change, a, b, c, d = steps[place]
        if change == "equal":
            worth += own[b] - own[a]
        else:
            worth -= max(wide_first[b] - wide_first[a], wide_second[d] - wide_second[c])
        if worth > best:
            best, last = worth, place
        if worth <= 0 or best - worth > DROP:
            break
    return last, best


def _passage(steps: Sequence[_Step], own: Sequence[int]) -> Passage:
    equal = [step for step in steps if step.change == "equal"]
    mine = sum(own[step.b] - own[step.a] for step in equal)
    return Passage(
        first=(steps[0].a, steps[-1].b),
        second=(steps[0].c, steps[-1].d),
        own=mine,
        common=sum(step.b - step.a for step in equal) - mine,
    )
