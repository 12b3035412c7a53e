"""The units in the shape of `units.json`."""

from __future__ import annotations

from collections.abc import Mapping

from .model import Entities


def units_json(entities: Entities, stems: Mapping[str, str]) -> dict[str, object]:
    """The units in the shape of `units.json`; `stems` gives the stem of each plan's files by its key."""
    names = {unit.key: unit.official or unit.name for unit in entities.units}
    units = [
        {
            "canonical": names[unit.key],
            "jurisdiction": unit.jurisdiction,
            "mentions": [[stems[mention.plan], mention.name] for mention in unit.mentions],
            "collective": unit.collective,
            "members": [names[member] for member in unit.members],
        }
        for unit in entities.units
    ]
    uncertain = [
        {"pair": [names[doubt.first], names[doubt.second]], "why": doubt.reason}
        for doubt in entities.doubts
        if doubt.kind == "unit" and doubt.second
    ]
    return {"units": units, "uncertain": uncertain}
