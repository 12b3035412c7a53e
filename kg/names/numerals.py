"""Numbers as official Chinese writes them: 25, ２５, 1,234, 二十五, 二〇二五, 3.5万, 二十五点六, “十四五”."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_VARIANTS: Final = str.maketrans(
    "零○◯ОO两壹贰叁肆伍陆柒捌玖拾佰仟萬億",
    "〇〇〇〇〇二一二三四五六七八九十百千万亿",
)
_TENS: Final = {"廿": "二十", "卅": "三十"}
_MULTIPLIERS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_LONGEST: Final = 24
"""Longer strings are no figures of a plan, and int() refuses very long ones."""

_ONE: Final = "[一二三四五六七八九]"
_SECTION = re.compile(
    rf"(?:(?P<k>{_ONE})千)?〇?(?:(?P<h>{_ONE})百)?〇?(?:(?P<t>{_ONE})?(?P<ten>十))?〇?(?P<o>{_ONE})?"
)
_ARABIC = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千万亿]{0,3})")

FIVE_YEAR = re.compile(
    r"[“\"＂‘「『](?P<quoted>十?[一二三四五六七八九]五|十五)[”\"＂’」』](?:时期|期间)?"
    r"|第(?P<counted>[一二三四五六七八九十]{1,3})个五年(?:规划|计划)?(?:时期|期间)?"
    r"|(?<![一二三四五六七八九十百千万第])(?:"
    r"(?P<bare>十[一二三四五六七八九]五)(?![一二三四五六七八九十百千万])(?:时期|期间)?"
    r"|(?P<named>十五|[六七八九]五)(?:时期|期间))"
)
"""A five-year period: “十四五”, 十四五时期, 第十四个五年规划; 十五 alone is a number."""


def parse_numeral(text: str) -> int | None:
    """The whole number that the text is, in Arabic, full-width or Chinese numerals, or None."""
    text = unicodedata.normalize("NFKC", text.strip())
    if not text or len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    return _chinese(_plain(text))


def to_number(text: str) -> float | None:
    """The number that the text is, decimals, thousands commas and 万 or 亿 included, or None."""
    text = unicodedata.normalize("NFKC", text.strip())
    if not text or len(text) > _LONGEST:
        return None
    if match := _ARABIC.fullmatch(text):
        whole, decimals, units = match.groups()
        value = Decimal(whole.replace(",", "") + (decimals or ""))
        for unit in units:
            value *= _MULTIPLIERS[unit]
        return float(value)
    return _chinese_decimal(_plain(text))


def five_year_period(text: str) -> tuple[int, int] | None:
    """The first and last year of the first five-year period that the text names, or None."""
    match = FIVE_YEAR.search(text) or FIVE_YEAR.search(f"“{text.strip()}”")
    if match is None:
        return None
    counted = match["counted"]
    name = match["quoted"] or match["bare"] or match["named"]
    count = _chinese(counted or name[:-1])  # 十四五 is the fourteenth, 十五 the tenth
    if count is None:
        return None
    if count < 3:  # the first two began in 1953 and 1958; three years lay between the second and the third
        return 1948 + 5 * count, 1952 + 5 * count
    return 1951 + 5 * count, 1955 + 5 * count


def _plain(text: str) -> str:
    text = text.translate(_VARIANTS)
    for short, long in _TENS.items():
        text = text.replace(short, long)
    return text


def _chinese_decimal(text: str) -> float | None:
    """25.6 for 二十五点六, 35000 for 三点五万."""
    number, units = text, ""
    if "点" in text:
        number = text.rstrip("十百千万亿")
        units = text[len(number) :]
    whole, point, decimals = number.partition("点")
    value = _chinese(whole)
    if value is None or (point and not decimals) or any(c not in _DIGITS for c in decimals):
        return None
    result = Decimal(f"{value}.{''.join(str(_DIGITS.index(c)) for c in decimals) or '0'}")
    for unit in units:
        result *= _MULTIPLIERS[unit]
    return float(result)


def _chinese(text: str) -> int | None:
    if not text:
        return None
    if all(c in _DIGITS for c in text):  # 二〇二五: digit by digit
        return int("".join(str(_DIGITS.index(c)) for c in text))
    for unit in ("亿", "万"):
        left, found, right = text.rpartition(unit)
        if found:
            return _compound(left, right, _MULTIPLIERS[unit])
    return _section(text)


def _compound(left: str, right: str, unit: int) -> int | None:
    high = _chinese(left)
    if high is None:
        return None
    if not right:
        return high * unit
    if len(right) == 1 and right in _DIGITS[1:]:  # 三万五 is 35000
        return high * unit + _DIGITS.index(right) * unit // 10
    low = _chinese(right.removeprefix("〇"))
    return None if low is None or low >= unit else high * unit + low


def _section(text: str) -> int | None:
    """A number below 10000; 一百二 is 120, as it is spoken."""
    match = _SECTION.fullmatch(text)
    if match is None or "〇" in (text[0], text[-1]):
        return None
    k, h, t, o = (_DIGITS.index(match[name] or "〇") for name in ("k", "h", "t", "o"))
    if match["ten"]:
        t = t or 1
    elif o and text[-2:-1] in ("百", "千"):
        return k * 1000 + h * 100 + o * _MULTIPLIERS[text[-2]] // 10
    return k * 1000 + h * 100 + t * 10 + o
