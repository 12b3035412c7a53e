MATCH (node:Finding)
UNWIND [label IN labels(node) WHERE label IN ['PlanKinship', 'PolicyOverlap', 'TaskOverlap', 'TargetComparison',
                                              'TaskChange', 'UnitLoad', 'IdleSeat']] AS kind
WITH node, kind WHERE $kind IS NULL OR kind = $kind
OPTIONAL MATCH (node)-[:FIRST_PLAN|OF_PLAN]->(plan_a:Plan)
OPTIONAL MATCH (node)-[:FIRST_TASK|FIRST_TARGET]->(:Resource)-[:IN_PLAN]->(holds_a:Plan)
OPTIONAL MATCH (node)-[:SECOND_PLAN]->(plan_b:Plan)
OPTIONAL MATCH (node)-[:SECOND_TASK|SECOND_TARGET]->(:Resource)-[:IN_PLAN]->(holds_b:Plan)
WITH node, kind, coalesce(plan_a.title, holds_a.title, '') AS plan_a, coalesce(plan_b.title, holds_b.title, '') AS plan_b
WHERE $plan IS NULL OR plan_a CONTAINS $plan OR plan_b CONTAINS $plan
OPTIONAL MATCH (node)-[:FIRST_TASK|EARLIER_TASK|FIRST_TARGET|OF_UNIT]->(a:Resource)
WITH node, kind, plan_a, plan_b, collect(DISTINCT coalesce(a.title, a.indicator, a.prefLabel)) AS about_a
OPTIONAL MATCH (node)-[:SECOND_TASK|LATER_TASK|SECOND_TARGET]->(b:Resource)
WITH node, kind, plan_a, plan_b, about_a, collect(DISTINCT coalesce(b.title, b.indicator, b.prefLabel)) AS about_b
OPTIONAL MATCH (node)-[:EVIDENCE]->(place:Evidence)
WITH node, kind, plan_a, plan_b, about_a, about_b, collect(DISTINCT place.exact) AS quotes
RETURN kind, plan_a, about_a, plan_b, about_b, node.reason AS reason, quotes
ORDER BY kind, plan_a, plan_b, reason, node.iri
