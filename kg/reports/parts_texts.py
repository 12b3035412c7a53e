"""Parts of the report on policies, targets, changes, members without tasks, and what was left unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..analysis import Comparison, IdleMember, PolicyPair, SetTarget, TaskChange
from ..analysis.tabling import task_name
from ..tables.codes import labels_of
from .desk import Desk, cut, excerpt
from .model import Block, Bullets, Paragraph, Quote, Section
from .parts_load import grid
from .told_plans import units_changed
from .told_targets import contradicting, value
from .told_units import idle_members

_CHANGES = ("reworded", "merged", "split", "dropped", "new")
_ROWS = 30
_SHORT = 60
"""Characters of a task's name in a table."""
_SAMPLES = 5


def policies_section(desk: Desk) -> Section:
    """What plans have in common in policies."""
    words, found = desk.words, desk.found.policies
    titles = {one.policy: one.title for one in found.policies}
    by_all = words.listed(f"《{titles[key]}》" for key in found.by_all)
    intro = words(
        "policies.intro",
        plans=len(found.plans) - len(found.silent),
        cited=len(found.policies),
        one=len(found.by_one),
        all=words("policies.all", names=by_all) if by_all else "",
    )
    blocks: list[Block] = [Paragraph(intro)]
    if found.silent:
        blocks.append(Paragraph(words("policies.silent", plans=desk.plans(list(found.silent)))))
    pairs = sorted((one for one in found.pairs if one.facet == "all"), key=_by_overlap)
    if pairs:
        blocks.append(Paragraph(_nearest(desk, pairs[0])))
        names = "first second shared only_first only_second jaccard weighted"
        numeric = "shared only_first only_second jaccard weighted"
        rows = (_pair_row(desk, one) for one in pairs)
        blocks.append(grid(desk, words("policies.pairs"), names, rows, numeric, _ROWS))
    shared = [one for one in found.policies if len(one.relations) > 1]
    if shared:
        relations = labels_of("CitationRelation")
        table = [
            (
                *(one.title, one.number),
                words.listed(
                    f"{desk.plan(plan)}（{relations.get(code, {}).get(words.lang, code)}）"
                    for plan, code in one.relations.items()
                ),
            )
            for one in shared
        ]
        blocks.append(grid(desk, words("policies.shared"), "policy number cited_by", table, "", _ROWS))
    return Section(words("head.policies"), tuple(blocks))


def _nearest(desk: Desk, one: PolicyPair) -> str:
    """What the two plans with most in common share."""
    titles = {policy.policy: policy.title for policy in desk.found.policies.policies}
    return desk.words(
        "policies.nearest",
        first=desk.plan(one.first),
        second=desk.plan(one.second),
        count=len(one.shared),
        names=desk.words.listed(f"《{titles[key]}》" for key in one.shared[:5]),
    )


def _by_overlap(one: PolicyPair) -> tuple[float, str, str]:
    return -(one.weighted or 0), one.first, one.second


def _pair_row(desk: Desk, one: PolicyPair) -> tuple[object, ...]:
    scores = (f"{score:.2f}" if score is not None else "" for score in (one.jaccard, one.weighted))
    title = desk.material.title
    return (
        *(title(one.first), title(one.second), len(one.shared), len(one.only_first), len(one.only_second)),
        *scores,
    )


def targets_section(desk: Desk) -> Section:
    """Indicators that several plans set, and those that can't be kept together."""
    words = desk.words
    groups = [one for one in desk.found.groups if len({target.plan for target in one.targets}) > 1]
    if not groups:
        return Section(words("head.targets"), (Paragraph(words("targets.none")),))
    rows = [
        (
            *(group.name if not place else "", desk.material.title(one.plan)),
            *(f"{value(one)}{group.unit or ''}", one.by),
        )
        for group in groups
        for place, one in enumerate(group.targets)
    ]
    conflicts = [one for changes in contradicting(desk).values() for one in changes]
    note = words("targets.conflict-note", count=len(conflicts)) if conflicts else ""
    blocks: list[Block] = [Paragraph(words("targets.intro", groups=len(groups)) + note)]
    if conflicts:
        table = ((one.name, *(_side(one.first, one.unit), _side(one.second, one.unit))) for one in conflicts)
        names = "indicator sentence_first sentence_second"
        blocks.append(grid(desk, words("targets.conflicts"), names, table, "", _ROWS))
    blocks.append(
        grid(desk, words("targets.caption"), "indicator plan value by", rows, "value by", 2 * _ROWS)
    )
    return Section(words("head.targets"), tuple(blocks))


def _side(one: SetTarget | None, unit: str | None) -> str:
    """A figure and the sentence that sets it."""
    return f"{value(one)}{unit or ''}：{excerpt(one.sentence, one.indicator, 2 * _SHORT)}" if one else ""


