CALL {
  MATCH (body:ResponsibleBody)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(document:Plan)
  WITH document, collect(DISTINCT body) AS bodies
  // What is asked for and counted is known of each plan before plans are paired: there are far more pairs.
  WITH bodies, {iri: document.iri, title: document.title, total: size(bodies), asked: $plan IS NULL
         OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan} AS named
  UNWIND bodies AS body
  WITH body, collect(named) AS naming
  UNWIND naming AS a
  UNWIND naming AS b
  WITH body, a, b WHERE a.iri < b.iri AND (a.asked OR b.asked)
  WITH a, b, count(body) AS shared, collect(body.prefLabel) AS units
  RETURN a.iri AS iri_a, b.iri AS iri_b, a.title AS plan_a, b.title AS plan_b, shared,
         a.total - shared AS only_a, b.total - shared AS only_b,
         round(shared * 10000.0 / (a.total + b.total - shared)) / 10000 AS jaccard, units, null AS silent
  UNION ALL
  MATCH (a:Plan)
  WHERE ($plan IS NULL OR coalesce(a.title, '') CONTAINS $plan OR coalesce(a.documentNumber, '') CONTAINS $plan)
    AND NOT EXISTS { (a)<-[:IN_PLAN]-(:Task)<-[:ASSIGNED_TASK]-(:Assignment) }
  RETURN a.iri AS iri_a, null AS iri_b, a.title AS plan_a, null AS plan_b, null AS shared,
         null AS only_a, null AS only_b, null AS jaccard, [] AS units, 'true' AS silent
}
RETURN plan_a, plan_b, shared, only_a, only_b, jaccard, units, silent
ORDER BY silent IS NOT NULL, jaccard DESC, shared DESC, coalesce(plan_a, ''), coalesce(plan_b, ''), iri_a, iri_b
