"""Which of a task's words are not its own: titles in 《》, and passages that a superior plan holds too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .material import Material
from .wordings import Wording, folded, quoted_spans

LENGTH: Final = 12
"""Characters in a row that a superior plan must hold for them to be taken from it."""

TITLES: Final = "《》"
"""Stands for the titles among the sources of quotes."""


class Quotes:
    """The quoted parts of tasks, found when they are asked for."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._runs: dict[str, frozenset[str]] = {}
        self._found: dict[str, Mapping[str, list[bool]]] = {}

    def mask(self, wording: Wording, other: str) -> list[bool]:
        """For each character whether it is quoted; from the plan `other` nothing counts as quoted."""
        found = self._masks(wording)
        masks = [mask for source, mask in found.items() if source != other]
        return [any(column) for column in zip(*masks, strict=True)]

    def _masks(self, wording: Wording) -> Mapping[str, list[bool]]:
        """The characters that are quoted, by the superior plan that holds them; under `TITLES` those of titles."""
        if wording.task not in self._found:
            superiors = self._material.superiors.get(wording.plan, ())
            known = (plan for plan in superiors if plan in self._material.texts)
            masks = {plan: self._held(wording.text, plan) for plan in known}
            self._found[wording.task] = {TITLES: self._titles(wording)} | masks
        return self._found[wording.task]

    def _titles(self, wording: Wording) -> list[bool]:
        mask = [False] * len(wording.text)
        if wording.places:
            text = self._material.texts[wording.plan]
            for start, end in quoted_spans(text, wording.places[0], wording.end):
                first, last = wording.positions(start, end)
                mask[first:last] = [True] * (last - first)
        return mask

    def _held(self, text: str, plan: str) -> list[bool]:
        if plan not in self._runs:
            whole = folded(self._material.texts[plan])
            self._runs[plan] = frozenset(whole[at : at + LENGTH] for at in range(len(whole) - LENGTH + 1))
        mask = [False] * len(text)
        for at in range(len(text) - LENGTH + 1):
            if text[at : at + LENGTH] in self._runs[plan]:
                mask[at : at + LENGTH] = [True] * LENGTH
        return mask