def changes_section(desk: Desk) -> Section:
    """What changed between plans of one district that are near kin."""
    words = desk.words
    if not desk.found.changes:
        return Section(words("head.changes"), (Paragraph(words("changes.none")),))
    parts = tuple(_change(desk, one) for one in desk.found.changes)
    return Section(words("head.changes"), parts=parts)


def _change(desk: Desk, one: Comparison) -> Section:
    words = desk.words
    tasks = Counter[str]()
    for item in one.tasks:
        tasks[item.change] += max(len(item.first), len(item.second))
    targets = Counter[str](item.outcome for item in one.targets)
    policies = Counter(
        "anew" if item.before is None else "no-longer"
        for item in one.policies
        if None in (item.before, item.after)
    )
    text = words(
        "changes.text",
        tasks=_counts(desk, "changes", tasks, ("kept", *_CHANGES)),
        targets=_counts(desk, "outcome", targets, ("higher", "lower", "dropped", "new")),
        policies=_counts(desk, "cited", policies, ("anew", "no-longer")),
        units=words("finding.change-silent") if any(one.silent) else "",
    )
    named = []
    if not any(one.silent):
        named = [units_changed(desk, one)]
        named += [words("changes.added", names=desk.units(one.units_added))] if one.units_added else []
        named += (
            [words("changes.relieved", names=desk.units(one.units_relieved))] if one.units_relieved else []
        )
    rows = [_change_row(desk, item) for item in one.tasks if item.change in _CHANGES]
    title = words("changes.intro", first=desk.plan(one.first), second=desk.plan(one.second))
    blocks: list[Block] = [Paragraph(text)]
    blocks += [Paragraph(words.sentences(named))] if named else []
    if rows:
        caption = words("changes.caption")
        blocks.append(grid(desk, caption, "change first_task second_task", rows, "", 2 * _ROWS))
    return Section(title, tuple(blocks))


def _counts(desk: Desk, group: str, counts: Mapping[str, int], kinds: Sequence[str]) -> str:
    """How many there are of each kind, those of which there are any."""
    found = [f"{desk.words(f'{group}.{kind}')} {counts[kind]}" for kind in kinds if counts.get(kind)]
    return desk.words.listed(found) or desk.words("changes.nothing")


def _change_row(desk: Desk, one: TaskChange) -> tuple[str, str, str]:
    sides = (
        "；".join(cut(task_name(desk.material, key), _SHORT) for key in keys)
        for keys in (one.first, one.second)
    )
    first, second = sides
    return desk.words(f"changes.{one.change}"), first, second


def idle_section(desk: Desk) -> Section:
    """Members of groups without tasks, plan by plan; heads of the group are not counted."""
    words = desk.words
    told = idle_members(desk)
    plans = dict.fromkeys(one.plan for one in desk.found.load.idle)
    items = tuple(_idle_line(desk, plan, told) for plan in plans)
    blocks: Sequence[Block] = (Bullets(items),) if items else (Paragraph(words("idle.none")),)
    return Section(words("head.idle"), tuple(blocks))


def _idle_line(desk: Desk, plan: str, told: dict[str, list[IdleMember]]) -> str:
    words = desk.words
    found = told.get(plan, [])
    through = [one for one in found if one.through]
    collectives = sorted({key for one in through for key in one.through})
    heads = [one.name for one in desk.found.load.idle if one.plan == plan and one not in found]
    return words(
        "idle.text",
        plan=desk.plan(plan),
        names=words.listed(one.name for one in found if not one.through) or words("idle.no-names"),
        through=words("finding.idle-through", count=len(through), collectives=desk.units(collectives))
        if through
        else "",
        heads=words("idle.heads", names=words.listed(heads), count=len(heads)) if heads else "",
    )


def unread_section(desk: Desk) -> Section:
    """What looks like a fact and gave no record."""
    words = desk.words
    rows = list(_unread_rows(desk))
    if not rows:
        return Section(words("head.unread"), (Paragraph(words("unread.none")),))
    samples: list[Quote] = []
    for plan in desk.material.plans:
        for one in plan.unread[: _SAMPLES - len(samples)]:
            samples.append(desk.quote(plan.document.key, one.start, one.end, one.quote))
    table = grid(desk, words("unread.caption"), "plan kind unread", rows, "unread")
    return Section(words("head.unread"), (Paragraph(words("unread.intro")), table, *samples))


def _unread_rows(desk: Desk) -> Iterator[tuple[object, ...]]:
    for plan in desk.material.plans:
        counts = Counter(one.kind for one in plan.unread)
        for kind, count in sorted(counts.items()):
            yield desk.material.title(plan.document.key), desk.words(f"kind.{kind}"), count
