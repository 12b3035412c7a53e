"""Findings on whole plans: what changed, what was copied, what they rest on, what they leave open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from ..analysis import Comparison, LeftOut
from ..analysis.tables import longest_passage
from .desk import Desk
from .model import Quote
from .quarters import quarter_name
from .told import Telling

_CARRIED = ("kept", "reworded", "split", "merged")
_LONG = 100
"""Characters of a copied passage from which on more tell no more."""
_MANY = 40
"""Places left unread that are as telling as any more of them."""


def change(desk: Desk) -> Iterator[Telling]:
    """What became of the tasks of a plan in a later one of its district."""
    words = desk.words
    for one in desk.found.changes:
        counts = Counter[str]()
        for item in one.tasks:
            counts[item.change] += max(len(item.first), 1)
        carried = sum(counts[kind] for kind in _CARRIED)
        rest = "".join(
            words(f"finding.change-{kind}", count=counts[kind]) for kind in ("dropped", "new") if counts[kind]
        )
        kinds = words.listed(
            words(f"finding.{kind}", count=counts[kind]) for kind in _CARRIED if counts[kind]
        )
        yield Telling(
            kind="change",
            degree=0.6 + 0.4 * (one.similarity or 0),
            headline=words(
                "finding.change",
                first=desk.plan(one.first),
                second=desk.plan(one.second),
                kept=carried,
                rest=rest or words("finding.change-all"),
            ),
            text=words("finding.change-text", kinds=kinds, units=units_changed(desk, one)),
            quotes=tuple(_telling_change(desk, one)),
        )


def units_changed(desk: Desk, one: Comparison) -> str:
    """How many units are added and relieved, or that it can't be said."""
    if any(one.silent):
        return desk.words("finding.change-silent")
    added, relieved = len(one.units_added), len(one.units_relieved)
    return desk.words("finding.change-units", added=added, relieved=relieved)


def _telling_change(desk: Desk, one: Comparison) -> Iterator[Quote]:
    """A task that was reworded, before and after; else one that is gone and one that is new."""
    reworded = [item for item in one.tasks if item.change == "reworded" and item.same]
    if reworded:
        most = min(reworded, key=lambda item: (abs((item.same or (0, 0))[0] - 0.5), item.first))
        yield desk.task_quote(most.first[0])
        yield desk.task_quote(most.second[0])
        return
    for kind in ("dropped", "new"):
        item = next((item for item in one.tasks if item.change == kind), None)
        if item:
            yield desk.task_quote((item.first or item.second)[0])


def copied(desk: Desk) -> Iterator[Telling]:
    """Plans of two districts that share the wording of tasks."""
    words, material = desk.words, desk.material
    for kin in desk.found.kin:
        places = {material.by_key[key].document.jurisdiction for key in (kin.first, kin.second)}
        pairs = [
            pair
            for pair in desk.found.tasks.pairs
            if {pair.first_plan, pair.second_plan} == {kin.first, kin.second} and "wording" in pair.kinds
        ]
        if len(places) < 2 or not pairs:
            continue
        best = max(pairs, key=lambda pair: len(longest_passage(material, pair)))
        passage = longest_passage(material, best)
        if passage:
            yield Telling(
                kind="copied",
                degree=0.4 + 0.3 * kin.score + 0.3 * min(len(passage), _LONG) / _LONG,
                headline=words(
                    "finding.copied",
                    first=desk.plan(kin.first),
                    second=desk.plan(kin.second),
                    a=kin.tasks_first,
                    b=kin.tasks_second,
                ),
                text=words("finding.copied-text", length=len(passage)),
                quotes=(desk.task_quote(best.first), desk.task_quote(best.second)),
            )


def left_out(desk: Desk) -> Iterator[Telling]:
    """Policies that a superior plan rests on and an inferior one on the same matter does not cite."""
    titles = {one.policy: one.title for one in desk.found.policies.policies}
    by_pair: defaultdict[tuple[str, str], list[LeftOut]] = defaultdict(list)
    for one in desk.found.policies.left_out:
        by_pair[one.superior, one.inferior].append(one)
    for (superior, inferior), found in by_pair.items():
        if not _of_one_matter(desk, superior, inferior):
            continue
        names = desk.words.listed(f"《{titles[one.policy]}》" for one in found)
        yield Telling(
            kind="left-out",
            degree=0.6 + 0.1 * min(len(found), 4),
            headline=desk.words("finding.left-out", plan=desk.plan(inferior), count=len(found)),
            text=desk.words("finding.left-out-text", superior=desk.plan(superior), names=names),
            quotes=tuple(quote for one in found[:3] for quote in citing(desk, superior, one.policy, 1)),
        )


