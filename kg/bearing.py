"""Whether quotes bear a value out: hold its own words, its figure, or the numbers that make its date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .names.numerals import FIVE_YEAR, five_year_period, to_number
from .names.text import fold, mend_digits

_NUMERAL = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?[十百千万亿]*|[〇零○OО一二两三四五六七八九十廿卅百千万亿点]+")
_DASH = re.compile(r"[—－ー–-]")
_SCALES = "十百千万亿"
_LASTING = re.compile(r"([\d一二两三四五六七八九十]{1,3})个?年|([\d一二两三四五六七八九十]{1,3})个月")

_MONTHS: dict[str, frozenset[int]] = {
    "年初": frozenset({1}),
    "年底": frozenset({12}),
    "年末": frozenset({12}),
    "年终": frozenset({12}),
    "年内": frozenset({12}),
    "全年": frozenset({1, 12}),
    "上半年": frozenset({1, 6}),
    "下半年": frozenset({7, 12}),
}
_QUARTER = re.compile(r"([一二三四1-4])季度")


def bears_text(quotes: Sequence[str], value: str) -> bool:
    """Whether one quote holds the words of a value, or several together do, each a stretch, in order."""
    wanted = fold(value)
    folded = [fold(mend_digits(quote)) for quote in quotes]
    if not wanted or any(wanted in quote for quote in folded) or wanted in fold(mend_digits("".join(quotes))):
        return True
    done = 0
    for quote in folded:
        done += _longest_prefix(wanted[done:], quote)
    return done == len(wanted)


def _longest_prefix(text: str, quote: str) -> int:
    """How many of the first characters of a text stand in a quote as one stretch."""
    length = 0
    while length < len(text) and text[: length + 1] in quote:
        length += 1
    return length


def bears_path(quotes: Sequence[str], number: str) -> bool:
    """Whether the quotes hold every step of a number path such as 四/（一）/1."""
    # OCR reads 一 as a dash, and a reader takes it for one
    read = [*quotes, *(_DASH.sub("一", quote) for quote in quotes)]
    return all(bears_text(read, step) for step in number.split("/"))


def bears_number(quotes: Sequence[str], value: float) -> bool:
    """Whether a quote holds a figure, in Arabic or Chinese numerals, with 万 read or left out."""
    return value in numbers_in(quotes)


def numbers_in(quotes: Sequence[str]) -> set[float]:
    """The figures of some quotes, each as it is and without the 十, 百, 千, 万, 亿 that close it."""
    found: set[float] = set()
    for quote in quotes:
        for match in _NUMERAL.finditer(fold(mend_digits(quote))):
            text = match.group()
            for form in {text, text.rstrip(_SCALES)}:
                # 百个 and 千家 leave the 一 out
                number = to_number(f"一{form}" if form and set(form) <= set(_SCALES) else form)
                if number is not None:
                    found.add(number)
    return found


def bears_date(quotes: Sequence[str], date: str) -> bool:
    """Whether the quotes hold the numbers that an ISO date is made of, or the words that stand for them.

    十四五 stands for its years, 年底 for December, 上半年 for its first and last month. Where a quote gives a
    length of time (有效期三年), the year may follow from another one, and month and day are not asked for.
    """
    quotes = [mend_digits(quote) for quote in quotes]
    folded = [fold(quote) for quote in quotes]
    numbers = {int(number) for number in numbers_in(quotes) if number == int(number)}
    year, *rest = (int(part) for part in date.split("-"))
    lengths = _lengths(folded)
    if lengths:
        base = _years(folded, numbers)
        return any(year in {known, known + n, known + n - 1} for known in base for n in lengths)
    if year not in _years(folded, numbers):
        return False
    if rest and rest[0] not in numbers | _months(folded):
        return False
    return len(rest) < 2 or rest[1] in numbers


def _years(quotes: Sequence[str], numbers: set[int]) -> set[int]:
    years = {number if number > 99 else 2000 + number for number in numbers}
    for quote in quotes:
        for match in FIVE_YEAR.finditer(quote):
            period = five_year_period(match.group())
            if period:
                years.update(range(period[0], period[1] + 1))
    return years


def _months(quotes: Sequence[str]) -> set[int]:
    months: set[int] = set()
    for quote in quotes:
        for word, meant in _MONTHS.items():
            if word in quote:
                months |= meant
        for match in _QUARTER.finditer(quote):
            quarter = int(to_number(match[1]) or 0)
            months |= {3 * quarter - 2, 3 * quarter}
    return months


def _lengths(quotes: Sequence[str]) -> set[int]:
    """Lengths of time in whole years that the quotes give: 有效期三年, 为期24个月."""
    lengths: set[int] = set()
    for quote in quotes:
        for match in _LASTING.finditer(quote):
            count = to_number(match[1] or match[2])
            if count and count < 100 and re.search("有效|期|间|满|施行|试行", quote):
                lengths.add(int(count) if match[1] else int(count) // 12)
    return lengths
