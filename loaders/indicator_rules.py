"""Rules of what a figure is said of: what is left out around the noun phrase, and which verbs count their object."""

from __future__ import annotations

from .rule import Rule, text_of
from .vocabulary import either, words

_OBJECT_VERBS = either(words("targets", "context", "object_verbs"))
_LEADS = (
    r"(?:[、和及与并 ]|到[^，、]{0,6}年(?:底)?|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末|份)?(?:之?前|底前)|20\d\d年(?:底|末)?(?:之?前|底前)|落实|（\d）|每年(?:度)?|年均|年平均|力争|确保|实现|使|全区|组织|累计|达到|示范期间|规划期内"
    r"|(?:新建|改建|扩建|改扩建|改造|续建|提升|完成)[、和及或])"
)
_BUILT = r"(?:改扩建|新建、|改建|扩建)"

PREPOSITION = Rule(
    name="preposition-before-the-doer-of-a-verb",
    pattern=r"由|针对|围绕|依托|借助|通过|结合|利用|面向|聚焦|以|在|对|按|就",
    build=text_of,
    how="match",
    examples={"围绕重点产业": ("围绕",), "在各街道": ("在",), "面向企业": ("面向",)},
    counters=("重点产业", "各街道", "企业在"),
)
PARTICLES = Rule(
    name="particles-behind-a-figure",
    pattern=r"(?:的|左右|上下|以上|以下|以内|规模的?|内)+",
    build=text_of,
    how="match",
    examples={"左右的绿道": ("左右的",), "以上规模的企业": ("以上规模的",), "内": ("内",)},
    counters=("绿道", "，左右"),
)
LEAD = Rule(
    name="words-before-an-indicator",
    pattern=f"{_LEADS}+{_BUILT}?|{_BUILT}",
    build=text_of,
    how="match",
    examples={
        "到2025年底，": ("到2025年底",),
        "每年新建、改建绿道": ("每年新建、改建",),
        "力争全区绿道总长": ("力争全区",),
        "、森林覆盖率": ("、",),
        "2025年6月底前完成、": ("2025年6月底前完成、",),
    },
    counters=("绿道总长", "新建绿道", "森林覆盖率达到"),
)
MADE = Rule(
    name="verb-before-what-is-made",
    pattern=r"(?:建成|建设|打造|培育|布设|营造|创建|组建|引进|举办|开展|召开|形成|实现|发展|推出|选树)",
    build=text_of,
    how="match",
    examples={"建成绿道": ("建成",), "培育专精特新企业": ("培育",)},
    counters=("绿道建成", "新建绿道"),
)
TAIL = Rule(
    name="words-between-an-indicator-and-its-figure",
    pattern=r"(?:分别|累计|年均|均|总数|合计|[ ]|控制在|保持在|不|要|应|须|需|每年|力争|确保|[：:])+$",
    build=text_of,
    examples={"绿道总长累计": ("累计",), "床位数、学位数分别要": ("分别要",), "企业：": ("：",)},
    counters=("累计绿道总长", "床位数", "达到"),
)
TAKEN_UP = Rule(
    name="words-that-take-up-the-clause-before",
    pattern=r"(?:为期|每年|每季度|每月|每期|期限|时间|约|各|共)+$",
    build=text_of,
    examples={"培训为期": ("为期",), "每年共": ("每年共",)},
    counters=("培训", "每年培训", "共计"),
)
MODIFIED = Rule(
    name="words-up-to-the-noun-that-they-modify",
    pattern=r"[^，。；：]*的(?=[^，。；：、的（(]{2,}$)",
    needs=("的",),
    build=text_of,
    how="match",
    examples={"以上的企业": ("以上的",), "符合条件的新型农业经营主体": ("符合条件的",)},
    counters=("绿道，沿河的步道", "绿道", "以上的"),
)
NEXT = Rule(
    name="mark-where-the-next-of-a-list-begins",
    pattern=r"[、（(]|(?<=.)(?:和|以及)(?=[^，。]{0,12}\d)",
    build=text_of,
    examples={"家企业、3个平台": ("、",), "个车间和20家工厂": ("和",), "所学校（含幼儿园）": ("（",)},
    counters=("家企业和平台", "和20家工厂", "公里绿道"),
)
VERB_ONLY = Rule(
    name="nothing-but-a-verb-before-a-figure",
    pattern=rf"(?:{either(words('targets', 'context', 'verbs'))}|[并且和及与以了，、 ])+$",
    build=text_of,
    how="match",
    examples={"新增": ("新增",), "并建成": ("并建成",), "改造、新建": ("改造、新建",)},
    counters=("绿道总长", "建成绿道", "森林覆盖率达到"),
)
OBJECT_VERB = Rule(
    name="verb-whose-object-is-counted",
    pattern=_OBJECT_VERBS,
    build=text_of,
    examples={"每年召开": ("召开",), "社区配备专职人员": ("配备",)},
    counters=("绿道总长", "森林覆盖率"),
)
OBJECT_VERB_AT_END = Rule(
    name="verb-before-the-figure-of-its-object",
    pattern=rf"{_OBJECT_VERBS}(?:不少于|不低于|至少|约|各|共|了|一批)*$",
    build=text_of,
    examples={"每年召开": ("召开",), "每个社区配备不少于": ("配备不少于",)},
    counters=("召开会议", "配备人员不少于", "绿道总长"),
)
VERB_OF_THE_CLAUSE_BEFORE = Rule(
    name="verb-of-the-clause-that-is-taken-up",
    pattern=rf"{_OBJECT_VERBS}|进行",
    build=text_of,
    examples={"对骨干教师进行": ("进行",), "开展技能培训": ("开展",)},
    counters=("技能培训", "骨干教师"),
)
