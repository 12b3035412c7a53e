"""The vocabulary of lines: how they begin, end and hold names. The words stand in words.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CJK = "㐀-鿿豈-﫿〇"


def either(patterns: Iterable[str]) -> str:
    """A pattern that matches any of these."""
    return f"(?:{'|'.join(patterns)})"


def literal(strings: Iterable[str]) -> str:
    """A pattern that matches any of these strings, the longest first."""
    return either(re.escape(string) for string in sorted(strings, key=lambda s: (-len(s), s)))


@dataclass(frozen=True, slots=True)
class Words:
    """Compiled vocabularies."""

    numbering: re.Pattern[str]
    starts: re.Pattern[str]
    whole: re.Pattern[str]
    """A line that is complete: a date, a document number, a letterhead."""
    dated: re.Pattern[str]
    """A line that ends in a date, with the date as group 1."""
    about: re.Pattern[str]
    carrier: re.Pattern[str]
    title_end: re.Pattern[str]
    carried_end: re.Pattern[str]
    title_tail: re.Pattern[str]
    suffix: re.Pattern[str]
    unfinished: re.Pattern[str]
    begins: frozenset[str]
    lists: re.Pattern[str]
    attached: re.Pattern[str]
    responsibility: re.Pattern[str]
    post: re.Pattern[str]
    only_post: re.Pattern[str]
    unit: re.Pattern[str]
    name: re.Pattern[str]
    """A person's name, with or without a space between family name and a given name of one character."""

    def responsible(self, text: str) -> bool:
        """Whether what stands in a bracket says who is responsible."""
        return self.responsibility.search(text) is not None


def _title_patterns(title: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    bracket = r"(?:[（(][^（）()]{1,20}[）)])?"
    kinds = literal(title["kinds"])
    return {
        "about": re.compile(literal(title["about"])),
        "carrier": re.compile(literal(title["carriers"])),
        "title_end": re.compile(f"{kinds}{bracket}[”》]?$"),
        "carried_end": re.compile(f"{literal(title['carried'])}{bracket}$"),
        "title_tail": re.compile(f"(?:{literal(title['tails'])}){{0,4}}{kinds}{bracket}(?:的{kinds})?$"),
        "suffix": re.compile(f"[（(][^（）()]{{0,12}}{either(title['suffixes'])}[）)]$"),
    }


def _name_patterns(names: dict[str, list[str]], single: str) -> dict[str, re.Pattern[str]]:
    family = f"(?:{literal(names['double'])}|[{single}])"
    posts = literal(names["posts"])
    return {
        "post": re.compile(f"{posts}(?:[（(][^（）()]{{1,20}}[）)])?$"),
        "only_post": re.compile(f"(?:常务)?副?(?:局|处|科|部|院|厅|主)?{posts}$"),
        "unit": re.compile(f"{literal(names['units'])}(?:[（(][^（）()]{{1,20}}[）)])?$"),
        "name": re.compile(f"{family}(?: [{CJK}]|[{CJK}]{{1,3}}(?:·[{CJK}]{{1,8}})?)"),
    }


@cache
def words() -> Words:
    """The vocabulary, read once."""
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    starts, whole, binding = data["starts"], data["whole"], data["binding"]
    names = {key: value for key, value in data["names"].items() if key != "single"}
    date = whole["date"]
    ends = [end for end in binding["ends"] if len(end) == 1 and not re.match(f"[{CJK}]", end)]
    dangling = [end for end in binding["ends"] if end not in ends]
    return Words(
        numbering=re.compile(either(starts["numbering"])),
        starts=re.compile(either(starts["numbering"] + starts["attached"] + starts["line"])),
        whole=re.compile(either([rf"{date}(?:\s?{whole['issued']})?", whole["number"], whole["letterhead"]])),
        dated=re.compile(rf"({date}(?:\s?{whole['issued']})?)$"),
        # A word at the end binds only in a line of some length: a name alone may end with the same character.
        unfinished=re.compile(f"{literal(ends)}$|.{{8}}{literal(dangling)}$"),
        begins=frozenset(binding["begins"]),
        attached=re.compile(either(starts["attached"])),
        lists=re.compile(either(r"\s?".join(label) for label in binding["lists"])),
        responsibility=re.compile(literal(data["responsibility"]["words"])),
        **_title_patterns(data["title"]),
        **_name_patterns(names, data["names"]["single"]),
    )
