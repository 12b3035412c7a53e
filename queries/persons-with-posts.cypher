MATCH (human:Person)<-[:MEMBER]-(seat:Membership)-[:BY_POST]->(post:Post)-[:POST_IN]->(body:ResponsibleBody),
      (seat)-[:IN_PLAN]->(document:Plan)
WHERE $person IS NULL OR human.prefLabel = $person
WITH human, count(DISTINCT post.iri) AS posts, collect(DISTINCT body.prefLabel + coalesce(post.title, '')) AS held,
     count(DISTINCT body.iri) AS units, collect(DISTINCT document.title) AS plans
WHERE $least IS NULL OR posts >= $least
OPTIONAL MATCH (human)-[:JURISDICTION]->(place:Jurisdiction)
RETURN human.prefLabel AS person, place.prefLabel AS jurisdiction, posts, held, units, plans
ORDER BY posts DESC, person, coalesce(jurisdiction, ''), human.iri
