"""Deadlines as a calendar."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from icalendar import Calendar

from kg.analysis import Material
from kg.cli import main
from kg.ledger import ledger_rows
from kg.ledger.calendars import calendar_ics, rows_of


def events(data: bytes) -> list[dict[str, str]]:
    found = []
    for event in Calendar.from_ical(data).walk("VEVENT"):
        found.append(
            {
                "uid": str(event["UID"]),
                "summary": str(event["SUMMARY"]),
                "kind": event["CATEGORIES"].to_ical().decode(),
                "day": event["DTSTART"].dt.isoformat(),
                "end": event["DTEND"].dt.isoformat(),
                "stamp": event["DTSTAMP"].dt.date().isoformat(),
            }
        )
    return found


def test_each_dated_task_is_one_all_day_event(material: Material) -> None:
    found = events(calendar_ics(material, ledger_rows(material), "全部"))
    assert len(found) == len({one["uid"] for one in found}) == len(material.tasks)
    assert all(one["summary"].startswith("【推定】") == (one["kind"] == "推定") for one in found)
    stated = [one for one in found if one["kind"] == "载明"]
    assert {one["stamp"] for one in stated} == {"2022-10-21"}
    assert ("2023-03-31", "2023-04-01") in {(one["day"], one["end"]) for one in stated}


def test_the_calendar_of_one_unit(material: Material) -> None:
    rows = ledger_rows(material)
    own = rows_of(rows, "320612|区市场监管局")
    found = events(calendar_ics(material, own, "区市场监管局"))
    assert len(found) == len({one.task for one in own})
    assert {one["kind"] for one in found} == {"推定"}
    assert rows_of(rows, "江苏省南通市通州区区市场监管局") == own


def test_the_command_asks_which_unit_is_meant(built: Path, tmp_path: Path) -> None:
    words = ["calendar", "--graph", str(built), "--out", str(tmp_path / "a.ics")]
    several = CliRunner().invoke(main, [*words, "--unit", "区市场监管局"])
    assert several.exit_code == 2
    assert "350102|区市场监管局" in several.output
    unknown = CliRunner().invoke(main, [*words, "--unit", "市场监管局"])
    assert unknown.exit_code == 2
    assert "did you mean" in unknown.output and "区市场监管局" in unknown.output
    one = CliRunner().invoke(main, [*words, "--unit", "350102|区市场监管局"])
    assert one.exit_code == 0
    assert "载明时限" in one.output
    first = (tmp_path / "a.ics").read_bytes()
    CliRunner().invoke(main, [*words, "--unit", "350102|区市场监管局"])
    assert (tmp_path / "a.ics").read_bytes() == first
    assert CliRunner().invoke(main, [*words, "--unit", "没有这个局"]).exit_code == 2
