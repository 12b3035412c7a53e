CALL {
  MATCH (a:Plan)<-[:IN_PLAN]-(:Task)<-[:FIRST_TASK]-(node:TaskOverlap)-[:SECOND_TASK]->(:Task)-[:IN_PLAN]->(b:Plan)
  RETURN a.iri AS iri_a, a.title AS plan_a, b.iri AS iri_b, b.title AS plan_b, node.overlapKind AS kind, false AS contradicts
  UNION ALL
  MATCH (a:Plan)<-[:IN_PLAN]-(:Target)<-[:FIRST_TARGET]-(node:TargetComparison)-[:SECOND_TARGET]->(:Target)-[:IN_PLAN]->(b:Plan)
  RETURN a.iri AS iri_a, a.title AS plan_a, b.iri AS iri_b, b.title AS plan_b, 'compared' AS kind,
         node.inconsistent AS contradicts
  UNION ALL
  MATCH (a:Plan)<-[:FIRST_PLAN]-(node:TaskChange)-[:SECOND_PLAN]->(b:Plan)
  RETURN a.iri AS iri_a, a.title AS plan_a, b.iri AS iri_b, b.title AS plan_b, 'changed' AS kind, false AS contradicts
}
// Which plan comes first differs by the kind of finding; a pair has one row.
WITH kind, contradicts, iri_a < iri_b AS sorted, iri_a, plan_a, iri_b, plan_b
WITH kind, contradicts, CASE WHEN sorted THEN iri_a ELSE iri_b END AS iri_a, CASE WHEN sorted THEN iri_b ELSE iri_a END AS iri_b,
     CASE WHEN sorted THEN plan_a ELSE plan_b END AS plan_a, CASE WHEN sorted THEN plan_b ELSE plan_a END AS plan_b
WHERE $plan IS NULL OR coalesce(plan_a, '') CONTAINS $plan OR coalesce(plan_b, '') CONTAINS $plan
WITH iri_a, plan_a, iri_b, plan_b, sum(CASE kind WHEN 'wording' THEN 1 ELSE 0 END) AS wording,
     sum(CASE kind WHEN 'matter' THEN 1 ELSE 0 END) AS matter, sum(CASE kind WHEN 'policy' THEN 1 ELSE 0 END) AS policy,
     sum(CASE kind WHEN 'units' THEN 1 ELSE 0 END) AS units, sum(CASE kind WHEN 'target' THEN 1 ELSE 0 END) AS target,
     sum(CASE kind WHEN 'compared' THEN 1 ELSE 0 END) AS compared,
     sum(CASE WHEN contradicts THEN 1 ELSE 0 END) AS inconsistent,
     sum(CASE kind WHEN 'changed' THEN 1 ELSE 0 END) AS changes, count(*) AS total
RETURN plan_a, plan_b, wording, matter, policy, units, target, compared, inconsistent, changes, total
ORDER BY total DESC, coalesce(plan_a, ''), coalesce(plan_b, ''), iri_a, iri_b
