MATCH (document:Plan)-[:BASED_ON]->(cited:Policy)
WHERE ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
  AND ($level IS NULL OR coalesce(cited.policyLevel, '') = $level)
WITH DISTINCT document, cited
MATCH (document)<-[:IN_PLAN]-(citation:Citation)-[:CITED]->(cited)
WITH document, cited, count(DISTINCT citation.iri) AS mentions, collect(DISTINCT citation.relation) AS relations
WHERE NOT 'implements' IN relations
RETURN document.title AS plan, cited.title AS policy, cited.documentNumber AS number, cited.policyLevel AS level, mentions
ORDER BY coalesce(plan, ''), document.iri, policy, coalesce(number, ''), cited.iri
