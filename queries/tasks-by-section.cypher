MATCH (item:Task)-[:IN_SECTION]->(inner:Section)-[:IN_SECTION*0..20]->(place:Section)
OPTIONAL MATCH (body:ResponsibleBody)<-[:ASSIGNED_UNIT]-(:Assignment)-[:ASSIGNED_TASK]->(item)
WITH place, count(DISTINCT CASE WHEN inner.iri = place.iri THEN item.iri END) AS direct, count(DISTINCT item.iri) AS tasks,
     count(DISTINCT body.iri) AS units, count(DISTINCT CASE WHEN body IS NOT NULL THEN item.iri END) AS held
MATCH (place)-[:IN_PLAN]->(document:Plan)
WHERE ($level IS NULL OR place.level <= $level)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
RETURN document.title AS plan, place.numberPath AS number, place.title AS section, place.level AS level, direct, tasks, units,
       tasks - held AS unassigned
ORDER BY coalesce(plan, ''), document.iri, place.position, place.iri
