from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from kg.views.explorer.page import SCRIPTS

HERE = Path(__file__).parent


def test_types_of_the_scripts_hold(needs: Callable[[object, str], None]) -> None:
    compiler = shutil.which("tsc")
    needs(compiler, "the TypeScript compiler (node-typescript)")
    assert compiler
    run = subprocess.run([compiler, "-p", str(HERE)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


def test_types_are_checked_of_the_same_scripts_in_the_same_order() -> None:
    settings = json.loads((HERE / "tsconfig.json").read_text("utf-8"))
    assert [Path(name).name for name in settings["files"]] == ["globals.d.ts", *SCRIPTS]
