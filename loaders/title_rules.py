"""Rules of titles: notices that issue a plan, drafts, and lines that are no titles."""

from __future__ import annotations

import re

from .docnumbers import DOCUMENT_NUMBER, normalise_number
from .rule import Rule, text_of

_QUOTES = {"《": "》", "<": ">", "〈": "〉"}


def issued_span(match: re.Match[str]) -> tuple[int, int]:
    """Where the title of what is issued stands: in its quotes, or from them on where they hold only a part of it."""
    start, end = match.span("inner")
    opened = match["open"]
    if not opened:
        return start, end
    words = match.string[start - 1 : match.end("close") if match["close"] else end]
    depth = 0
    for at, char in enumerate(words):
        depth += (char == opened) - (char == _QUOTES[opened])
        if not depth and at < len(words) - 1:  # 关于印发《A》B的通知, 关于印发《A》《B》的通知
            return start - 1, start - 1 + len(words)
    return start, end


def _issued(match: re.Match[str]) -> tuple[str, str]:
    return match["issuer"], match.string[slice(*issued_span(match))]


NOTICE = Rule(
    name="title-of-a-notice-that-issues-a-plan",
    pattern=r"(?P<issuer>[^，。；：《]{0,120}?)(?:(?:关于)?(?:印发|转发|批转|发布|公布|下发)|关于(?:公开)?(?:征求|征集))[ ]*(?P<open>[《<〈])?(?P<inner>.{4,110}?)(?P<close>[》>〉])?[ ]*(?:的[ ]*(?:通知|通告|公告|函|决定)|(?:社会公众|公开)?(?:的)?意见(?:建议)?的(?:通知|公告|公示|函|启事)|$)",
    needs=("印发", "转发", "批转", "发布", "公布", "下发", "征求", "征集"),
    build=_issued,
    how="match",
    examples={
        "关于印发《政府工作报告》重点任务分工的通知": (("", "《政府工作报告》重点任务分工"),),
        "鼓楼区人民政府关于印发《鼓楼区稳就业工作方案》的通知": (("鼓楼区人民政府", "鼓楼区稳就业工作方案"),),
        "关于公开征求《雨花区养老服务条例（草案）》意见的公告": (("", "雨花区养老服务条例（草案）"),),
        "区政府办公室印发关于促进消费的若干措施的通知": (("区政府办公室", "关于促进消费的若干措施"),),
    },
    counters=("鼓楼区稳就业工作方案", "关于做好稳就业工作的通知", "各街道办事处：现将方案印发给你们"),
)
"""It builds the words before it and the title of what is issued."""
ABOUT = Rule(
    name="body-before-the-subject-of-a-title",
    pattern=r"(?P<issuer>[^，。；：《》]{2,60}?)关于(?!印发)[^，。；]{4,}",
    needs=("关于",),
    build=lambda match: match["issuer"],
    how="match",
    examples={"国务院关于促进综合保税区高水平开放的若干意见": ("国务院",)},
    counters=("关于促进消费的若干措施", "区政府关于印发稳就业工作方案的通知", "国务院，关于促进消费的意见"),
)
DRAFT = Rule(
    name="mark-of-a-draft",
    pattern=r"[（(](?:公开)?(?:征求意见|送审|审议|讨论|草案|初|修改)[^）)]{0,6}稿?[）)]",
    needs=("征求意见", "送审", "审议", "讨论", "草案", "初", "修改"),
    build=text_of,
    examples={
        "稳就业工作方案（征求意见稿）": ("（征求意见稿）",),
        "养老服务条例（草案）": ("（草案）",),
        "总体规划(送审稿)": ("(送审稿)",),
    },
    counters=("稳就业工作方案（试行）", "征求意见稿", "规划（2021—2025年）"),
)
OWN_GENRE = Rule(
    name="what-a-plan-calls-itself-in-its-text",
    pattern=r"本(?P<genre>(?:实施|工作|行动|推广|分工|试点|总体|专项)?(?:方案|规划|计划|意见|办法|细则|措施|要点))",
    needs=("本",),
    build=lambda match: match["genre"],
    examples={"特制定本实施方案。": ("实施方案",), "本办法自印发之日起施行": ("办法",)},
    counters=("该方案", "本区计划", "基本要求"),
)
NO_BEGINNING_OF_A_TITLE = Rule(
    name="line-that-begins-no-title",
    pattern=r"[。；：:，,号日）)】\]]$|^附|^来源|^[（(【]",
    build=text_of,
    examples={
        "鼓政〔2022〕132号": ("号",),
        "2022年5月6日": ("日",),
        "附件1": ("附",),
        "来源：区政府办公室": ("来源",),
        "各街道办事处：": ("：",),
    },
    counters=("国务院关于促进综合保税区", "鼓楼区人民政府办公室"),
)
NO_TITLE = Rule(
    name="line-of-another-kind-with-a-genre-at-its-end",
    pattern=r"[ ]*(?:附[ ]*[件表]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|来源|索引号|文号|抄送|分类|主题|【|\d+[.．、]|[（(]?此件)",
    build=text_of,
    how="match",
    examples={
        "附件：鼓楼区稳就业工作方案": ("附件",),
        "1.鼓楼区稳就业工作方案": ("1.",),
        "主题分类：通知": ("主题",),
        "三、保障措施": ("三、",),
    },
    counters=("鼓楼区稳就业工作方案", "2025年工作要点", "三年行动计划"),
)
SENTENCE_ON_A_PLAN = Rule(
    name="sentence-that-speaks-of-a-plan",
    pattern=r"现[将予]?印发|请[^，]{0,10}(?:贯彻|执行|落实)|制定本|如下",
    build=text_of,
    examples={"现印发稳就业工作方案": ("现印发",), "结合我区实际，制定本方案": ("制定本",)},
    counters=("关于印发稳就业工作方案的通知", "制定工作计划"),
)
LABEL_BEFORE_A_TITLE = Rule(
    name="label-of-a-column-before-a-title",
    pattern=r"[ ]*【[^】]{1,12}】[ ]*(?=\S)",
    needs=("】",),
    build=text_of,
    how="match",
    examples={"【政策文件】关于印发稳就业工作方案的通知": ("【政策文件】",)},
    counters=("【政策文件】", "关于印发【稳就业】工作方案的通知"),
)
ATTACHED_TITLE = Rule(
    name="title-behind-the-word-attachment",
    pattern=r"[ ]*附[ ]*件[ ]*[1一]?[ ]*[:：.．]?[ ]*(?P<title>[^，。；：]{6,80})$",
    needs=("附",),
    build=lambda match: match["title"],
    how="match",
    examples={
        "附件：鼓楼区稳就业工作方案": ("鼓楼区稳就业工作方案",),
        "附件1 应急预案（修订）": ("应急预案（修订）",),
    },
    counters=("附件：", "附件2：任务分解表", "附件：鼓楼区稳就业工作方案，区政府"),
)
NUMBER_AT_A_TITLE = Rule(
    name="document-number-on-the-line-of-a-title",
    pattern=rf"(?:(?:通知|意见|方案|决定|函|批复)[》]?[ ]*[（(\[【]?[ ]*(?P<behind>{DOCUMENT_NUMBER.pattern})[ ]*[）)\]】]?[ ]*$|^[ ]*(?P<before>{DOCUMENT_NUMBER.pattern})[ ]*(?=[^，。；]{{0,40}}(?:关于|印发)[^，。；]{{4,}}$))",
    needs=("号",),
    build=lambda match: normalise_number(match["behind"] or match["before"]),
    examples={
        "关于印发稳就业工作方案的通知（鼓政〔2022〕132号）": ("鼓政〔2022〕132号",),
        "鼓政〔2022〕5号《鼓楼区人民政府关于印发稳就业工作方案的通知》": ("鼓政〔2022〕5号",),
    },
    counters=(
        "根据《关于稳就业的通知》（鼓政〔2022〕132号）要求",
        "关于印发稳就业工作方案的通知",
        "鼓政〔2022〕5号已印发，请遵照执行。",
    ),
)
ISSUED_TITLE = Rule(
    name="title-that-a-letter-says-it-issues",
    pattern=r"现(?:将|把)[ ]*《(?P<title>[^。]{4,100}?)》(?=[^，。；《》]{0,12}(?:印发|下发|转发|发给))",
    needs=("发",),
    build=lambda match: match["title"],
    examples={"现将《鼓楼区重点任务分解表》印发给你们，请认真落实。": ("鼓楼区重点任务分解表",)},
    counters=("根据《稳就业工作方案》，现将任务分解如下", "关于印发《稳就业工作方案》的通知"),
)
EXCERPT = Rule(
    name="mark-of-an-edition-behind-a-title",
    pattern=r"[ ]*[（(](?:节选|摘要|摘编|全文|原文|正文)[）)]$",
    build=text_of,
    examples={"生态环境保护规划（节选）": ("（节选）",), "就业工作方案 (全文)": (" (全文)",)},
    counters=("就业工作方案（试行）", "工作方案（征求意见稿）"),
)
