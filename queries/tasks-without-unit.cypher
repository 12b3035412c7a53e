MATCH (item:Task)-[:IN_PLAN]->(document:Plan)
WHERE NOT EXISTS { (:Assignment)-[:ASSIGNED_TASK]->(item) }
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
RETURN document.title AS plan, item.sectionTitle AS section, item.numberPath AS number, item.title AS task,
       item.deadline AS deadline,
       CASE WHEN NOT EXISTS { (:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(document) } THEN 'true' END AS silent
ORDER BY coalesce(plan, ''), document.iri, item.position, item.iri
