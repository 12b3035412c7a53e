MATCH (cited:Policy)<-[:CITED]-(:Citation)-[:IN_PLAN]->(document:Plan)
WITH document, collect(DISTINCT cited) AS policies
// What is asked for and counted is known of each plan before plans are paired: there are far more pairs.
WITH policies, {iri: document.iri, title: document.title, total: size(policies),
                asked: $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan} AS citing
UNWIND policies AS cited
WITH cited, collect(citing) AS documents
UNWIND documents AS a
UNWIND documents AS b
WITH cited, a, b WHERE a.iri < b.iri AND (a.asked OR b.asked)
WITH a, b, count(cited) AS shared, collect(cited.title) AS policies
RETURN a.title AS plan_a, b.title AS plan_b, shared, a.total - shared AS only_a, b.total - shared AS only_b,
       round(shared * 10000.0 / (a.total + b.total - shared)) / 10000 AS jaccard, policies
ORDER BY jaccard DESC, shared DESC, coalesce(plan_a, ''), coalesce(plan_b, ''), a.iri, b.iri
