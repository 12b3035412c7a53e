MATCH (document:Plan)<-[:FOUND_IN]-(finding:Identification)-[:IDENTIFIES]->(body:ResponsibleBody)
WHERE finding.printedName IS NOT NULL
  AND ($unit IS NULL OR body.prefLabel CONTAINS $unit OR finding.printedName CONTAINS $unit)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
RETURN body.prefLabel AS unit, place.prefLabel AS jurisdiction, finding.printedName AS printed_name,
       document.title AS plan, finding.reason AS reason, CASE WHEN NOT finding.certain THEN 'true' END AS doubtful
ORDER BY unit, coalesce(jurisdiction, ''), body.iri, printed_name, coalesce(plan, ''), document.iri, finding.iri
