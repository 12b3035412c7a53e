MATCH (part:Assignment)-[:ASSIGNED_TASK]->(item:Task)-[:IN_PLAN]->(document:Plan)
WHERE ($role IS NULL OR part.role = $role)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
MATCH (part)-[:ASSIGNED_UNIT]->(body:ResponsibleBody)
WHERE $unit IS NULL OR body.prefLabel CONTAINS $unit
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
WITH body, place.prefLabel AS jurisdiction, part.role AS role, part.printedRole AS printed_role,
     count(DISTINCT item) AS tasks, count(DISTINCT document) AS plans
RETURN body.prefLabel AS unit, jurisdiction, role, printed_role, tasks, plans
ORDER BY unit, coalesce(jurisdiction, ''), body.iri, role, tasks DESC, coalesce(printed_role, '')
