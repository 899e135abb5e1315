// ---
// description: The facts that rest on documents about some meetings, towards all things or only those wanted.
// parameters:
//   meetings: list of Meeting ids, or null for all meetings
//   targets: list of ids of persons, roles, topics and routes, or null for every fact
// ---
MATCH (m:Meeting)
WHERE $meetings IS NULL OR m.id IN $meetings
MATCH (m)-[r:CO_CHAIRED|ATTENDED|REPRESENTED_AT|AGREED_ON|DISCUSSED|CONCERNED]-(o)
WHERE $targets IS NULL OR o.id IN $targets
WITH m, r, o, startNode(r) AS a, endNode(r) AS b
RETURN type(r) AS fact, a.id AS subject_id, a.name AS subject, b.id AS object_id, b.name AS object,
       r.role AS role, r.action AS action, null AS first_seen, null AS last_seen,
       r.confidence AS confidence, r.documents AS documents, r.evidence AS evidence, r.offsets AS offsets,
       COLLECT { UNWIND r.documents AS id
                 OPTIONAL MATCH (:Document {id: id})-[named:MENTIONS]->(o)
                 RETURN named.claim } AS claims,
       CASE WHEN o:Person THEN [o.name] + coalesce(o.aliases, []) ELSE [] END AS names,
       {
         parties: COLLECT { MATCH (m)-[:BETWEEN]->(c:Country) RETURN c.code ORDER BY c.code },
         series: head(COLLECT { MATCH (m)-[:IN_SERIES]->(s:MeetingSeries) RETURN s.id ORDER BY s.id }),
         ordinal: m.ordinal,
         date: left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END),
         city: m.city
       } AS meeting
ORDER BY m.date, m.id, fact, subject, subject_id, object, object_id
