"""What follows the place in a body's name, in its standard short form: 市场监督管理局 is 市场监管局."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from .vocabulary import forms, fulls, table, words

_KEPT: Final = 200_000
"""How many names are remembered before all are forgotten."""
_PARTY: Final = "委"
_COMMITTEE: Final = "委员会"
_HALL: Final = "厅"


class Organ(NamedTuple):
    """A body without its place."""

    short: str
    full: str
    kind: str
    """party, state, office: what the table of bodies says."""
    subject: str
    """What for: 市场监管; of bodies that stand whole in the table, the short name."""
    rank: str | None = None
    """The level that the name alone tells: 中级法院 is a prefecture's."""


class Organs:
    """Reads organs; what was read is remembered."""

    def __init__(self) -> None:
        self._subjects, self._suffixes = forms("organs", "subjects"), forms("organs", "suffixes")
        self._full_subjects, self._full_suffixes = fulls("organs", "subjects"), fulls("organs", "suffixes")
        lengths = {len(suffix) for suffix in self._suffixes}
        self._lengths = sorted(lengths, reverse=True)
        self._whole = {form: _whole(short, "state") for form, short in forms("organs", "whole").items()}
        self._party = {form: _whole(short, "party") for form, short in forms("organs", "party").items()}
        for form, short in forms("organs", "prefixed").items():
            self._whole[form] = _whole(short, "prefixed")
        self._assembly = forms("organs", "assembly")
        self._levels: dict[str, dict[str, str]] = table("organs")["levels"]
        self._ranks = {short: level for level, short in table("organs")["rank"].items()}
        self._plain = frozenset(words("organs", "plain", "suffixes"))
        self._known: dict[str, Organ | None] = {}

    def read(self, text: str, level: str | None = None) -> Organ | None:
        """The organ of a name without its place, None where the tables don't tell."""
        try:
            organ = self._known[text]
        except KeyError:
            if len(self._known) > _KEPT:
                self._known.clear()
            organ = self._known[text] = self._read(text)
        if organ is not None and level in self._levels and organ.short in self._levels[level]:
            return self._whole[self._levels[level][organ.short]]
        return organ

    def _read(self, text: str) -> Organ | None:
        found = self._whole.get(text) or self._composed(text) or self._of_party(text)
        found = found or self._of_assembly(text) or self._of_government(text)
        rank = found and self._ranks.get(found.short)
        return found._replace(rank=rank) if found and rank else found

    def _composed(self, text: str) -> Organ | None:
        """发展和改革 + 委员会."""
        for length in self._lengths:
            suffix = self._suffixes.get(text[-length:])
            subject = self._subjects.get(text[:-length])
            if suffix and subject:
                short = subject + suffix
                if short in self._whole:
                    return self._whole[short]
                written = subject if suffix in self._plain else self._full_subjects[subject]
                full = written + self._full_suffixes[suffix]
                return Organ(short, full, "office", subject, "province" if suffix == _HALL else None)
        return None

    def _of_party(self, text: str) -> Organ | None:
        """宣传部, 委宣传部, 委员会宣传部."""
        bare = text.removeprefix(_COMMITTEE) if text.startswith(_COMMITTEE) else text.removeprefix(_PARTY)
        if bare != text and bare in self._whole and self._whole[bare].kind == "prefixed":
            return None
        whole = self._whole.get(_PARTY + bare) if bare != text else None
        return whole or self._party.get(bare) or self._party.get(text)

    def _of_assembly(self, text: str) -> Organ | None:
        """人大财经委."""
        for head in words("organs", "front", "assembly"):
            short = self._assembly.get(text.removeprefix(head)) if text.startswith(head) else None
            if short:
                full = fulls("organs", "assembly")[short]
                return Organ(f"人大{short}", f"人民代表大会{full}", "state", f"人大{short}")
        return None

    def _of_government(self, text: str) -> Organ | None:
        """政府台港澳办 is 台港澳办."""
        for head in words("organs", "front", "government"):
            if text.startswith(head) and len(text) > len(head):
                return self._whole.get(text[len(head) :]) or self._composed(text[len(head) :])
        return None

    def forms_of(self, organ: Organ) -> Iterator[str]:
        """Every name of an organ that the tables know, without place."""
        if organ.kind == "office":
            for subject in _forms_of("subjects", organ.subject):
                for suffix in _forms_of("suffixes", organ.short[len(organ.subject) :]):
                    yield subject + suffix
            return
        yield from (form for form, whole in self._whole.items() if whole.short == organ.short)
        if organ.kind == "party":
            for form, whole in self._party.items():
                if whole.short == organ.short:
                    yield _PARTY + form
                    yield form
        if organ.kind == "state":
            yield from (f"政府{form}" for form in _forms_of("whole", organ.short))


@cache
def _inverse(section: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form, short in forms("organs", section).items():
        found[short] = (*found.get(short, ()), form)
    return found


def _forms_of(section: str, short: str) -> tuple[str, ...]:
    return _inverse(section).get(short, (short,))


def _whole(short: str, kind: str) -> Organ:
    full = next(
        fulls("organs", section)[short]
        for section in ("whole", "party", "prefixed")
        if short in fulls("organs", section)
    )
    return Organ(_PARTY + short if kind == "party" else short, full, kind, short)


@cache
def organs() -> Organs:
    """The tables that come with the package."""
    return Organs()
