// ---
// description: What each document itself says of some meetings.
// parameters:
//   meetings: list of Meeting ids
// ---
MATCH (d:Document)-[told:REPORTS]->(m:Meeting)
WHERE m.id IN $meetings
RETURN m.id AS meeting_id, m.name AS meeting, d.id AS document, told.claim AS claim,
       [word IN [toString(told.ordinal),
                 left(toString(told.date), CASE told.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END),
                 told.city] WHERE word IS NOT NULL] AS version
ORDER BY m.date, m.id, d.id
