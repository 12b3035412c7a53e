MATCH (body:CollectiveUnit)
WHERE $name IS NULL OR body.prefLabel CONTAINS $name
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
WITH body, place
WHERE $jurisdiction IS NULL OR coalesce(place.prefLabel, '') CONTAINS $jurisdiction OR coalesce(place.code, '') = $jurisdiction
OPTIONAL MATCH (body)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(item:Task)
WITH body, place, count(DISTINCT item.iri) AS tasks
OPTIONAL MATCH (body)-[:COLLECTIVE_MEMBER]->(unit:Unit)
OPTIONAL MATCH (unit)-[:JURISDICTION]->(seat:Jurisdiction)
RETURN body.prefLabel AS collective, place.prefLabel AS jurisdiction, tasks, unit.prefLabel AS member,
       seat.prefLabel AS member_place
ORDER BY collective, coalesce(jurisdiction, ''), body.iri, coalesce(member, ''), coalesce(member_place, ''), unit.iri
