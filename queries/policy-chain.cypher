MATCH (first:Plan)
WHERE $plan IS NULL OR coalesce(first.title, '') CONTAINS $plan OR coalesce(first.documentNumber, '') CONTAINS $plan
MATCH (first)-[:RESTS_ON*0..10]->(lower)
WITH DISTINCT first, lower
MATCH (lower)-[:RESTS_ON]->(upper:Policy)
OPTIONAL MATCH (lower)-[tie:BASED_ON|IMPLEMENTS_POLICY|NOTICE_OF]->(upper)
WITH DISTINCT first, lower, upper, type(tie) AS tie
RETURN first.title AS plan, lower.title AS document,
       CASE tie WHEN 'BASED_ON' THEN 'basedOn' WHEN 'IMPLEMENTS_POLICY' THEN 'implementsPolicy' WHEN 'NOTICE_OF' THEN 'noticeOf'
         ELSE 'sameDocumentAs' END AS link,
       upper.title AS rests_on, upper.documentNumber AS number, upper.policyLevel AS level,
       CASE WHEN EXISTS { (upper)-[:RESTS_ON]->(:Policy) } THEN 'true' END AS further
ORDER BY coalesce(plan, ''), first.iri, lower.iri <> first.iri, document, lower.iri, rests_on, upper.iri, link
