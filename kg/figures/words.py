"""The texts of figures, from `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ..phrases import phrase
from ..tables import Lang


@cache
def _texts() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def figure_word(name: str, lang: Lang, **values: object) -> str:
    """A text of a figure (`workload.title`) with its values filled in; raises KeyError for an unknown one."""
    group, _, key = name.partition(".")
    return phrase(_texts()[group][key][lang == "en"], values)
