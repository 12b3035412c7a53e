CALL {
  MATCH (document:Plan)
  WHERE EXISTS { (document)<-[:IN_PLAN]-(:Citation)-[:CITED]->(:Policy) }
  OPTIONAL MATCH (document)-[:JURISDICTION]->(place:Jurisdiction)
  WITH document, place
  WHERE $jurisdiction IS NULL OR coalesce(place.prefLabel, '') CONTAINS $jurisdiction OR coalesce(place.code, '') = $jurisdiction
  WITH collect(DISTINCT document) AS documents
  WITH documents, size(documents) AS of_plans
  UNWIND documents AS document
  MATCH (document)<-[:IN_PLAN]-(:Citation)-[:CITED]->(cited:Policy)
  WITH cited, of_plans, count(DISTINCT document.iri) AS plans, collect(DISTINCT document.title) AS citing
  WHERE $scope IS NULL OR ($scope = 'all' AND plans = of_plans) OR ($scope = 'one' AND plans = 1)
     OR ($scope = 'some' AND plans > 1 AND plans < of_plans)
  RETURN cited.title AS policy, cited.documentNumber AS number, plans, of_plans, citing, null AS silent, cited.iri AS iri
  UNION ALL
  MATCH (document:Plan)
  WHERE NOT EXISTS { (document)<-[:IN_PLAN]-(:Citation)-[:CITED]->(:Policy) }
  OPTIONAL MATCH (document)-[:JURISDICTION]->(place:Jurisdiction)
  WITH document, place
  WHERE $jurisdiction IS NULL OR coalesce(place.prefLabel, '') CONTAINS $jurisdiction OR coalesce(place.code, '') = $jurisdiction
  RETURN null AS policy, null AS number, null AS plans, null AS of_plans, [coalesce(document.title, '')] AS citing,
         'true' AS silent, document.iri AS iri
}
RETURN policy, number, plans, of_plans, citing, silent
ORDER BY coalesce(silent, ''), plans DESC, coalesce(policy, ''), coalesce(number, ''),
         CASE WHEN silent IS NULL THEN '' ELSE citing[0] END, iri
