"""Which spaces in a line mean something, and which were left by a converter or a justified print."""

from __future__ import annotations

import re

from ..rule import Rule, text_of
from .build import Edit, Tracked
from .words import CJK, DATE_AT_END, PERSON, PERSON_ALONE, POST_AT_END, UNIT_AT_END

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+"
)
_UNPRINTED = re.compile(rf"{INVISIBLE.pattern}|\\(?=[.*_#()\[\]+~>-])")
_SPACES = re.compile(r"\s+")
_SPACE = re.compile(" ")
_STOP = re.compile(r"[。！？；]")
_LISTED = re.compile("[、，,]")
_LATIN_LEFT = re.compile(r"[A-Za-z0-9.,;:!?)\]%'&+/=<>\-]")
_LATIN_RIGHT = re.compile(r"[A-Za-z0-9(\[&+/=<>\-]")

LABEL_AT_HEAD = Rule(
    name="label-at-the-head-of-a-line",
    pattern=rf"((?:[{CJK}] ?){{2,8}})[：:]",
    how="match",
    build=lambda match: str(match[1]),
    examples={"组 长：张 林": ("组 长",), "责任单位:区教育局": ("责任单位",)},
    counters=("2022年：完成改造", "各街道办事处，区府各部门："),
)
SPACE_BEFORE_LABEL = Rule(
    name="space-before-a-label",
    pattern=rf" (?=[{CJK}]{{2,8}}[：:])",
    needs=(" ",),
    build=text_of,
    examples={"牵头单位：区教育局 配合单位：区财政局": (" ",)},
    counters=("牵头单位：区教育局 区财政局", "牵头单位：区教育局，配合单位：区财政局"),
)
SPACED_HEAD = Rule(
    name="number-of-a-chapter-with-its-space",
    pattern=r"(?:第[一二三四五六七八九十百零\d]{1,4}[章节条篇编]"
    r"|附 ?[件表录] ?[一二三四五六七八九十\d]{0,2}"
    r"|专栏 ?[一二三四五六七八九十\d]{1,2}) ",
    how="match",
    build=text_of,
    examples={"第一章 总则": ("第一章 ",), "附件2 任务分工表": ("附件2 ",), "专栏3 重点工程": ("专栏3 ",)},
    counters=("第一章总则", "第三方 机构", "附属 设施"),
)
SPACED_NUMBER = Rule(
    name="number-of-an-item-before-a-figure",
    pattern=r"\d{1,3} ?[.．、] ?(?=\d)",
    how="match",
    build=text_of,
    examples={"3. 2025年底前完成": ("3. ",), "12、5G基站建设": ("12、",)},
    counters=("3. 加强领导", "2025. 10"),
)
BEFORE_ABOUT = Rule(
    name="space-between-issuers-and-the-subject-of-a-title",
    pattern=r" (?=关于|印发|转发)",
    needs=(" ",),
    build=text_of,
    examples={"鼓楼区教育局 鼓楼区财政局 关于印发就业工作方案的通知": (" ",)},
    counters=("鼓楼区教育局关于印发 就业工作方案的通知", "鼓楼区教育局 就业工作方案"),
)
ATTACHED_LABEL = Rule(
    name="label-of-an-attachment",
    pattern="附 ?[件表录]",
    how="match",
    build=text_of,
    examples={"附件：任务分工表": ("附件",), "附 表：": ("附 表",)},
    counters=("见附件：任务分工表", "附注：此件公开"),
)


def invisible(text: str) -> list[Edit]:
    """Characters that print nothing: marks, joiners, soft hyphens, controls, Markdown's escapes."""
    return [Edit(*found.span()) for found in _UNPRINTED.finditer(text)]


def runs_of_space(text: str) -> list[Edit]:
    """Every run of white space that is not one plain space already."""
    return [Edit(*found.span(), " ") for found in _SPACES.finditer(text) if found.group() != " "]


def is_roster(line: str) -> bool:
    """Whether a line gives a person and a post, such as 张 林 区委办主任."""
    label = LABEL_AT_HEAD.find(line)
    rest = line[label.end() :].lstrip() if label else line
    name = PERSON.find(rest)
    if not name or len(rest) > 60 or _STOP.search(rest):
        return False
    post = rest[name.end() :]
    return post.startswith(" ") and post in POST_AT_END


def separates(line: str) -> bool:
    """Whether the spaces of a line separate things: names and posts, a label's values, units in a row."""
    if _STOP.search(line):
        return False
    if is_roster(line):
        return True
    label = LABEL_AT_HEAD.find(line)
    if label:
        return line not in ATTACHED_LABEL and not _LISTED.search(line, label.end())
    tokens = line.split(" ")
    if len(tokens) > 2 and all(token in PERSON_ALONE for token in tokens):
        return True
    return len(tokens) > 1 and all(len(token) > 2 and token in UNIT_AT_END for token in tokens)


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
    headed = SPACED_HEAD.find(line)
    if headed:
        kept.add(headed.end() - 1)
    numbered = SPACED_NUMBER.find(line)
    if numbered:
        kept.add(numbered.end() - 1)
    if _STOP.search(line):
        return kept
    kept.update(_between_issuers(line))
    kept.update(found.start() for found in SPACE_BEFORE_LABEL.matches(line))
    dated = DATE_AT_END.find(line)
    if dated:
        kept.add(dated.start() - 1)
    return kept


def _between_issuers(line: str) -> list[int]:
    """The spaces between the bodies that issue a document together, and before its title's 关于."""
    title = BEFORE_ABOUT.find(line)
    names = line[: title.start()].split(" ") if title else []
    if not title or not all(len(name) > 3 and name in UNIT_AT_END for name in names):
        return []
    return [found.start() for found in _SPACE.finditer(line, 0, title.end())]


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
