MATCH (a:ResponsibleBody)-[part_a:LEADS|RESPONSIBLE_FOR]->(item:Task)<-[part_b:LEADS|RESPONSIBLE_FOR]-(b:ResponsibleBody)
WHERE a.iri <> b.iri AND ($unit IS NULL OR a.prefLabel CONTAINS $unit)
MATCH (item)-[:IN_PLAN]->(document:Plan)
WHERE $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan
WITH a, b, count(DISTINCT item.iri) AS tasks, count(DISTINCT document.iri) AS plans,
     count(DISTINCT CASE WHEN type(part_a) = 'LEADS' THEN item.iri END) AS led_by_unit,
     count(DISTINCT CASE WHEN type(part_b) = 'LEADS' THEN item.iri END) AS led_by_partner
WHERE $least IS NULL OR tasks >= $least
OPTIONAL MATCH (a)-[:JURISDICTION]->(place:Jurisdiction)
RETURN a.prefLabel AS unit, b.prefLabel AS partner, place.prefLabel AS jurisdiction, tasks, led_by_unit, led_by_partner, plans
ORDER BY tasks DESC, unit, coalesce(jurisdiction, ''), a.iri, partner, b.iri
