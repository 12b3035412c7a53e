MATCH (document_plan:Plan)<-[:IN_PLAN]-(citation:Citation)-[:CITED]->(cited:Policy)
WHERE citation.relation IN ['creates', 'amends']
  AND ($plan IS NULL OR coalesce(document_plan.title, '') CONTAINS $plan
       OR coalesce(document_plan.documentNumber, '') CONTAINS $plan)
OPTIONAL MATCH (citation)-[:IN_SECTION]->(part:Section)
OPTIONAL MATCH (citation)-[:IN_TASK]->(item:Task)
// Not from the task, which may be null: some engines then look through the whole graph.
OPTIONAL MATCH (citation)-[:IN_TASK]->(:Task)<-[:LEADS]-(leader:ResponsibleBody)
WITH document_plan, citation, cited, part, item, collect(DISTINCT leader.prefLabel) AS leads
OPTIONAL MATCH (citation)-[:IN_TASK]->(:Task)<-[:RESPONSIBLE_FOR]-(other:ResponsibleBody)
WITH document_plan, citation, cited, part, item, leads, collect(DISTINCT other.prefLabel) AS responsible
WHERE $unit IS NULL OR any(name IN leads + responsible WHERE name CONTAINS $unit)
RETURN document_plan.title AS plan, cited.title AS document, citation.relation AS relation, part.title AS section,
       item.numberPath AS number, item.title AS task, leads, responsible, item.deadline AS deadline
ORDER BY coalesce(plan, ''), document_plan.iri, citation.position, citation.iri
