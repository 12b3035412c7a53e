"""The page: template, styles, scripts and data put into one file that needs nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

import msgspec

from ...errors import PluginError
from ...resolve import Entities
from .content import page_data
from .model import PlanText
from .themes import Themes

SCRIPTS = (
    "data.js",
    "words.js",
    "dom.js",
    "state.js",
    "filters.js",
    "search.js",
    "labels.js",
    "neighbours.js",
    "scene.js",
    "canvas.js",
    "quotes.js",
    "panel.js",
    "csv.js",
    "table.js",
    "units.js",
    "tasks.js",
    "policies.js",
    "members.js",
    "targets.js",
    "timeline.js",
    "overlap.js",
    "proof.js",
    "controls.js",
    "keys.js",
    "main.js",
)
"""In the order in which they build on each other; together they are one script."""

_STYLES = ("frame.css", "parts.css", "print.css")
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def explorer_html(reads: Sequence[PlanText], entities: Entities, themes: Themes) -> bytes:
    """The page of a graph, UTF-8; raises PluginError where pyvis does not hold the library that draws it."""
    data = msgspec.json.encode(page_data(reads, entities, themes)).decode("utf-8")
    library = vis_network()
    script = f'(() => {{\n"use strict";\n{"".join(map(_own, SCRIPTS))}}})();'
    style = "".join(map(_own, _STYLES))
    parts = {
        "policy": _policy([library, script], style),
        "style": style,
        "data": data.replace("<", "\\u003c"),
        "library": library,
        "script": script,
    }
    # one pass: what is put in is never looked through for slots
    return _SLOT.sub(lambda slot: parts[slot[1]], _own("page.html")).encode("utf-8")


def vis_network() -> str:
    """The source of vis-network as the installed pyvis holds it, its newest version there."""
    folders = [
        folder
        for folder in files("pyvis").joinpath("templates", "lib").iterdir()
        if folder.name.startswith("vis-")
    ]
    if not folders:
        raise PluginError("the installed pyvis holds no vis-network; install pyvis 0.3.2 or a later 0.3")
    newest = max(folders, key=lambda folder: [int(part) for part in re.findall(r"\d+", folder.name)])
    return closed(newest.joinpath("vis-network.min.js").read_text("utf-8"))


def closed(script: str) -> str:
    """A script that does not end the element it stands in."""
    return re.sub(r"</(?=script)", r"<\\/", script, flags=re.IGNORECASE)


def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _policy(scripts: Sequence[str], style: str) -> str:
    """A Content-Security-Policy that runs these scripts, knows this style, and lets nothing out or in."""
    hashes = " ".join(map(_hash, scripts))
    return f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}'"
