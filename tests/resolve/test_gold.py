"""The example plans against what a careful reader says is one unit."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from kg.plugins import get_loader
from kg.records import stems_of
from kg.resolve import Entities, resolve, units_json
from kg.running import Run, examples_folder, find_files, read_plans
from kg.scoring import score_units

ALL: dict[str, Any] = json.loads((Path(__file__).parent / "units.json").read_text("utf-8"))
WIDE = str.maketrans("()", "（）")


@cache
def run() -> Run:
    return read_plans(list(find_files([examples_folder()])), get_loader())


@cache
def entities() -> Entities:
    return resolve(run().plans, run().texts)


@cache
def gold() -> dict[str, Any]:
    """The reader's answer without the names that the example plans, which are shortened, do not print."""
    stems = stems_of(run().reads)
    texts = {stems[key]: "".join(text.split()).translate(WIDE) for key, text in run().texts.items()}
    units = []
    for unit in ALL["units"]:
        mentions = [[stem, name] for stem, name in unit["mentions"] if name in texts[stem]]
        assert mentions
        units.append(unit | {"mentions": mentions})
    return {"units": units, "uncertain": ALL["uncertain"]}


def test_the_bars_are_met() -> None:
    found = units_json(entities(), stems_of(run().reads))
    scores = score_units(found, gold())
    assert scores["units_b3"] >= 0.99
    assert scores["units_found"] >= 0.99
    assert scores["units_jurisdiction"] == 1.0


def test_the_uncertain_pair_is_proposed_and_not_merged() -> None:
    found: dict[str, Any] = units_json(entities(), stems_of(run().reads))
    pairs = [set(one["pair"]) for one in found["uncertain"]]
    for wanted in gold()["uncertain"]:
        assert set(wanted["pair"]) in pairs


def test_collectives_and_their_members_are_those_of_the_reader() -> None:
    found: dict[str, Any] = units_json(entities(), stems_of(run().reads))
    ours = {tuple(mention): one for one in found["units"] for mention in one["mentions"]}
    for unit in gold()["units"]:
        mine = ours[tuple(unit["mentions"][0])]
        assert mine["collective"] == unit["collective"], unit["canonical"]
        assert len(mine["members"]) == len(unit.get("members", [])), unit["canonical"]


def test_every_unit_has_a_jurisdiction_and_is_of_one() -> None:
    assert all(one.jurisdiction for one in entities().units)
    assert all(one.key.startswith(f"{one.jurisdiction}|") for one in entities().units)


def test_every_name_has_a_reason_and_those_in_text_stand_there() -> None:
    for one in entities().decisions:
        assert one.reason
        if one.where == "text":
            quote = "".join(run().texts[one.plan][one.start : one.end].split())
            assert quote.translate(WIDE) == one.mention
