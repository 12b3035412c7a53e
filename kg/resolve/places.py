"""Names of jurisdictions by code, and the scope in which a printed name means one thing."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Document
from ..names.divisions import divisions
from .model import Jurisdiction


def scope_of(document: Document) -> str:
    """The code of a plan's jurisdiction; where it is unknown, the plan's key, so that nothing is shared."""
    return document.jurisdiction or document.key


def jurisdictions(codes: Iterable[str]) -> list[Jurisdiction]:
    """The divisions of the codes, and all above them."""
    found: dict[str, Jurisdiction] = {}
    waiting = sorted(codes)
    while waiting:
        code = waiting.pop()
        if code not in found:
            found[code] = _jurisdiction(code)
            parent = found[code].parent
            waiting += [parent] if parent else []
    return list(found.values())


def _jurisdiction(code: str) -> Jurisdiction:
    division = divisions().by_code(code)
    if division is None:
        return Jurisdiction(code=code, name=code)
    above = divisions().ancestors(division)
    names = [one.name for one in (division, *above) if one.level != "nation" or one is division]
    full = "".join(reversed(names))
    others = dict.fromkeys([division.name, division.short])
    return Jurisdiction(
        code=code,
        name=full,
        other_names=tuple(name for name in others if name != full),
        parent=above[0].code if above else None,
    )
