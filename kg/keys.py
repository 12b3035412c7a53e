"""Keys of the records and the IRIs made from them: the same plan gives the same keys from any file.

A key is its parts, each folded (`kg.names.text.fold`) and joined by `|`. Keys rest on what the plan says
and on places in order, never on the file's name or on offsets.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from .model import Citation, Document, Member, Phase, Plan, Policy, Section, Target, Task
from .names.text import fold, normalise

BASE = "https://w3id.org/plan-kg/"
"""The default base of all IRIs."""

_Record = TypeVar("_Record", Section, Task, Citation, Member, Target, Phase)
_OUTER = re.compile(r"^[《<〈](?P<inner>.*)[》>〉]$", re.DOTALL)


def _join(*parts: str | int | None) -> str:
    texts = ("" if part is None else fold(normalise(str(part))) for part in parts)
    return "|".join(text.replace("%", "%25").replace("|", "%7C") for text in texts)


def _under(plan: str, kind: str, *parts: str | int | None) -> str:
    return f"{plan}|{kind}|{_join(*parts)}"


def bare_title(title: str) -> str:
    """A title without the outer 《》 or 〈〉, where one pair holds the whole of it."""
    found = _OUTER.match(title.strip())
    inner = found["inner"] if found else title
    return title if re.search(r"[》>〉].*[《<〈]", inner) else inner


def plan_key(document: Document, contents: str = "") -> str:
    """The plan's key: document number and issuer, else jurisdiction, title and date of signature.

    `contents` stands in for the title where the text has lost it, so that two such plans stay two.
    """
    if document.number:
        return _join(document.number, document.issuer)
    return _join(document.jurisdiction, bare_title(document.title or contents), document.signed)


def _contents(plan: Plan) -> str:
    """A digest of what a plan says, the same from any file that says it."""
    said = (
        *(section.title for section in plan.sections),
        *(task.title for task in plan.tasks),
        *(member.name for member in plan.members),
        *(target.indicator for target in plan.targets),
        *(citation.title for citation in plan.citations),
        *(place.quote for place in plan.unread),
    )
    return hashlib.sha256(_join(*said).encode()).hexdigest()[:16]


def task_key(plan: str, number: str | None, part: int, title: str = "") -> str:
    """The key of a task; its title stands in where the plan prints no number."""
    return _under(plan, "task", number or title, part)


def record_key(plan: str, kind: str, place: int) -> str:
    """The key of any other record: its kind and its place in order, counted from 1."""
    return _under(plan, kind, place)


def unit_key(scope: str, name: str) -> str:
    """The key of a unit: the code of its jurisdiction (where unknown, the plan's key) and its name."""
    return f"{scope}|{_join(name)}"


def policy_key(title: str, number: str | None) -> str:
    """The key of a policy: its document number, else its title without the outer 《》."""
    return _join(number) if number else _join(bare_title(title))


def person_key(scope: str, name: str, unit: str | None) -> str:
    """The key of a person: name and unit of the first post, in a jurisdiction."""
    return f"{scope}|{_join(name, unit)}"


def post_key(unit: str, title: str | None) -> str:
    """The key of a post: that of its unit, and its title, empty where the list prints none."""
    return f"{unit}|{_join(title)}"


def iri(kind: str, key: str, base: str = BASE) -> str:
    """The IRI of a thing: base, kind, and the first 16 hex digits of sha256 over the key."""
    return f"{base}{kind}/{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def distinct(keys: Iterable[str], notes: list[str] | None = None) -> list[str]:
    """The keys, those met before told apart by a counter (`key#2`); each such clash adds a note."""
    seen: dict[str, int] = {}
    result = []
    for key in keys:
        unique, count = key, seen.get(key, 0) + 1
        while unique in seen:
            unique = f"{key}#{count}"
            count += unique in seen
        if unique != key:
            seen[key] = count
            if notes is not None:
                notes.append(f"two records share the key {key!r}; the later one has {unique!r}")
        seen[unique] = 1
        result.append(unique)
    return result


def assign_keys(plan: Plan, notes: list[str] | None = None) -> Plan:
    """The plan with all keys set; clashes are told apart by a counter and said in `notes`.

    A reader may give policies and tasks provisional keys and name those in `Citation.policy`,
    `Citation.task` and `Target.task`: these references follow the records to their keys. A citation
    that names none finds its policy by the number or the title that it prints.
    """
    head = plan.document
    key = plan_key(head, "" if head.number or head.title else _contents(plan))
    task_keys = distinct((task_key(key, task.number, task.part, task.title) for task in plan.tasks), notes)
    policies = [replace(policy, key=policy_key(policy.title, policy.number)) for policy in plan.policies]
    tasks = _moved(plan.tasks, task_keys)
    known = _by_name(policies) | _moved(plan.policies, [policy.key for policy in policies])
    return Plan(
        document=replace(plan.document, key=key),
        sections=_numbered(plan.sections, key, "section"),
        tasks=[replace(task, key=new) for task, new in zip(plan.tasks, task_keys, strict=True)],
        policies=policies,
        citations=[_cite(item, known, tasks) for item in _numbered(plan.citations, key, "citation")],
        members=_numbered(plan.members, key, "member"),
        targets=[
            replace(item, task=tasks.get(item.task, item.task) if item.task else None)
            for item in _numbered(plan.targets, key, "target")
        ],
        phases=_numbered(plan.phases, key, "phase"),
        unread=plan.unread,
    )


def _moved(records: Sequence[Policy | Task], new: Sequence[str]) -> dict[str, str]:
    return {record.key: key for record, key in zip(records, new, strict=True) if record.key}


def _by_name(policies: Sequence[Policy]) -> dict[str, str]:
    """The keys of a plan's policies by number, and by title where only one has it."""
    titles = Counter(policy_key(policy.title, None) for policy in policies)
    keys = {policy_key(one.title, None): one.key for one in policies}
    return {title: key for title, key in keys.items() if titles[title] == 1} | {
        one.key: one.key for one in policies
    }


def _numbered(records: Sequence[_Record], plan: str, kind: str) -> list[_Record]:
    return [replace(record, key=record_key(plan, kind, i)) for i, record in enumerate(records, 1)]


def _cite(citation: Citation, policies: dict[str, str], tasks: dict[str, str]) -> Citation:
    names = [citation.policy, policy_key(citation.title, citation.number), policy_key(citation.title, None)]
    known = (policies[name] for name in names if name in policies)
    policy = next(known, names[0] or names[1])
    task = tasks.get(citation.task, citation.task) if citation.task else None
    return replace(citation, policy=policy, task=task)
