MATCH (one:Target)-[:IN_PLAN]->(holder:Plan)
WHERE $indicator IS NULL OR one.indicator CONTAINS $indicator
WITH one.indicator AS name, coalesce(one.measure, '') AS counted, count(DISTINCT holder.iri) AS plans, collect(one) AS targets
WHERE $least IS NULL OR plans >= $least
UNWIND targets AS target
MATCH (target)-[:IN_PLAN]->(document:Plan)
RETURN target.indicator AS indicator, target.measure AS measure, plans, document.title AS plan, target.comparator AS comparator,
       target.value AS value, target.valueMax AS value_max, target.per AS per, target.horizon AS horizon
ORDER BY plans DESC, indicator, coalesce(measure, ''), coalesce(plan, ''), document.iri, target.position, target.iri
