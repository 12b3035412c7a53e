MATCH (item:Task)-[:IN_PLAN]->(document:Plan)
WHERE NOT EXISTS { (item)<-[:ASSIGNED_TASK]-(:Assignment) }
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
RETURN document.title AS plan, item.sectionTitle AS section, item.numberPath AS number, item.title AS task,
       item.deadline AS deadline,
       CASE WHEN NOT EXISTS { (document)<-[:IN_PLAN]-(:Task)<-[:ASSIGNED_TASK]-(:Assignment) } THEN 'true' END AS silent
ORDER BY coalesce(plan, ''), document.iri, item.position, item.iri
