"""Which spaces in a line mean something, and which were left by a converter or a justified print."""

from __future__ import annotations

import re

from .build import Edit, Tracked
from .words import CJK, words

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+"
)
_UNPRINTED = re.compile(rf"{INVISIBLE.pattern}|\\(?=[.*_#()\[\]+~>-])")
_SPACES = re.compile(r"\s+")
_SPACE = re.compile(" ")
_STOP = re.compile(r"[。！？；]")
_LABEL = re.compile(rf"((?:[{CJK}] ?){{2,8}})[：:]")
_NEXT_LABEL = re.compile(rf" (?=[{CJK}]{{2,8}}[：:])")
_LISTED = re.compile("[、，,]")
_HEADED = re.compile(
    r"(?:第[一二三四五六七八九十百零\d]{1,4}[章节条篇编]"
    r"|附 ?[件表录] ?[一二三四五六七八九十\d]{0,2}"
    r"|专栏 ?[一二三四五六七八九十\d]{1,2}) "
)
_NUMBERED = re.compile(r"\d{1,3} ?[.．、] ?(?=\d)")
_ATTACHED = re.compile("附 ?[件表录]")
_LATIN_LEFT = re.compile(r"[A-Za-z0-9.,;:!?)\]%'&+/=<>\-]")
_LATIN_RIGHT = re.compile(r"[A-Za-z0-9(\[&+/=<>\-]")


def invisible(text: str) -> list[Edit]:
    """Characters that print nothing: marks, joiners, soft hyphens, controls, Markdown's escapes."""
    return [Edit(*found.span()) for found in _UNPRINTED.finditer(text)]


def runs_of_space(text: str) -> list[Edit]:
    """Every run of white space that is not one plain space already."""
    return [Edit(*found.span(), " ") for found in _SPACES.finditer(text) if found.group() != " "]


def is_roster(line: str) -> bool:
    """Whether a line gives a person and a post, such as 张 林 区委办主任."""
    label = _LABEL.match(line)
    rest = line[label.end() :].lstrip() if label else line
    name = words().name.match(rest)
    if not name or len(rest) > 60 or _STOP.search(rest):
        return False
    post = rest[name.end() :]
    return post.startswith(" ") and words().post.search(post) is not None


def separates(line: str) -> bool:
    """Whether the spaces of a line separate things: names and posts, a label's values, units in a row."""
    if _STOP.search(line):
        return False
    if is_roster(line):
        return True
    label = _LABEL.match(line)
    if label:
        return not _ATTACHED.match(line) and not _LISTED.search(line, label.end())
    tokens = line.split(" ")
    if len(tokens) > 2 and all(words().name.fullmatch(token) for token in tokens):
        return True
    return len(tokens) > 1 and all(len(token) > 2 and words().unit.search(token) for token in tokens)


def stray_spaces(line: str) -> list[Edit]:
    """The spaces to take out of a line in which runs of white space are one space already."""
    if " " not in line:
        return []
    keep = separates(line)
    kept = _kept_places(line)
    return [
        Edit(found.start(), found.end())
        for found in _SPACE.finditer(line)
        if found.start() not in kept and _stray(line, found.start(), keep)
    ]


def _kept_places(line: str) -> set[int]:
    """Spaces that stay in any line: after a chapter's number, before a label, before a closing date."""
    kept: set[int] = set()
    headed = _HEADED.match(line)
    if headed:
        kept.add(headed.end() - 1)
    numbered = _NUMBERED.match(line)
    if numbered:
        kept.add(numbered.end() - 1)
    if _STOP.search(line):
        return kept
    kept.update(found.start() for found in _NEXT_LABEL.finditer(line))
    dated = words().dated.search(line)
    if dated:
        kept.add(dated.start() - 1)
    return kept


def _stray(line: str, at: int, keep: bool) -> bool:
    left, right = line[at - 1], line[at + 1]
    if (left.isdigit() and right in "年月日") or (left in "年月" and right.isdigit()):
        return True
    if left in ".．" and right.isdigit() and line[at - 2 : at - 1].isdigit():
        return True
    return not keep and not (_LATIN_LEFT.match(left) and _LATIN_RIGHT.match(right))


def clean(text: Tracked) -> Tracked:
    """A line without invisible characters, white space at its ends, and runs of white space."""
    text = text.edit(invisible(text.text)).strip()
    return text.edit(runs_of_space(text.text))


def tidy(text: Tracked) -> Tracked:
    """A line without stray spaces."""
    return text.edit(stray_spaces(text.text))
