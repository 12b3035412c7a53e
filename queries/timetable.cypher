CALL {
  MATCH (item:Phase)-[:IN_PLAN]->(document:Plan)
  OPTIONAL MATCH (item)-[:EVIDENCE]->(words:Evidence)
  WITH item, document, collect(DISTINCT words.exact) AS quotes
  RETURN document, item.title AS phase, item.periodStart AS start, item.periodEnd AS until, 'stated' AS basis, null AS tasks,
         quotes, item.position AS place, item.iri AS iri
  UNION ALL
  MATCH (finding:DerivedDeadline)-[:DERIVED_DUE_TASK]->(task:Task)-[:IN_PLAN]->(document:Plan)
  OPTIONAL MATCH (finding)-[:EVIDENCE]->(words:Evidence)
  WITH document, finding.derivedDue AS until, finding.dateBasis AS basis, count(DISTINCT task.iri) AS tasks,
       collect(DISTINCT words.exact) AS quotes
  RETURN document, null AS phase, null AS start, until, basis, tasks, quotes, 0 AS place, '' AS iri
}
WITH document, phase, start, until, basis, tasks, quotes, place, iri
WHERE ($basis IS NULL OR $basis = 'all' OR ($basis = 'stated') = (basis = 'stated'))
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan)
  AND ($at IS NULL OR start IS NULL OR substring(start, 0, size($at)) <= substring($at, 0, size(start)))
  AND ($at IS NULL OR until IS NULL OR substring(until, 0, size($at)) >= substring($at, 0, size(until)))
RETURN document.title AS plan, phase, start, until AS `end`, basis, tasks, quotes
ORDER BY coalesce(plan, ''), document.iri, tasks IS NOT NULL, place, coalesce(`end`, ''), basis, iri
