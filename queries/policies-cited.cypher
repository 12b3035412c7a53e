MATCH (document:Plan)-[tie:BASED_ON|IMPLEMENTS|AMENDS|CREATES|CITES]->(cited:Policy)
WITH document, cited, CASE type(tie) WHEN 'BASED_ON' THEN 'basis' ELSE toLower(type(tie)) END AS relation
WHERE ($relation IS NULL OR relation = $relation)
  AND ($policy IS NULL OR cited.title CONTAINS $policy OR coalesce(cited.documentNumber, '') CONTAINS $policy)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
WITH cited, relation, count(DISTINCT document.iri) AS plans, collect(DISTINCT document.title) AS plan_titles
RETURN cited.title AS policy, cited.documentNumber AS number, relation, plans, plan_titles
ORDER BY plans DESC, policy, coalesce(number, ''), relation, cited.iri
