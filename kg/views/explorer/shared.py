"""What several plans share, as nodes of the page: units, policies, groups and persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...graph import Ref
from ...graph.levels import policy_level
from ...graph.shared import unit_kind
from ...resolve.model import Entities, Mention, Unit
from .collector import Collector
from .initials import initials
from .model import PageNode

_LINKS = {
    "successor": ("succeededBy", "unit"),
    "person-successor": ("personSucceededBy", "person"),
    "notice-of": ("noticeOf", "policy"),
    "implements": ("implementsPolicy", "policy"),
    "supersedes": ("supersedes", "policy"),
}


class SharedNodes:
    """Adds the nodes of all entities, then the edges between them."""

    def __init__(self, entities: Entities, page: Collector) -> None:
        self.entities, self.page = entities, page
        self.places = {place.code: place.name for place in entities.jurisdictions}
        self._units = {unit.key: Ref(unit_kind(unit), unit.key) for unit in entities.units}

    def unit(self, plan: str, name: str) -> int | None:
        """The node of a unit that a plan prints under a name."""
        key = self.entities.find("unit", plan, name)
        return self.page.find(self._units[key]) if key in self._units else None

    def add_nodes(self) -> None:
        """Add the nodes."""
        for unit in self.entities.units:
            self._unit(unit)
        for policy in self.entities.policies:
            facts = {
                "documentNumber": policy.number,
                "issuingBody": policy.issuer,
                "policyYear": str(policy.year) if policy.year else None,
                "jurisdiction": self.places.get(policy.jurisdiction or ""),
            }
            level = policy_level(policy) or ""
            self._add(Ref("Policy", policy.key), policy.title, policy.mentions, facts, level)
        for kind, found in (("LeadershipGroup", self.entities.groups), ("Person", self.entities.persons)):
            for one in found:
                known = {"jurisdiction": self.places.get(one.jurisdiction or "")}
                self._add(Ref(kind, one.key), one.name or "", one.mentions, known, _level(one.jurisdiction))

    def _unit(self, unit: Unit) -> None:
        facts = {
            "officialName": unit.official,
            "namePlate": list(unit.plates),
            "jurisdiction": self.places.get(unit.jurisdiction or ""),
        }
        level = "township" if unit.kind == "township" else _level(unit.jurisdiction)
        self._add(self._units[unit.key], unit.name, unit.mentions, facts, level)

    def _add(
        self,
        ref: Ref,
        name: str,
        mentions: Iterable[Mention],
        facts: Mapping[str, str | Sequence[str] | None],
        level: str,
    ) -> None:
        mentions = tuple(mentions)
        plans = sorted(
            {self.page.plan_numbers[one.plan] for one in mentions if one.plan in self.page.plan_numbers}
        )
        # names of policies and persons that a mention gives are keys of records, not print
        printed = ref.kind in ("Unit", "CollectiveUnit", "LeadershipGroup")
        also = sorted({one.name for one in mentions} - {name, ""}) if printed else []
        self.page.add(
            ref,
            PageNode(
                id="",
                kind=ref.kind,
                name=name,
                also=also,
                initials=initials([name, *also]),
                plans=plans,
                facts=given(facts),
                level=level,
            ),
        )

    def add_edges(self) -> None:
        """Add the edges between entities."""
        for unit in self.entities.units:
            for member in unit.members:
                self.page.edge(
                    "collectiveMember",
                    self.page.find(self._units[unit.key]),
                    self.page.find(self._units[member]),
                    unit.basis,
                )
        for policy in self.entities.policies:
            if policy.plan:
                source = self.page.find(Ref("Policy", policy.key))
                self.page.edge("sameDocumentAs", source, self.page.find(Ref("Plan", policy.plan)))
        for link in self.entities.links:
            name, kind = _LINKS[link.kind]
            self.page.edge(name, self._end(kind, link.source), self._end(kind, link.target), link.reason)

    def _end(self, kind: str, key: str) -> int | None:
        if kind == "unit":
            return self.page.find(self._units[key])
        kinds = ("Person",) if kind == "person" else ("Policy", "Plan")
        return next((place for one in kinds if (place := self.page.find(Ref(one, key))) is not None), None)


def given(facts: Mapping[str, str | Sequence[str] | None]) -> dict[str, str | list[str]]:
    """The facts that have a value."""
    return {name: value if isinstance(value, str) else list(value) for name, value in facts.items() if value}


def _level(code: str | None) -> str:
    """The level of a division after its code of GB/T 2260."""
    if not code:
        return ""
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"
