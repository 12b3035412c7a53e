"""The wording of tasks: what a task says, without its number, its list of units and punctuation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from ..graph.statements import assignments_of
from ..model import Evidence, Plan, Task
from ..names.text import fold

_OPEN, _CLOSE = "（〔(［[【", "）〕)］]】"
_CELL = "\t\n"
_SENTENCE = "。；;！？!?"
_QUOTES = {"《": "》", "〈": "〉"}


class Wording(Struct, frozen=True, kw_only=True, gc=False):
    """The letters and digits of a task, folded for comparison, each with its place in the Source text."""

    task: str
    plan: str
    place: str
    """Code of the plan's jurisdiction; the plan's key where it has none."""
    text: str
    places: tuple[int, ...]
    """Offset in the Source text of each character of `text`."""
    end: int
    """Offset behind the last character that belongs to the task."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the Source text of a part of `text`, without the punctuation behind it."""
        if start >= end:
            at = self.places[start] if start < len(self.places) else self.end
            return at, at
        return self.places[start], self.places[end - 1] + 1

    def positions(self, start: int, end: int) -> tuple[int, int]:
        """The part of `text` that lies between two offsets of the Source text."""
        return bisect_left(self.places, start), bisect_left(self.places, end)


def plan_wordings(plan: Plan, text: str) -> list[Wording]:
    """The wordings of a plan's tasks, in order; `text` is the plan's Source text."""
    place = plan.document.jurisdiction or plan.document.key
    return [_wording(task, plan.document.key, place, text) for task in plan.tasks]


def all_wordings(plans: Sequence[Plan], texts: Mapping[str, str]) -> list[Wording]:
    """The wordings of all plans whose Source text is given by plan key, by place, plan and order."""
    ordered = sorted(plans, key=lambda plan: (plan.document.jurisdiction or "~", plan.document.key))
    return [
        wording
        for plan in ordered
        if plan.document.key in texts
        for wording in plan_wordings(plan, texts[plan.document.key])
    ]


def folded(text: str) -> str:
    """The letters and digits of any text, as a Wording holds them."""
    return "".join(filter(None, map(_letter, text)))


def quoted_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where titles in 《》 stand between two offsets of a text."""
    at = start
    while at < end:
        close = _QUOTES.get(text[at])
        stop = text.find(close, at, end) if close else -1
        if stop > at:
            yield at, stop + 1
            at = stop
        at += 1


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence of a text around two offsets, on one line."""
    stops = _SENTENCE + _CELL
    start, end = min(start, len(text)), min(end, len(text))
    while start > 0 and text[start - 1] not in stops:
        start -= 1
    while end < len(text) and text[end - 1 : end] not in set(stops):
        end += 1
    return " ".join(text[start:end].split())


def _wording(task: Task, plan: str, place: str, text: str) -> Wording:
    start = _title_start(task)
    hidden = _unit_lists(task, text)
    kept = [
        (letter, at)
        for at in range(start, min(task.end, len(text)))
        if (letter := _letter(text[at])) and not _within(at, hidden)
    ]
    letters, places = zip(*kept, strict=True) if kept else ((), ())
    return Wording(
        task=task.key,
        plan=plan,
        place=place,
        text="".join(letters),
        places=places,
        end=min(task.end, len(text)),
    )


def _title_start(task: Task) -> int:
    """Where the task's title begins; its number stands before it."""
    titles = [
        one.start for one in task.evidence if one.field == "title" and task.start <= one.start < task.end
    ]
    return min(titles, default=task.start)


def _unit_lists(task: Task, text: str) -> list[tuple[int, int]]:
    """The brackets, cells and lines of a task that name its units or its deadline."""
    named = [one for item in assignments_of(task) for one in item.evidence]
    named += [one for one in task.evidence if one.field.startswith("deadline")]
    end = min(task.end, len(text))
    inside = (one for one in named if task.start <= one.start and one.end <= end)
    return sorted(set(filter(None, (_list_around(one, task, text) for one in inside))))


def _list_around(one: Evidence, task: Task, text: str) -> tuple[int, int] | None:
    """The bracket, cell or line around a name; None for a name in running text."""
    left = one.start
    while left > task.start and text[left - 1] not in _OPEN + _CELL + _SENTENCE:
        left -= 1
    before = text[left - 1] if left > task.start else "\n"
    right = one.end
    stops = _CLOSE if before in _OPEN else _CELL
    while right < min(task.end, len(text)) and text[right] not in stops:
        right += 1
    if before in _OPEN or (before in _CELL and left > task.start):
        return left, right
    return None


def _within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


@cache
def _letter(character: str) -> str:
    """A character as it is compared; empty for what is neither letter nor digit."""
    plain = fold(character).casefold()
    return plain if len(plain) == 1 and plain.isalnum() else ""
