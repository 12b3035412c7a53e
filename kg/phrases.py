"""Texts with values filled in, and words that depend on a number."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter


class _Phrases(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        one, bar, several = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return one if value == 1 else several


def phrase(text: str, values: Mapping[str, object]) -> str:
    """The text with its values in place of `{name}`; `{name:is|are}` is the first word where the value is 1.

    Raises KeyError where a value is missing.
    """
    return _Phrases().vformat(text, (), values)
