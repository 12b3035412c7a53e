MATCH (cited:Policy)<-[:CITED]-(:Citation)-[:IN_PLAN]->(document:Plan)
WITH DISTINCT cited, document
WITH cited, collect(document) AS citing
UNWIND citing AS a
UNWIND citing AS b
WITH cited, a, b
WHERE a.iri < b.iri
  AND ($plan IS NULL OR coalesce(a.title, '') CONTAINS $plan OR coalesce(b.title, '') CONTAINS $plan)
WITH a, b, count(cited) AS shared, collect(cited.title) AS policies
MATCH (one:Policy)<-[:CITED]-(:Citation)-[:IN_PLAN]->(a)
WITH a, b, shared, policies, count(DISTINCT one.iri) AS count_a
MATCH (other:Policy)<-[:CITED]-(:Citation)-[:IN_PLAN]->(b)
WITH a, b, shared, policies, count_a, count(DISTINCT other.iri) AS count_b
RETURN a.title AS plan_a, b.title AS plan_b, shared, count_a - shared AS only_a, count_b - shared AS only_b,
       round(shared * 10000.0 / (count_a + count_b - shared)) / 10000 AS jaccard, policies
ORDER BY jaccard DESC, shared DESC, coalesce(plan_a, ''), coalesce(plan_b, ''), a.iri, b.iri
