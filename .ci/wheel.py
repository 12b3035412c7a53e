"""Build the wheel into build/wheel and check that it holds what git tracks, no more and no less.

usage: python .ci/wheel.py [--install FOLDER]

--install FOLDER   instead of checking, install the wheel alone into a folder, as type checkers need it
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
MAPPED = ("loaders", "queries", "ontology")


def build() -> Path:
    """The wheel, built afresh: what an earlier build left in build/lib would get into it."""
    for stale in (ROOT / "build" / "lib", ROOT / "build" / "wheel", *ROOT.glob("build/bdist.*")):
        shutil.rmtree(stale, ignore_errors=True)
    command = ["-m", "build", "--wheel", "--no-isolation", "--outdir", "build/wheel", "."]
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return next((ROOT / "build" / "wheel").glob("*.whl"))


def tracked() -> set[str]:
    """What the wheel should hold: the files that git tracks, or would once they are added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "kg", *MAPPED]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = {name for name in listed.split("\0") if name and (ROOT / name).exists()}
    return {name if name.startswith("kg/") else f"kg/{name}" for name in names}


def differences(wheel: Path) -> list[str]:
    """Files that only one of wheel and git has."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    want = tracked()
    return [f"not in the wheel: {name}" for name in sorted(want - held)] + [
        f"only in the wheel: {name}" for name in sorted(held - want)
    ]


def main(arguments: list[str]) -> int:
    """Build, then check or install."""
    wheel = build()
    if arguments[:1] == ["--install"]:
        shutil.rmtree(ROOT / arguments[1], ignore_errors=True)
        install = ["-m", "pip", "install", "--quiet", "--no-deps", "--target", arguments[1], str(wheel)]
        return subprocess.run([sys.executable, *install], cwd=ROOT, check=False).returncode
    faults = differences(wheel)
    print("\n".join(faults) or f"{wheel.name}: holds what git tracks")
    checker = Path(sys.executable).with_name("check-wheel-contents")
    contents = subprocess.run([checker, "--toplevel", "kg", wheel], cwd=ROOT, check=False).returncode
    return int(bool(faults or contents))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
