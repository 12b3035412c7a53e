MATCH (body:ResponsibleBody)-[:LEADS]->(item:Task)-[:IN_PLAN]->(document:Plan)
WHERE ($unit IS NULL OR body.prefLabel CONTAINS $unit)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
OPTIONAL MATCH (other:ResponsibleBody)-[:LEADS]->(item) WHERE other.iri <> body.iri
WITH body, item, document, collect(DISTINCT other.prefLabel) AS co_leads
OPTIONAL MATCH (partner:ResponsibleBody)-[:RESPONSIBLE_FOR]->(item)
WITH body, item, document, co_leads, collect(DISTINCT partner.prefLabel) AS partners
RETURN body.prefLabel AS unit, document.title AS plan, item.numberPath AS number, item.title AS task, co_leads, partners,
       item.deadline AS deadline
ORDER BY unit, body.iri, coalesce(plan, ''), document.iri, item.position, item.iri
