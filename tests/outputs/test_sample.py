"""The check sheet and its score."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.api import open_graph
from kg.cli import main
from kg.errors import InputError, QueryError
from kg.reports.sampling import KINDS, Precision, sample, sample_table, score_sample, wilson
from kg.tables.xlsx import to_xlsx
from tests.outputs.sheets import filled


def test_the_sample_follows_from_the_plans(built: Path) -> None:
    records = open_graph(built).records
    found = sample(records, 10)
    assert found == sample(list(reversed(records)), 10)
    assert {kind: sum(one.kind == kind for one in found) for kind in KINDS} == dict.fromkeys(KINDS, 10)
    assert set(sample(records, 5)) <= set(found)
    texts = {record.plan.document.title: record.text for record in records}
    for one in found:
        assert one.quote in "\n".join(texts[one.plan].splitlines()[one.line - 1 :])
        assert f"【{' '.join(one.quote.split())}】" in one.context


def test_adding_a_plan_keeps_what_is_not_displaced(built: Path) -> None:
    records = open_graph(built).records
    fewer = set(sample(records[1:], 10))
    more = sample(records, 10)
    own = [one for one in more if one.plan != records[0].plan.document.title]
    assert set(own) <= fewer


def test_wilson_gives_the_known_intervals() -> None:
    # Brown, Cai, DasGupta 2001 give these for the score interval
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(45, 50) == pytest.approx((0.7864, 0.9565), abs=1e-4)
    assert wilson(0, 0) is None


@pytest.mark.parametrize("form", ["utf-8-sig", "gb18030", "xlsx"])
def test_a_judged_sheet_is_scored(built: Path, tmp_path: Path, form: str) -> None:
    table = sample_table(sample(open_graph(built).records, 4))
    verdicts = ["对", "错误", "存疑", ""]
    if form == "xlsx":
        path = tmp_path / "a.xlsx"
        title = table.columns[table.names.index("verdict")].zh
        fill = {(place, title): verdicts[place % 4] for place in range(len(table))}
        path.write_bytes(filled(to_xlsx({"抽查": table}), fill))
    else:
        path = tmp_path / "a.csv"
        rows = list(csv.reader(io.StringIO(table.to_csv().lstrip("\ufeff"), newline="")))
        for place, line in enumerate(rows[1:]):
            line[table.names.index("verdict")] = verdicts[place % 4]
        out = io.StringIO(newline="")
        csv.writer(out).writerows(rows)
        path.write_bytes(out.getvalue().encode(form, "replace"))
    assert score_sample(path) == [
        Precision(kind=kind, right=1, wrong=1, doubtful=1, unchecked=1) for kind in KINDS
    ]


def test_an_unknown_verdict_and_another_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("kind,verdict\ntask,差不多\n", "utf-8")
    with pytest.raises(QueryError, match="row 2"):
        score_sample(path)
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(InputError, match="not a sheet"):
        score_sample(path)


def test_the_command_writes_and_scores(built: Path, tmp_path: Path) -> None:
    for name in ("a.csv", "a.xlsx"):
        words = ["sample", "--graph", str(built), "--per-kind", "3", "--out", str(tmp_path / name)]
        assert CliRunner().invoke(main, words).exit_code == 0
    result = CliRunner().invoke(main, ["sample", "--score", str(tmp_path / "a.csv"), "--lang", "en"])
    assert result.exit_code == 0
    assert "assignment" in result.output
    assert CliRunner().invoke(main, ["sample", "--graph", str(built)]).exit_code == 2
