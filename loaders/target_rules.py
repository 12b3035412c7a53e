"""Rules of targets: yearly measures, aims, what is forbidden, and dates that hold for several values."""

from __future__ import annotations

import re

from kg.names.dates import find_dates

from .rule import Rule, text_of


def _dates(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(date.iso for date in find_dates(match["dates"]))


RESET = Rule(
    name="words-that-set-the-date-back-to-the-end-of-the-plan",
    pattern=r"(?:示范|规划|建设|创建|试点|行动|实施)期(?:间|内)|“?十[三四五六]五”?(?:期间|时期|末)",
    needs=("期", "五"),
    build=text_of,
    examples={
        "示范期内，建成绿道": ("示范期内",),
        "“十四五”期间，": ("“十四五”期间",),
        "到“十四五”末，": ("“十四五”末",),
    },
    counters=("示范期满", "“十四五”规划", "2025年期间"),
)
YEARLY = Rule(
    name="year-as-a-measure-of-time",
    pattern=r"年均|每年|年平均|逐年|/年|(?:(?:^|[，、；。：]|实现|达到|使|确保)年(?=[^内底度初末化])"
    r"|(?<![\d０-９〇一二三四五六七八九十两几多本当今近历往青少老全学去前上下明该同半周成])年(?:度)?(?![^，。；]{0,12}(?:超|过|达|突破|在)[十百千\d]*[万亿]*元)(?=营|产|销|接待|处理|交易|收入|发电|出口|进口|吞吐|营收|服务|培训|新增|加工|利用|减排|供|用|检|游客|授权)"
    r"|(?<![\d０-９〇一二三四五六七八九十两几多本当今近历往青少老全学去前上下明该同半周成中常])年(?:度)?(?=(?!均|增|初|底|末|限|龄|内|来|轻|代|份|化)[一-鿿]{2,12}(?:率|量|额))"
    r"|线[上下]年(?=销|交易|零售|营)"
    r"|(?<![\d０-９〇一二三四五六七八九十])年度(?=[^，。；]{0,8}(?:总量|总额|额度|限额|规模|贴息|补贴|补助)))(?=[^\d的]*$)",
    needs=("年",),
    build=text_of,
    examples={
        "每年培训": ("每年",),
        "，年处理垃圾": ("，年",),
        "景区年接待游客": ("年",),
        "年均增长": ("年均",),
        "河道年度采砂总量控制在": ("年度",),
        "初中生年辍学率控制在": ("年",),
    },
    counters=(
        "到2025年，培训",
        "2025年度贴息",
        "青年服务站",
        "今年新增",
        "全年接待",
        "培育年营业收入超10亿元企业",
        "到2025年森林覆盖率",
        "青年就业率",
        "培育年产值超亿元企业",
    ),
)
AIM = Rule(
    name="word-of-aiming",
    pattern=r"力争|确保|实现|达到",
    build=text_of,
    examples={"力争全年新增": ("力争",), "覆盖率达到": ("达到",)},
    counters=("根据国务院", "已有绿道20公里"),
)
FORBIDDEN = Rule(
    name="word-that-forbids",
    pattern=r"禁止|严禁|不得|杜绝",
    build=text_of,
    examples={"禁止使用厚度低于": ("禁止",), "不得新建": ("不得",)},
    counters=("厚度不低于", "限制使用"),
)
HORIZONS: Rule[tuple[str, ...]] = Rule(
    name="several-dates-for-as-many-values",
    pattern=r"(?P<dates>到?20\d\d年(?:底|末)?(?:[、和]20\d\d年(?:底|末)?)+)[^。；]{0,60}?分别",
    needs=("分别",),
    build=_dates,
    examples={
        "到2025年、2027年，绿道总长分别达到200公里、300公里": (("2025", "2027"),),
        "2025年底和2030年底，覆盖率分别达到": (("2025-12", "2030-12"),),
    },
    counters=("到2025年，绿道和步道分别达到", "2025年、2027年绿道达到200公里"),
)
YEARLY_INDICATOR = Rule(
    name="indicator-counted-by-the-year",
    pattern=r"年均|每年|/年",
    build=text_of,
    examples={"地区生产总值年均增长": ("年均",), "处理能力（吨/年）": ("/年",)},
    counters=("2025年绿道总长", "年度计划完成率"),
)
BUILT_BY = Rule(
    name="date-behind-a-figure-by-which-all-is-built",
    pattern=r"[，,](?:计划|预计|力争|确保)?[于到至]?[2２]年?(?:底|末)?(?:之?前)?(?:全面)?(?:建成|完成|竣工|投用|投产|运营|开业|通车)",
    how="match",
    build=text_of,
    examples={"，2建成运营": ("，2建成",), "，于2底前竣工": ("，于2底前竣工",)},
    counters=("，2启动建设", "；2建成运营"),
)
"""Read on the words between a figure and a date, the date's first character, and the words behind it."""
WHOLE_YEAR = Rule(
    name="figure-of-the-whole-year",
    pattern=r"全年(?:度)?(?=[^，。；]*$)",
    needs=("全年",),
    build=text_of,
    examples={"全年开展从业人员培训": ("全年",), "力争全年新增": ("全年",)},
    counters=("全年开展培训，新增", "每年培训"),
)
"""It isn't due at the task's deadline, which stands within the year."""
ISSUED = Rule(
    name="what-is-to-be-issued-by-a-date",
    pattern=r"(?:年)?(?:底|末)?(?:之?前)?[ ]*(?:研究)?(?:出台|制定|印发|发布|编制|修订|报送)",
    how="match",
    build=text_of,
    examples={"底前出台相关政策": ("底前出台",), "前制定方案": ("前制定",)},
    counters=("底前完成", "底前）", "前，出台政策"),
)
DEADLINE_LABEL = Rule(
    name="label-of-a-task-s-deadline",
    pattern=r"(?:时限|期限|时间|节点|进度)[^，。；]{0,4}[：:]",
    build=text_of,
    examples={"完成时限：": ("时限：",), "整改时间要求:": ("时间要求:",)},
    counters=("在规定时限内完成", "责任单位："),
)
BRACKETED = Rule(
    name="bracket-behind-a-figure-up-to-its-date",
    pattern=r"[（(](?:到|至|于|截至)?",
    how="fullmatch",
    build=text_of,
    examples={"（": ("（",), "(到": ("(到",)},
    counters=("，到", "（其中"),
)
