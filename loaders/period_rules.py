"""Rules of the time that a plan is made for: years in its title, in its goals and in its closing words."""

from __future__ import annotations

from kg.names.numerals import parse_numeral

from .rule import Rule, text_of

VALID = Rule(
    name="words-before-the-end-of-validity",
    pattern=r"有效期(?:限)?(?:至|到|为|截至)",
    needs=("有效期",),
    build=text_of,
    examples={
        "本办法自印发之日起施行，有效期至2025年12月31日。": ("有效期至",),
        "自2023年1月1日起施行，有效期为三年": ("有效期为",),
    },
    counters=("证书在有效期内", "自印发之日起施行"),
)
YEARS_OF_VALIDITY: Rule[int | None] = Rule(
    name="years-of-validity",
    pattern=r"(?P<count>[一二两三四五六七八九十\d]{1,2})年",
    needs=("年",),
    build=lambda match: parse_numeral(match["count"]),
    how="match",
    examples={"三年。": (3,), "5年": (5,), "两年，": (2,)},
    counters=("2025年", "半年", "长期"),
)
SPAN_OF_GOALS = Rule(
    name="span-that-the-goals-are-set-for",
    pattern=r"(?:示范期|建设期|创建期|规划期|实施期|试点期|行动期|自|从|通过|利用|用)[^。；]{0,12}?\d{4}年",
    needs=("期", "自", "从", "通过", "用"),
    build=text_of,
    examples={
        "示范期为2022—2024年，": ("示范期为2022—2024年",),
        "从2023年1月到2025年底": ("从2023年",),
    },
    counters=("到2025年，建成绿道", "示范期内建成绿道"),
)
STATED_PERIOD = Rule(
    name="period-that-a-plan-states",
    pattern=r"(?:政策|实施|执行|规划|行动|建设|计划|方案)(?:的)?(?:期限|周期|期)(?:为|是|[：:])[ ]*(?P<years>20\d{2}年?(?:\d{1,2}月)?[^，。；\d]{1,6}20\d{2}年(?:\d{1,2}月)?)",
    needs=("期",),
    build=lambda match: match["years"],
    examples={"政策期限为2016年至2018年。": ("2016年至2018年",), "规划期：2021—2025年": ("2021—2025年",)},
    counters=("政策期限为三年", "规划期内建成绿道", "到2025年"),
)
YEARS_FROM: Rule[tuple[str, int | None]] = Rule(
    name="years-counted-from-one",
    pattern=r"(?:从|自)?(?P<first>20\d{2})年(?:开始|起)[，,]?(?:用|利用|力争)?(?P<count>[一二两三四五六七八九十\d]{1,2})年(?:左右)?(?:时间)?(?:之?内)?",
    needs=("年起", "年开始"),
    build=lambda match: (match["first"], parse_numeral(match["count"])),
    examples={"从2012年起5年内": (("2012", 5),), "自2020年开始，用三年时间": (("2020", 3),)},
    counters=("2012年起实施", "5年内培训", "2020年1月起"),
)
YEARS_IN_A_TITLE = Rule(
    name="range-of-years-in-a-title",
    pattern=r"20\d{2}年?(?:\d{1,2}月)?[^\d《》年月]{1,3}20\d{2}年?(?:\d{1,2}月)?",
    needs=("20",),
    build=text_of,
    examples={
        "绿道建设行动计划（2023—2025年）": ("2023—2025年",),
        "2022年6月至2023年5月整治方案": ("2022年6月至2023年5月",),
    },
    counters=("2024年工作要点", "“十四五”规划", "2024年度绿道建设计划（2023版）"),
)
YEAR_IN_A_TITLE = Rule(
    name="year-in-a-title",
    pattern=r"(?P<year>20\d{2})年",
    needs=("年",),
    build=lambda match: match["year"],
    examples={"2024年工作要点": ("2024",)},
    counters=("绿道建设三年行动计划", "2024工作要点", "1998年规划"),
)
DONE_BY = Rule(
    name="date-by-which-all-is-done",
    pattern=r"于[ ]*(?P<date>20\d{2}年[^，。；]{0,8}?)(?:之)?前?(?:全面|全部)?完成",
    needs=("完成",),
    build=lambda match: match["date"],
    examples={"于2025年5月底前全面完成整治": ("2025年5月底",), "各项任务于2024年底完成": ("2024年底",)},
    counters=("2025年5月底前完成", "于2025年5月，启动建设"),
)
UNTIL = Rule(
    name="word-before-the-year-of-a-goal",
    pattern=r"(?:到|至|力争)[ ]*(?=[2２][0０]\d{2}[ ]*年)",
    build=text_of,
    examples={"到2025年底，建成绿道": ("到",), "力争2025年": ("力争",)},
    counters=("2025年底", "达到2025家", "到十四五末"),
)
BY_THEN = Rule(
    name="date-before-which-a-goal-is-reached",
    pattern=r"(?P<date>20\d{2}年(?:\d{1,2}月)?(?:底|末)?)(?:之?前|以前)[^，,。；;]{0,14}(?:通过|建成|完成|实现|达到|命名|验收)",
    needs=("前",),
    build=lambda match: match["date"],
    examples={"2025年6月前通过国家考核命名": ("2025年6月",)},
    counters=("到2025年，通过考核", "2025年6月前后"),
)
