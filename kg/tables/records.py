"""The records as tables, one a kind, each row with the words of the plan that bear it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..graph.collectives import expansions
from ..graph.statements import assignments_of
from ..model import Evidence, Plan, Post
from ..resolve.model import Entities
from .table import JOIN, Cell, Column, Table

TITLES = {
    "access": ("公开属性", "Openness"),
    "addressees": ("主送机关", "Main recipients"),
    "by": ("目标期限", "Horizon"),
    "by_basis": ("期限依据", "Basis of the horizon"),
    "citation": ("引用键", "Citation key"),
    "collective": ("统称", "Collective"),
    "collective_name": ("所属统称", "Through the collective"),
    "comparator": ("比较关系", "Comparator"),
    "copied_to": ("抄送机关", "Copied to"),
    "deadline": ("完成时限", "Deadline"),
    "draft": ("征求意见稿", "Draft"),
    "end": ("结束", "End"),
    "file": ("文件名", "File"),
    "genre": ("文种", "Genre"),
    "group": ("领导小组", "Group"),
    "indicator": ("指标", "Indicator"),
    "issuer": ("发文机关", "Issuer"),
    "jurisdiction": ("区划代码", "Division code"),
    "jurisdiction_name": ("区划", "Jurisdiction"),
    "kind": ("类别", "Kind"),
    "lead": ("牵头单位", "Leading units"),
    "measure": ("计量单位", "Unit of measure"),
    "member": ("成员键", "Member key"),
    "member_name": ("成员原文名称", "Member as printed"),
    "member_plan": ("载明成员的计划键", "Plan that names the member"),
    "members": ("所含单位", "Members"),
    "name": ("名称", "Name"),
    "number": ("序号或文号", "Number"),
    "part": ("分项", "Part"),
    "per": ("频度", "Per"),
    "period_end": ("规划期止", "Period end"),
    "period_start": ("规划期起", "Period start"),
    "phase": ("阶段键", "Phase key"),
    "plan": ("计划键", "Plan key"),
    "plan_title": ("计划", "Plan"),
    "plans": ("计划数", "Plans"),
    "policy": ("政策键", "Policy key"),
    "post": ("职务", "Post"),
    "printed_name": ("原文名称", "Name as printed"),
    "printed_names": ("原文名称", "Names as printed"),
    "printed_role": ("原文角色", "Role as printed"),
    "published": ("印发日期", "Published"),
    "quote": ("原文引句", "Quote"),
    "reason": ("原因", "Reason"),
    "relation": ("关系", "Relation"),
    "responsible": ("责任单位", "Responsible units"),
    "role": ("角色", "Role"),
    "section": ("章节", "Section"),
    "sha256": ("文件校验值", "SHA-256"),
    "signed": ("成文日期", "Signed"),
    "start": ("开始", "Start"),
    "stated": ("原文载明", "Stated"),
    "target": ("指标键", "Target key"),
    "task": ("任务键", "Task key"),
    "task_title": ("任务", "Task"),
    "title": ("标题", "Title"),
    "unit": ("单位键", "Unit key"),
    "unit_name": ("单位", "Unit"),
    "value": ("目标值", "Value"),
    "value_max": ("目标值上限", "Upper value"),
}

_Row = tuple[Cell, ...]
_Rows = Callable[[Plan, Entities], Iterator[_Row]]


def record_tables(plans: Sequence[Plan], entities: Entities) -> dict[str, Table]:
    """The tables by name, rows by plan key and in the order of the plan."""
    ordered = sorted(plans, key=lambda plan: plan.document.key)
    tables = {
        name: _table(columns, (row for plan in ordered for row in rows(plan, entities)))
        for name, (columns, rows) in _BY_PLAN.items()
    }
    units = "unit name jurisdiction jurisdiction_name collective members printed_names plans"
    return tables | {"units": _table(units, _units(entities))}


def _table(columns: str, rows: Iterable[_Row]) -> Table:
    return Table(
        tuple(Column(name, *TITLES[name]) for name in columns.split()),
        tuple(tuple(None if cell == "" else cell for cell in row) for row in rows),
    )


def quotes(evidence: Iterable[Evidence]) -> str:
    """The words of some evidence in the order of the text, each once."""
    return JOIN.join(dict.fromkeys(one.quote for one in sorted(evidence, key=lambda one: one.start)))


def yes(value: bool) -> str:
    """A truth value as a cell."""
    return "true" if value else "false"


def _plan_rows(plan: Plan, entities: Entities) -> Iterator[_Row]:
    document = plan.document
    names = {place.code: place.name for place in entities.jurisdictions}
    yield (
        *(document.key, document.title, document.genre, document.number),
        JOIN.join(document.issuers) or document.issuer,
        *(document.jurisdiction, names.get(document.jurisdiction or "")),
        *(document.signed, document.published, *document.period),
        *(JOIN.join(document.addressees), JOIN.join(document.copied_to)),
        *(document.access, yes(document.draft), document.file.name, document.file.sha256),
        quotes(document.evidence),
    )


def _task_rows(plan: Plan, _: Entities) -> Iterator[_Row]:
    for task in plan.tasks:
        yield (
            *(task.key, plan.document.key, plan.document.title, task.section, task.number, task.part),
            *(task.title, JOIN.join(task.lead), JOIN.join(task.responsible), task.deadline),
            quotes(task.evidence),
        )


def _assignment_rows(plan: Plan, entities: Entities) -> Iterator[_Row]:
    document = plan.document
    for task in plan.tasks:
        for one in assignments_of(task):
            unit = entities.unit(entities.key_of("unit", document.key, one.unit))
            yield (
                *(task.key, document.key, document.title, task.number, task.title),
                *(unit.key, unit.name, one.unit, one.role, one.printed_role, yes(one.stated)),
                quotes(one.evidence),
            )


def _expanded_rows(plan: Plan, entities: Entities) -> Iterator[_Row]:
    """A row for each share of a member and each collective that gives it, apart from what is stated."""
    document = plan.document
    for one in expansions(plan, entities):
        for _, stated, collective in one.sources:
            shown = next((ground for ground in collective.grounds if ground.unit == one.unit.key), None)
            yield (
                *(one.task.key, document.key, document.title, one.task.number, one.task.title),
                *(one.unit.key, one.unit.name, collective.name, stated.unit, one.role, stated.printed_role),
                quotes(stated.evidence),
                *((shown.name, shown.plan) if shown else (None, None)),
            )


def _policy_rows(plan: Plan, entities: Entities) -> Iterator[_Row]:
    document = plan.document
    for one in plan.policies:
        key = entities.key_of("policy", document.key, one.key)
        yield key, document.key, document.title, one.title, one.number, one.relation, quotes(one.evidence)


def _citation_rows(plan: Plan, entities: Entities) -> Iterator[_Row]:
    document = plan.document
    for one in plan.citations:
        policy = entities.key_of("policy", document.key, one.policy)
        yield (
            *(one.key, document.key, document.title, policy, one.title, one.number),
            *(one.relation, one.section, one.task, quotes(one.evidence)),
        )


def _member_rows(plan: Plan, _: Entities) -> Iterator[_Row]:
    """A row for each post of a member, one for a member without any."""
    document = plan.document
    for one in plan.members:
        for post in one.posts or [Post(unit="", title="")]:
            yield (
                *(one.key, document.key, document.title, one.group, one.name, one.role),
                *(post.unit, post.title, quotes([*one.evidence, *post.evidence])),
            )


def _target_rows(plan: Plan, _: Entities) -> Iterator[_Row]:
    for one in plan.targets:
        yield (
            *(one.key, plan.document.key, plan.document.title, one.indicator, one.comparator),
            *(one.value, one.value_max, one.unit, one.by, one.by and ("stated" if one.dated else "plan")),
            *(one.per, one.section, one.task, one.quote),
        )


def _phase_rows(plan: Plan, _: Entities) -> Iterator[_Row]:
    for one in plan.phases:
        borne = quotes(one.evidence)
        yield one.key, plan.document.key, plan.document.title, one.name, one.start, one.end, borne


def _unread_rows(plan: Plan, _: Entities) -> Iterator[_Row]:
    for one in plan.unread:
        yield plan.document.key, plan.document.title, one.kind, one.reason, one.start, one.end, one.quote


def _units(entities: Entities) -> Iterator[_Row]:
    places = {place.code: place.name for place in entities.jurisdictions}
    for unit in entities.units:
        yield (
            *(unit.key, unit.name, unit.jurisdiction, places.get(unit.jurisdiction or "")),
            *(yes(unit.collective), JOIN.join(entities.unit(key).name for key in unit.members)),
            JOIN.join(sorted({mention.name for mention in unit.mentions})),
            len({mention.plan for mention in unit.mentions}),
        )


_BY_PLAN: dict[str, tuple[str, _Rows]] = {
    "plans": (
        (
            "plan title genre number issuer jurisdiction jurisdiction_name signed published"
            " period_start period_end addressees copied_to access draft file sha256 quote"
        ),
        _plan_rows,
    ),
    "tasks": (
        "task plan plan_title section number part title lead responsible deadline quote",
        _task_rows,
    ),
    "assignments": (
        "task plan plan_title number task_title unit unit_name printed_name role printed_role stated quote",
        _assignment_rows,
    ),
    "expanded_assignments": (
        (
            "task plan plan_title number task_title unit unit_name collective_name printed_name role printed_role"
            " quote member_name member_plan"
        ),
        _expanded_rows,
    ),
    "policies": ("policy plan plan_title title number relation quote", _policy_rows),
    "citations": (
        "citation plan plan_title policy title number relation section task quote",
        _citation_rows,
    ),
    "members": ("member plan plan_title group name role unit_name post quote", _member_rows),
    "targets": (
        "target plan plan_title indicator comparator value value_max measure by by_basis per section task quote",
        _target_rows,
    ),
    "phases": ("phase plan plan_title name start end quote", _phase_rows),
    "unread": ("plan plan_title kind reason start end quote", _unread_rows),
}
