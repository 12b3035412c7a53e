"""Posts for which a plan prints no unit of their own."""

from __future__ import annotations

from .reading import from_file

PLAN = "某区工作方案\n一、组织领导\n由区委副书记、区长张立新任组长，王元、李明副区长任副组长。\n"


def test_a_post_without_unit_has_none() -> None:
    members = {one.name: [(post.unit, post.title) for post in one.posts] for one in from_file(PLAN).members}
    assert members == {
        "张立新": [("区委", "副书记"), (None, "区长")],
        "王元": [(None, "副区长")],
        "李明": [(None, "副区长")],
    }
