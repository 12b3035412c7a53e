MATCH (document:Plan)<-[:IN_PLAN]-(target:Target)-[:IN_TASK]->(item:Task)<-[:ASSIGNED_TASK]-(part:Assignment)-[:ASSIGNED_UNIT]->(body:ResponsibleBody)
WHERE ($unit IS NULL OR body.prefLabel CONTAINS $unit) AND ($role IS NULL OR part.role = $role)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
RETURN body.prefLabel AS unit, part.role AS role, target.indicator AS indicator, target.comparator AS comparator,
       target.value AS value, target.valueMax AS value_max, target.measure AS measure, target.horizon AS horizon,
       item.numberPath AS number, item.title AS task, document.title AS plan
ORDER BY unit, body.iri, coalesce(plan, ''), document.iri, target.position, part.position, target.iri, part.iri
