"""What a site or a converter put around a document: metadata, menus, page numbers, buttons (page.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from ..rule import Rule, text_of
from .words import either

Range = tuple[int, int]
_LONGEST_PAIR = 120
_SHORTEST_GLUED = 3
"""A label with no mark behind it has so many characters."""


def _spaced(word: str) -> str:
    return r"\s*".join(map(re.escape, word))


def _longest_first(words: Iterable[str]) -> str:
    return either(map(_spaced, sorted(words, key=lambda word: (-len(word), word))))


def _label(match: re.Match[str]) -> str:
    return str(match[1])


_DATA = tomllib.loads(files(__package__).joinpath("page.toml").read_text("utf-8"))
_CHROME = _DATA["chrome"]
_LABELS = _longest_first(_DATA["metadata"]["labels"])
_BUTTONS = _longest_first(_CHROME["buttons"])
_APART = r"[\s|｜/·•>»＞【】\[\]（）()：:、，,_-]"

PAGE_LABEL = Rule(
    name="label-of-metadata-with-its-colon",
    pattern=rf"(?:^|(?<=[\s】\]|｜]))[【\[]?({_LABELS})\s*(?:[：:][】\]]?|[】\]][：:]?)",
    build=_label,
    examples={
        "索引号：K24 发布日期: 2022-09-30": ("索引号", "发布日期"),
        "【文 号】宁政办发〔2022〕35号": ("文 号",),
    },
    counters=("本方案自发布之日起施行", "发布日期 2022-09-30", "责任单位：区教育局"),
)
"""At the start of a line or after a space."""
PAGE_LABEL_HERE = replace(
    PAGE_LABEL,
    name="label-of-metadata-at-the-head-of-a-line",
    how="match",
    examples={"索引号：K24": ("索引号",), "[来源]：区政府办": ("来源",)},
    counters=("2022年9月30日 来源：区政府办", "本方案自发布之日起施行"),
)
SPACED_LABEL = Rule(
    name="label-of-metadata-before-a-space",
    pattern=rf"[【\[]?({_LABELS})[】\]]?\s+(?=\S)",
    how="match",
    build=_label,
    examples={"发布日期 2022-09-30": ("发布日期",), "【来源】 区政府办": ("来源",)},
    counters=("发布日期：2022-09-30", "责任单位 区教育局"),
)
NEXT_SPACED_LABEL = Rule(
    name="further-label-of-metadata-between-spaces",
    pattern=rf"(?<=\s)[【\[]?({_LABELS})[】\]]?\s+(?=\S)",
    needs=(" ",),
    build=_label,
    examples={"索引号 1133/2018 文号 宁政办发〔2018〕7号": ("文号",)},
    counters=("文号 宁政办发〔2018〕7号", "宁政办发〔2018〕7号 主动公开"),
)
GLUED_LABEL = Rule(
    name="label-of-metadata-without-a-mark-behind-it",
    pattern=rf"({_LABELS})(?=[^\s：:】\]])",
    how="match",
    build=_label,
    examples={"发文机关国务院": ("发文机关",), "成文日期2008年1月11日": ("成文日期",)},
    counters=("发文机关：国务院", "国务院发文机关", "发文机关"),
)
BARE_LABEL = Rule(
    name="label-of-metadata-alone",
    pattern=rf"[【\[]?({_LABELS})\s*[：:]?[】\]]?",
    how="fullmatch",
    build=_label,
    examples={"发布机构": ("发布机构",), "文 号：": ("文 号",)},
    counters=("发布机构：区政府办", "责任单位"),
)
WEAK_LABEL = Rule(
    name="label-that-a-document-may-use-too",
    pattern=either(map(_spaced, _DATA["metadata"]["weak"])),
    how="fullmatch",
    build=text_of,
    examples={"有效期": ("有效期",), "时 间": ("时 间",)},
    counters=("索引号", "完成时间"),
)
FLOATING_LINE = Rule(
    name="line-left-by-a-page-break",
    pattern=either(_CHROME["floating"]),
    how="fullmatch",
    build=text_of,
    examples={"— 12 —": ("— 12 —",), "第3页 共20页": ("第3页 共20页",), "Page 3 of 20": ("Page 3 of 20",)},
    counters=("12", "第3章", "— 责任单位"),
)
CHROME_LINE = Rule(
    name="line-of-a-site",
    pattern=either(_CHROME["lines"]),
    how="fullmatch",
    build=text_of,
    examples={
        "当前位置：首页 > 政务公开": ("当前位置：首页 > 政务公开",),
        "版权所有：鼓楼区人民政府": ("版权所有：鼓楼区人民政府",),
        "附件：任务清单.docx": ("附件：任务清单.docx",),
    },
    counters=("附件：任务清单", "政策解读工作要及时开展。", "位置在区政务服务中心"),
)
BUTTONS = Rule(
    name="row-of-buttons",
    pattern=rf"{_APART}*{_BUTTONS}(?:{_APART}+{_BUTTONS})*{_APART}*",
    how="fullmatch",
    build=text_of,
    examples={"【打印】【关闭】": ("【打印】【关闭】",), "分享到： 微信 微博": ("分享到： 微信 微博",)},
    counters=("打印设备采购", "大力发展中小企业"),
)
FOOT_LINE = Rule(
    name="line-in-the-foot-of-a-page",
    pattern=either(_CHROME["foot"]),
    how="fullmatch",
    build=text_of,
    examples={
        "主办单位：鼓楼区人民政府": ("主办单位：鼓楼区人民政府",),
        "联系电话：025-12345678": ("联系电话：025-12345678",),
    },
    counters=("主办单位要加强协作", "责任单位：区教育局"),
)
"""Below the document's last sentence."""
CHROME_ELEMENT = Rule(
    name="class-of-a-sites-own-element",
    pattern=rf"(?i)(?:^|[\s_-]){either(_DATA['elements']['chrome'])}(?:$|[\s_\d-])",
    build=text_of,
    examples={"main-nav": ("-nav",), "Footer": ("Footer",), "share left": ("share ",)},
    counters=("navy-text", "content", "article"),
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
    """The names of elements."""
    return Tags(
        *(frozenset(_DATA["elements"][kind].split()) for kind in ("blocks", "void", "hidden", "site"))
    )


def is_floating(line: str) -> bool:
    """Whether a line was left by a page break or a converter, in the middle of what goes on after it."""
    return len(line) <= 120 and line in FLOATING_LINE


def is_chrome(line: str) -> bool:
    """Whether a line is a site's: a path, buttons, links to attachments, rights."""
    return len(line) <= 240 and (line in CHROME_LINE or line in BUTTONS)


def is_foot(line: str) -> bool:
    """Whether a line may be a site's, if it stands below the document."""
    return len(line) <= 120 and line in FOOT_LINE


def pairs(line: str) -> list[tuple[Range, Range]]:
    """The labels and values of a line that begins with a label and a colon."""
    found = list(PAGE_LABEL.matches(line))
    if not found or found[0].start():
        return []
    ends = [match.start() for match in found[1:]] + [len(line)]
    return [
        (match.span(1), _stripped(line, match.end(), end)) for match, end in zip(found, ends, strict=True)
    ]


def spaced_pairs(line: str) -> list[tuple[Range, Range]]:
    """The labels and values of a line that has only white space between them."""
    first = SPACED_LABEL.find(line) if len(line) <= _LONGEST_PAIR else None
    if not first:
        return []
    later = [found for found in NEXT_SPACED_LABEL.matches(line, first.end()) if not is_weak(found[1])]
    ends = [found.start() for found in later] + [len(line)]
    return [
        (found.span(1), _stripped(line, found.end(), end))
        for found, end in zip((first, *later), ends, strict=True)
    ]


def glued_pair(line: str) -> tuple[Range, Range] | None:
    """The label and the value of a line that has nothing between them."""
    found = GLUED_LABEL.find(line) if len(line) <= _LONGEST_PAIR and "。" not in line else None
    if not found or found.end() < _SHORTEST_GLUED or is_weak(found[1]):
        return None
    return found.span(1), (found.end(), len(line))


def _stripped(line: str, start: int, end: int) -> Range:
    value = line[start:end]
    start += len(value) - len(value.lstrip())
    return start, max(start, start + len(value.strip()))


def is_label(text: str) -> bool:
    """Whether a text is a label and nothing more."""
    return len(text) <= 24 and text in BARE_LABEL


def is_weak(text: str) -> bool:
    """Whether a label may also stand in a document itself."""
    return text in WEAK_LABEL
