"""The years or months that a plan is made for."""

from __future__ import annotations

import pytest

from tests.loaders.reading import plan, quotes

PLAN = "某市花园建设工作方案"
TASKS = "一、重点任务\n1.修桥。（责任单位：市城建局）"
PERIODS = [
    # years in the title
    (f"某市花园建设工作方案（2023—2025年）\n{TASKS}", ("2023", "2025"), ("2023—2025年", "2023—2025年")),
    (f"某市2024年花园建设工作要点\n{TASKS}", ("2024", "2024"), ("2024年", "2024年")),
    (f"某市2024-2026年花园规划\n{TASKS}\n到2028年，建成绿道。", ("2024", "2026"), ("2024-2026年", "2024-2026年")),
    (
        f"某市2024年度花园建设三年行动计划（2023—2025年）\n{TASKS}",
        ("2023", "2025"),
        ("2023—2025年", "2023—2025年"),
    ),
    (
        f"某市花园建设工作方案（2022年8月—2022年10月）\n{TASKS}",
        ("2022-08", "2022-10"),
        ("2022年8月—2022年10月", "2022年8月—2022年10月"),
    ),
    # the closing words
    (f"{PLAN}\n{TASKS}\n本方案自2024年3月1日起施行，有效期至2026年12月31日。",
     ("2024-03-01", "2026-12-31"), ("2024年3月1日", "2026年12月31日")),
    (f"{PLAN}\n某市人民政府\n2024年3月1日\n{TASKS}\n本方案自印发之日起施行，有效期至2026年底。",
     ("2024-03-01", "2026-12"), ("2024年3月1日", "2026年底")),
    (f"{PLAN}\n某市人民政府\n2024年3月1日\n{TASKS}\n本方案自印发之日起施行，有效期为三年。",
     ("2024-03-01", "2027-03-01"), ("2024年3月1日", "三年")),
    (f"{PLAN}\n{TASKS}\n本方案有效期为三年。", (None, None), ("", "")),  # from when?
    (f"{PLAN}\n{TASKS}\n本方案自印发之日起施行，有效期另定。", (None, None), ("", "")),
    # the goals
    (f"{PLAN}\n一、工作目标\n示范期为2023年3月至2025年6月，建成绿道。\n二、重点任务\n修桥。",
     ("2023-03", "2025-06"), ("示范期为2023年3月至2025年6月", "示范期为2023年3月至2025年6月")),
    (f"{PLAN}\n一、工作目标\n自2023年起，修桥。\n二、重点任务\n修桥。", (None, None), ("", "")),  # no end
    # five years
    (f"某市“十四五”花园发展规划\n{TASKS}", ("2021", "2025"), ("“十四五”", "“十四五”")),
    # an end alone
    (f"{PLAN}\n一、工作目标\n到2025年底，建成绿道；到2027年，建成体系。\n二、重点任务\n修桥。", (None, "2027"), ("", "2027年")),
    (f"{PLAN}\n一、重点任务\n修桥。\n二、实施步骤\n各项任务于2025年5月底前全面完成。", (None, "2025-05"), ("", "2025年5月底")),
    (f"{PLAN}\n{TASKS}\n到2025年，修桥。", (None, None), ("", "")),  # a task's date
]  # fmt: skip


@pytest.mark.parametrize(("text", "period", "words"), PERIODS)
def test_period(text: str, period: tuple[str | None, str | None], words: tuple[str, str]) -> None:
    found = plan(text).document
    assert found.period == period
    bearing = [quotes(found.evidence, f"period.{end}") for end in ("start", "end")]
    assert [found[0] if found else "" for found in bearing] == [*words]
