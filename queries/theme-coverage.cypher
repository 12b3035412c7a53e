CALL {
  MATCH (document:Plan)<-[:IN_PLAN]-(any:Task)
  WITH document, count(DISTINCT any.iri) AS all_tasks
  MATCH (document)-[:CONSIDERED_THEME]->(theme_node:Theme)
  WHERE $theme IS NULL OR theme_node.prefLabel = $theme OR theme_node.notation = $theme
  OPTIONAL MATCH (document)<-[:IN_PLAN]-(item:Task)-[:HAS_THEME]->(theme_node)
  WITH document, all_tasks, theme_node, count(DISTINCT item.iri) AS tasks
  RETURN document, theme_node.prefLabel AS theme, theme_node.notation AS notation, theme_node.iri AS iri, tasks, all_tasks,
         round(tasks * 10000.0 / all_tasks) / 10000 AS share, null AS silent
  UNION ALL
  MATCH (document:Plan)
  WHERE NOT EXISTS { (document)<-[:IN_PLAN]-(:Task) }
  RETURN document, null AS theme, null AS notation, null AS iri, null AS tasks, null AS all_tasks, null AS share,
         'true' AS silent
}
WITH document, theme, notation, iri, tasks, all_tasks, share, silent
WHERE $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan
RETURN document.title AS plan, theme, tasks, all_tasks, share, silent
ORDER BY coalesce(plan, ''), document.iri, coalesce(notation, ''), iri
