"""The tokens of dates, and how one pass over a text puts them together."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from .numerals import parse_numeral

_GAP: Final = r"\s{0,4}"
"""White space inside a date; bounded, so that matching stays linear on any text."""
_YEAR: Final = r"(?:[1１][9９]|[2２][0０])\d\d|[一二][〇○◯零０0ＯOО一二三四五六七八九]{3}"
_MONTH: Final = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
_DAY: Final = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_QUARTER: Final = "[一二三四1-4１-４]"
TO: Final = r"(?:[-‐‑‒–—―−－~～]{1,2}|至|到)"
"""What stands between the two ends of a range."""
_LAST: Final = r"[底末](?![线数层端位尾梢])"
_NO_NUMBER: Final = r"(?<![\d.一二三四五六七八九十百千万])"
_WORDS: Final = {"今年": 0, "本年": 0, "明年": 1, "来年": 1, "去年": -1, "上年": -1}
"""Years that count from the year of the plan."""
_FOLLOWING: Final = {"当年": 0, "同年": 0, "次年": 1, "翌年": 1}
"""Years that count from the year that the text named last."""

_TOKENS: Final = (
    r"(?=[《》每\d一二三四五六七八九十廿卅今本明来去上下当同次翌年第])(?:"
    r"(?P<book>[《》])"
    r"|(?P<every>每(?:一?年度?)?)"
    rf"|(?P<year>{_NO_NUMBER}(?:(?P<since>{_YEAR}){_GAP}{TO}{_GAP})?(?P<y>{_YEAR}){_GAP}年"
    rf"(?P<close>{_GAP}年?{_LAST})?)"
    rf"|(?P<years>(?<![\dA-Za-z./-])(?P<y1>{_YEAR}){_GAP}{TO}{_GAP}(?P<y2>{_YEAR})(?![\d年./-]))"
    rf"|(?P<figures>(?<![\dA-Za-z./])(?P<yf>{_YEAR})(?P<sep>[-./．／－])(?P<mf>\d{{1,2}})"
    r"(?:(?P=sep)(?P<df>\d{1,2})(?![\d%％])|(?=\s{0,4}(?:$|[，,、；;。：:）)\]】—–\-~～至到前底]))))"
    rf"|(?P<word>(?:{'|'.join([*_WORDS, *_FOLLOWING])})(?P<wordclose>年?{_LAST})?)"
    rf"|(?P<month>{_NO_NUMBER}(?P<m>{_MONTH}){_GAP}月(?![一龄薪租均度])份?"
    rf"(?:{_GAP}(?P<d>{_DAY}){_GAP}[日号](?P<dend>)(?:{_GAP}{TO}{_GAP}(?P<d2>{_DAY}){_GAP}[日号])?"
    rf"|[上中下]旬|{_LAST})?)"
    rf"|(?P<months>{_NO_NUMBER}(?P<ms>{_MONTH})(?={_GAP}(?:{TO}|[、和及]){_GAP}{_MONTH}{_GAP}月))"
    r"|(?P<half>(?P<h>[上下])半年)"
    rf"|(?P<quarter>第?(?P<q>{_QUARTER}){_GAP}季度(?!一)(?:{_LAST})?)"
    rf"|(?P<quarters>第?(?P<qs>{_QUARTER})(?={TO}第?{_QUARTER}{_GAP}季度))"
    rf"|(?P<yearend>(?<![\d一二两三四五六七八九十几半全])年{_LAST})"
    ")"
)
_PARTS: Final = frozenset({"month", "months", "half", "quarter", "quarters", "yearend"})
_LISTED: Final = frozenset({"", "、", "和", "及", "或", "-", "—", "至"})


class Item(NamedTuple):
    """A date, a part of a year or a range of years; `first` and `last` are its ends."""

    start: int
    end: int
    first: str
    last: str
    dated: bool = True
    """False for what is a range or half of one, and no date."""


class _Year(NamedTuple):
    """A year that waits for what follows it: a month, a half-year, or nothing."""

    start: int
    end: int
    year: int | None
    since: Item | None = None
    """The year before it, as in 2022-2025年."""
    alone: bool = True
    """False for 今年 and 次年, which are dates only with a month."""


def make_iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """The ISO form of a possible date, else None."""
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= monthrange(year, month)[1] else None


def items(text: str, year: int | None) -> Iterator[Item]:
    """The dates and ranges of years of a text, in order; `year` is that of the plan."""
    reader = _Reader(text, year)
    for match in _tokens().finditer(text):
        yield from reader.read(match)
    yield from reader.flush()


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(_TOKENS)


class _Reader:
    """Puts the tokens of one text together to dates, from left to right."""

    def __init__(self, text: str, year: int | None) -> None:
        self.text = text
        self.given = year
        self.carried: int | None = None
        self.waiting: _Year | None = None
        self.in_title = False
        self.recurring: int | None = None
        """Where the last word or date ended that comes back every year."""

    def read(self, match: re.Match[str]) -> Iterator[Item]:
        """What is known once this token is read."""
        kind = match.lastgroup or ""
        if kind in _PARTS:
            yield from self.part_of_year(match)
            return
        yield from self.flush()
        if kind == "book":
            self.in_title = match.group() == "《"
        elif kind == "every":
            self.recurring = match.end()
        elif kind == "year":
            yield from self.year(match)
        elif kind == "word":
            yield from self.word(match)
        elif kind == "figures":
            yield from self.figures(match)
        else:
            yield from _years(match.start(), match.end(), match["y1"], match["y2"])

    def flush(self) -> Iterator[Item]:
        """The year that waited and got no month."""
        waiting, self.waiting = self.waiting, None
        if waiting is None or not waiting.alone or waiting.year is None:
            return
        last = str(waiting.year)
        if waiting.since:
            yield from _years(waiting.since.start, waiting.end, waiting.since.first, last)
        else:
            yield Item(waiting.start, waiting.end, last, last)

    def year(self, match: re.Match[str]) -> Iterator[Item]:
        since = None
        if match["since"]:
            first = str(parse_numeral(match["since"]))
            since = Item(*match.span("since"), first, first, dated=False)
        year = parse_numeral(match["y"])
        self.carry(year)
        self.waiting = _Year(match.start("y"), match.end(), year, since)
        if match["close"]:
            yield from self.join(match.end(), 12)

    def word(self, match: re.Match[str]) -> Iterator[Item]:
        word = match.group()[:2]
        base = self.given if word in _WORDS else self.carried or self.given
        year = None if base is None else base + (_WORDS | _FOLLOWING)[word]
        self.waiting = _Year(match.start(), match.end(), year, alone=False)
        if match["wordclose"]:
            yield from self.join(match.end(), 12)

    def figures(self, match: re.Match[str]) -> Iterator[Item]:
        year, month, day = (parse_numeral(match[name] or "") for name in ("yf", "mf", "df"))
        self.carry(year)
        if iso := make_iso(year, month, day):
            yield Item(match.start(), match.end(), iso, iso)

    def part_of_year(self, match: re.Match[str]) -> Iterator[Item]:
        if self.recurs(match.start()):
            self.recurring = match.end()
            return
        waiting = self.waiting
        if waiting is None or self.text[waiting.end : match.start()].strip():
            yield from self.flush()
            self.waiting = _Year(match.start(), match.start(), self.carried or self.given)
        if match["d2"]:
            year = self.waiting.year if self.waiting else None
            yield from self.join(match.start("dend"), *_month_and_day(match, "d"))
            self.waiting = _Year(match.start("d2"), match.end(), year)
            yield from self.join(match.end(), *_month_and_day(match, "d2"))
        elif match["h"]:
            yield from self.join(match.end(), 6 if match["h"] == "上" else 12, length=6)
        elif quarter := match["q"] or match["qs"]:
            yield from self.join(match.end(), 3 * (parse_numeral(quarter) or 0), length=3)
        elif match["yearend"]:
            yield from self.join(match.end(), 12)
        else:
            yield from self.join(match.end(), *_month_and_day(match, "d"))

    def recurs(self, start: int) -> bool:
        """Whether 每年 or another recurring date stands just before: 每年3月、9月 are no dates."""
        end = self.recurring
        return end is not None and start - end < 4 and self.text[end:start].strip() in _LISTED

    def join(self, end: int, month: int, day: int | None = None, *, length: int = 1) -> Iterator[Item]:
        """The date that the waiting year makes with a month of it; `length` is in months."""
        waiting, self.waiting = self.waiting, None
        if waiting is None or waiting.year is None:
            return
        last = make_iso(waiting.year, month, day)
        first = last if length == 1 else make_iso(waiting.year, month - length + 1)
        if last is None or first is None:
            return
        if waiting.since:
            yield waiting.since
        yield Item(waiting.start, end, first, last)
        self.carry(waiting.year)

    def carry(self, year: int | None) -> None:
        # a year inside a cited title dates that document, not what follows
        if not self.in_title:
            self.carried = year


def _month_and_day(match: re.Match[str], day: str) -> tuple[int, int | None]:
    month = parse_numeral(match["m"] or match["ms"]) or 0
    return month, None if match[day] is None else parse_numeral(match[day]) or 0


def _years(start: int, end: int, first: str, last: str) -> Iterator[Item]:
    """A range of years, which is no date."""
    years = parse_numeral(first), parse_numeral(last)
    if years[0] and years[1] and years[0] < years[1]:
        yield Item(start, end, str(years[0]), str(years[1]), dated=False)
