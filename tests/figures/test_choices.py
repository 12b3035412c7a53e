"""What of a graph is drawn, and in which language."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.api import Built
from kg.cli import main
from kg.errors import QueryError
from kg.figures import FIGURES, Drawing
from kg.figures.sheet import Box, Label, Sign


def texts(drawing: Drawing) -> str:
    return "\n".join(item.text for item in drawing.sheet.items if isinstance(item, Label))


def values(drawing: Drawing, what: str) -> list[float | None]:
    marks = (item for item in drawing.sheet.items if isinstance(item, Box | Sign))
    return [mark.value for mark in marks if mark.what == what]


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_a_figure_of_some_plans_says_which(built: Built, name: str) -> None:
    said = texts(built.figure(name, plan="福州"))
    assert "数据：1 份计划，26 项任务。只含标题或文号中有“福州”的计划。" in said.replace("\n", "")
    assert "通州" not in said and "南京" not in said


def test_bars_of_one_plan_are_as_long_as_the_question_counts_for_it(built: Built) -> None:
    drawing = built.figure("workload", plan="福州", top=200)
    rows = list(built.query("unit-workload", plan="福州"))
    assert sorted(values(drawing, "lead"), key=str) == sorted(
        (row["lead"] for row in rows if row["lead"]), key=str
    )
    assert values(drawing, "lead") == [26]


def test_the_heat_map_of_one_place_has_its_plans_alone(built: Built) -> None:
    assert len(values(built.figure("overlap", plan="通州"), "own")) == 2
    assert len(values(built.figure("overlap"), "own")) == 5


def test_a_part_of_the_number_chooses_too(built: Built) -> None:
    numbers = {plan.document.number for plan in built.plans} - {None}
    number = max(map(str, numbers))
    assert "数据：1 份计划，" in texts(built.figure("timeline", plan=number))


def test_a_choice_that_no_plan_fits_is_refused(built: Built, folder: Path) -> None:
    with pytest.raises(QueryError, match="no plan has"):
        built.figure("themes", plan="没有这样的计划")
    words = ["figure", "themes", "--graph", str(folder), "--plan", "没有这样的计划"]
    assert CliRunner().invoke(main, words).exit_code == 2


def test_themes_are_named_in_the_language(built: Built) -> None:
    english, chinese = texts(built.figure("themes", lang="en")), texts(built.figure("themes"))
    assert "protection" in english and "administration" in english
    assert "保护" not in english.splitlines()
    assert "保护" in chinese.splitlines()
    assert built.figure("themes", lang="en", plan="福州")
    assert "Data: 1 plan, 26 tasks." in texts(built.figure("themes", lang="en", plan="福州"))
