"""The colours and fonts of the explorer, for whatever else is drawn of a graph."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from .explorer.model import Look
from .explorer.words import page_looks


def look(kind: str) -> Look:
    """How nodes of a class are drawn."""
    looks = page_looks()
    return looks.get(kind, looks["other"])


def tone(name: str) -> str:
    """A colour of the explorer's light style sheet by the name of its variable; raises KeyError for no such name."""
    return _variables()[name]


def font_stack() -> tuple[str, ...]:
    """Families with Chinese glyphs, the preferred first, then the generic ones."""
    return tuple(name.strip().strip('"') for name in _variables()["font"].split(","))


@cache
def _variables() -> dict[str, str]:
    """The variables of the first rule, which is the light one."""
    style = files("kg.views.explorer").joinpath("frame.css").read_text("utf-8")
    first = style[style.index(":root") : style.index("}")]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", first))
