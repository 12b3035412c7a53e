MATCH (body:CollectiveUnit)
WHERE $name IS NULL OR body.prefLabel CONTAINS $name
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
WITH body, place
WHERE $jurisdiction IS NULL OR coalesce(place.prefLabel, '') CONTAINS $jurisdiction OR coalesce(place.code, '') = $jurisdiction
OPTIONAL MATCH (body)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(item:Task)
WITH body, place, count(DISTINCT item.iri) AS tasks
OPTIONAL MATCH (body)-[:COLLECTIVE_MEMBER]->(unit:Unit)
// An OPTIONAL MATCH from a node that is null makes some engines look through the whole graph.
WITH body, place, tasks, unit, coalesce(unit, body) AS seated
OPTIONAL MATCH (seated)-[:JURISDICTION]->(seat:Jurisdiction)
RETURN body.prefLabel AS collective, place.prefLabel AS jurisdiction, tasks, unit.prefLabel AS member,
       CASE WHEN unit IS NOT NULL THEN seat.prefLabel END AS member_place
ORDER BY collective, coalesce(jurisdiction, ''), body.iri, coalesce(member, ''), coalesce(member_place, ''), unit.iri
