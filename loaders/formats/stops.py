"""Texts typed with the full stops of a Latin keyboard, as some offices type them, character for character."""

from __future__ import annotations

from ..rule import Rule, text_of

_FEWEST = 3
"""So many stops of this kind are a habit; fewer may be slips, or dots within foreign names."""

LATIN_STOP = Rule(
    name="full-stop-of-a-latin-keyboard",
    pattern=r"(?m)(?<=[一-鿿％%）)”》】\]])(?<![一二三四五六七八九十])(?<![（(][一二三四五六七八九十\d][）)])[.．]"
    r"(?=[一-鿿（(“《【\[]|20\d\d年|[ 　\t\r]*(?:$|<))",
    build=text_of,
    examples={
        "(一)拓宽选聘渠道.面向退役运动员公开招聘.": (".", "."),
        "比例不低于20%.(牵头单位:市教育局)": (".",),
        "办好招聘会．2025年底前完成": ("．",),
    },
    counters=(
        "1.拓宽选聘渠道",
        "(一).拓宽选聘渠道",
        "一.总体要求",
        "占比20.5%",
        "www.gov.cn",
        "总体要求......3",
    ),
)


def with_chinese_stops(text: str) -> str:
    """A text that ends its sentences with a Latin dot with 。 in its place, as long as before; any other as it is."""
    found = [match.start() for match in LATIN_STOP.matches(text)]
    if len(found) < max(_FEWEST, 2 * text.count("。")):
        return text
    characters = list(text)
    for at in found:
        characters[at] = "。"
    return "".join(characters)
