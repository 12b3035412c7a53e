"""Documents that came as one line are broken at the numbers of their outline."""

from __future__ import annotations

import pytest
from kg.loaders.unbroken import break_long_line

FILL = "坚持问题导向，统筹推进各项工作，" * 20 + "。"


def broken(text: str) -> list[str]:
    """The beginnings of the lines that a reader sees."""
    return [text[a:b][:8] for a, b in break_long_line(text, 0, len(text))]


CASES = [
    # text, the beginnings of its lines
    (f"一、目标{FILL}二、任务{FILL}三、保障", ["一、目标坚持问题", "二、任务坚持问题", "三、保障"]),
    # all three levels; lower ones begin anew below a higher one
    (
        f"方案。一、目标{FILL}（一）甲。1.修桥。2.清淤。（二）乙。1.栽树。二、任务{FILL}",
        [
            "方案。",
            "一、目标坚持问题",
            "（一）甲。",
            "1.修桥。",
            "2.清淤。",
            "（二）乙。",
            "1.栽树。",
            "二、任务坚持问题",
        ],
    ),
    # numbers that do not count on are none of the outline
    (f"一、目标{FILL}五、其他。二、任务。三、保障。", ["一、目标坚持问题", "二、任务。", "三、保障。"]),
    # 一、是… goes on with its sentence
    (f"要求{FILL}做到一、是任务。二、要保障。", ["要求坚持问题导向"]),
    (f"要求{FILL}做到一、任务。二、保障。", ["要求坚持问题导向", "一、任务。", "二、保障。"]),
    # 1. in the middle of a sentence is none of the outline
    (f"一、目标{FILL}达到甲1.级。二、任务。三、保障。", ["一、目标坚持问题", "二、任务。", "三、保障。"]),
    # 第一、 is a word of a sentence, and so is 之一、
    (f"要求{FILL}第一、修桥。第二、清淤。", ["要求坚持问题导向"]),
    # one number alone is no outline
    (f"{FILL}一、目标。", ["坚持问题导向，统"]),
    (FILL, ["坚持问题导向，统"]),
    # spaces around the cuts belong to no line
    (f"一、目标{FILL}  二、任务。  三、保障。 ", ["一、目标坚持问题", "二、任务。", "三、保障。"]),
]


@pytest.mark.parametrize(("text", "lines"), CASES)
def test_a_long_line_is_broken(text: str, lines: list[str]) -> None:
    assert broken(text) == lines


def test_a_short_line_is_left() -> None:
    text = "一、目标。二、任务。"
    assert broken(text) == [text[:8]]


def test_the_lines_are_spans_of_their_place() -> None:
    text = f"前文\n一、目标{FILL} 二、任务。三、保障。\n后文"
    spans = break_long_line(text, 3, len(text) - 3)
    assert [text[a:b][:4] for a, b in spans] == ["一、目标", "二、任务", "三、保障"]
    assert spans[-1][1] == len(text) - 3
