"""Fetches the servers that tests of stores need into build/servers, by Maven: `python tests/servers/resolve.py`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "build" / "servers"
NAMES = ("neo4j", "fuseki")
_DONE = "complete"
"""A file that stands in a folder when all of a server is there."""


def jars(name: str) -> Path | None:
    """The folder with a server's jars, None where it was not fetched."""
    folder = FOLDER / name
    return folder if (folder / _DONE).is_file() else None


def main() -> None:
    """Fetch what is missing; ends with Maven's own words where it fails."""
    maven = shutil.which("mvn")
    if maven is None:
        sys.exit("mvn is not installed")
    for name in NAMES:
        if jars(name) is None:
            _fetch(maven, name)
        print(f"{name}: {sum(1 for _ in (FOLDER / name).glob('*.jar'))} jars")


def _fetch(maven: str, name: str) -> None:
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    command = [maven, "-q", "-B", "-f", str(HERE / f"{name}.xml"), "dependency:copy-dependencies"]
    # Two artifacts of Neo4j have the same file name, so the group stands before it.
    command += ["-DincludeScope=runtime", "-Dmdep.prependGroupId=true", f"-DoutputDirectory={folder}"]
    command += [f"-Dmaven.repo.local={FOLDER.parent / 'maven'}"]
    done = subprocess.run(command, check=False)
    if done.returncode:
        sys.exit(f"{name}: mvn ended with {done.returncode}")
    (folder / _DONE).touch()


if __name__ == "__main__":
    main()
