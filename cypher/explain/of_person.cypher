// ---
// description: The facts that rest on documents about some persons, at some meetings or at all of them.
// parameters:
//   persons: list of Person ids
//   meetings: list of Meeting ids, or null for every fact
// ---
MATCH (p:Person)-[r:CO_CHAIRED|ATTENDED|HELD_ROLE]->(o)
WHERE p.id IN $persons AND ($meetings IS NULL OR o.id IN $meetings)
RETURN type(r) AS fact, p.id AS subject_id, p.name AS subject, o.id AS object_id, o.name AS object,
       r.role AS role, null AS action, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.confidence AS confidence, r.documents AS documents, r.evidence AS evidence, r.offsets AS offsets,
       COLLECT { UNWIND r.documents AS id
                 OPTIONAL MATCH (:Document {id: id})-[named:MENTIONS]->(p)
                 RETURN named.claim } AS claims,
       [p.name] + coalesce(p.aliases, []) AS names,
       CASE WHEN o:Meeting THEN {
         parties: COLLECT { MATCH (o)-[:BETWEEN]->(c:Country) RETURN c.code ORDER BY c.code },
         series: head(COLLECT { MATCH (o)-[:IN_SERIES]->(s:MeetingSeries) RETURN s.id ORDER BY s.id }),
         ordinal: o.ordinal,
         date: left(toString(o.date), CASE o.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END),
         city: o.city
       } END AS meeting
ORDER BY CASE WHEN o:Meeting THEN 1 ELSE 2 END, o.date, object_id, fact, subject_id
