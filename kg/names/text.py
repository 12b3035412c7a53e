"""The forms that official text is compared and recorded in."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_YEAR_RANGE = re.compile(r"(?<=\d)[‐‑‒–—―−－~～]+(?=\d)")
_STRAIGHT = re.compile(r'"([^"]*)"')
_BRACKETS = str.maketrans("()﹙﹚﹝﹞［］【】[]﹤﹥＜＞「」『』", "（）（）〔〕〔〕〔〕〔〕<><>“”“”")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－ー~～至", "-"))
_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂'‘’「」『』", '"'))
_ANGLES = str.maketrans("〈〉", "<>")


_MISREAD = re.compile(
    r"[OoＯ](?<=\d.)(?=[\d年月日万亿个%件家项号亩人吨次]|$)|[lI|](?:(?<=[\d年月].)(?=\d)|(?<=\d.)(?=[\d年月日]))"
)


_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def mend_digits(text: str) -> str:
    """The text with full-width digits, and O and l that OCR put for 0 and 1, as plain digits; as long as before."""
    text = text.translate(_WIDE)
    if _MISREAD.search(text) is None:
        return text
    return _MISREAD.sub(lambda match: "0" if match.group() in "OoＯ" else "1", text)


def normalise(text: str) -> str:
    """The form in which records hold a string: no white space, full-width （）, “”, 〔〕, year ranges with '-'."""
    text = _SPACE.sub("", text).translate(_BRACKETS)
    text = _YEAR_RANGE.sub("-", text)
    return _STRAIGHT.sub(r"“\1”", text)


def fold(text: str) -> str:
    """The form in which two strings are compared: width, brackets, quotes, dashes and white space folded."""
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_QUOTES).translate(_ANGLES)
    text = text.translate(str.maketrans("[]【】", "〔〕〔〕"))
    return _SPACE.sub("", text).strip(".、,;:。")
