MATCH (body:ResponsibleBody)-[part:LEADS|RESPONSIBLE_FOR]->(item:Task)-[:IN_PLAN]->(document:Plan)
WHERE ($unit IS NULL OR body.prefLabel CONTAINS $unit)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
OPTIONAL MATCH (finding:DerivedDeadline)-[:DERIVED_DUE_TASK]->(item)
WITH body, item, type(part) = 'LEADS' AS leading, item.deadline IS NOT NULL AS is_stated,
     coalesce(item.deadline, finding.derivedDue) AS text
WHERE text IS NOT NULL AND ($year IS NULL OR substring(text, 0, 4) = toString($year))
WITH body, item, leading, is_stated, substring(text, 0, 4) AS year,
     CASE WHEN size(text) < 7 THEN '12' ELSE substring(text, 5, 2) END AS month
WITH body, item, leading, is_stated,
     year + CASE WHEN month < '04' THEN '-Q1' WHEN month < '07' THEN '-Q2' WHEN month < '10' THEN '-Q3' ELSE '-Q4' END AS quarter
OPTIONAL MATCH (body)-[:JURISDICTION]->(place:Jurisdiction)
WITH quarter, body, place.prefLabel AS jurisdiction,
     count(DISTINCT CASE WHEN is_stated THEN item.iri END) AS stated,
     count(DISTINCT CASE WHEN is_stated AND leading THEN item.iri END) AS stated_lead,
     count(DISTINCT CASE WHEN NOT is_stated THEN item.iri END) AS derived,
     count(DISTINCT CASE WHEN NOT is_stated AND leading THEN item.iri END) AS derived_lead
RETURN quarter, body.prefLabel AS unit, jurisdiction, stated, stated_lead, derived, derived_lead
ORDER BY quarter, stated DESC, derived DESC, unit, coalesce(jurisdiction, ''), body.iri
