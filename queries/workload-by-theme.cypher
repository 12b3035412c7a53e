MATCH (theme_node:Theme)<-[:HAS_THEME]-(item:Task)-[:IN_PLAN]->(document:Plan)
WHERE ($theme IS NULL OR theme_node.prefLabel = $theme OR theme_node.notation = $theme)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
MATCH (body:ResponsibleBody)-[part:LEADS|RESPONSIBLE_FOR]->(item)
WHERE $unit IS NULL OR body.prefLabel CONTAINS $unit
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
WITH theme_node.prefLabel AS theme, theme_node.notation AS notation, theme_node.iri AS theme_iri,
     body.prefLabel AS unit, body.iri AS body_iri, place.prefLabel AS jurisdiction,
     count(DISTINCT CASE WHEN type(part) = 'LEADS' THEN item.iri END) AS lead,
     count(DISTINCT CASE WHEN type(part) = 'RESPONSIBLE_FOR' THEN item.iri END) AS responsible,
     count(DISTINCT item.iri) AS total
RETURN theme, unit, jurisdiction, lead, responsible, total
ORDER BY notation, theme_iri, total DESC, unit, coalesce(jurisdiction, ''), body_iri
