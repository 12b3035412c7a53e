"""Outputs without the names of persons: each name gives way to marks of the same length, posts stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import msgspec
from msgspec.structs import fields, replace

from ..model import Plan

MASK: Final = "□"
_KEYS: Final = frozenset({"key", "policy", "task", "sha256"})
"""Fields that hold keys."""


def is_masked(name: str) -> bool:
    """Whether a name is all marks."""
    return bool(name) and not name.strip(MASK)


def masked_plan(plan: Plan) -> Plan:
    """The plan with the names of its members masked in every string; keys and offsets stay as they are."""
    pattern = _pattern(member.name for member in plan.members)
    if pattern is None:
        return plan
    masked: Plan = _masked(plan, pattern)
    return masked


def masked_text(plan: Plan, text: str) -> str:
    """The Source text with the names of the plan's members masked."""
    pattern = _pattern(member.name for member in plan.members)
    return _mask(text, pattern) if pattern else text


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Matches the names, with white space between their characters or not."""
    known = sorted(
        {name for name in names if len(name) > 1 and not is_masked(name)}, key=lambda n: (-len(n), n)
    )
    return re.compile("|".join(r"\s*".join(map(re.escape, name)) for name in known)) if known else None


def _mask(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: re.sub(r"\S", MASK, match.group()), text)


def _masked(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return _mask(value, pattern)
    if isinstance(value, list | tuple):
        return type(value)(_masked(item, pattern) for item in value)
    if isinstance(value, msgspec.Struct):
        names = [field.name for field in fields(value) if field.name not in _KEYS]
        return replace(value, **{name: _masked(getattr(value, name), pattern) for name in names})
    return value
