MATCH (body:LeadershipGroup)<-[:IN_GROUP]-(seat:Membership)-[:IN_PLAN]->(document:Plan)
WHERE ($person IS NULL OR seat.printedName = $person)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
OPTIONAL MATCH (seat)-[:BY_POST]->(office:Post)-[:POST_IN]->(employer:ResponsibleBody)
WITH body, seat, document, office, employer
WHERE $unit IS NULL OR coalesce(employer.prefLabel, '') CONTAINS $unit
RETURN body.prefLabel AS `group`, seat.printedRole AS role, seat.printedName AS name, employer.prefLabel AS unit,
       office.title AS post, document.title AS plan
ORDER BY coalesce(plan, ''), document.iri, seat.position, coalesce(unit, ''), coalesce(post, ''), office.iri
