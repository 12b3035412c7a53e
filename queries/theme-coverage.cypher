CALL {
  MATCH (document:Plan)<-[:IN_PLAN]-(any:Task)
  WHERE $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan
  OPTIONAL MATCH (any)-[:HAS_THEME]->(had:Theme)
  // Counted once for a plan; a search for each plan and theme takes many times as long.
  WITH document, count(DISTINCT any.iri) AS all_tasks, collect(DISTINCT [any.iri, had.iri]) AS themed
  MATCH (document)-[:CONSIDERED_THEME]->(theme_node:Theme)
  WHERE $theme IS NULL OR theme_node.prefLabel = $theme OR theme_node.notation = $theme
  WITH document.iri AS document_iri, document.title AS plan, theme_node.prefLabel AS theme, theme_node.notation AS notation,
       theme_node.iri AS iri, size([one IN themed WHERE one[1] = theme_node.iri]) AS tasks, all_tasks
  RETURN document_iri, plan, theme, notation, iri, tasks, all_tasks,
         round(tasks * 10000.0 / all_tasks) / 10000 AS share, null AS silent
  UNION ALL
  MATCH (document:Plan)
  WHERE ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
    AND NOT EXISTS { (document)<-[:IN_PLAN]-(:Task) }
  RETURN document.iri AS document_iri, document.title AS plan, null AS theme, null AS notation, null AS iri, null AS tasks,
         null AS all_tasks, null AS share, 'true' AS silent
}
RETURN plan, theme, tasks, all_tasks, share, silent
ORDER BY coalesce(plan, ''), document_iri, coalesce(notation, ''), iri
