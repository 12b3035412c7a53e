"""Where the letter that issues a plan ends."""

from __future__ import annotations

import pytest
from kg.loaders.letter import letter_end

LETTER = "现将《花园建设任务分解表》印发给你们。\n一、加强领导。各单位要重视。\n二、按时报送。每季度报送。\n"


def end_of(text: str) -> str | None:
    """The line at which the plan begins."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    found = letter_end(text, spans)
    return None if found is None else text[found:].split("\n")[0]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (LETTER + "2022年5月6日\n花园建设任务分解表\n一、任务", "花园建设任务分解表"),
        (
            LETTER + "某市人民政府 2022年5月6日\n（此件公开发布）\n花园建设实施方案\n一、任务",
            "花园建设实施方案",
        ),
        (LETTER + "2022年5月6日\n附件\n花园建设任务分解表", "附件"),
        (LETTER + "2022年5月6日\n附件：花园建设实施方案\n一、任务", "附件：花园建设实施方案"),
        # no letter, no demands, or nothing below
        ("花园建设方案\n一、任务\n2022年5月6日\n花园建设实施方案", None),
        ("现将《花园建设方案》印发给你们。\n2022年5月6日\n花园建设方案\n一、任务", None),
        (LETTER + "2022年5月6日", None),
        # the numbered lines are a plan's chapters
        ("现将方案印发给你们。\n一、总体要求\n二、重点任务\n2022年5月6日\n花园建设任务分解表", None),
    ],
)
def test_letter_end(text: str, line: str | None) -> None:
    assert end_of(text) == line
