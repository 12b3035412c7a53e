MATCH (body:ResponsibleBody)
WHERE $unit IS NULL OR body.prefLabel CONTAINS $unit OR body.iri = $unit
   OR any(label IN coalesce(body.altLabel, []) WHERE label CONTAINS $unit)
CALL {
  WITH body
  MATCH (body)<-[:ASSIGNED_UNIT]-(part:Assignment)-[:ASSIGNED_TASK]->(item:Task)
  RETURN part, item, part.printedName AS printed, part.position AS place, part.role AS role, part.printedRole AS printed_role,
         'stated' AS through, [] AS collective
  UNION ALL
  WITH body
  MATCH (body)<-[:EXPANDED_UNIT]-(part:ExpandedAssignment)-[:EXPANDED_TASK]->(item:Task)
  MATCH (part)-[:EXPANDED_FROM]->(origin:Assignment)
  WITH body, part, item, min(origin.position) AS place, min(origin.printedRole) AS printed_role,
       collect(DISTINCT origin.printedName) AS collective
  RETURN part, item, body.prefLabel AS printed, place, part.memberRole AS role, printed_role, 'expanded' AS through, collective
}
WITH part, item, printed, place, role, printed_role, through, collective
WHERE ($role IS NULL OR role = $role) AND ($through IS NULL OR through = $through)
MATCH (item)-[:IN_PLAN]->(document:Plan)
WHERE $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan
RETURN printed AS unit, document.title AS plan, item.sectionTitle AS section, item.numberPath AS number, item.title AS task,
       role, printed_role, item.deadline AS deadline, collective
ORDER BY coalesce(plan, ''), document.iri, item.position, place, part.iri
