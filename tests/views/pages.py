"""Pages that the tests of views open: of the example plans, and of a plan full of hostile strings."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.keys import assign_keys
from kg.model import (
    Assignment,
    Evidence,
    Member,
    Phase,
    Plan,
    Policy,
    Post,
    Section,
    Target,
    Task,
    Unread,
)
from kg.plugins import get_loader
from kg.resolve import resolve
from kg.running import Run, examples_folder, find_files, read_plans
from kg.views.explorer import explorer_html
from tests.factories import document


@dataclass(frozen=True)
class Read:
    """A plan with its text."""

    plan: Plan
    text: str


def example_run() -> Run:
    """The example plans, read."""
    return read_plans(list(find_files([examples_folder()])), get_loader())


def page_of(*reads: Read) -> str:
    """The page of some plans, without themes."""
    entities = resolve([read.plan for read in reads], {read.plan.document.key: read.text for read in reads})
    return explorer_html(reads, entities, {}).decode("utf-8")


def data_of(page: str) -> dict[str, Any]:
    """The data that a page holds."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def plan(title: str = "某区花园工作方案", text: str = "", **fields: Any) -> Read:
    """A plan of one task for a unit, its text given or made."""
    text = text or f"{title}\n种树。区园林局负责。\n"
    made = Plan(
        document=document(title, name="plan.txt", jurisdiction="320106", **fields),
        tasks=[
            Task(
                section=None,
                number="1",
                title="种树",
                responsible=["区园林局"],
                assignments=[Assignment(unit="区园林局", role="responsible", printed_role=None)],
                start=0,
                end=1,
            )
        ],
    )
    return Read(assign_keys(made), text)


HOSTILE = (
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 2</script>",
    "<img src=x onerror='window.pwned = 3'>",
    "<img src=//evil.example/a.png>",
    "<svg onload='window.pwned = 4'></svg>",
    "<svg><script>window.pwned = 5</script></svg>",
    "<iframe src='javascript:parent.pwned = 6'></iframe>",
    "<iframe src='https://evil.example/'></iframe>",
    "<a href='javascript:window.pwned = 7'>点</a>",
    "<body onload='window.pwned = 8'>",
    "<style>@import 'https://evil.example/a.css';</style>",
    "<link rel=stylesheet href=https://evil.example/b.css>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action='https://evil.example/'><button autofocus onfocus='window.pwned = 9'>",
    "<input autofocus onfocus='window.pwned = 10'>",
    "<details open ontoggle='window.pwned = 11'>",
    "<video src=https://evil.example/v onerror='window.pwned = 12'></video>",
    "<object data='https://evil.example/o'></object>",
    "<embed src='https://evil.example/e'>",
    "<math><mtext><script>window.pwned = 13</script></mtext></math>",
    "<template><script>window.pwned = 14</script></template>",
    "<!--<script>",
    "--><script>window.pwned = 15</script>",
    "<!--<script>window.pwned = 16</script>-->",
    "]]><script>window.pwned = 17</script>",
    '"><script>window.pwned = 18</script>',
    "' onmouseover='window.pwned = 19",
    "javascript:window.pwned=20",
    "${window.pwned = 21}",
    "{{constructor.constructor('window.pwned = 22')()}}",
    "{{script}}{{data}}{{library}}",
    "\\u003cscript\\u003ewindow.pwned = 23\\u003c/script\\u003e",
    "&lt;script&gt;window.pwned = 24&lt;/script&gt;",
    "&#60;script&#62;window.pwned = 25&#60;/script&#62;",
    "＜script＞window.pwned = 26＜/script＞",
    "__proto__",
    "constructor",
    "\u2028window.pwned = 27\u2029",
    '=HYPERLINK("https://evil.example","点")',
    "\u202e<script>window.pwned = 28</script>",
    "</textarea></title></style><script>window.pwned = 29</script>",
)
"""More than forty, none of which may run or fetch anything."""


def hostile() -> Read:
    """A plan in which every name, title and sentence is one of the hostile strings."""
    text = "\n".join(HOSTILE) + "\n"
    starts = [text.index(one) for one in HOSTILE]

    def quote(place: int, field: str) -> Evidence:
        return Evidence(field, starts[place], starts[place] + len(HOSTILE[place]), HOSTILE[place])

    tasks = [
        Task(
            section=HOSTILE[(i + 5) % len(HOSTILE)],
            number=str(i),
            title=name,
            deadline="2025-06",
            assignments=[
                Assignment(
                    unit=HOSTILE[(i + 1) % len(HOSTILE)],
                    role="lead" if i % 2 else "responsible",
                    printed_role=HOSTILE[(i + 2) % len(HOSTILE)],
                    evidence=[quote((i + 1) % len(HOSTILE), "unit")],
                )
            ],
            start=starts[i],
            end=starts[i] + len(name),
            evidence=[quote(i, "title")],
        )
        for i, name in enumerate(HOSTILE)
    ]
    made = Plan(
        document=document(
            HOSTILE[1],
            name=HOSTILE[2],
            number=HOSTILE[0],
            issuer=HOSTILE[3],
            access=HOSTILE[4],
            addressees=list(HOSTILE),
            evidence=[quote(1, "title")],
        ),
        sections=[
            Section(number=one, title=one, level=1, start=starts[i], end=starts[i] + 5)
            for i, one in enumerate(HOSTILE)
        ],
        tasks=tasks,
        policies=[
            Policy(title=one, relation="basis", number=one, evidence=[quote(i, "title")])
            for i, one in enumerate(HOSTILE)
        ],
        members=[
            Member(
                name=one, role=one, group=one, posts=[Post(unit=one, title=one)], evidence=[quote(i, "name")]
            )
            for i, one in enumerate(HOSTILE)
        ],
        targets=[
            Target(
                indicator=one,
                comparator=">=",
                value=i,
                unit=one,
                per=one,
                quote=one,
                evidence=[quote(i, "quote")],
            )
            for i, one in enumerate(HOSTILE)
        ],
        phases=[
            Phase(name=one, start="2024", end="2025", evidence=[quote(i, "name")])
            for i, one in enumerate(HOSTILE)
        ],
        unread=[
            Unread(kind="item", reason="no-unit", start=start, end=start + 4, quote=text[start : start + 4])
            for start in starts
        ],
    )
    return Read(assign_keys(made), text)


def write(folder: Path, name: str, page: str) -> Path:
    """A page in a file."""
    path = folder / name
    path.write_text(page, "utf-8")
    return path
