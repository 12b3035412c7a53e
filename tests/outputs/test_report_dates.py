"""The report on the plans in force on a date."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.analysis import Material
from kg.cli import main
from kg.errors import QueryError
from kg.reports import make_report
from kg.reports.markdown import to_markdown
from kg.reports.model import Grid

TONGZHOU = "通州区国家知识产权强县建设示范县工作方案（2022-2025年）"
FUZHOU = "福州市鼓楼区国家知识产权强县建设示范县工作方案"


def in_force(material: Material, date: str) -> list[str]:
    load = next(one for one in make_report(material, as_of=date).sections if one.title == "计划一览")
    [grid] = [block for block in load.blocks if isinstance(block, Grid)]
    return [row[0] for row in grid.rows]


def test_plans_that_had_lapsed_or_were_not_issued_yet_are_left_out_and_named(material: Material) -> None:
    assert len(in_force(material, "2023-06-30")) == 5
    assert "没有因此不计的计划" in make_report(material, as_of="2023-06-30").lead
    early = make_report(material, as_of="2022-01-15")
    assert in_force(material, "2022-01-15") == ["鼓楼区“十四五”知识产权发展规划"]
    assert "当时尚未印发而不计的：" in early.lead and f"《{TONGZHOU}》" in early.lead
    late = make_report(material, as_of="2026-01-01")
    assert "已到期而不计的：" in late.lead and f"《{FUZHOU}》" in late.lead
    assert FUZHOU not in to_markdown(late).split("\n## ", 1)[1]


def test_without_a_date_nothing_is_said_of_it(material: Material) -> None:
    assert "有效的计划" not in make_report(material).lead


def test_the_command_takes_a_date_and_writes_the_same_bytes(built: Path) -> None:
    words = ["report", "--graph", str(built), "--format", "md", "--as-of", "2022-01-15", "--lang", "en"]
    first, second = (CliRunner().invoke(main, words) for _ in range(2))
    assert first.exit_code == 0
    assert first.output == second.output
    assert "Based on 1 plan with 20 tasks" in first.output
    assert "Left out because they were not issued yet: " in first.output


def test_what_is_no_date_is_refused(material: Material, built: Path) -> None:
    with pytest.raises(QueryError, match="ISO date"):
        make_report(material, as_of="June")
    assert CliRunner().invoke(main, ["report", "--graph", str(built), "--as-of", "June"]).exit_code == 2
