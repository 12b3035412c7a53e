"""An extension: a package of its own adds a class, its reader, its shape and a question, and nothing of ours changes."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import tomllib
from ast import literal_eval
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parent / "extension"
PLAN = """某区花园建设工作方案

一、总体要求
建设花园城区。
二、重点任务
（一）建设口袋花园
1.新建口袋花园十座。安排专项资金500万元。（责任单位：区园林局）
2.培训园丁。（责任单位：区人社局）
某区人民政府
2024年3月1日
"""

_GRAPH = """
import sys
from kg.api import open_graph
from kg.graph import build_graph, property_schema
from kg.stores.jsonld import context
built = open_graph(sys.argv[1])
label = property_schema().labels["FundingArrangement"]
print(label.labels, dict(label.properties), "FundingArrangement" in property_schema().relations["IN_TASK"].sources)
found = build_graph(built.plans, built.entities)
[node] = found.of_kind("FundingArrangement")
print(node.get("purpose"), node.get("amount"))
print(sorted(edge.type for edge in found.edges if edge.source == node.ref))
print(context()["@context"]["FundingArrangement"])
"""
_BROKEN = """
import sys
from kg.graph import build_graph
from kg.api import open_graph
from kg.shapes import check_graph
built = open_graph(sys.argv[1])
plans = built.plans
plans[0].extras[0].values["amount"] = 0.0
plans[0].extras[0].evidence = []
for fault in check_graph(build_graph(plans, built.entities)):
    print(fault.place, fault.message("zh"), fault.message("en"))
"""


class Installed:
    """The extension as pip would install it, beside the package, and a plan built with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        site = folder / "site"
        shutil.copytree(
            EXTENSION / "plan_funding", site / "plan_funding", ignore=shutil.ignore_patterns("__pycache__")
        )
        project = tomllib.loads((EXTENSION / "pyproject.toml").read_text("utf-8"))["project"]
        lines = []
        for group, points in project["entry-points"].items():
            lines += [f"[{group}]", *(f"{name} = {value}" for name, value in points.items())]
        info = site / "plan_funding-0.1.dist-info"
        info.mkdir()
        (info / "entry_points.txt").write_text("\n".join(lines), "utf-8")
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plan-funding\nVersion: 0.1\n", "utf-8")
        (folder / "plan.txt").write_text(PLAN, "utf-8")
        self.out = folder / "out"

    def run(self, *arguments: str, status: int = 0) -> str:
        """What a Python of its own prints that knows the extension."""
        environment = {**os.environ, "PYTHONPATH": str(self.folder / "site")}
        done = subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            encoding="utf-8",
            check=False,
            env=environment,
            cwd=self.folder,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    def kg(self, *arguments: str, status: int = 0) -> str:
        """What a command prints."""
        return self.run("-m", "kg", *arguments, status=status)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    found = Installed(tmp_path_factory.mktemp("extension"))
    found.kg("build", "plan.txt", "--out", str(found.out))
    return found


def test_the_record_stands_beside_ours_with_its_evidence(installed: Installed) -> None:
    record = json.loads((installed.out / "records/plan.json").read_text("utf-8"))
    [extra] = record["extras"]
    assert extra["kind"] == "FundingArrangement"
    assert extra["values"] == {"purpose": "专项资金", "amount": 500.0, "currencyMeasure": "万元"}
    assert extra["key"] == f"{record['document']['key']}|funding-arrangement|1"
    assert extra["task"] == record["tasks"][0]["key"]
    assert [one["quote"] for one in extra["evidence"]] == ["专项资金", "500", "万元"]


def test_it_appears_in_rdf(installed: Installed) -> None:
    text = (installed.out / "graph.trig").read_text("utf-8")
    assert "a <https://example.org/plan-funding#FundingArrangement>" in text
    assert '<https://example.org/plan-funding#amount> "500"' in text
    assert '"资金安排"@zh' in text


def test_it_appears_in_the_property_graph_and_in_json_ld(installed: Installed) -> None:
    lines = installed.run("-c", _GRAPH, str(installed.out)).splitlines()
    assert lines == [
        "('FundingArrangement',) {'amount': 'float', 'currencyMeasure': 'string', 'purpose': 'string'} True",
        "专项资金 500.0",
        "['evidence', 'evidence', 'evidence', 'inPlan', 'inTask']",
        "https://example.org/plan-funding#FundingArrangement",
    ]


def test_its_question_stands_in_the_catalogue_and_is_answered(installed: Installed) -> None:
    assert "funding" in installed.kg("query", "--list")
    printed = installed.kg("query", "funding", "--graph", str(installed.out), "--format", "json")
    assert json.loads(printed) == [
        {
            "plan": "某区花园建设工作方案",
            "purpose": "专项资金",
            "amount": 500.0,
            "measure": "万元",
            "task": "新建口袋花园十座",
        }
    ]


def test_its_records_are_a_table_with_titles_of_the_ontology(installed: Installed) -> None:
    text = (installed.out / "tables/funding-arrangement.csv").read_text("utf-8-sig")
    head, row = csv.reader(text.splitlines())
    assert head == [
        *("funding_arrangement", "plan", "plan_title", "amount", "currency_measure", "purpose"),
        *("section", "task", "quote"),
    ]
    assert row[2:6] == ["某区花园建设工作方案", "500", "万元", "专项资金"]
    assert row[-1] == "专项资金；500；万元"
    code = (
        "import sys; from kg.api import open_graph; t = open_graph(sys.argv[1]).tables['funding-arrangement'];"
        "print(len(t)); print(t.titles('zh')); print(t.titles('en'))"
    )
    count, chinese, english = installed.run("-c", code, str(installed.out)).splitlines()
    assert count == "1"
    assert literal_eval(chinese)[:6] == ["资金安排键", "计划键", "计划", "金额", "金额单位", "资金用途"]
    assert literal_eval(english)[3:6] == ["Amount", "Unit of the amount", "Purpose"]


def test_its_shape_is_checked(installed: Installed) -> None:
    installed.kg("check", "--graph", str(installed.out))
    lines = installed.run("-c", _BROKEN, str(installed.out)).splitlines()
    assert [line.partition(" ")[2] for line in lines] == [
        "资金安排没有原文依据。 The funding arrangement has no evidence.",
        "资金安排没有金额。 The funding arrangement has no sum.",
    ]


def test_check_finds_a_moved_quote_of_it(installed: Installed) -> None:
    path = installed.out / "records/plan.json"
    good = path.read_text("utf-8")
    record = json.loads(good)
    record["extras"][0]["evidence"][1]["start"] -= 1
    record["extras"][0]["values"]["purpose"] = "别的钱"
    path.write_text(json.dumps(record), "utf-8")
    try:
        printed = installed.kg("check", "--graph", str(installed.out), "--lang", "en", status=3)
    finally:
        path.write_text(good, "utf-8")
    assert "extras[0].amount" in printed
    assert "extras[0].purpose" in printed


def test_without_the_extension_nothing_of_it_is_there() -> None:
    from kg.graph import load_schema
    from kg.questions import catalogue

    assert "FundingArrangement" not in load_schema().classes
    assert "funding" not in catalogue()
