"""What a site or a converter put around a document: metadata, menus, page numbers, buttons (page.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .words import either

Range = tuple[int, int]
_LONGEST_PAIR = 120


@dataclass(frozen=True, slots=True)
class Page:
    """Compiled vocabularies of pages."""

    label: re.Pattern[str]
    """A label with its colon, at the start of a line or after a space; the bare label is group 1."""
    spaced: re.Pattern[str]
    """A label with white space instead of a colon; the bare label is group 1."""
    bare: re.Pattern[str]
    """A label alone, with or without a colon; the bare label is group 1."""
    weak: re.Pattern[str]
    floating: re.Pattern[str]
    chrome: re.Pattern[str]
    buttons: re.Pattern[str]
    foot: re.Pattern[str]
    element: re.Pattern[str]


def _spaced(word: str) -> str:
    return r"\s*".join(map(re.escape, word))


@cache
def page() -> Page:
    """The vocabulary, read once."""
    data = tomllib.loads(files(__package__).joinpath("page.toml").read_text("utf-8"))
    ordered = sorted(data["metadata"]["labels"], key=lambda s: (-len(s), s))
    labels = either(map(_spaced, ordered))
    chrome = data["chrome"]
    buttons = either(map(_spaced, sorted(chrome["buttons"], key=lambda s: (-len(s), s))))
    apart = r"[\s|｜/·•>»＞【】\[\]（）()：:、，,_-]"
    return Page(
        label=re.compile(rf"(?:^|(?<=[\s】\]|｜]))[【\[]?({labels})\s*(?:[：:][】\]]?|[】\]][：:]?)"),
        spaced=re.compile(rf"[【\[]?({labels})[】\]]?\s+(?=\S)"),
        bare=re.compile(rf"[【\[]?({labels})\s*[：:]?[】\]]?"),
        weak=re.compile(either(map(_spaced, data["metadata"]["weak"]))),
        floating=re.compile(either(chrome["floating"])),
        chrome=re.compile(either(chrome["lines"])),
        buttons=re.compile(rf"{apart}*{buttons}(?:{apart}+{buttons})*{apart}*"),
        foot=re.compile(either(chrome["foot"])),
        element=re.compile(rf"(?:^|[\s_-]){either(data['elements']['chrome'])}(?:$|[\s_\d-])", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class Tags:
    """Names of HTML elements by what they do."""

    blocks: frozenset[str]
    void: frozenset[str]
    hidden: frozenset[str]
    chrome: frozenset[str]


@cache
def tags() -> Tags:
    """The names of elements, read once."""
    names = tomllib.loads(files(__package__).joinpath("page.toml").read_text("utf-8"))["elements"]
    return Tags(*(frozenset(names[kind].split()) for kind in ("blocks", "void", "hidden", "site")))


def is_floating(line: str) -> bool:
    """Whether a line was left by a page break or a converter, in the middle of what goes on after it."""
    return len(line) <= 120 and page().floating.fullmatch(line) is not None


def is_chrome(line: str) -> bool:
    """Whether a line is a site's: a path, buttons, links to attachments, rights."""
    return len(line) <= 240 and bool(page().chrome.fullmatch(line) or page().buttons.fullmatch(line))


def is_foot(line: str) -> bool:
    """Whether a line may be a site's, if it stands below the document."""
    return len(line) <= 120 and page().foot.fullmatch(line) is not None


def pairs(line: str) -> list[tuple[Range, Range]]:
    """The labels and values of a line that begins with a label and a colon."""
    found = list(page().label.finditer(line))
    if not found or found[0].start():
        return []
    ends = [match.start() for match in found[1:]] + [len(line)]
    return [
        (match.span(1), _stripped(line, match.end(), end)) for match, end in zip(found, ends, strict=True)
    ]


def spaced_pair(line: str) -> tuple[Range, Range] | None:
    """The label and the value of a line that has white space between them."""
    found = page().spaced.match(line) if len(line) <= _LONGEST_PAIR else None
    return (found.span(1), (found.end(), len(line))) if found else None


def _stripped(line: str, start: int, end: int) -> Range:
    value = line[start:end]
    start += len(value) - len(value.lstrip())
    return start, max(start, start + len(value.strip()))


def is_label(text: str) -> bool:
    """Whether a text is a label and nothing more."""
    return len(text) <= 24 and page().bare.fullmatch(text) is not None


def is_weak(text: str) -> bool:
    """Whether a label may also stand in a document itself."""
    return page().weak.fullmatch(text) is not None
