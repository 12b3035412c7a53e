"""Rules of phases: how a stage names its dates, and what half or quarter of a year they are."""

from __future__ import annotations

from .rule import Rule, RuleTable, text_of


def _part_of_year(
    part: str, months: tuple[str, str], words: str, examples: tuple[str, ...], counters: tuple[str, ...]
) -> Rule[tuple[str, str]]:
    return Rule(
        name=f"{part}-of-a-year",
        pattern=rf"年{words}(?!末|底|前)",
        needs=("年",),
        build=lambda match: months,
        examples=dict.fromkeys(examples, (months,)),
        counters=counters,
    )


PARTS_OF_YEAR: RuleTable[tuple[str, str]] = RuleTable(
    (
        _part_of_year("first-half", ("01", "06"), "上半年", ("2024年上半年",), ("2024年上半年前", "上半年")),
        _part_of_year(
            "second-half", ("07", "12"), "下半年", ("2024年下半年",), ("2024年下半年底前", "下半年")
        ),
        _part_of_year(
            "first-quarter",
            ("01", "03"),
            "第?[一1]季度",
            ("2024年一季度", "2024年第1季度"),
            ("2024年一季度末",),
        ),
        _part_of_year(
            "second-quarter", ("04", "06"), "第?[二2]季度", ("2024年第二季度",), ("2024年二季度前",)
        ),
        _part_of_year("third-quarter", ("07", "09"), "第?[三3]季度", ("2024年三季度",), ("2024年三季度底",)),
        _part_of_year("fourth-quarter", ("10", "12"), "第?[四4]季度", ("2024年4季度",), ("2024年四季度末",)),
    )
)
"""Each builds its first and last month; with 末, 底 or 前 behind it, it is a date and no span."""
DATES_IN_BRACKETS = Rule(
    name="brackets-with-dates-behind-a-stage",
    pattern=r"[（(](?P<dates>[^（）()]*(?:\d|季度|半年)[^（）()]*)[）)]",
    build=lambda match: match["dates"],
    examples={
        "动员部署阶段（2024年3月—5月）": ("2024年3月—5月",),
        "（一）总结(2025年底)": ("2025年底",),
        "第二阶段（二季度）": ("二季度",),
    },
    counters=("（一）动员部署阶段", "总结阶段（长期）", "2024年3月—5月"),
)
NAMED_STAGE = Rule(
    name="name-of-a-stage-before-a-colon",
    pattern=r"[^，。；：:]{2,20}[：:][ ]*",
    build=text_of,
    how="match",
    examples={"动员部署阶段：2024年3月—5月，": ("动员部署阶段：",)},
    counters=("2024年3月，动员部署：", "动员部署阶段", "：2024年3月"),
)
STAGE_OPENING = Rule(
    name="paragraph-that-opens-with-a-stage",
    pattern=r"[^。；]{0,24}阶段[^。；]{0,4}[（(：:]",
    needs=("阶段",),
    build=text_of,
    how="match",
    examples={"第一阶段（2024年3月前）": ("第一阶段（",), "总结评估阶段：": ("总结评估阶段：",)},
    counters=("分三个阶段推进。", "动员部署。第一阶段（2024年）", "进度安排（2024年）"),
)
LONE_DATE = Rule(
    name="line-of-nothing-but-a-date",
    pattern=r"[\d年月日二〇零一三四五六七八九十 ]+$",
    build=text_of,
    how="match",
    examples={"2024年3月5日": ("2024年3月5日",), "二〇二四年三月": ("二〇二四年三月",)},
    counters=("2024年3月，印发方案", "2024年3月底前", "动员部署"),
)
DATE_LEAD = Rule(
    name="word-before-the-dates-of-a-stage",
    pattern=r"[ ]*自?(?:本?(?:方案|通知|文件))?(?:即日|印发之?日|发文之?日|下发之?日)起?(?:至|到)|[ ]*(?:自|从|在|于)|[ ]+",
    build=text_of,
    how="match",
    examples={
        "自2024年3月起": ("自",),
        "于 2024年3月": ("于",),
        "自即日起至2024年4月底": ("自即日起至",),
        " 2024年3月": (" ",),
    },
    counters=("2024年3月", "到2024年底"),
)
STAGE_COLUMN = Rule(
    name="head-of-a-column-of-stages",
    pattern=r"阶段|步骤|环节",
    build=text_of,
    examples={"工作阶段": ("阶段",), "实施步骤": ("步骤",)},
    counters=("工作内容", "时间安排"),
)
TIME_COLUMN = Rule(
    name="head-of-a-column-of-times",
    pattern=r"时间|日期|起止|时限|进度",
    build=text_of,
    examples={"起止时间": ("起止", "时间"), "完成时限": ("时限",)},
    counters=("工作阶段", "责任单位"),
)
END_OF_NAME = Rule(
    name="mark-behind-the-name-of-a-stage",
    pattern=r"[：:。]",
    build=text_of,
    examples={"动员部署：制定方案。": ("：", "。")},
    counters=("动员部署，制定方案", "动员、部署"),
)
END_OF_DATES = Rule(
    name="mark-behind-the-dates-of-a-stage",
    pattern=r"[，,：:。；]",
    build=text_of,
    examples={"2024年3月—5月，动员部署。": ("，", "。")},
    counters=("2024年3月、4月", "2024年3月—5月"),
)
ENDS = Rule(
    name="word-that-makes-a-date-the-end-of-a-stage",
    pattern=r"前|底|止|结束|完成",
    build=text_of,
    examples={"2024年6月底前": ("底", "前"), "至2024年6月止": ("止",)},
    counters=("2024年6月", "2024年3月起"),
)
BEGINS = Rule(
    name="word-that-makes-a-date-the-start-of-a-stage",
    pattern=r"起|开始",
    build=text_of,
    examples={"2024年3月起": ("起",), "从2024年3月开始": ("开始",)},
    counters=("2024年3月", "2024年6月底前"),
)
STAGE_ON_A_LINE = Rule(
    name="stage-on-a-line-of-its-own",
    pattern=r"第[一二三四五六七八]阶段[ ]*[：:、]?[^，。；\n]{2,30}[（(][^（）()]*年[^（）()]*[）)]$",
    how="match",
    needs=("阶段",),
    build=text_of,
    examples={"第一阶段:动员学习阶段(2018年11月-12月)": ("第一阶段:动员学习阶段(2018年11月-12月)",)},
    counters=("第一阶段要抓紧动员", "第一阶段：动员学习（各单位）"),
)
