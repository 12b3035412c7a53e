MATCH (document:Plan)<-[:IN_PLAN]-(citation:Citation)-[:CITED]->(cited:Policy)
WHERE ($level IS NULL OR coalesce(cited.policyLevel, '') = $level)
  AND ($policy IS NULL OR cited.title CONTAINS $policy OR coalesce(cited.documentNumber, '') CONTAINS $policy)
OPTIONAL MATCH (citation)-[:IN_TASK]->(item:Task)
WITH cited, count(DISTINCT citation.iri) AS mentions, count(DISTINCT document.iri) AS plans, count(DISTINCT item.iri) AS tasks,
     collect(DISTINCT citation.relation) AS relations
RETURN cited.title AS policy, cited.documentNumber AS number, cited.policyLevel AS level, mentions, plans, tasks, relations
ORDER BY mentions DESC, plans DESC, policy, coalesce(number, ''), cited.iri
