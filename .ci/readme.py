"""Bring the printed answers in the READMEs up to date, or check that they are.

usage: python .ci/readme.py [--check]

Each `$ kg …` of a console block is run in an empty folder, block after block; below it stand the first lines
of what it prints, as many as stood there before, and … where there are more. A sparql block whose first line is
`# NAME.rq` is put into that folder as NAME.rq, so what stands there is what a `--file` runs.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh.md")
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
QUERY = re.compile(r"```sparql\n(?P<text># (?P<name>[\w-]+\.rq)\n.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ kg (?P<command>.*)\n(?P<shown>(?:(?!\$ ).*\n)*)", re.MULTILINE)
MORE = "…"


def printed(command: str, folder: str) -> list[str]:
    """The lines that a command prints to stdout."""
    words = [sys.executable, "-P", "-m", "kg", *command.split()]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", cwd=folder, check=False)
    if done.returncode:
        sys.exit(f"kg {command}: status {done.returncode}\n{done.stderr}")
    return [line.rstrip() for line in done.stdout.splitlines() if line.strip()]


def fresh(text: str) -> str:
    """The text of a README with the answers of today."""
    with tempfile.TemporaryDirectory() as folder:
        for query in QUERY.finditer(text):
            (Path(folder) / query["name"]).write_text(query["text"], "utf-8")

        def answer(match: re.Match[str]) -> str:
            lines = printed(match["command"], folder)
            wanted = [line for line in match["shown"].splitlines() if line.strip() not in ("", MORE)]
            shown = lines[: len(wanted)] if wanted else lines
            more = [MORE] if len(shown) < len(lines) else []
            return "\n".join([f"$ kg {match['command']}", *shown, *more, ""])

        return BLOCK.sub(lambda block: COMMAND.sub(answer, block[0]), text)


def main(arguments: list[str]) -> int:
    """Write or check."""
    stale = []
    for name in READMES:
        path = ROOT / name
        old = path.read_text("utf-8")
        new = fresh(old)
        if new != old:
            stale.append(name)
            if "--check" not in arguments:
                path.write_text(new, "utf-8")
    if stale and "--check" in arguments:
        print(f"not what is printed today: {', '.join(stale)}; run poe readme")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
