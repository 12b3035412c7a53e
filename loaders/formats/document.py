"""The common way from lines and tables to a Source, whatever format they came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from kg.source import BlockKind, FileInfo, Source

from ..joining import Line, groups
from ..rule import Rule, text_of
from .build import Edit, LinePair, Part, SourceBuilder, Tracked, concat
from .lines import gather, glue, run_in_headings
from .page import (
    BARE_LABEL,
    PAGE_LABEL_HERE,
    Range,
    glued_pair,
    is_chrome,
    is_floating,
    is_foot,
    is_label,
    is_weak,
    pairs,
    spaced_pairs,
)
from .running import running_heads
from .spacing import tidy
from .words import ADDRESSEES, LIST_LABEL, NUMBERED_LINE

_PROSE = 30
_NEW_PARAGRAPH = 4
"""The indent of a paragraph that stood on its heading's line."""
_STACKED = 2
"""So many labels on lines of their own are no chance."""
_GLUED = 3
"""So many lines in a row that begin with a label are no chance."""
_OF_SITES = ("主办", "承办", "协办")
_MARK = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")

LIST_MARK = Rule(
    name="mark-of-a-list-or-heading",
    pattern=r"(?:#{1,6}|>|[-*+•·●○■□▪◆◇➢➤►▶※☆★✓—–－])\s+(?=\S)|[•●○■□▪◆◇➢➤►▶](?=\S)",
    how="match",
    build=text_of,
    examples={"## 重点任务": ("## ",), "●区教育局": ("●",), "- 加强领导": ("- ",)},
    counters=("-5℃以下", "**重点任务**", "★区教育局"),
)


RESPONSIBLE_LINE = Rule(
    name="line-headed-by-a-label-of-responsibility",
    pattern=r"(?P<label>(?:责任|牵头|配合|主办|承办|协办|协作|协同|参与|参加|支持|负责|主责|完成)(?:责任)?(?:单位|部门|处室|科室|时限|时间)?)[ ]?[：:]",
    how="match",
    build=lambda match: match["label"],
    examples={"牵头单位：区委组织部": ("牵头单位",), "协办单位:区委编办": ("协办单位",)},
    counters=("各责任单位要抓好落实", "（责任单位：区教育局）", "联系电话：12345"),
)
"""A site's foot has 主办单位 and 承办单位 too, but never below one of the others."""


@dataclass(slots=True)
class Para:
    """A line of the file, or a paragraph of it."""

    text: Tracked
    indent: int = 0
    kind: BlockKind = "body"
    floating: bool = False
    pairs: list[LinePair] = field(default_factory=list)


Item = Para | Part


def without_marks(text: Tracked) -> Tracked:
    """A line without the bullet or the marks of Markdown that stand before its text; an empty line of a quote is none."""
    if text.text.strip() == ">":
        return text.slice(0, 0)
    found = LIST_MARK.find(text.text)
    if found and not is_floating(text.text):
        text = text.edit([Edit(0, found.end())])
    if text.text.count("**") > 1 or text.text.count("__") > 1:
        text = text.edit([Edit(*mark.span()) for mark in _MARK.finditer(text.text)]).strip()
    return text


def assemble(items: Sequence[Item], file: FileInfo) -> Source:
    """The Source of a file's lines and tables, which come in order."""
    items = [item for item in items if isinstance(item, Part) or item.text.text]
    classify(items)
    builder = SourceBuilder()
    for part in _parts(_joined(_split(items))):
        builder.add(part)
    return builder.source(file)


def classify(items: Iterable[Item]) -> None:
    """Mark what is metadata and what is chrome."""
    paras = [item for item in items if isinstance(item, Para)]
    first, last = _extent(paras)
    set_metadata([para for n, para in enumerate(paras) if not first <= n <= last])
    heads = running_heads([para.text.text for para in paras])
    for number, para in enumerate(paras):
        text = para.text.text
        if para.kind in ("body", "chrome") and (is_floating(text) or number in heads):
            para.kind, para.floating = "chrome", True
        elif para.kind == "body" and (is_chrome(text) or (number > last and is_foot(text))):
            para.kind = "chrome"


def _extent(paras: Sequence[Para]) -> tuple[int, int]:
    """The numbers of the first and the last line that is clearly of the document itself."""
    inner = [n for n, para in enumerate(paras) if para.kind == "body" and _of_document(para.text.text)]
    if not inner:
        return len(paras), len(paras)
    return inner[0], _end_of_labels(paras, inner[-1])


def _end_of_labels(paras: Sequence[Para], last: int) -> int:
    """The number of the last line that says who is responsible for the last item, the last line before it `last`.

    Its label is one that no site has, or stands below such a line, or headed a line of the document before.
    """
    labels = [
        next(RESPONSIBLE_LINE.read(para.text.text), "") if para.kind == "body" else "" for para in paras
    ]
    known = set(labels[: last + 1])
    for number in range(last + 1, len(paras)):
        label = labels[number]
        if not label or (label.startswith(_OF_SITES) and label not in known and not labels[number - 1]):
            return last
        last = number
    return last


def _of_document(text: str) -> bool:
    if text in PAGE_LABEL_HERE or is_chrome(text):
        return False
    if text in NUMBERED_LINE or text in LIST_LABEL:
        return True
    if text in RESPONSIBLE_LINE and not text.startswith(_OF_SITES):
        return True
    return (len(text) >= _PROSE and "。" in text) or (text in ADDRESSEES and not is_label(text))


