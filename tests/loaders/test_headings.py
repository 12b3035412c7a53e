"""What headings say of their sections, alone and in their place."""

from __future__ import annotations

import pytest
from kg.loaders.chapters import purposes
from kg.loaders.headings import purpose_of_heading, purpose_of_words

from tests.loaders.reading import outline

HEADINGS = [
    ("重点任务", "task"),
    ("主要任务及分工", "task"),
    ("指导思想", "frame"),
    ("总体要求和目标", "frame"),
    ("实施步骤", "stages"),
    ("保障措施", "measures"),
    ("成立工作专班", "groups"),
    ("单位职责", "duties"),
    ("花园城市建设目标任务", "frame"),  # the words nearest to the end decide, the longer ones among them
    ("加强组织领导，确保落实", "measures"),  # measures may stand further from the end
    ("以目标为导向建设宜居宜业的口袋花园体系", None),  # the word is far from the end of a long heading
    ("修缮古桥", None),  # nothing is said
    ("", None),
]


@pytest.mark.parametrize(("heading", "purpose"), HEADINGS)
def test_purpose_of_heading(heading: str, purpose: str | None) -> None:
    assert purpose_of_heading(heading) == purpose


@pytest.mark.parametrize(
    ("heading", "purpose"),
    [
        ("重点任务", "task"),
        ("保障措施", "measures"),
        ("各项重点任务", "task"),  # few characters before
        ("打造花园城市的重点任务", None),  # too many
        ("重点任务分解表", None),  # not at the end
    ],
)
def test_purpose_of_words(heading: str, purpose: str | None) -> None:
    assert purpose_of_words(heading) == purpose


def purposes_of(text: str) -> list[tuple[str, str]]:
    """The number of each section with its purpose."""
    read = outline(text)
    kinds = purposes(read)
    return [
        (node.path() or read.source.text[node.body : node.title_end], kinds[node.start])
        for node in read.sections()
    ]


PLACES = [
    # what a heading is for depends on the one above it
    ("一、修桥\n1.清淤", [("一", "task"), ("一/1", "task")]),  # nothing said: tasks
    (
        "一、重点任务\n（一）明确工作目标",
        [("一", "task"), ("一/（一）", "task")],
    ),  # below tasks, names say nothing
    (
        "一、总体要求\n（一）清淤\n（二）重点任务",
        [("一", "frame"), ("一/（一）", "frame"), ("一/（二）", "task")],
    ),
    ("一、保障措施\n（一）总体目标", [("一", "measures"), ("一/（一）", "measures")]),
    ("一、实施步骤\n（一）保障措施", [("一", "stages"), ("一/（一）", "stages")]),
    # the document's title as a markdown heading says nothing of purpose
    ("# 某市重点任务\n一、总体目标\n二、修桥", [("某市重点任务", "task"), ("一", "frame"), ("二", "task")]),
    ("# 某市工作目标\n一、保障措施", [("某市工作目标", "frame"), ("一", "measures")]),
    # an annex is for tasks unless its heading says more; below it headings speak for themselves
    ("附件1 保障措施\n一、修桥", [("保障措施", "task"), ("一", "task")]),
    ("附件1 领导小组\n一、保障措施", [("领导小组", "groups"), ("一", "measures")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_purposes(text: str, expected: list[tuple[str, str]]) -> None:
    assert purposes_of(text) == expected
