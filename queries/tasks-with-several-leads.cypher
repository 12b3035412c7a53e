MATCH (body:ResponsibleBody)-[:LEADS]->(item:Task)
WITH item, count(DISTINCT body.iri) AS count, collect(DISTINCT body.prefLabel) AS leads
WHERE count > 1 AND ($unit IS NULL OR any(name IN leads WHERE name CONTAINS $unit))
MATCH (item)-[:IN_PLAN]->(document:Plan)
WHERE $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan
RETURN document.title AS plan, item.numberPath AS number, item.title AS task, count, leads
ORDER BY count DESC, coalesce(plan, ''), document.iri, item.position, item.iri
