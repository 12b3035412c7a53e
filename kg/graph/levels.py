"""The level of a policy document whose number and title name no authority: what its form says."""

from __future__ import annotations

import re

from ..names.divisions import divisions
from ..names.text import normalise
from ..resolve.model import PolicyEntity

_OF_THE_NATION = re.compile(r"强国|(?<![办方做说])法$|条例$|法（\d{4}年?修[订正]）$")
"""Outlines for a strong nation, laws and decrees; those of a place begin with its name."""


def policy_level(policy: PolicyEntity) -> str | None:
    """The level that resolution found, else nation for a law, decree or outline that names no place."""
    if policy.level:
        return policy.level
    title = normalise(policy.title)
    local = policy.number or divisions().prefix(title)[1]
    return "nation" if not local and _OF_THE_NATION.search(title) else None
