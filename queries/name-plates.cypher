MATCH (body:ResponsibleBody)
UNWIND body.namePlate AS name_plate
WITH body, name_plate
WHERE $unit IS NULL OR body.prefLabel CONTAINS $unit OR name_plate CONTAINS $unit
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
RETURN body.prefLabel AS unit, place.prefLabel AS jurisdiction, name_plate, body.officialName AS official_name,
       coalesce(body.altLabel, []) AS other_names
ORDER BY unit, coalesce(jurisdiction, ''), body.iri, name_plate
