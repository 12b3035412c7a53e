"""Clauses that say how lists of units are read, and name no unit."""

from __future__ import annotations

import re

_OF_LISTS = re.compile(
    r"下同|以下同|(?:为|是)(?:总)?牵头(?:部门|单位|责任单位)|不再(?:一一|逐一|逐项|单独|另行|重复)?(?:列|标|注)|^以?下[^，。；]{0,10}均|均由[^，。；]{1,24}(?:牵头|负责|落实)$|^下同$"
)


def states_rule(clause: str) -> bool:
    """Whether a clause says how lists are read, and names no unit of its own list."""
    return bool(_OF_LISTS.search(clause.strip()))
