"""Titles of offices: where unit and title part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.offices import find_office_title


@pytest.mark.parametrize(
    "post",
    [
        "区委|副书记",
        "区政府|区长",  # the unit's last word is no title
        "区法院|审判委员会专职委员",  # a title of several words
        "区行政服务中心管委会|副主任",
        "鼓楼公安分局|副局长",
        "区委组织部|常务副部长",
        "洪山镇人民政府|镇长",
        "区金融办|负责人",
        "市政府|党组成员、副秘书长",  # two titles in one unit
        "区检察院|党组书记、检察长",
        "区教育局|党委书记、局长",  # the party organ goes with the title
        "洪山镇党委|书记",  # … but a town's is a unit
        "街道党工委|书记",
        "省教育厅|一级巡视员",
        "市公安局|政委",
        "集团|董事长",
        "南京大学|校长",
        "区人大常委会|主任",  # 常委 inside is no title
        "区委|常委",
        "区发改局|局长",
        "市委办公厅|副主任（正处级）",  # a rank in brackets
        "|县长",  # no unit
        "|副区长、公安分局局长",  # the caller splits the posts
        "区发改局、工信局|局长",  # one title for two units
    ],
)
def test_posts(post: str) -> None:
    unit, title = post.split("|")
    assert find_office_title(unit + title) == (len(unit), title)


@pytest.mark.parametrize("text", ["", "总工会", "区发改局", "某某", "、", "主任工作"])
def test_no_title(text: str) -> None:
    assert find_office_title(text) is None


@given(st.text(alphabet="区委副书记局长主任党组成员、，兼（）某常委会") | st.text())
def test_the_title_is_the_rest(text: str) -> None:
    found = find_office_title(text)
    assert found is None or text[found[0] :] == found[1]
