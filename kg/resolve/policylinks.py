"""What titles and texts say of policies among themselves: which issues, implements or supersedes which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..model import Plan
from .model import Link
from .policies import Cited, Policies
from .reader import reader
from .titles import carried_out, issued_in, read_title
from .units import reader_of

_ENDED = re.compile(
    r"《(?P<title>[^《》]{2,80})》(?:[（(](?P<number>[^（）()]{4,30}号)[）)])?[^。；《》]{0,30}?(?:废止|停止执行|不再执行)"
)


def policy_links(found: Policies, plans: Sequence[Plan], texts: Mapping[str, str]) -> Iterator[Link]:
    """The links between policies, and from a plan to the policies that it ends."""
    for key in sorted(found.cited):
        yield from _of_titles(key, found)
    for plan in plans:
        yield from _of_text(plan, texts.get(plan.document.key, ""), found)


def _of_titles(key: str, found: Policies) -> Iterator[Link]:
    seen: set[tuple[str, str]] = set()
    for one in found.cited[key]:
        inner = issued_in(one.title)
        if inner and (target := _one(inner, one, key, found)) and ("notice-of", target) not in seen:
            seen.add(("notice-of", target))
            yield Link("notice-of", key, target, f"the title issues {inner}")
        carried = carried_out(one.title)
        if carried and (target := _one(carried, one, key, found)) and ("implements", target) not in seen:
            seen.add(("implements", target))
            yield Link("implements", key, target, f"the title carries out {carried}")


def _one(title: str, one: Cited, own: str, found: Policies) -> str | None:
    """The one policy of a title, other than that of a key."""
    core = read_title(title, None, "", reader(one.place, one.place or one.plan)).core
    keys = found.titles.get(core, set()) - {own}
    return next(iter(keys)) if len(keys) == 1 else None


def _of_text(plan: Plan, text: str, found: Policies) -> Iterator[Link]:
    """《X》同时废止."""
    seen: set[str] = set()
    for match in _ENDED.finditer(text):
        core = read_title(match["title"], match["number"], "", reader_of(plan)).core
        own = {
            key for key, cited in found.cited.items() if any(one.plan == plan.document.key for one in cited)
        }
        keys = found.titles.get(core, set()) & own
        for key in sorted(keys - seen):
            seen.add(key)
            yield Link("supersedes", plan.document.key, key, f"the plan ends it: {match.group()[-20:]}")
