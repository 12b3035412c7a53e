MATCH (node:Resource)-[:EVIDENCE]->(place:Evidence)-[:QUOTED_FROM]->(document:Plan)
WHERE node.graph = place.graph
WITH node, place, document,
     [text IN [node.title, node.printedName, node.printedTitle, node.indicator] WHERE text IS NOT NULL] AS texts
UNWIND CASE WHEN size(texts) = 0 THEN [null] ELSE texts END AS subject
WITH node, place, document, subject
WHERE $about IS NULL OR coalesce(subject, '') CONTAINS $about OR place.exact CONTAINS $about OR node.iri = $about
   OR EXISTS { (node)-[:ASSIGNED_UNIT|ASSIGNED_TASK|CITED|MEMBER|IN_GROUP|BY_POST]->(aim:Resource) WHERE aim.iri = $about }
UNWIND [label IN labels(node) WHERE label <> 'Resource'] AS kind
WITH DISTINCT kind, subject, place.field AS field, place.exact AS quote, place.start AS start, place.`end` AS `end`,
     document.title AS plan
RETURN kind, subject, field, quote, start, `end`, plan
ORDER BY coalesce(plan, ''), start, `end`, kind, field, coalesce(subject, ''), quote
