MATCH (document:Plan)<-[:IN_PLAN]-(citation:Citation)-[:CITED]->(cited:Policy)
WHERE ($level IS NULL OR coalesce(cited.policyLevel, '') = $level) AND ($relation IS NULL OR citation.relation = $relation)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
WITH document, cited.policyLevel AS level, citation.relation AS relation, count(DISTINCT cited.iri) AS policies,
     count(DISTINCT citation.iri) AS mentions
RETURN document.title AS plan, level, relation, policies, mentions
ORDER BY coalesce(plan, ''), document.iri, coalesce(level, ''), mentions DESC, relation
