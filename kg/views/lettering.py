"""Text before it is drawn: how wide it will be, where its lines break, and what of it can't be drawn."""

from __future__ import annotations

import re
import unicodedata

_UNFIT = re.compile(
    "[^\u0020-\u007e\u00a0-\u200a\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0003fffd]"
)
"""Controls, half surrogates, and characters that turn or hide text."""
_OPENING, _CLOSING = "（《〈“‘「『【〔(［", "）》〉”’」』】〕)］，。、；：！？,.;:!?%％"
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9.\-–]+[年月日]?|[^\s]|\s+)[{re.escape(_CLOSING)}]*|."
)
"""What stays on one line: a word or a character with the marks that open and close it."""
_NARROW = frozenset("iljftrI.,:;'|!()[] -")


def drawable(text: str) -> str:
    """The text on one line, with a replacement character for all that can't be drawn or would turn other text."""
    return _UNFIT.sub("\ufffd", " ".join(text.split()))


def width(text: str) -> float:
    """About how wide a text is, in ems; the same on every machine, whatever fonts it has."""
    return sum(map(_advance, text))


def _advance(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF" or character in "“”‘’…—·":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    if character in _NARROW:
        return 0.34
    return 0.72 if character.isupper() else 0.57


def wrap(text: str, room: float, lines: int = 2) -> list[str]:
    """The text in at most so many lines of so many ems; where it is longer the last line ends in '…'."""
    rows = [""]
    for unit in _UNIT.findall(drawable(text)):
        for piece in _pieces(unit, room):
            if rows[-1] and width(rows[-1] + piece.rstrip()) > room:
                rows[-1] = rows[-1].rstrip()
                rows.append("")
            rows[-1] += piece if rows[-1] else piece.lstrip()
    rows[-1] = rows[-1].rstrip()
    if len(rows) > lines:
        rows = [*rows[: lines - 1], _cut(rows[lines - 1], room)]
    return rows


def balanced(text: str, room: float, lines: int = 2) -> list[str]:
    """The lines of `wrap`, about equally long."""
    found = wrap(text, room, lines)
    least = sum(map(width, found)) / len(found)
    while len(found) > 1 and room > least:
        room -= 0.5
        tighter = wrap(text, room, lines)
        if len(tighter) > len(found) or tighter[-1].endswith("…") != found[-1].endswith("…"):
            break
        found = tighter
    return found


def shortened(text: str, room: float, lines: int = 2) -> bool:
    """Whether a text is too long for so many lines of so many ems."""
    return len(wrap(text, room, lines + 1)) > lines


def _pieces(unit: str, room: float) -> list[str]:
    """A word that is longer than a line, in characters."""
    return list(unit) if width(unit) > room else [unit]


def _cut(row: str, room: float) -> str:
    while row and width(row) + 1 > room:
        row = row[:-1]
    return f"{row}…"
