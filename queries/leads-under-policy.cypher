MATCH (cited:Policy)<-[:CITED]-(:Citation)-[:IN_SECTION]->(:Section)-[:IN_SECTION*0..20]->(place:Section)
WHERE cited.policyLevel IS NOT NULL AND ($level IS NULL OR cited.policyLevel = $level)
WITH place, collect(DISTINCT cited.title) AS policies
MATCH (place)<-[:IN_SECTION]-(item:Task)<-[:LEADS]-(body:ResponsibleBody)
WHERE $unit IS NULL OR body.prefLabel CONTAINS $unit
MATCH (item)-[:IN_PLAN]->(document:Plan)
RETURN body.prefLabel AS unit, document.title AS plan, place.title AS section, item.numberPath AS number, item.title AS task, policies
ORDER BY unit, coalesce(plan, ''), document.iri, item.position, item.iri, body.iri, section
