"""What a title says that its document is."""

from __future__ import annotations

import pytest
from kg.loaders.genres import genre_in

TITLES = [
    ("某区花园建设工作方案", "工作方案"),
    ("某区花园建设工作方案（试行）", "工作方案"),  # a bracket behind it
    ("某区花园建设三年行动计划（2023—2025年）（征求意见稿）", "行动计划"),
    ("某区花园发展规划", "规划"),  # 发展 is no part of the compound
    ("关于花园建设的实施意见", "实施意见"),  # the longest compound
    ("关于印发方案的通知", "通知"),
    ("规划先行促发展", None),  # not at the end
    ("花园名录", None),
    ("", None),
]


@pytest.mark.parametrize(("title", "genre"), TITLES)
def test_genre_in(title: str, genre: str | None) -> None:
    span = genre_in(title)
    assert (title[slice(*span)] if span else None) == genre
