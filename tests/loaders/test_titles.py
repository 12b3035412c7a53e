"""The titles of a notice and of the plan that it issues."""

from __future__ import annotations

import pytest
from kg.loaders.head import HeadReader
from kg.loaders.titles import find_titles

from tests.loaders.reading import outline


def titles(text: str, metadata: str | None = None) -> dict[str, str]:
    """What was found, by name."""
    reader = HeadReader(outline(text))
    found = find_titles(reader.text, reader.lines, reader.first, metadata)
    spans = {
        "plan": found.plan,
        "notice": found.notice,
        "issuer": next(iter(found.issuers), None),
        "genre": found.genre,
    }
    return {name: reader.text[slice(*span)] for name, span in spans.items() if span} | (
        {"draft": "yes"} if found.draft else {}
    )


TITLES = [
    ("某市花园建设工作方案\n一、任务", {"plan": "某市花园建设工作方案", "genre": "工作方案"}),
    (  # a notice and its plan
        "福州市人民政府关于印发福州市花园建设工作方案的通知\n各县（市）区人民政府：\n现印发给你们。\n福州市花园建设工作方案\n一、任务",
        {"plan": "福州市花园建设工作方案", "notice": "福州市人民政府关于印发福州市花园建设工作方案的通知",
         "issuer": "福州市人民政府", "genre": "工作方案"},
    ),
    (  # the plan's title stands in the notice's alone
        "关于印发《福州市花园建设工作方案（试行）》的通知\n一、任务",
        {"plan": "福州市花园建设工作方案（试行）", "notice": "关于印发《福州市花园建设工作方案（试行）》的通知", "genre": "工作方案"},
    ),
    (  # a title that the notice does not name is replaced by the one that it does
        "关于印发《福州市花园建设工作方案》的通知\n福州市桥梁建设规划\n福州市花园建设工作方案\n一、任务",
        {"plan": "福州市花园建设工作方案", "notice": "关于印发《福州市花园建设工作方案》的通知", "genre": "工作方案"},
    ),
    ("福州市人民政府关于花园建设的实施意见\n一、任务",
     {"plan": "福州市人民政府关于花园建设的实施意见", "issuer": "福州市人民政府", "genre": "实施意见"}),
    (  # broken over lines
        "福州市人民政府办公室关于印发福州市\n花园建设工作方案的通知\n一、任务",
        {"notice": "福州市人民政府办公室关于印发福州市\n花园建设工作方案的通知", "plan": "福州市\n花园建设工作方案",
         "issuer": "福州市人民政府办公室", "genre": "工作方案"},
    ),
    ("福州市推进花园城市\n建设工作方案\n一、任务", {"plan": "福州市推进花园城市\n建设工作方案", "genre": "工作方案"}),
    (  # what stands above a title is no part of it
        "福州市人民政府\n花园建设工作方案\n一、任务", {"plan": "花园建设工作方案", "genre": "工作方案"}),
    ("2024年3月1日\n花园建设工作方案\n一、任务", {"plan": "花园建设工作方案", "genre": "工作方案"}),
    ("（第二稿）\n花园建设工作方案\n一、任务", {"plan": "花园建设工作方案", "genre": "工作方案"}),
    ("# 某市花园建设工作方案\n一、任务", {"plan": "某市花园建设工作方案", "genre": "工作方案"}),  # markdown
    ("**《某市花园建设工作方案》**\n一、任务", {"plan": "某市花园建设工作方案", "genre": "工作方案"}),
    ("某市花园建设工作方案（送审稿）\n一、任务",
     {"plan": "某市花园建设工作方案（送审稿）", "genre": "工作方案", "draft": "yes"}),
    (  # 征求 in the draft's mark
        "某市花园建设工作方案（征求意见稿）\n一、任务",
        {"plan": "某市花园建设工作方案（征求意见稿）", "genre": "工作方案", "draft": "yes"},
    ),
    ("关于公开征求《某市花园建设工作方案》意见的公告\n一、任务",
     {"notice": "关于公开征求《某市花园建设工作方案》意见的公告", "plan": "某市花园建设工作方案", "genre": "工作方案"}),
    ("附件：某市花园建设工作方案\n一、任务", {"plan": "某市花园建设工作方案", "genre": "工作方案"}),
    # lines that are no titles though they end as titles do
    ("附件：某市花园建设工作方案\n某市教育局\n2022年5月6日", {}),
    ("来源：某市发布的工作方案\n一、任务", {}),
    ("请认真贯彻执行工作方案\n一、任务", {}),
    ("为修桥铺路，制定本方案\n一、任务", {"genre": "方案"}),
    ("现印发某市花园建设工作方案\n一、任务", {}),
    ("修桥铺路。某市花园建设工作方案\n一、任务", {}),
    ("工作方案：\n一、任务", {}),
    ("一、任务\n某市花园建设工作方案", {}),  # below the first heading
    ("某市花园\n一、任务\n本实施方案自印发之日起施行。", {"genre": "实施方案"}),  # what the text calls itself
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_find_titles(text: str, expected: dict[str, str]) -> None:
    assert titles(text) == expected


def test_the_title_of_the_metadata_stands_in() -> None:
    text = "一、任务\n名称为某市花园建设工作方案。"
    assert titles(text, "某市花园建设工作方案") == {"plan": "某市花园建设工作方案", "genre": "工作方案"}
    assert titles(text, "某市桥梁建设工作方案") == {}  # which the text does not print
    notice = "关于印发某市花园建设工作方案的通知"
    assert titles(f"一、任务\n{notice}", notice) == {
        "plan": "某市花园建设工作方案", "notice": notice, "genre": "工作方案",
    }  # fmt: skip
