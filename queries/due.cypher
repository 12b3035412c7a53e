CALL {
  MATCH (item:Task)
  WHERE item.deadline IS NOT NULL
  RETURN item, item.deadline AS deadline, 'stated' AS basis, null AS reason
  UNION ALL
  MATCH (finding:DerivedDeadline)-[:DERIVED_DUE_TASK]->(item:Task)
  RETURN item, finding.derivedDue AS deadline, finding.dateBasis AS basis, finding.reason AS reason
}
WITH item, deadline, basis, reason, deadline + substring('-12-31', size(deadline) - 4) AS last
WHERE ($basis IS NULL OR $basis = 'all' OR ($basis = 'stated') = (basis = 'stated'))
  AND ($from IS NULL OR last >= $from)
  AND ($to IS NULL OR last <= $to + substring('-12-31', size($to) - 4))
MATCH (item)-[:IN_PLAN]->(document:Plan)
OPTIONAL MATCH (leader:ResponsibleBody)-[:LEADS]->(item)
WITH item, deadline, basis, reason, last, document, collect(DISTINCT leader.prefLabel) AS leads
WHERE $unit IS NULL OR any(name IN leads WHERE name CONTAINS $unit)
OPTIONAL MATCH (other:ResponsibleBody)-[:RESPONSIBLE_FOR]->(item)
WITH item, deadline, basis, reason, last, document, leads, collect(DISTINCT other.prefLabel) AS responsible
RETURN deadline, basis, document.title AS plan, item.numberPath AS number, item.title AS task, leads, responsible, reason
ORDER BY last, deadline, coalesce(plan, ''), document.iri, item.position, item.iri
