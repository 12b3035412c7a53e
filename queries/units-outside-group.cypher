MATCH (document:Plan)
WHERE EXISTS { (document)<-[:IN_PLAN]-(:Membership)-[:BY_POST]->(:Post) }
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
MATCH (document)<-[:IN_PLAN]-(item:Task)<-[part:LEADS|RESPONSIBLE_FOR]-(body:ResponsibleBody)
WITH document, body, count(DISTINCT CASE WHEN type(part) = 'LEADS' THEN item.iri END) AS lead,
     count(DISTINCT CASE WHEN type(part) = 'RESPONSIBLE_FOR' THEN item.iri END) AS responsible,
     count(DISTINCT item.iri) AS total
WHERE NOT EXISTS { (document)<-[:IN_PLAN]-(:Membership)-[:BY_POST]->(:Post)-[:POST_IN]->(body) }
OPTIONAL MATCH (body)-[:COLLECTIVE_MEMBER]->(one:Unit)
WHERE EXISTS { (document)<-[:IN_PLAN]-(:Membership)-[:BY_POST]->(:Post)-[:POST_IN]->(one) }
WITH document, body, lead, responsible, total, collect(DISTINCT one.prefLabel) AS members
RETURN document.title AS plan, body.prefLabel AS unit, lead, responsible, total,
       CASE WHEN 'CollectiveUnit' IN labels(body) THEN 'true' END AS collective, members
ORDER BY coalesce(plan, ''), document.iri, total DESC, unit, body.iri