def _of_one_matter(desk: Desk, superior: str, inferior: str) -> bool:
    """Whether a plan cites a superior one, or a policy that this one cites: else they may have nothing in common."""
    itself = {one.key for one in desk.material.entities.policies if one.plan == superior}
    return any(
        inferior in one.relations and (superior in one.relations or one.policy in itself)
        for one in desk.found.policies.policies
    )


def citing(desk: Desk, plan: str, policy: str, count: int) -> list[Quote]:
    """Sentences of a plan that cite a policy."""
    found = []
    for one in desk.material.by_key[plan].citations:
        if desk.material.entities.find("policy", plan, one.policy) == policy and one.evidence:
            place = min(one.evidence, key=lambda place: place.start)
            found.append(desk.quote(plan, place.start, place.end))
    return found[:count]


def deadlines(desk: Desk) -> Iterator[Telling]:
    """That few tasks state by when they are due, and when most are."""
    tasks = len(desk.material.tasks)
    stated = [task for task, due in desk.dues.items() if due.stated]
    if not tasks or len(stated) * 2 > tasks:
        return
    quarters = Counter(quarter_name(desk.words, due.date) for due in desk.dues.values())
    top = min(quarters.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    plans = tuple(dict.fromkeys(desk.material.tasks[task][0].document.key for task in stated))
    yield Telling(
        kind="deadline",
        degree=1 - len(stated) / tasks,
        headline=desk.words(
            "finding.deadline", tasks=tasks, stated=len(stated), derived=len(desk.dues) - len(stated)
        ),
        text=desk.words(
            "finding.deadline-text",
            quarter=top[0],
            count=top[1],
            plans=desk.plans(plans) or "—",
        ),
        quotes=tuple(_dated(desk, stated)),
    )


def _dated(desk: Desk, stated: list[str]) -> Iterator[Quote]:
    """Where a deadline is stated, and where the period of a plan without any is."""
    for task in stated[:1]:
        yield desk.task_quote(task)
    for plan in desk.material.plans:
        places = [one for one in plan.document.evidence if one.field == "period.end"]
        if places and not any(task.deadline for task in plan.tasks):
            yield desk.quote(plan.document.key, places[0].start, places[0].end)
            return


def shared_policies(desk: Desk) -> Iterator[Telling]:
    """The policy that most plans cite."""
    found = desk.found.policies
    best = next(iter(found.policies), None)
    if best is None or len(best.relations) < 2:
        return
    one, cited = len(found.by_one), len(found.policies)
    plans = len(found.plans)
    yield Telling(
        kind="shared",
        degree=0.5 + 0.5 * len(best.relations) / plans,
        headline=desk.words("finding.shared", title=best.title, count=len(best.relations), plans=plans),
        text=desk.words(
            "finding.shared-text",
            all="" if found.by_all else desk.words("finding.shared-all"),
            one=one,
            cited=cited,
            share=f"{one / cited:.0%}",
        ),
        quotes=tuple(
            quote for plan in sorted(best.relations) for quote in citing(desk, plan, best.policy, 1)
        )[:3],
    )


def unread(desk: Desk) -> Iterator[Telling]:
    """That places were left unread."""
    counts = {plan.document.key: len(plan.unread) for plan in desk.material.plans}
    if not any(counts.values()):
        return
    most = min(counts, key=lambda key: (-counts[key], key))
    places = desk.material.by_key[most].unread
    yield Telling(
        kind="unread",
        degree=0.5 + 0.5 * min(sum(counts.values()), _MANY) / _MANY,
        headline=desk.words("finding.unread", count=sum(counts.values())),
        text=desk.words("finding.unread-text", plan=desk.plan(most), most=counts[most]),
        quotes=tuple(desk.quote(most, one.start, one.end, one.quote) for one in places[:2]),
    )
