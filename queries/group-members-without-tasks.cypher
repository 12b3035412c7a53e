MATCH (document:Plan)<-[:IN_PLAN]-(seat:Membership)-[:BY_POST]->(:Post)-[:POST_IN]->(body:ResponsibleBody)
WHERE $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan
WITH document, body, collect(DISTINCT seat.printedName) AS members, collect(DISTINCT seat.printedRole) AS roles
WHERE NOT EXISTS { (body)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(document) }
OPTIONAL MATCH (body)<-[:COLLECTIVE_MEMBER]-(common:CollectiveUnit)
WHERE EXISTS { (common)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(document) }
WITH document, body, members, roles, collect(DISTINCT common.prefLabel) AS through
RETURN document.title AS plan, body.prefLabel AS unit, members, roles, through,
       CASE WHEN NOT EXISTS { (:Assignment)-[:ASSIGNED_TASK]->(:Task)-[:IN_PLAN]->(document) } THEN 'true' END AS silent
ORDER BY coalesce(plan, ''), document.iri, unit, body.iri
