from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from kg.cli import COMMANDS, _reason, main
from kg.plugins import Loader

WritePlan = Callable[..., Path]
Kg = Callable[..., Result]


@pytest.fixture
def kg(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    toy_loader: Loader,
    toy_formats: Callable[[], list[object]],
) -> Kg:
    """Run a command in a folder of its own, plans read by the toy loader."""
    for module in ("reading", "check"):
        monkeypatch.setattr(f"kg.commands.{module}.get_loader", lambda: toy_loader)
    monkeypatch.setattr("kg.running.get_formats", toy_formats)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# what every command does


def test_every_command_is_listed_with_a_line_of_help() -> None:
    listed = CliRunner().invoke(main, ["--help"]).stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\w", listed, re.MULTILINE)
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["build"],
        ["no-such-command"],
        ["build", "--no-such-option"],
        ["query", "--graph", "no-such-folder", "due"],
        ["query"],
        ["query", "due", "--list"],
        ["query", "due", "--param", "without-a-value"],
        ["score", "no-such-folder", "."],
    ],
)
def test_wrong_use_is_status_2(kg: Kg, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "kg-out").mkdir()
    result = kg(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_an_error_is_a_message_and_no_traceback(kg: Kg, tmp_path: Path) -> None:
    result = kg("check", "--graph", tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(f"kg: {tmp_path}: no records here")


def test_a_folder_that_can_not_be_written_is_a_message(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    plan = write_plan(tmp_path / "plan.txt")
    (tmp_path / "file").write_text("")
    result = kg("extract", plan, "--out", tmp_path / "file/below")
    assert result.exit_code == 1
    assert "file/below" in result.stderr


def test_a_folder_that_may_not_be_written_is_named_and_no_temporary_file() -> None:
    error = PermissionError(13, "Permission denied", "out/.kg-0123456789abcdef.tmp")
    assert _reason(error) == "out: Permission denied"
    assert (
        _reason(PermissionError(13, "Permission denied", "out/records")) == "out/records: Permission denied"
    )
    assert _reason(OSError("no place")) == "no place"


# extract


def test_extract_writes_records_and_says_what_it_read(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/a.txt")
    result = kg("extract", "in")
    assert result.exit_code == 0
    assert sorted(contents(tmp_path / "kg-out")) == ["a.json", "a.txt", "manifest.json", "units.json"]
    assert "计划 1 份，任务 1 项，单位 2 个，政策文件 1 件" in result.stdout
    assert "已写入 kg-out" in result.stdout
    assert result.stderr == ""
    assert json.loads((tmp_path / "kg-out/a.json").read_text("utf-8"))["document"]["title"] == "某区工作方案"


def test_extract_in_english(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    result = kg("extract", write_plan(tmp_path / "a.txt"), "--lang", "en")
    assert "1 plans, 1 tasks, 2 units, 1 policies" in result.stdout
    assert "written to kg-out: *.json, *.txt, units.json" in result.stdout


def test_extract_reports_what_was_not_read(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    plan = write_plan(tmp_path / "a.txt")
    with plan.open("a", encoding="utf-8") as file:
        file.write("2.没有读懂的\x1b[31m事\n")
    result = kg("extract", plan, "--report")
    (row,) = [line for line in result.stdout.splitlines() if "没有读懂" in line]
    assert row.split()[:3] == ["a.txt", "4", "编号段落"]
    assert "\x1b" not in result.stdout
    assert "\\x1b[31m" in row
    assert "没有读懂" not in kg("extract", plan).stdout


def test_bad_inputs_are_named_and_the_others_done(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/good.txt")
    (tmp_path / "in/binary.txt").write_bytes(b"\x89PNG\0")
    (tmp_path / "in/letter.txt").write_text("[red]dear all[/red]")
    result = kg("extract", "in", "missing.txt")
    assert result.exit_code == 1
    assert (tmp_path / "kg-out/good.json").exists()
    lines = sorted(result.stderr.splitlines())
    assert lines == [
        "未能读取 in/binary.txt：(byte 4): binary",
        "未能读取 in/letter.txt：no title of a plan",
        "未能读取 missing.txt：No such file or directory",
    ]
    assert "失败 3 个文件" in result.stdout


def test_no_plan_at_all_leaves_what_was_there(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    kg("extract", write_plan(tmp_path / "a.txt"))
    before = contents(tmp_path / "kg-out")
    result = kg("extract", "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "没有读到任何计划" in result.stderr
    assert contents(tmp_path / "kg-out") == before


def test_one_plan_twice_is_said_and_read_once(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/a.txt")
    shutil.copy(tmp_path / "in/a.txt", tmp_path / "in/b.txt")
    result = kg("extract", "in")
    assert result.exit_code == 0
    assert "重复 in/b.txt：与 in/a.txt 是同一文件，只收一次" in result.stderr
    assert sorted(contents(tmp_path / "kg-out")) == ["a.json", "a.txt", "manifest.json", "units.json"]


def test_two_files_of_one_stem_are_both_kept(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/x/plan.txt", title="甲方案")
    write_plan(tmp_path / "in/y/plan.txt", title="乙方案")
    assert kg("extract", "in").exit_code == 0
    names = [name for name in contents(tmp_path / "kg-out") if name.endswith(".json")]
    assert sum(bool(re.fullmatch(r"plan-[0-9a-f]{8}\.json", name)) for name in names) == 2


@pytest.mark.skipif(os.name != "posix", reason="such names exist on POSIX only")
def test_names_of_files_can_not_steer_the_terminal(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/\x1b[2Jgood[bold].txt")
    (tmp_path / "in/\x1b]0;bad\x07\n\u202etxt.txt").write_bytes(b"\0")
    (tmp_path / "in" / os.fsdecode(b"\xff.txt")).write_bytes(b"\0")
    result = kg("extract", "in")
    assert result.exit_code == 1
    for char in ("\x1b", "\x07", "\u202e"):
        assert char not in result.stdout + result.stderr
    assert "\x1b" not in kg("check").stdout
    assert len(result.stderr.splitlines()) == 2


# build and query


@pytest.fixture
def built(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> Path:
    write_plan(tmp_path / "in/a.txt", title="甲区方案", units="甲局、乙局")
    write_plan(tmp_path / "in/b.txt", title="乙区方案", units="乙局")
    assert kg("build", "in").exit_code == 0
    return tmp_path / "kg-out"


def test_build_goes_the_whole_way(built: Path) -> None:
    files = contents(built)
    assert {"graph.trig", "records/a.json", "records/b.txt", "records/units.json"} <= files.keys()
    assert any(name.startswith("tables/") and name.endswith(".csv") for name in files)
    assert not [name for name in files if "/." in f"/{name}"]


def test_build_says_where_things_are(kg: Kg, tmp_path: Path, write_plan: WritePlan) -> None:
    result = kg("build", write_plan(tmp_path / "a.txt"), "--out", "elsewhere", "--lang", "en")
    assert "written to elsewhere: records/, graph.trig, tables/" in result.stdout


def test_a_second_run_gives_the_same_bytes_and_drops_what_is_gone(
    kg: Kg, tmp_path: Path, built: Path
) -> None:
    before = contents(built)
    assert kg("build", tmp_path / "in/b.txt", tmp_path / "in/a.txt").exit_code == 0
    assert contents(built) == before
    assert kg("build", tmp_path / "in/a.txt").exit_code == 0
    assert "records/b.json" not in contents(built)


def test_own_queries_are_answered(kg: Kg, tmp_path: Path, built: Path) -> None:
    rq = tmp_path / "my.rq"
    rq.write_text("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    result = kg("query", "--file", rq, "--format", "json")
    assert result.exit_code == 0
    ((count,),) = [row.values() for row in json.loads(result.stdout)]
    assert count > 20
    rq.write_text("ASK { ?s ?p ?o }")
    assert kg("query", "--file", rq, "--format", "csv").stdout_bytes == "\ufeffanswer\r\ntrue\r\n".encode()


def test_the_name_of_a_file_tells_its_language(kg: Kg, tmp_path: Path, built: Path) -> None:
    cypher = tmp_path / "my.cypher"
    cypher.write_text("MATCH (n:Plan) RETURN 7 AS number LIMIT 1")
    assert json.loads(kg("query", "--file", cypher, "--format", "json").stdout) == [{"number": 7}]
    cypher.write_text("MATCH (n) DETACH DELETE n")
    refused = kg("query", "--file", cypher)
    assert (refused.exit_code, refused.stderr) == (
        2,
        "kg: the query does not run: queries read, this one writes\n",
    )


def test_rows_beyond_the_limit_are_cut_and_said(kg: Kg, tmp_path: Path, built: Path) -> None:
    rq = tmp_path / "my.rq"
    rq.write_text("SELECT ?s { GRAPH ?g { ?s ?p ?o } }")
    result = kg("query", "--file", rq, "--limit", "3", "--format", "csv", "--lang", "en")
    assert len(result.stdout.splitlines()) == 4
    assert result.stderr == "only the first 3 rows are shown\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "only SELECT and ASK"),
        ("INSERT DATA { <http://a> <http://b> 1 }", "expected"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT {", "error at"),
    ],
)
def test_own_queries_that_do_more_than_ask_are_refused(
    kg: Kg, tmp_path: Path, built: Path, text: str, message: str
) -> None:
    (tmp_path / "my.rq").write_text(text)
    result = kg("query", "--file", "my.rq")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_query_that_does_not_end_is_stopped(kg: Kg, tmp_path: Path, built: Path) -> None:
    triple = "GRAPH ?g{0} {{ ?s{0} ?p{0} ?o{0} }}"
    body = " ".join(triple.format(i) for i in range(9))
    (tmp_path / "my.rq").write_text(f"SELECT (COUNT(*) AS ?n) {{ {body} }}")
    result = kg("query", "--file", "my.rq", "--timeout", "1.5")
    assert result.exit_code == 1
    assert "stopped after 1.5 seconds" in result.stderr


def test_a_folder_without_a_graph_is_a_message(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "kg-out").mkdir()
    result = kg("query", "unit-workload")
    assert result.exit_code == 1
    assert "no graph to read" in result.stderr


# named questions


def test_questions_are_listed_by_subject_with_parameters_and_an_example(kg: Kg) -> None:
    for lang, subject in (("zh", "【责任分工】"), ("en", "WHO IS RESPONSIBLE FOR WHAT")):
        lines = kg("query", "--list", "--lang", lang).stdout.splitlines()
        assert subject in lines
        assert {"unit-workload", "policy-chain", "due"} <= {line.split()[0] for line in lines if line.strip()}
        assert any(
            "kg query tasks-of-unit --param unit=市场监管局 --param role=lead" in line for line in lines
        )
        assert any(line.split()[:1] == ["role=lead|responsible"] for line in lines)
    table = json.loads(kg("query", "--list", "--format", "json").stdout)
    assert {row["engines"] for row in table} == {"sparql, cypher"}


def test_cypher_answers_as_sparql_does(kg: Kg, built: Path) -> None:
    for name in ("unit-workload", "plans"):
        answers = [
            kg("query", name, "--engine", engine, "--format", "csv").stdout for engine in ("sparql", "cypher")
        ]
        assert answers[0] == answers[1]


def test_a_workbook_has_the_same_bytes_each_time(kg: Kg, built: Path) -> None:
    first, second = (kg("query", "plans", "--format", "xlsx").stdout_bytes for _ in range(2))
    assert first == second
    sheet = openpyxl.load_workbook(io.BytesIO(first)).worksheets[0]
    assert sheet.title == "计划一览"
    assert [cell.value for cell in sheet[1]][:2] == ["计划", "文号"]


def test_a_named_question_is_answered_in_three_forms(kg: Kg, built: Path) -> None:
    rows = json.loads(kg("query", "unit-workload", "--format", "json").stdout)
    assert len(rows) == 3  # 甲局 of one plan, 乙局 of both: no place is known, so the two are not one
    text = kg("query", "unit-workload", "--format", "csv").stdout
    assert text.startswith("\ufeff")
    assert list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))) == [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in rows
    ]
    table = kg("query", "unit-workload").stdout
    assert all(name in table for name in ("甲局", "乙局"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["unit-workloads"], "unit-workload"),
        (["unit-workload", "--param", "no_such_parameter=1"], "no_such_parameter"),
    ],
)
def test_an_unknown_question_or_parameter_is_status_2(
    kg: Kg, built: Path, arguments: list[str], message: str
) -> None:
    result = kg("query", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


# check


def test_check_is_quiet_about_good_records(kg: Kg, built: Path) -> None:
    result = kg("check")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 份计划，引文 ")


def test_check_names_faults(kg: Kg, tmp_path: Path, built: Path, write_plan: WritePlan) -> None:
    write_plan(tmp_path / "in/a.txt", title="甲区方案", units="丙局")
    result = kg("check", "--lang", "en")
    assert result.exit_code == 3
    assert "the file has changed (sha256)" in result.stdout
    assert result.stdout.endswith("1 faults\n")


def test_check_takes_files_that_moved(kg: Kg, tmp_path: Path, built: Path) -> None:
    (tmp_path / "in").rename(tmp_path / "moved")
    assert kg("check").exit_code == 3
    assert kg("check", "moved").exit_code == 0


# the installed command, with the real loader


def run_kg(*arguments: str | Path, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-P", "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("examples") / "out"
    done = run_kg("build", "--examples", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def test_the_example_plans_are_built_checked_and_scored(examples: Path) -> None:
    gold = Path(__file__).parent / "gold"
    checked = run_kg("check", "--graph", examples, "--lang", "en")
    assert checked.returncode == 0, checked.stdout
    assert f"{len(list(gold.glob('*-*.json')))} plans" in checked.stdout
    bars = [f"--min={kind}=0.99" for kind in ("document", "tasks", "assignments", "policies", "members")]
    scored = run_kg("score", examples / "records", gold, *bars)
    assert scored.returncode == 0, scored.stdout + scored.stderr


def test_the_same_plans_give_the_same_bytes(examples: Path, tmp_path: Path) -> None:
    from kg.running import examples_folder, find_files

    plans = sorted(find_files([examples_folder()]), reverse=True)
    for seed in ("1", "2"):
        out = tmp_path / seed
        assert run_kg("build", *plans, "--out", out, hash_seed=seed).returncode == 0
        assert contents(out) == contents(examples)


def test_progress_and_messages_stay_out_of_the_data(examples: Path) -> None:
    done = run_kg("query", "unit-workload", "--graph", examples, "--format", "json")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)) > 5
    assert done.stderr == ""
