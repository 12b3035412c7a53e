MATCH (document:Plan)
WHERE $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan
OPTIONAL MATCH (document)-[:JURISDICTION]->(place:Jurisdiction)
WITH document, place
WHERE $jurisdiction IS NULL OR coalesce(place.prefLabel, '') CONTAINS $jurisdiction OR coalesce(place.code, '') = $jurisdiction
WITH document, place,
     COUNT { (item:Task)-[:IN_PLAN]->(document) } AS tasks,
     COUNT { (item:Task)-[:IN_PLAN]->(document) WHERE EXISTS { (:Assignment)-[:ASSIGNED_TASK]->(item) } } AS held,
     COUNT { (target:Target)-[:IN_PLAN]->(document) } AS targets
OPTIONAL MATCH (body:ResponsibleBody)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(document)
WITH document, place, tasks, held, targets, count(DISTINCT body) AS bodies
OPTIONAL MATCH (policy:Policy)<-[:CITED]-(:Citation)-[:IN_PLAN]->(document)
WITH document, place, tasks, held, targets, bodies, count(DISTINCT policy) AS policies
RETURN document.title AS plan, document.documentNumber AS number, coalesce(document.printedIssuer, []) AS issuers,
       place.prefLabel AS jurisdiction, document.signed AS signed, document.periodStart AS start,
       document.periodEnd AS `end`, tasks, CASE WHEN bodies > 0 THEN held END AS assigned,
       CASE WHEN bodies > 0 THEN bodies END AS units, policies, targets,
       CASE WHEN bodies = 0 THEN 'true' END AS silent
ORDER BY coalesce(plan, ''), coalesce(signed, ''), document.iri
