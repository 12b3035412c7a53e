"""What the tables of the analyses share: titles of columns, labels of codes, names of tasks and plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..tables import JOIN, Cell, Column, Lang, Table
from ..tables.codes import labels_of
from .material import Material

_TITLES: Mapping[str, tuple[str, str]] = {
    "after": ("后", "After"),
    "after_text": ("后文", "Text after"),
    "articulation": ("割点", "Cut point"),
    "before": ("前", "Before"),
    "before_text": ("前文", "Text before"),
    "betweenness": ("中介中心性", "Betweenness"),
    "by": ("期限", "Horizon"),
    "by_first": ("前者期限", "First horizon"),
    "by_second": ("后者期限", "Second horizon"),
    "change": ("变动", "Change"),
    "characters": ("字数", "Characters"),
    "collective": ("统称", "Collective"),
    "common": ("文种套话字数", "Common characters"),
    "comparator": ("比较关系", "Comparator"),
    "copied": ("相同字数", "Copied characters"),
    "cut_off": ("失去后脱离数", "Cut off without it"),
    "deadline_first": ("原时限", "First deadline"),
    "deadline_second": ("现时限", "Second deadline"),
    "derived": ("推定时限", "Derived deadlines"),
    "difference": ("差额", "Difference"),
    "expanded": ("经统称承担", "By collectives"),
    "facet": ("范围", "Facet"),
    "first": ("前一计划", "First plan"),
    "first_sentence": ("前一原文", "First sentence"),
    "first_task": ("前一任务", "First task"),
    "first_value": ("前一目标值", "First value"),
    "gini": ("基尼系数", "Gini"),
    "group_indicator": ("指标", "Indicator"),
    "inconsistent": ("不一致", "Inconsistent"),
    "indicator": ("原文指标", "Indicator as printed"),
    "inferior": ("下级计划", "Inferior plan"),
    "jaccard": ("雅卡尔系数", "Jaccard"),
    "jurisdiction": ("区划代码", "Division code"),
    "kind": ("方面", "Kind"),
    "lead_share": ("首位牵头占比", "Share of top lead"),
    "lead_tasks": ("有牵头单位的任务", "Tasks with a lead"),
    "leads": ("牵头", "Leads"),
    "led": ("其中一方牵头", "Led by one of both"),
    "led_alone": ("独自牵头", "Led alone"),
    "level": ("层级", "Level"),
    "measure": ("计量单位", "Unit"),
    "name": ("单位", "Unit"),
    "near": ("相近而不同的指标", "Near, not the same"),
    "number": ("文号", "Number"),
    "of_first": ("前者任务数", "Tasks of the first"),
    "of_second": ("后者任务数", "Tasks of the second"),
    "only_first": ("仅前者", "Only the first"),
    "only_second": ("仅后者", "Only the second"),
    "other_span": ("累计区间不同", "Other span"),
    "outcome": ("结果", "Outcome"),
    "passage": ("最长相同段落", "Longest copied passage"),
    "plan": ("计划", "Plan"),
    "plans": ("计划数", "Plans"),
    "policy": ("政策文件", "Policy"),
    "printed": ("原文角色", "Roles as printed"),
    "quarter": ("季度", "Quarter"),
    "quoted": ("引文字数", "Quoted characters"),
    "relation": ("关系", "Relation"),
    "responsible": ("责任", "Responsible"),
    "roles": ("组内角色", "Roles in the group"),
    "same_first": ("原任务相同占比", "Same of the first"),
    "same_second": ("现任务相同占比", "Same of the second"),
    "same_year": ("同一年份", "Same year"),
    "score": ("得分", "Score"),
    "second": ("后一计划", "Second plan"),
    "second_sentence": ("后一原文", "Second sentence"),
    "second_task": ("后一任务", "Second task"),
    "second_value": ("后一目标值", "Second value"),
    "sentence": ("原文", "Sentence"),
    "share": ("占比", "Share"),
    "shared": ("共有", "Shared"),
    "sole": ("唯一单位", "Sole unit"),
    "stated": ("载明时限", "Stated deadlines"),
    "step": ("增删", "Step"),
    "superior": ("上级计划", "Superior plan"),
    "task": ("任务", "Task"),
    "tasks": ("任务数", "Tasks"),
    "tasks_first": ("前者措辞相同", "Same wording, first"),
    "tasks_second": ("后者措辞相同", "Same wording, second"),
    "through": ("所属统称", "Through collectives"),
    "title": ("政策文件", "Policy"),
    "top_lead": ("牵头最多", "Top lead"),
    "top_tasks": ("首位任务数", "Tasks of the top"),
    "top_unit": ("任务最多", "Top unit"),
    "undated": ("无时限", "Undated"),
    "units": ("单位数", "Units"),
    "units_added": ("增加单位", "Units added"),
    "units_changed": ("角色改变", "Roles changed"),
    "units_relieved": ("减去单位", "Units relieved"),
    "unread": ("未读出单位之处", "Unit lists left unread"),
    "value": ("目标值", "Value"),
    "value_max": ("上限", "Upper value"),
    "weight": ("稀有度", "Rarity"),
    "weighted": ("加权雅卡尔系数", "Weighted Jaccard"),
    "with_units": ("列有单位的任务", "Tasks with units"),
    "year": ("年份", "Year"),
}
_YES: Mapping[str, Mapping[Lang, str]] = {
    "true": {"zh": "是", "en": "yes"},
    "false": {"zh": "否", "en": "no"},
}
_SCHEMES = {"relation": "CitationRelation", "before": "CitationRelation", "after": "CitationRelation"}
_SCHEMES |= {"outcome": "TargetOutcome", "change": "ChangeKind", "level": "PolicyLevel", "shared": "Theme"}
_OTHERS: Mapping[str, Mapping[str, Mapping[Lang, str]]] = {
    "outcome": {
        "new": {"zh": "新增", "en": "new"},
        "dropped": {"zh": "后者未设", "en": "not set by the second"},
    },
    "kind": {"theme": {"zh": "主题", "en": "theme"}},
    "facet": {
        "all": {"zh": "全部", "en": "all"},
        "relation": {"zh": "按关系", "en": "by relation"},
        "level": {"zh": "按层级", "en": "by level"},
    },
    "level": {
        "unknown": {"zh": "不详", "en": "unknown"},
    },
}
_OTHERS = {
    **_OTHERS,
    "step": {
        "equal": {"zh": "相同", "en": "equal"},
        "insert": {"zh": "增", "en": "insert"},
        "delete": {"zh": "删", "en": "delete"},
        "replace": {"zh": "改", "en": "replace"},
    },
}
_FLAGS = frozenset({"articulation", "collective", "inconsistent", "other_span", "same_year"})


def column(name: str) -> Column:
    """A column with its titles, and the labels of its codes."""
    labels = dict(labels_of(_SCHEMES[name])) if name in _SCHEMES else {}
    if name == "kind":
        labels |= labels_of("OverlapKind")
    if name == "value_of_facet":
        levels = {**labels_of("CitationRelation"), **labels_of("PolicyLevel"), **_OTHERS["level"]}
        return Column("value", "关系或层级", "Relation or level", levels)
    labels |= _OTHERS.get(name, {})
    return Column(name, *_TITLES[name], _YES if name in _FLAGS else labels)


def table(columns: str, rows: Iterable[tuple[Cell, ...]]) -> Table:
    """A table of columns by name; empty text is nothing."""
    return Table(
        tuple(column(name) for name in columns.split()),
        tuple(tuple(None if cell == "" else cell for cell in row) for row in rows),
    )


def yes(value: bool) -> str:
    """true or false."""
    return "true" if value else "false"


def joined(texts: Iterable[str]) -> str:
    """Several values in one cell."""
    return JOIN.join(texts)


def task_name(material: Material, key: str) -> str:
    """A task's number and title."""
    task = material.tasks[key][1]
    return f"{task.number or ''} {task.title}".strip()


def unit_name(material: Material, key: str) -> str:
    """A unit's name."""
    return material.entities.unit(key).name
