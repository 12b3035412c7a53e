"""Running heads and traditional characters: what a printed page or a repost puts over a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from kg.loaders.formats.decode import decode
from kg.loaders.formats.running import running_heads
from kg.loaders.formats.traditional import simplified

HEAD = "花园建设三年行动方案"


def test_a_head_beside_page_numbers_or_in_a_sentence_is_found_and_the_title_is_left() -> None:
    lines = [
        HEAD, "为建设花园，制定本方案，", HEAD, "— 1 —", "并推进落实。", "一、任务",
        "新建花园三座，改造道路", HEAD, "12", "五条。", HEAD, "— 3 —", "二、保障",
    ]  # fmt: skip
    assert running_heads(lines) == {2, 7, 8, 10}


@pytest.mark.parametrize(
    "lines",
    [
        [HEAD, "一、任务", HEAD, "二、保障"],  # on too few pages
        ["县教育局", "81", "推进学校建设，改善条件", "县教育局", "82", "新建学校两所", "县教育局"],  # cells
        ["（责任单位：县教育局）", "— 1 —"] * 3,  # a label
        ["一、任务", "— 1 —"] * 3,  # a number
    ],
)
def test_what_only_repeats_is_no_running_head(lines: list[str]) -> None:
    assert running_heads(lines) == set()


def test_traditional_texts_become_simplified_character_by_character() -> None:
    text = (
        "關於進一步優化營商環境的實施方案：各縣（區）人民政府、開發區管委會應當貫徹執行，並於2022年報送總結。"
    )
    found = simplified(text)
    assert (
        found
        == "关于进一步优化营商环境的实施方案：各县（区）人民政府、开发区管委会应当贯彻执行，并于2022年报送总结。"
    )
    assert len(found) == len(text)
    assert decode(text.encode(), Path("plan.txt")) == (found, "utf-8")


@pytest.mark.parametrize(
    "text", ["关于优化营商环境的方案，" * 30, "著名企業家張國榮", "GDP growth " * 40, ""]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert simplified(text) == text
