CALL {
  MATCH (from:ResponsibleBody)<-[:ASSIGNED_UNIT]-(node:Assignment)-[:ASSIGNED_TASK]->(to:Task)
  RETURN node, from.iri AS from_iri, from.prefLabel AS source, to.iri AS to_iri, to.title AS target,
         CASE node.role WHEN 'lead' THEN 'leads' ELSE 'responsibleFor' END AS relation
  UNION ALL
  MATCH (from:Plan)<-[:IN_PLAN]-(node:Citation)-[:CITED]->(to:Policy)
  RETURN node, from.iri AS from_iri, from.title AS source, to.iri AS to_iri, to.title AS target,
         CASE node.relation WHEN 'basis' THEN 'basedOn' ELSE node.relation END AS relation
  UNION ALL
  MATCH (from:Person)<-[:MEMBER]-(node:Membership)-[:BY_POST]->(to:Post)
  RETURN node, from.iri AS from_iri, from.prefLabel AS source, to.iri AS to_iri, to.title AS target,
         'holdsPost' AS relation
  UNION ALL
  MATCH (from:Task)<-[:THEMED_TASK]-(node:ThemeAssignment)-[:ASSIGNED_THEME]->(to:Theme)
  RETURN node, from.iri AS from_iri, from.title AS source, to.iri AS to_iri, to.prefLabel AS target, 'hasTheme' AS relation
}
WITH node, from_iri, source, to_iri, target, relation
WHERE source IS NOT NULL AND target IS NOT NULL
  AND ($source IS NULL OR source CONTAINS $source OR from_iri = $source)
  AND ($target IS NULL OR target CONTAINS $target OR to_iri = $target)
  AND ($relation IS NULL OR relation = $relation)
MATCH (node)-[:EVIDENCE]->(place:Evidence)-[:QUOTED_FROM]->(document:Plan)
WITH DISTINCT source, relation, target, place.field AS field, place.exact AS quote, place.start AS start,
     place.`end` AS `end`, document.title AS plan
RETURN source, relation, target, field, quote, start, `end`, plan
ORDER BY coalesce(plan, ''), start, `end`, relation, source, target, field, quote
