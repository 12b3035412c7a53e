"""What lines say by how they begin and end and by the names in them. The words stand in words.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files

from ..rule import Rule, text_of

CJK = "㐀-鿿豈-﫿〇"


def either(patterns: Iterable[str]) -> str:
    """A pattern that matches any of these."""
    return f"(?:{'|'.join(patterns)})"


def literal(strings: Iterable[str]) -> str:
    """A pattern that matches any of these strings, the longest first."""
    return either(re.escape(string) for string in sorted(strings, key=lambda s: (-len(s), s)))


_DATA = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
_STARTS, _WHOLE, _TITLE = _DATA["starts"], _DATA["whole"], _DATA["title"]
_BINDING, _NAMES = _DATA["binding"], _DATA["names"]
_DATE = rf"{_WHOLE['date']}(?:\s?{_WHOLE['issued']})?"
_BRACKET = r"(?:[（(][^（）()]{1,20}[）)])?"
_KINDS = literal(_TITLE["kinds"])
_FAMILY = f"(?:{literal(_NAMES['double'])}|[{_NAMES['single']}])"
_POSTS = literal(_NAMES["posts"])
_MARKS = [end for end in _BINDING["ends"] if len(end) == 1 and not re.match(f"[{CJK}]", end)]
_DANGLING = [end for end in _BINDING["ends"] if end not in _MARKS]

BEGINS = frozenset(_BINDING["begins"])
"""Characters with which no line of its own begins."""
NUMBERED_LINE = Rule(
    name="line-begins-with-a-number",
    pattern=either(_STARTS["numbering"]),
    how="match",
    build=text_of,
    examples={
        "一、总体要求": ("一、",),
        "（二）重点任务": ("（二）",),
        "3.2025年底前完成": ("3.",),
        "第三章 保障措施": ("第三章",),
        "一是加强领导": ("一是",),
    },
    counters=("2025年底前完成", "一体推进城乡建设", "3.5亿元专项资金"),
)
ATTACHED_LINE = Rule(
    name="line-begins-with-an-attachment",
    pattern=either(_STARTS["attached"]),
    how="match",
    build=text_of,
    examples={"附件1": ("附件1",), "附 件：重点任务清单": ("附 件：",)},
    counters=("附件材料由各单位报送", "附属设施建设"),
)
FRESH_LINE = Rule(
    name="line-begins-something-new",
    pattern=either(_STARTS["numbering"] + _STARTS["attached"] + _STARTS["line"]),
    how="match",
    build=text_of,
    examples={
        "（一）加强领导": ("（一）",),
        "责任单位：区教育局": ("责任单位",),
        "组 长：张三": ("组 长：",),
    },
    counters=("各责任单位要落实责任", "组长由区长担任", "和区财政局联合印发"),
)
WHOLE_LINE = Rule(
    name="line-complete-by-itself",
    pattern=either([_DATE, _WHOLE["number"], _WHOLE["letterhead"]]),
    how="fullmatch",
    build=text_of,
    examples={
        "2022年9月30日": ("2022年9月30日",),
        "宁政办发〔2022〕35号": ("宁政办发〔2022〕35号",),
        "南京市鼓楼区人民政府文件": ("南京市鼓楼区人民政府文件",),
    },
    counters=("2022年9月30日前完成", "根据宁政办发〔2022〕35号，", "转发上级文件精神"),
)
"""A date, a document number, a letterhead."""
DATE_AT_END = Rule(
    name="date-at-the-end-of-a-line",
    pattern=rf"({_DATE})$",
    build=lambda match: match[1],
    examples={
        "鼓楼区人民政府办公室 2022年9月30日": ("2022年9月30日",),
        "二〇二二年九月": ("二〇二二年九月",),
    },
    counters=("2022年9月30日前完成", "2022年度计划"),
)
ABOUT = Rule(
    name="word-before-a-titles-subject",
    pattern=literal(_TITLE["about"]),
    build=text_of,
    examples={"关于印发就业工作方案的通知": ("关于", "印发")},
    counters=("稳就业工作实施方案", "公布实施情况"),
)
CARRIER = Rule(
    name="verb-of-a-notice-that-carries-a-document",
    pattern=literal(_TITLE["carriers"]),
    build=text_of,
    examples={"关于印发《就业工作方案》的通知": ("印发",), "转发省政府文件的通知": ("转发",)},
    counters=("关于做好就业工作的通知", "就业工作方案"),
)
TITLE_END = Rule(
    name="end-of-a-title",
    pattern=f"{_KINDS}{_BRACKET}[”》]?$",
    build=text_of,
    examples={
        "就业工作实施方案": ("方案",),
        "养老服务发展规划（2021-2025年）": ("规划（2021-2025年）",),
        "关于印发《工作要点》": ("要点》",),
    },
    counters=("就业工作实施方案的说明", "加强规划引领"),
)
CARRIED_END = Rule(
    name="end-of-a-notices-title",
    pattern=f"{literal(_TITLE['carried'])}{_BRACKET}$",
    build=text_of,
    examples={"关于印发就业工作方案的通知": ("通知",), "关于同意设立园区的函（试行）": ("函（试行）",)},
    counters=("关于印发就业工作方案", "通知精神"),
)
TITLE_TAIL = Rule(
    name="rest-of-a-title-on-its-own-line",
    pattern=f"(?:{literal(_TITLE['tails'])}){{0,4}}{_KINDS}{_BRACKET}(?:的{_KINDS})?$",
    how="fullmatch",
    build=text_of,
    examples={"三年行动方案": ("三年行动方案",), "实施意见的通知": ("实施意见的通知",)},
    counters=("就业服务方案", "三年行动"),
)
TITLE_SUFFIX = Rule(
    name="bracket-below-a-title",
    pattern=f"[（(][^（）()]{{0,12}}{either(_TITLE['suffixes'])}[）)]$",
    how="fullmatch",
    build=text_of,
    examples={"（2022-2025年）": ("（2022-2025年）",), "（征求意见稿）": ("（征求意见稿）",)},
    counters=("（责任单位：区教育局）", "2022-2025年"),
)
UNFINISHED = Rule(
    name="line-that-must-go-on",
    # a word at the end binds only in a line of some length: a name alone may end with the same character
    pattern=f"{literal(_MARKS)}$|.{{8}}{literal(_DANGLING)}$",
    build=text_of,
    examples={"区教育局、": ("、",), "认真贯彻落实党中央、国务院的": ("实党中央、国务院的",)},
    counters=("李和", "完成道路改造。", "区教育局"),
)
LIST_LABEL = Rule(
    name="label-of-a-list-of-addressees",
    pattern=either(r"\s?".join(label) for label in _BINDING["lists"]),
    how="match",
    build=text_of,
    examples={"抄送：区委各部门。": ("抄送",), "主 送：各街道办事处": ("主 送",)},
    counters=("请抄送区政府办", "报送时间"),
)
ADDRESSEES = Rule(
    name="line-of-addressees",
    pattern=r"[^。；]{4,200}[：:]",
    how="fullmatch",
    build=text_of,
    examples={"各街道办事处，区府各部门：": ("各街道办事处，区府各部门：",)},
    counters=("抄送：", "各街道办事处：请认真贯彻执行。", "各街道办事处，区府各部门"),
)
"""Or another line that ends in a colon."""
RESPONSIBILITY = Rule(
    name="word-of-responsibility-in-a-bracket",
    pattern=literal(_DATA["responsibility"]["words"]),
    build=text_of,
    examples={"区教育局牵头": ("牵头",), "责任单位：区财政局": ("责任", "单位")},
    counters=("知识产权局", "2022-2025年"),
)
"""A bracket with one of these closes a paragraph."""
POST_AT_END = Rule(
    name="post-at-the-end-of-a-line",
    pattern=f"{_POSTS}(?:[（(][^（）()]{{1,20}}[）)])?$",
    build=text_of,
    examples={"区教育局局长": ("长",), "区委办公室主任（兼）": ("主任（兼）",)},
    counters=("区教育局", "主任委员会议制度"),
)
ONLY_POST = Rule(
    name="post-alone-on-a-line",
    pattern=f"(?:常务)?副?(?:局|处|科|部|院|厅|主)?{_POSTS}$",
    how="fullmatch",
    build=text_of,
    examples={"副局长": ("副局长",), "副书记": ("副书记",), "主任": ("主任",)},
    counters=("区教育局局长", "局长办公会"),
)
UNIT_AT_END = Rule(
    name="unit-at-the-end-of-a-line",
    pattern=f"{literal(_NAMES['units'])}(?:[（(][^（）()]{{1,20}}[）)])?$",
    build=text_of,
    examples={"区教育局": ("局",), "区市场监管局（知识产权局）": ("局（知识产权局）",)},
    counters=("完成道路改造", "区教育局局长"),
)
PERSON = Rule(
    name="persons-name-at-the-head-of-a-line",
    pattern=f"{_FAMILY}(?: [{CJK}]|[{CJK}]{{1,3}}(?:·[{CJK}]{{1,8}})?)",
    how="match",
    build=text_of,
    examples={"张 林 区委办主任": ("张 林",), "王建国 区教育局局长": ("王建国",)},
    counters=("县委办主任 张林", "2025年工作专班"),
)
"""With or without a space between family name and a given name of one character."""
PERSON_ALONE = replace(
    PERSON,
    name="persons-name-alone",
    how="fullmatch",
    examples={"张 林": ("张 林",), "欧阳明": ("欧阳明",)},
    counters=("张林 区委办主任", "县教育局"),
)
