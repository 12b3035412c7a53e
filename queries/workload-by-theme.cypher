MATCH (theme_node:Theme)<-[:HAS_THEME]-(item:Task)-[:IN_PLAN]->(document:Plan)
WHERE ($theme IS NULL OR theme_node.prefLabel = $theme OR theme_node.notation = $theme)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
MATCH (body:ResponsibleBody)-[part:LEADS|RESPONSIBLE_FOR]->(item)
WHERE $unit IS NULL OR body.prefLabel CONTAINS $unit
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
WITH theme_node, body, place.prefLabel AS jurisdiction,
     count(DISTINCT CASE WHEN type(part) = 'LEADS' THEN item.iri END) AS lead,
     count(DISTINCT CASE WHEN type(part) = 'RESPONSIBLE_FOR' THEN item.iri END) AS responsible,
     count(DISTINCT item.iri) AS total
RETURN theme_node.prefLabel AS theme, body.prefLabel AS unit, jurisdiction, lead, responsible, total
ORDER BY theme_node.notation, theme_node.iri, total DESC, unit, coalesce(jurisdiction, ''), body.iri
