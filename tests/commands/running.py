"""How the tests of commands run them, and look at what they write."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

WritePlan = Callable[..., Path]
Kg = Callable[..., Result]


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their paths in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run_kg(*arguments: str | Path, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    """The installed command in a process of its own."""
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-P", "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
