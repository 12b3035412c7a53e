"""The main recipients of a letter (主送机关): the line below its title that names them before a colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.names.bodies import looks_like_body
from kg.names.text import normalise

from .brackets import depth_free
from .numbering import numbering_at
from .rule import Rule, text_of
from .units import trim

_MARKS = frozenset("，,；;、")

RUN_IN_RECIPIENTS = Rule(
    name="recipients-before-running-text",
    pattern=r"(?P<names>[^。；：:《\n]{3,200})[：:][ ]*(?=[《现为根经按依请近])",
    needs=("：", ":"),
    build=lambda match: normalise(match["names"]),
    how="match",
    examples={"各街道办事处，区府各部门：现将方案印发给你们。": ("各街道办事处，区府各部门",)},
    counters=("各街道办事处，区府各部门：", "责任单位：区教育局", "方案如下：一、总体要求"),
)
RECIPIENT_BEGINS = Rule(
    name="recipient-that-stands-for-itself",
    pattern=r"[ ]*(?:各|有关|[省市区县州旗盟镇乡](?:直|级|属))",
    build=text_of,
    how="match",
    examples={"各街道办事处": ("各",), "市直有关单位": ("市直",)},
    counters=("县人民政府", "自治区", "街道办事处"),
)
"""Behind 、 in a list of recipients."""
NO_RECIPIENTS = Rule(
    name="words-before-a-colon-that-name-no-recipients",
    pattern=r"如下|制定|根据|贯彻|现[就将把]|决定|特此|通知$",
    build=text_of,
    examples={"现将有关事项通知如下": ("现将", "如下"), "结合实际，制定本方案": ("制定",)},
    counters=("各街道办事处，区府各部门", "市直各单位"),
)


def recipients_in(
    text: str, lines: Sequence[tuple[int, int]], after: int, *, above: bool
) -> Iterator[tuple[int, int]]:
    """Spans of the recipients that the lines of a head name, in order.

    They stand below offset `after`, where the title ends; with `above` they may stand over it too.
    """
    found = _line_of(text, lines, after, above) or _run_in(text, lines)
    if found:
        yield from _parts(text, *found)


def _line_of(text: str, lines: Sequence[tuple[int, int]], after: int, above: bool) -> tuple[int, int] | None:
    """The line that ends in a colon, without it."""
    lists = [(start, end - 1) for start, end in lines if text[end - 1] in "：:"]
    lists = [span for span in lists if not NO_RECIPIENTS.find(text, *span)]
    below = next((span for span in lists if span[0] >= after), None)
    over = (span for span in lists if above and _are_recipients(text[slice(*span)]))
    return below or next(over, None)


def _run_in(text: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The recipients at the head of a line in which the letter's text goes on."""
    for start, end in lines:
        match = RUN_IN_RECIPIENTS.find(text, start, end)
        if match and _are_recipients(match["names"]):
            return match.span("names")
    return None


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at ， and ；, at 、 only before a name that stands for itself: 各市、县人民政府 is one."""
    marks = depth_free(text, start, end, _MARKS)
    cuts = [cut for cut in marks if text[cut] != "、" or RECIPIENT_BEGINS.find(text, cut + 1, end)]
    for low, high in pairwise([start - 1, *cuts, end]):
        part = trim(text, low + 1, high)
        if part.start < part.end:
            yield part.start, part.end


def _are_recipients(words: str) -> bool:
    """Whether the words before a colon name bodies."""
    if numbering_at(words, 0, len(words)) or "。" in words:
        return False
    edges = [-1, *depth_free(words, 0, len(words), _MARKS), len(words)]
    names = [normalise(words[low + 1 : high]) for low, high in pairwise(edges)]
    return 2 * sum(map(looks_like_body, names)) > len(names)
