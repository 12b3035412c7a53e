"""Names of persons and their posts."""

from __future__ import annotations

import pytest
from kg.loaders.persons import looks_like_person, name_at, name_before, posts_in, surnames

PERSONS = [
    ("张林", True),
    ("张小林", True),
    ("欧阳明", True),
    ("欧阳小明", True),
    ("阿依古丽·买买提", True),  # a name with a dot
    ("买·提", False),  # too short
    ("张", False),
    ("张小小林", False),  # too long
    ("修桥", False),  # no family name
    ("市长", False),  # an office
    ("局长", False),
    ("江苏", False),  # a place
    ("安徽省", False),
    ("区财政局", False),
    ("张 林", False),  # spaces are the caller's matter
    ("Zhang", False),
    ("", False),
]


@pytest.mark.parametrize(("name", "person"), PERSONS)
def test_looks_like_person(name: str, person: bool) -> None:
    assert looks_like_person(name) is person


def test_family_names() -> None:
    assert {"张", "欧阳", "司马"} <= surnames()
    assert all(1 <= len(name) <= 2 for name in surnames())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张林 区委书记", "张林"),
        ("张 林 区委书记", "张 林"),  # a space inside
        ("张  林（区委书记）", "张  林"),
        (  # a family name of two
            "欧阳 明，区长",
            "欧阳 明",
        ),
        ("  张林：区长", "张林"),
        (  # 同志 is no part of a name
            "张林同志",
            "张林",
        ),
        ("张林", "张林"),
        ("张林区委书记", None),  # nothing between name and post
        ("区委书记 张林", None),
        ("古丽·买买提 区长", "古丽·买买提"),
        ("", None),
    ],
)
def test_name_at(text: str, name: str | None) -> None:
    span = name_at(text, 0, len(text))
    assert (text[slice(*span)] if span else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("区委书记张林", "张林"),
        ("区财政局局长张小林", "张小林"),
        ("区委书记 张林", "张林"),
        ("区委书记 张 林", "张 林"),
        ("张林", "张林"),
        ("区财政局局长", None),
        ("区财政局", None),
        ("修桥张林", None),  # behind no post
        ("", None),
    ],
)
def test_name_before(text: str, name: str | None) -> None:
    span = name_before(text, 0, len(text))
    assert (text[slice(*span)] if span else None) == name


POSTS = [
    ("区委副书记", ["区委/副书记"]),
    ("区政府区长", ["区政府/区长"]),
    ("区发改局局长、区科技局局长", ["区发改局/局长", "区科技局/局长"]),
    ("区财政局党组书记、局长", ["区财政局/党组书记", "区财政局/局长"]),  # the unit before holds
    ("区委常委，区政府副区长", ["区委/常委", "区政府/副区长"]),
    ("区市场监管局（知识产权局）局长", ["区市场监管局（知识产权局）/局长"]),
    ("区 财政局局 长。", ["区 财政局/局 长"]),  # spaces
    ("副区长", ["/副区长"]),  # no unit
    ("区财政局局长（兼）", ["区财政局/局长"]),
    ("区财政局", ["区财政局/"]),  # a seat for a unit
    ("", []),
]


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_posts_in(text: str, posts: list[str]) -> None:
    found = posts_in(text, 0, len(text))
    assert [f"{text[slice(*unit)]}/{text[slice(*title)]}" for unit, title in found] == posts
