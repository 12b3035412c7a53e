"""A knowledge graph of agencies, tasks and policies, read from Chinese government plans."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import Built, build
    from .api import open_graph as open

__all__ = ["Built", "build", "open"]

_PLACES = {"Built": "Built", "build": "build", "open": "open_graph"}


def __getattr__(name: str) -> object:
    # on demand: the command line and the loaders import parts of kg, not the whole
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(".api", __name__), _PLACES[name])
