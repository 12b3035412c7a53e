"""Rules of the head of a plan: the lines of its number, letterhead, date, copies and print."""

from __future__ import annotations

import re

from kg.names.dates import find_dates
from kg.names.text import normalise

from .docnumbers import DOCUMENT_NUMBER, normalise_number
from .rule import Rule, text_of
from .vocabulary import either, words


def _date(match: re.Match[str]) -> str | None:
    """The day as an ISO date; None where there is no such day, as in 2月31日."""
    return next((date.iso for date in find_dates(match.group())), None)


NUMBER_LINE = Rule(
    name="line-of-the-document-number",
    pattern=rf"[（(【]?[ ]*(?:[^〔\[（(﹝]{{1,6}}[：:][ ]*)?(?P<number>{DOCUMENT_NUMBER.pattern})[ ]*(?:20\d{{2}}年\d{{1,2}}月\d{{1,2}}日)?[ ]*[）)】]?(?:[ ]+[^。，；]{{0,16}})?$",
    needs=("号",),
    build=lambda match: normalise_number(match["number"]),
    how="match",
    examples={
        "鼓政〔2022〕132号": ("鼓政〔2022〕132号",),
        "文号：鼓政办[2022]5号": ("鼓政办〔2022〕5号",),
        "（鼓政〔2022〕132号）": ("鼓政〔2022〕132号",),
        "鼓政〔2022〕132号 签发人：张三": ("鼓政〔2022〕132号",),
        "（鼓政〔2022〕132号 2022年3月1日）": ("鼓政〔2022〕132号",),
    },
    counters=("根据鼓政〔2022〕132号文件精神", "热线12345号", "鼓政〔2022〕132号，以下简称《方案》"),
)
DATE_LINE: Rule[str | None] = Rule(
    name="line-of-the-date",
    pattern=r"[（(]?[ ]*(?:[12]\d{3}[ ]*年[ ]*\d{1,2}[ ]*月[ ]*\d{1,2}[ ]*日|[二〇○Ｏ零一三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)[ ]*[）)]?(?:印发)?$",
    needs=("日",),
    build=_date,
    how="match",
    examples={
        "2022年5月6日": ("2022-05-06",),
        "（2022 年 5 月 6 日）": ("2022-05-06",),
        "二〇二二年五月十六日": ("2022-05-16",),
        "2022年5月6日印发": ("2022-05-06",),
    },
    counters=("2022年5月", "2022年5月6日起施行", "截至2022年5月6日"),
)
LETTERHEAD = Rule(
    name="letterhead",
    pattern=r"(?P<issuer>[一-鿿（）()、 ]{3,60}?)[ ]*文件$",
    needs=("文件",),
    build=lambda match: normalise(match["issuer"]),
    how="match",
    examples={
        "鼓楼区人民政府文件": ("鼓楼区人民政府",),
        "鼓楼区人民政府办公室 文件": ("鼓楼区人民政府办公室",),
    },
    counters=("《就业条例》等文件", "印发2022年文件", "文件", "鼓楼区人民政府文件汇编"),
)
COPIES = Rule(
    name="label-of-the-copies",
    pattern=r"抄[ ]*(?:送|报|发)[ ]*(?:机关|单位)?[ ]*[:：]",
    needs=("抄",),
    build=text_of,
    how="match",
    examples={
        "抄送：区委各部门": ("抄送：",),
        "抄 报: 市政府": ("抄 报:",),
        "抄送单位：区法院": ("抄送单位：",),
    },
    counters=("请抄送区委", "抄送区委各部门", "主送：区教育局"),
)
PRINTED: Rule[str | None] = Rule(
    name="date-of-print",
    pattern=r"(?P<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)[ ]*印[ ]*发",
    needs=("印",),
    build=_date,
    examples={
        "鼓楼区人民政府办公室 2022年5月6日印发": ("2022-05-06",),
        "2022年5月6日 印 发": ("2022-05-06",),
    },
    counters=("2022年5月6日施行", "本方案印发之日", "2022年5月印发"),
)
SIGNER = Rule(
    name="one-of-the-names-in-a-signature",
    pattern=r"[^\s、（(）)]+(?:[（(][^\s（()）]+[）)])?",
    build=text_of,
    examples={
        "鼓楼区教育局 鼓楼区财政局": ("鼓楼区教育局", "鼓楼区财政局"),
        "区市场监管局（知识产权局）": ("区市场监管局（知识产权局）",),
    },
    counters=(" ", "、（）"),
)
DAY_WITHOUT_ITS_WORD = Rule(
    name="date-of-metadata-without-its-last-word",
    pattern=r"[12]\d{3}年\d{1,2}月\d{1,2}",
    needs=("月",),
    build=text_of,
    how="fullmatch",
    examples={"2018年03月27": ("2018年03月27",)},
    counters=("2018年03月", "2018年03月27日", "2018-03-27"),
)
CLOCK = Rule(
    name="hour-behind-a-date",
    pattern=r"\d[ T]*\d{1,2}[:：]\d{2}",
    build=text_of,
    examples={"2023-03-05 10:22": ("5 10:22",), "2023-03-05T10:22:11": ("5T10:22",)},
    counters=("2023-03-05", "2023年3月5日"),
)
PAGE_COUNTER = Rule(
    name="count-of-a-pages-visits",
    pattern=r"(?:浏览|点击|阅读|访问)(?:次数|量|数|率|人次)?[ ]*[:：]?",
    build=text_of,
    examples={"发布日期：2024-05-13 浏览次数：12": ("浏览次数：",), "点击量:3": ("点击量:",)},
    counters=("发布日期：2024-05-13", "来源：区政府办公室"),
)
SHARED_OFFICE = Rule(
    name="comma-between-two-bodies-of-one-office",
    pattern=r"(?<=人大常委会)、(?=[省市区县州旗盟]?政协办公[室厅])",
    needs=("、",),
    build=text_of,
    examples={"县人大常委会、县政协办公室": ("、",)},
    counters=("县委、县政协办公室", "县人大常委会、县法院"),
)
SEAL_NOTE = Rule(
    name="remark-on-the-seal-in-a-signature",
    pattern=r"[ ]*[（(][^（()）]{0,30}(?:代|盖|加盖)[ ]*(?:公)?章[）)]$",
    needs=("章",),
    build=text_of,
    examples={
        "鼓楼区工作专班办公室（代章）": ("（代章）",),
        "（鼓楼区人民政府办公室代章）": ("（鼓楼区人民政府办公室代章）",),
    },
    counters=("鼓楼区人民政府（办公室）", "第一章", "加盖公章"),
)
_KINDS = either(words("labels", "access", "kinds"))
ACCESS = Rule(
    name="whether-a-plan-is-public",
    pattern=rf"(?m)(?P<access>{either(words('labels', 'access', 'printed'))})"
    rf"|(?:{either(words('labels', 'access', 'labels'))})[ |]*[：:]?[ |]*(?P<labelled>{_KINDS})"
    rf"|^[ （(]*(?P<alone>{_KINDS})[ ）)]*$",
    needs=("公开",),
    build=lambda match: match[match.lastgroup or "access"],
    examples={
        "（此件公开发布）": ("此件公开发布",),
        "公开方式：主动公开": ("主动公开",),
        "依申请公开": ("依申请公开",),
    },
    counters=("推进政务信息主动公开工作", "公开方式：网站"),
)
SECRECY = Rule(
    name="grade-of-secrecy",
    pattern=rf"(?m)^[ ]*(?:密级[ ]*[：:]?[ ]*)?(?P<access>{either(words('labels', 'access', 'secret'))})(?=[ ]*(?:[★☆*].{{0,12}})?$)"
    rf"|^[ （(【]*(?P<internal>{either(words('labels', 'access', 'internal'))})(?=[^，。\n]{{0,12}}$)",
    needs=("密", "内部"),
    build=lambda match: match[match.lastgroup or "access"],
    examples={"秘密★10年": ("秘密",), "密级：机密": ("机密",), "内部资料 注意保存": ("内部资料",)},
    counters=("加强商业秘密保护", "秘密保护是重要任务", "整理内部资料，建立台账"),
)
"""On a line of its own, as a letterhead prints it."""
