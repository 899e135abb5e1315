// ---
// description: The facts below a confidence, the weakest first, with what documents call their meeting.
// parameters:
//   below: a confidence from 0 to 1
// ---
MATCH (a)-[r:CO_CHAIRED|ATTENDED|REPRESENTED_AT|HELD_ROLE|AGREED_ON|DISCUSSED|CONCERNED]->(b)
WHERE r.confidence < $below
WITH a, r, b,
     CASE WHEN a:Meeting THEN a WHEN b:Meeting THEN b END AS m,
     CASE WHEN a:Person THEN a END AS p
RETURN type(r) AS type,
       a.name AS subject,
       b.name AS object,
       p.name AS person,
       p.aliases AS aliases,
       COLLECT { MATCH (p)-[:REPRESENTED]->(c:Country) RETURN c.code ORDER BY c.code } AS countries,
       CASE WHEN a:Role THEN a.id WHEN NOT b:Meeting THEN b.id END AS target,
       m.id AS meeting,
       COLLECT { MATCH (m)-[:BETWEEN]->(c:Country) RETURN c.code ORDER BY c.code } AS parties,
       m.ordinal AS ordinal,
       toString(m.date) AS date,
       m.city AS city,
       COLLECT {
         MATCH (d:Document)-[told:REPORTS]->(m)
         UNWIND told.claim AS claim
         WITH d, claim ORDER BY d.id, claim
         RETURN [d.id, claim]
       } AS told,
       COLLECT { MATCH (d:Document)-[:REPORTS]->(m) RETURN d.claims ORDER BY d.id LIMIT 1 }[0] AS claims,
       r.confidence AS confidence,
       r.evidence AS evidence,
       r.documents AS documents
ORDER BY confidence, type, subject, a.id, object, b.id