def set_metadata(paras: Sequence[Para]) -> None:
    """Mark lines that give metadata, of those above and below the document, and set their pairs.

    A label that a document may use too, or one without a colon, counts only beside a line that is sure.
    """
    texts = [para.text.text for para in paras]
    stacked = sum(para.kind == "body" and is_label(para.text.text) for para in paras) >= _STACKED
    found = [_pairs_of(para, stacked) for para in paras]
    sure = [
        len(ranges) > 1 or any(not is_weak(text[slice(*label)]) for label, _ in ranges)
        for ranges, text in zip(found, texts, strict=True)
    ]
    for number, para in enumerate(paras):
        beside = any(sure[max(0, number - 1) : number + 2])
        ranges = found[number] if beside else []
        if beside and para.kind == "body" and not ranges:
            ranges = spaced_pairs(texts[number])
        if ranges:
            para.kind = "metadata"
            para.pairs = [LinePair((0, *label), (0, *value)) for label, value in ranges]
            sure[number] = True
    if stacked:
        _set_stacked(paras)
    _set_glued(paras)


def _pairs_of(para: Para, stacked: bool) -> list[tuple[Range, Range]]:
    """The pairs of a line; of one label alone none where values stand below labels, nor of a page's switch."""
    text = para.text.text
    if para.kind != "body" or (stacked and is_label(text)):
        return []
    found = pairs(text)
    if not found:
        found = spaced_pairs(text)
        return found if len(found) > 1 else []
    return [] if len(found) == 1 and is_chrome(text) else found


def _set_glued(paras: Sequence[Para]) -> None:
    """Labels with their values right behind them, where so many follow each other that it is no chance."""
    found = [(para, glued_pair(para.text.text) if para.kind == "body" else None) for para in paras]
    for glued, run in groupby(found, key=lambda one: one[1] is not None):
        lines = list(run)
        for para, pair in lines if glued and len(lines) >= _GLUED else ():
            if pair:
                para.kind = "metadata"
                para.pairs = [LinePair((0, *pair[0]), (0, *pair[1]))]


def _set_stacked(paras: Sequence[Para]) -> None:
    """Labels on lines of their own, each with its value on the next line."""
    labels = [para.kind == "body" and is_label(para.text.text) for para in paras]
    for number, para in enumerate(paras):
        name = BARE_LABEL.find(para.text.text) if labels[number] else None
        if not name:
            continue
        para.kind = "metadata"
        value = (0, len(para.text.text), len(para.text.text))
        if number + 1 < len(paras) and paras[number + 1].kind == "body" and not labels[number + 1]:
            paras[number + 1].kind = "metadata"
            value = (1, 0, len(paras[number + 1].text.text))
        para.pairs = [LinePair((0, *name.span(1)), value)]


def _split(items: Sequence[Item]) -> list[Item]:
    """The items with headings parted from the text that runs on after them."""
    bodies = [item for item in items if isinstance(item, Para) and item.kind == "body"]
    lines = [item.text.text for item in bodies]
    places = run_in_headings(lines, gather(lines, [item.indent for item in bodies]).headings)
    parted = {id(bodies[number]): at for number, at in places.items()}
    result: list[Item] = []
    for item in items:
        at = parted.get(id(item))
        if at is None or isinstance(item, Part):
            result.append(item)
        else:
            rest = item.text.slice(at + 1, len(item.text.text))
            result += [Para(item.text.slice(0, at), item.indent), Para(rest, _NEW_PARAGRAPH)]
    return result


def _joined(items: Sequence[Item]) -> list[Item]:
    """The items with broken lines joined; what floats between two parts of a line comes after it."""
    solid = [item for item in items if isinstance(item, Part) or not item.floating]
    tidied = {id(item): tidy(item.text) for item in solid if isinstance(item, Para) and item.kind == "body"}
    paged = {id(item) for before, item in pairwise(items) if isinstance(before, Para) and before.floating}
    lines = [
        Line(tidied[id(item)].text, item.indent, id(item) in paged)
        if isinstance(item, Para) and item.kind == "body"
        else None
        for item in solid
    ]
    merged: dict[int, Item] = {}
    gone: set[int] = set()
    for group in groups(lines):
        paras = [item for item in (solid[n] for n in group) if isinstance(item, Para)]
        first = paras[0]
        text = tidied[id(first)] if len(paras) == 1 else _one(paras)
        merged[id(first)] = Para(text, first.indent)
        gone.update(map(id, paras[1:]))
    return [merged.get(id(item), item) for item in items if id(item) not in gone]


def _one(paras: Sequence[Para]) -> Tracked:
    pieces: list[Tracked | str] = [paras[0].text]
    for before, after in pairwise(paras):
        pieces += [glue(before.text.text, after.text.text), after.text]
    return tidy(concat(pieces))


def _parts(items: Sequence[Item]) -> Iterable[Part]:
    """Items as parts: lines of one kind that follow each other are one."""
    part: Part | None = None
    for item in items:
        if isinstance(item, Para) and part and part.kind == item.kind:
            _extend(part, item)
            continue
        if part:
            yield part
        part = None
        if isinstance(item, Part):
            yield item
        else:
            part = Part(item.kind, [])
            _extend(part, item)
    if part:
        yield part


def _extend(part: Part, para: Para) -> None:
    line = len(part.lines)
    part.lines.append(para.text)
    for label, value in para.pairs:
        part.pairs.append(LinePair((line, *label[1:]), (line + value[0], *value[1:])))
