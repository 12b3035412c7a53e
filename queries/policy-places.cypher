MATCH (document:Plan)<-[:IN_PLAN]-(citation:Citation)-[:CITED]->(cited:Policy)
WHERE ($policy IS NULL OR cited.title CONTAINS $policy OR coalesce(cited.documentNumber, '') CONTAINS $policy
       OR any(name IN coalesce(cited.altLabel, []) WHERE name CONTAINS $policy))
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
OPTIONAL MATCH (citation)-[:IN_SECTION]->(part:Section)
OPTIONAL MATCH (citation)-[:IN_TASK]->(item:Task)
OPTIONAL MATCH (citation)-[:EVIDENCE]->(place:Evidence)
WITH document, citation, cited, part, item, collect(DISTINCT place.exact) AS quotes
RETURN cited.title AS policy, document.title AS plan, part.title AS section, item.numberPath AS number, item.title AS task,
       citation.relation AS relation, citation.printedTitle AS printed_title, quotes
ORDER BY policy, cited.iri, coalesce(plan, ''), document.iri, citation.position, citation.iri
