"""Where plans overlap, contradict each other and overload a unit.

`Material` holds plans with their texts and entities; each analysis is a function of it that gives typed results,
and `kg.analysis.tables` makes tables of these. `find` runs all of them, `kg.analysis.findings` puts what they find
into the graph.
"""

from __future__ import annotations

from .changes import Comparison, TaskChange, change_differences, compare
from .copies import Copy, Passage, Piece, differences
from .found import Findings, Kinship, find, kinship
from .indicators import Indicator, indicator_of
from .material import Material
from .network import Bottleneck, Partners, bottlenecks, partners
from .policies import CitedPolicy, LeftOut, PolicyOverlap, PolicyPair, policy_overlap
from .targets import SetTarget, TargetChange, TargetGroup, inconsistencies, target_changes, target_groups
from .tasks import KINDS, Boilerplate, Counterpart, Kind, TaskOverlap, task_differences, task_overlap
from .workload import IdleMember, PlanLoad, QuarterLoad, UnitLoad, Workload, workload

__all__ = [
    "KINDS",
    "Boilerplate",
    "Bottleneck",
    "CitedPolicy",
    "Comparison",
    "Copy",
    "Counterpart",
    "Findings",
    "IdleMember",
    "Indicator",
    "Kind",
    "Kinship",
    "LeftOut",
    "Material",
    "Partners",
    "Passage",
    "Piece",
    "PlanLoad",
    "PolicyOverlap",
    "PolicyPair",
    "QuarterLoad",
    "SetTarget",
    "TargetChange",
    "TargetGroup",
    "TaskChange",
    "TaskOverlap",
    "UnitLoad",
    "Workload",
    "bottlenecks",
    "change_differences",
    "compare",
    "differences",
    "find",
    "inconsistencies",
    "indicator_of",
    "kinship",
    "partners",
    "policy_overlap",
    "target_changes",
    "target_groups",
    "task_differences",
    "task_overlap",
    "workload",
]
