from __future__ import annotations

import pytest

from kg.analysis.wordings import folded, plan_wordings, quoted_spans, sentence_at
from kg.model import Plan
from tests.analysis.made import written

BODY = "对照《园林条例》补种行道树，由专人养护。"


def plan_of(units: str) -> tuple[Plan, str]:
    return written("某区植树方案", "320106", [("补种行道树", BODY, {units: "responsible"})])


def test_a_wording_holds_title_and_text_without_number_units_and_punctuation() -> None:
    plan, text = plan_of("区园林局（林业局）")
    [wording] = plan_wordings(plan, text)
    assert wording.text == folded("补种行道树" + BODY)
    assert "园林局" not in wording.text
    assert len(wording.text) == len(wording.places)
    assert all(text[at] == letter for at, letter in zip(wording.places, wording.text, strict=True))


def test_a_unit_in_running_text_stays() -> None:
    plan, text = written("某区方案", "320106", [("修路", "由区交通局修路。", {})])
    [task] = plan.tasks
    assert "区交通局" in plan_wordings(plan, text)[0].text
    assert task.end <= len(text)


def test_a_span_leaves_out_the_punctuation_behind_it() -> None:
    plan, text = plan_of("区园林局")
    [wording] = plan_wordings(plan, text)
    start, end = wording.span(0, 5)
    assert text[start:end] == "补种行道树"


@pytest.mark.parametrize(
    ("text", "spans"),
    [("按《甲法》和《乙法》", ["《甲法》", "《乙法》"]), ("《没有完", []), ("无", [])],
)
def test_titles_are_found_by_their_brackets(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text, 0, len(text))] == spans


def test_a_sentence_ends_at_its_full_stop_and_line() -> None:
    text = "一是种树。到2025年，种树3万棵，\n养花。"
    at = text.index("种树3")
    assert sentence_at(text, at, at + 5) == "到2025年，种树3万棵，"


def test_width_and_case_are_folded() -> None:
    assert folded("ＰＣＴ、pct（１）") == "pctpct1"
