MATCH (target:Target)-[:IN_PLAN]->(document:Plan)
WHERE ($indicator IS NULL OR target.indicator CONTAINS $indicator)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan)
OPTIONAL MATCH (target)-[:IN_TASK]->(item:Task)
RETURN document.title AS plan, target.indicator AS indicator, target.comparator AS comparator, target.value AS value,
       target.valueMax AS value_max, target.measure AS measure, target.per AS per, target.horizon AS horizon,
       item.title AS task, target.wording AS quote
ORDER BY coalesce(plan, ''), document.iri, target.position, target.iri
