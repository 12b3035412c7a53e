"""The installed command over the example plans, with the real loader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.running import examples_folder, find_files
from tests.commands.running import contents, run_kg


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("examples") / "out"
    done = run_kg("build", "--examples", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def test_the_example_plans_are_built_checked_and_scored(examples: Path) -> None:
    gold = Path(__file__).parent.parent / "gold"
    checked = run_kg("check", "--graph", examples, "--lang", "en")
    assert checked.returncode == 0, checked.stdout
    assert f"{len(list(gold.glob('*-*.json')))} plans" in checked.stdout
    bars = [f"--min={kind}=0.99" for kind in ("document", "tasks", "assignments", "policies", "members")]
    scored = run_kg("score", examples / "records", gold, *bars)
    assert scored.returncode == 0, scored.stdout + scored.stderr


def test_the_same_plans_give_the_same_bytes(examples: Path, tmp_path: Path) -> None:
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
