MATCH (theme_node:Theme)<-[:ASSIGNED_THEME]-(finding:ThemeAssignment)-[:THEMED_TASK]->(item:Task)-[:IN_PLAN]->(document:Plan)
WHERE ($theme IS NULL OR theme_node.prefLabel = $theme OR theme_node.notation = $theme)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan)
RETURN theme_node.prefLabel AS theme, document.title AS plan, item.numberPath AS number, item.title AS task, finding.reason AS reason
ORDER BY theme_node.notation, coalesce(plan, ''), document.iri, item.position, item.iri, reason
