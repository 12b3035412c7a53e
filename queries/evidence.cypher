MATCH (node:Resource)-[:EVIDENCE]->(place:Evidence)-[:QUOTED_FROM]->(document:Plan)
// What is asked for is sought before rows are made of texts, then again in each text.
WHERE node.graph = place.graph
  AND ($about IS NULL OR place.exact CONTAINS $about OR node.iri = $about
       OR coalesce(node.title, '') CONTAINS $about OR coalesce(node.printedName, '') CONTAINS $about
       OR coalesce(node.printedTitle, '') CONTAINS $about OR coalesce(node.indicator, '') CONTAINS $about
       // Only an IRI can be what a node points to, so words need not look at any target.
       OR ($about CONTAINS ':' AND EXISTS {
         (node)-[:ASSIGNED_UNIT|ASSIGNED_TASK|CITED|MEMBER|IN_GROUP|BY_POST]->(aim:Resource) WHERE aim.iri = $about
       }))
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
