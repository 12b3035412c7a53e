"""Findings as nodes and edges of the named graph of findings, so that questions can ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..graph.model import DERIVED, Edge, Graph, Node, Properties, Ref, Value
from ..graph.schema import Schema, load_schema
from ..graph.shared import unit_kind
from ..graph.simple import simple_edges
from ..keys import record_key
from ..model import Evidence
from .changes import Comparison, TaskChange
from .found import Findings, Kinship
from .material import Material
from .policies import PolicyPair
from .tables import longest_passage, shared_names
from .tabling import joined
from .targets import SetTarget, TargetChange
from .tasks import KINDS, Counterpart, Kind
from .workload import IdleMember, UnitLoad

WRITTEN: Sequence[Kind] = tuple(kind for kind in KINDS if kind != "theme")
"""Kinds of overlap that become nodes; of themes the graph says so already."""

_Targets = Iterable[tuple[str, Ref]]
_REASONS: Mapping[Kind, str] = {
    "wording": "相同段落占一方自有文字的{score:.0%}",
    "matter": "措辞不同，用词按稀有度加权的余弦为{score:.2f}",
    "policy": "共同引用：{shared}",
    "units": "共同单位：{shared}",
    "target": "共同指标：{shared}",
}


def with_findings(graph: Graph, material: Material, findings: Findings) -> Graph:
    """The graph with findings; raises OntologyError where one strays from the ontology."""
    statements = FindingStatements(material, findings)
    statements.collect(load_schema())
    whole = Graph([*graph.nodes, *statements.nodes], [*graph.edges, *statements.edges], graph.vocabulary)
    load_schema().check(whole)
    return whole


class FindingStatements:
    """Collects the nodes and edges of findings."""

    def __init__(self, material: Material, findings: Findings) -> None:
        self._material = material
        self._findings = findings
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []

    def collect(self, schema: Schema) -> None:
        """Fill `nodes` and `edges`, in the order of the findings."""
        found = self._findings
        for kin in found.kin:
            self._kinship(kin)
        for policies in found.policies.pairs:
            if policies.facet == "all":
                self._policies(policies)
        for pair in found.tasks.pairs:
            self._overlaps(pair)
        for target in found.targets:
            self._target(target)
        for comparison in found.changes:
            self._changes(comparison)
        self._loads()
        for idle in found.load.idle:
            self._idle(idle)
        self.edges += list(simple_edges(self.nodes, self.edges, schema))

    def _add(
        self, kind: str, key: str, values: Mapping[str, Value | None], plans: Iterable[str], out: _Targets
    ) -> None:
        by = tuple(sorted(set(plans)))
        kept: Properties = tuple((name, value) for name, value in values.items() if value not in (None, ""))
        node = Node(kind=kind, key=key, properties=kept, graph=DERIVED, plans=by)
        self.nodes.append(node)
        self.edges += [
            Edge(type=name, source=node.ref, target=target, graph=DERIVED, plans=by) for name, target in out
        ]

    def _kinship(self, one: Kinship) -> None:
        values: dict[str, Value | None] = {
            "sharedTasks": one.tasks_first,
            "score": one.score,
            "reason": f"前者{one.of_first}项任务中{one.tasks_first}项、后者{one.of_second}项中{one.tasks_second}项措辞相同",
        }
        ends = [("firstPlan", Ref("Plan", one.first)), ("secondPlan", Ref("Plan", one.second))]
        self._add("PlanKinship", f"{one.first}|kin|{one.second}", values, (one.first, one.second), ends)

    def _policies(self, one: PolicyPair) -> None:
        values: dict[str, Value | None] = {
            "jaccard": one.jaccard,
            "weightedJaccard": one.weighted,
            "reason": f"共同引用{len(one.shared)}件，仅前者{len(one.only_first)}件，仅后者{len(one.only_second)}件",
        }
        ends = [("firstPlan", Ref("Plan", one.first)), ("secondPlan", Ref("Plan", one.second))]
        ends += [("sharedPolicy", Ref("Policy", key)) for key in one.shared]
        self._add(
            "PolicyOverlap", f"{one.first}|policies|{one.second}", values, (one.first, one.second), ends
        )

    def _overlaps(self, pair: Counterpart) -> None:
        for kind in WRITTEN:
            if kind in pair.kinds:
                self._overlap(pair, kind)

    def _overlap(self, pair: Counterpart, kind: Kind) -> None:
        copy = pair.copy if kind == "wording" else None
        score = pair.score(kind) or 0.0
        values: dict[str, Value | None] = {
            "overlapKind": kind,
            "score": score,
            "copiedCharacters": copy.own if copy else None,
            "longestPassage": longest_passage(self._material, pair) if copy else None,
            "reason": _REASONS[kind].format(
                score=score, shared=joined(shared_names(self._material, pair, kind))
            ),
        }
        ends = [("firstTask", Ref("Task", pair.first)), ("secondTask", Ref("Task", pair.second))]
        ends += [("evidence", ref) for task in (pair.first, pair.second) for ref in self._title(task)]
        key = f"{pair.first}|{kind}|{pair.second}"
        self._add("TaskOverlap", key, values, (pair.first_plan, pair.second_plan), ends)

    def _title(self, task: str) -> Iterable[Ref]:
        return _places(task, self._material.tasks[task][1].evidence, "title")

    def _target(self, one: TargetChange) -> None:
        if one.first is None or one.second is None:
            return
        values: dict[str, Value | None] = {
            "targetOutcome": one.outcome,
            "difference": one.difference,
            "inconsistent": one.inconsistent,
            "reason": _target_reason(one, one.first, one.second),
        }
        ends = [
            ("firstTarget", Ref("Target", one.first.target)),
            ("secondTarget", Ref("Target", one.second.target)),
        ]
        ends += [
            ("evidence", ref)
            for side in (one.first, one.second)
            for ref in _places(side.target, self._evidence(side), "value")
        ]
        key = f"{one.first.target}|compared|{one.second.target}"
        self._add("TargetComparison", key, values, (one.first_plan, one.second_plan), ends)

    def _evidence(self, side: SetTarget) -> Sequence[Evidence]:
        targets = self._material.by_key[side.plan].targets
        return next((one.evidence for one in targets if one.key == side.target), [])

    def _changes(self, comparison: Comparison) -> None:
        for place, change in enumerate(comparison.tasks, 1):
            self._change(comparison, change, place)

    def _change(self, comparison: Comparison, change: TaskChange, place: int) -> None:
        plans = comparison.first, comparison.second
        same = (
            ""
            if change.same is None
            else f"：措辞相同部分占原任务{change.same[0]:.0%}、现任务{change.same[1]:.0%}"
        )
        values = {"changeKind": change.change, "reason": f"{_CHANGES[change.change]}{same}"}
        ends = [("firstPlan", Ref("Plan", plans[0])), ("secondPlan", Ref("Plan", plans[1]))]
        ends += [("earlierTask", Ref("Task", key)) for key in change.first]
        ends += [("laterTask", Ref("Task", key)) for key in change.second]
        self._add("TaskChange", record_key(f"{plans[0]}|{plans[1]}", "change", place), values, plans, ends)

    def _loads(self) -> None:
        """The load of each unit in each plan by itself."""
        network = {(one.plan, one.unit): one for one in self._findings.bottlenecks}
        for plan, loads in self._findings.load.by_plan.items():
            for one in loads:
                spot = network.get((plan, one.unit))
                values: dict[str, Value | None] = {
                    "taskCount": one.tasks,
                    "leadCount": one.leads,
                    "expandedCount": one.expanded,
                    "taskShare": one.share,
                    "betweenness": spot.betweenness if spot else None,
                    "articulation": spot.articulation if spot else None,
                    "reason": _load_reason(one),
                }
                self._add(
                    "UnitLoad", f"{plan}|load|{one.unit}", values, (plan,), self._unit_ends(one.unit, plan)
                )

    def _unit_ends(self, unit: str, plan: str) -> _Targets:
        ref = Ref(unit_kind(self._material.entities.unit(unit)), unit)
        return [("ofUnit", ref), ("ofPlan", Ref("Plan", plan))]

    def _idle(self, one: IdleMember) -> None:
        names = [self._material.entities.unit(key).name for key in one.through]
        through = f"，仅经统称“{'、'.join(names)}”列入" if names else ""
        reason = f"领导小组中为{'、'.join(one.roles)}，任务均未列出该单位{through}"
        ends = self._unit_ends(one.unit, one.plan)
        self._add("IdleSeat", f"{one.plan}|idle|{one.unit}", {"reason": reason}, (one.plan,), ends)


_CHANGES = {
    "kept": "保留",
    "reworded": "改写",
    "split": "拆分为多项",
    "merged": "多项合并",
    "dropped": "后一计划未再列出",
    "new": "前一计划没有",
}


def _places(key: str, evidence: Sequence[Evidence], field: str) -> Iterable[Ref]:
    """The Evidence nodes of a record's field."""
    for number, one in enumerate(evidence, 1):
        if one.field.partition(".")[0] == field:
            yield Ref("Evidence", record_key(key, "evidence", number))


def _target_reason(one: TargetChange, first: SetTarget, second: SetTarget) -> str:
    span = "；累计区间不同" if one.other_span else ""
    return f"{one.name}：前者{_figure(first)}，后者{_figure(second)}{span}"


def _figure(one: SetTarget) -> str:
    upper = "" if one.value_max is None else f"-{one.value_max:g}"
    return f"{'' if one.comparator in ('=', 'range') else one.comparator}{one.value:g}{upper}{one.unit or ''}"


def _load_reason(one: UnitLoad) -> str:
    return f"列出{one.tasks}项，其中牵头{one.leads}项；经统称承担{one.expanded}项"
