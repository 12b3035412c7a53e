CALL {
  MATCH (body:ResponsibleBody)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(document:Plan)
  WITH DISTINCT body, document
  WITH body, collect(document) AS named
  UNWIND named AS a
  UNWIND named AS b
  WITH body, a, b WHERE a.iri < b.iri
  WITH a, b, count(body) AS shared, collect(body.prefLabel) AS units
  RETURN a, b, shared, units
  UNION ALL
  MATCH (a:Plan)
  WHERE NOT EXISTS { (:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(a) }
  RETURN a, null AS b, null AS shared, [] AS units
}
WITH a, b, shared, units
WHERE $plan IS NULL OR coalesce(a.title, '') CONTAINS $plan OR coalesce(a.documentNumber, '') CONTAINS $plan
   OR coalesce(b.title, '') CONTAINS $plan OR coalesce(b.documentNumber, '') CONTAINS $plan
OPTIONAL MATCH (one:ResponsibleBody)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(a)
WITH a, b, shared, units, count(DISTINCT one.iri) AS count_a
OPTIONAL MATCH (other:ResponsibleBody)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(b)
WITH a, b, shared, units, count_a, count(DISTINCT other.iri) AS count_b
RETURN a.title AS plan_a, b.title AS plan_b, shared, count_a - shared AS only_a, count_b - shared AS only_b,
       round(shared * 10000.0 / (count_a + count_b - shared)) / 10000 AS jaccard, units,
       CASE WHEN shared IS NULL THEN 'true' END AS silent
ORDER BY shared IS NULL, jaccard DESC, shared DESC, coalesce(plan_a, ''), coalesce(plan_b, ''), a.iri, b.iri
