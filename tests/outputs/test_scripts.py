"""The scripts of docs/ run on the example plans and print what they say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def printed(script: str, *words: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-P", ROOT / "docs" / script, *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "names", [(), ("nanjing-gulou-2021-five-year-plan", "nanjing-gulou-2022-strong-county")]
)
def test_the_overlap_of_the_two_plans_of_one_district(built: Path, names: tuple[str, ...]) -> None:
    said = printed("overlap_of_two_plans.py", built, *names)
    assert {"南京市鼓楼区国家知识产权强县建设工作方案", "鼓楼区“十四五”知识产权发展规划"} == set(
        said.splitlines()[:2]
    )
    assert "知识产权质押融资总额" in said


def test_the_workload_by_quarter(built: Path) -> None:
    said = printed("workload_by_quarter.py", built)
    block = said[said.index("区市场监管局（350102）") :]
    assert "2023-Q1：载明1，推定0" in block[: block.index("\n\n")]
    assert "没有写明单位，不在以上数字之内：鼓楼区“十四五”知识产权发展规划" in said
