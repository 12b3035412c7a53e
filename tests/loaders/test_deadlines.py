"""The date that a task's own text sets for it."""

from __future__ import annotations

import pytest
from kg.loaders.deadlines import deadline_in

DATES = [
    # text, the words of the date, its ISO form
    ("2025年6月底前完成修桥。", "2025年6月底", "2025-06"),
    ("到2025年，基本建成绿道体系。", "2025年", "2025"),  # a goal without a figure
    ("到2025年，建成绿道20公里。", None, None),  # a date before a figure is the target's
    ("到2025年，绿道覆盖率达百分之八十。", None, None),
    ("到2025年，建成绿道20公里；到2026年，建成绿道体系。", "2026年", "2026"),
    ("2024年底前开工，2025年底前完工。", "2025年底", "2025-12"),  # the latest
    ("2025年底前完工。2024年底前开工。", "2025年底", "2025-12"),
    (  # a year is no figure
        "2025年底前完工，2024年底前开工。",
        "2025年底",
        "2025-12",
    ),
    ("12月底前完成修桥。", None, None),  # of no year
    ("至2025年 完成修桥。", "2025年", "2025"),
    ("截至2025年底，实现全覆盖。", "2025年底", "2025-12"),
    ("2025年完成修桥。", "2025年", "2025"),
    ("自2025年起施行。", None, None),
    ("2025年工作要点明确修桥。", None, None),
    ("按照《2025年底前行动方案》修桥。", None, None),  # a title's date
    ("根据市政办〔2025〕6号文修桥。", None, None),
    ("修桥铺路。", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("text", "words", "iso"), DATES)
def test_deadline_in(text: str, words: str | None, iso: str | None) -> None:
    around = f"甲。{text}乙"
    found = deadline_in(around, 2, 2 + len(text))
    assert (found and (around[found[0] : found[1]], found[2])) == (words and (words, iso))


def test_a_month_without_a_year_is_one_of_the_plans() -> None:
    text = "12月底前完成修桥。"
    assert deadline_in(text, 0, len(text), 2025) == (0, 4, "2025-12")


def test_a_date_alone_on_its_line_signs() -> None:
    text = "修桥。\n2025年6月底\n栽树。"
    assert deadline_in(text, 0, len(text)) is None
