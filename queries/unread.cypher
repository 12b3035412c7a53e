MATCH (document:Plan)<-[:IN_PLAN]-(place:Unread)-[:EVIDENCE]->(words:Evidence)
WHERE ($kind IS NULL OR place.unreadKind = $kind)
  AND ($plan IS NULL OR coalesce(document.title, '') CONTAINS $plan OR coalesce(document.documentNumber, '') CONTAINS $plan)
RETURN document.title AS plan, place.unreadKind AS kind, place.unreadReason AS reason, words.exact AS quote,
       words.start AS start, words.`end` AS `end`
ORDER BY coalesce(plan, ''), document.iri, start, `end`, kind, reason, place.iri
