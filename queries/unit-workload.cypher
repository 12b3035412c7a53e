MATCH (body:ResponsibleBody)-[part:LEADS|RESPONSIBLE_FOR|LEADS_AS_MEMBER|RESPONSIBLE_AS_MEMBER]->(item:Task)-[:IN_PLAN]->(document:Plan)
WHERE $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
WITH body, place, item, type(part) AS kind
WHERE $jurisdiction IS NULL OR coalesce(place.prefLabel, '') CONTAINS $jurisdiction OR coalesce(place.code, '') = $jurisdiction
WITH body, place.prefLabel AS jurisdiction,
     count(DISTINCT CASE WHEN kind = 'LEADS' THEN item.iri END) AS lead,
     count(DISTINCT CASE WHEN kind = 'RESPONSIBLE_FOR' THEN item.iri END) AS responsible,
     count(DISTINCT CASE WHEN kind IN ['LEADS', 'RESPONSIBLE_FOR'] THEN item.iri END) AS total,
     count(DISTINCT CASE WHEN kind IN ['LEADS', 'LEADS_AS_MEMBER'] THEN item.iri END) AS lead_expanded,
     count(DISTINCT CASE WHEN kind IN ['RESPONSIBLE_FOR', 'RESPONSIBLE_AS_MEMBER'] THEN item.iri END) AS responsible_expanded,
     count(DISTINCT item.iri) AS total_expanded
RETURN body.prefLabel AS unit, jurisdiction, lead, responsible, total, lead_expanded, responsible_expanded, total_expanded
ORDER BY total DESC, total_expanded DESC, unit, coalesce(jurisdiction, ''), body.iri
