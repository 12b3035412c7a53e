MATCH (item:Task)-[:IN_PLAN]->(document:Plan)
WHERE item.deadline IS NULL
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
OPTIONAL MATCH (leader:ResponsibleBody)-[:LEADS]->(item)
WITH item, document, collect(DISTINCT leader.prefLabel) AS leads
OPTIONAL MATCH (other:ResponsibleBody)-[:RESPONSIBLE_FOR]->(item)
WITH item, document, leads, collect(DISTINCT other.prefLabel) AS responsible
WHERE $unit IS NULL OR any(name IN leads + responsible WHERE name CONTAINS $unit)
RETURN document.title AS plan, document.periodEnd AS period_end, item.numberPath AS number, item.title AS task, leads, responsible
ORDER BY coalesce(plan, ''), document.iri, item.position, item.iri
