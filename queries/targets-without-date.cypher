MATCH (target:Target)-[:IN_PLAN]->(document:Plan)
WHERE (target.horizon IS NULL OR coalesce(target.dateBasis, '') <> 'stated')
  AND ($indicator IS NULL OR target.indicator CONTAINS $indicator)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
RETURN document.title AS plan, target.indicator AS indicator, target.comparator AS comparator, target.value AS value,
       target.measure AS measure, target.per AS per, target.horizon AS derived, target.wording AS quote
ORDER BY coalesce(plan, ''), document.iri, target.position, target.iri
