"""What a change of the readers gains and loses: facts of this tree against those of a commit, over real plans.

usage: python -P benchmarks/gained_lost.py [REVISION] [PLAN...]

REVISION is HEAD unless given; PLAN the shared plans where they are, else the example plans. The commit is installed
into build/gained-lost, so that neither tree is touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

from kg.running import examples_folder
from kg.scoring import score_folders

ROOT = Path(__file__).parents[1]
WORK = ROOT / "build" / "gained-lost"
SHARED = [ROOT.parent / "shared" / name for name in ("plans", "plans-other")]


def install(revision: str) -> Path:
    """The folder into which the package of a commit is installed."""
    tree, site = WORK / "tree", WORK / "site"
    archive = subprocess.run(["git", "archive", revision], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(archive)) as packed:
        packed.extractall(tree, filter="data")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(site), str(tree)]
    subprocess.run(pip, check=True)
    return site


def extract(out: Path, plans: list[str], site: Path | None) -> None:
    """Write the records of some plans, read by the package in `site` or by that of this tree."""
    paths = {"PYTHONPATH": str(site)} if site else {}
    command = [sys.executable, "-P", "-m", "kg", "extract", *plans, "--out", str(out)]
    subprocess.run(command, env=os.environ | paths, cwd=WORK, stdout=subprocess.DEVNULL, check=False)


def main(arguments: list[str]) -> None:
    """Print the facts gained (+) and lost (-), plan by plan, and how many of each."""
    revision = arguments[0] if arguments else "HEAD"
    plans = arguments[1:] or [str(path) for path in SHARED if path.is_dir()] or [str(examples_folder())]
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    extract(WORK / "before", plans, install(revision))
    extract(WORK / "after", plans, None)
    report = score_folders(WORK / "after", WORK / "before")
    counts = {"+": 0, "-": 0}
    for plan in report.plans:
        for kind, changes in plan.errors.items():
            for sign, fact in changes:
                counts[sign] += 1
                print(f"{sign} {plan.plan}: {kind}: {fact}")
    print(f"{counts['+']} gained, {counts['-']} lost against {revision}")


if __name__ == "__main__":
    main(sys.argv[1:])
