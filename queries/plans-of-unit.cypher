MATCH (body:ResponsibleBody)
WHERE $unit IS NULL OR body.prefLabel CONTAINS $unit OR any(name IN coalesce(body.altLabel, []) WHERE name CONTAINS $unit)
CALL {
  WITH body
  MATCH (document:Plan)-[:ISSUED_BY]->(body)
  RETURN document, 'issuer' AS part, document.iri AS what
  UNION
  WITH body
  MATCH (body)-[:LEADS]->(item:Task)-[:IN_PLAN]->(document:Plan)
  RETURN document, 'lead' AS part, item.iri AS what
  UNION
  WITH body
  MATCH (body)-[:RESPONSIBLE_FOR]->(item:Task)-[:IN_PLAN]->(document:Plan)
  RETURN document, 'responsible' AS part, item.iri AS what
  UNION
  WITH body
  MATCH (body)<-[:POST_IN]-(:Post)<-[:BY_POST]-(seat:Membership)-[:IN_PLAN]->(document:Plan), (seat)-[:MEMBER]->(person:Person)
  RETURN document, 'member' AS part, person.iri AS what
}
WITH body, document, collect(DISTINCT part) AS parts,
     count(DISTINCT CASE WHEN part = 'lead' THEN what END) AS lead,
     count(DISTINCT CASE WHEN part = 'responsible' THEN what END) AS responsible,
     count(DISTINCT CASE WHEN part = 'member' THEN what END) AS members
WHERE $plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
RETURN body.prefLabel AS unit, place.prefLabel AS jurisdiction, document.title AS plan,
       CASE WHEN 'issuer' IN parts THEN 'true' END AS issuer, lead, responsible, members
ORDER BY unit, coalesce(jurisdiction, ''), body.iri, coalesce(plan, ''), document.iri
