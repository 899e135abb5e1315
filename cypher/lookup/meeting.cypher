// ---
// description: Every meeting with the words it may be asked for by - its name, body, city, date and parties.
// ---
MATCH (m:Meeting)
OPTIONAL MATCH (m)-[:IN_SERIES]->(s:MeetingSeries)
WITH m, head(collect(s)) AS s,
     left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
     COLLECT { MATCH (m)-[:BETWEEN]->(c:Country) RETURN c.name + ' ' + c.code ORDER BY c.code } AS parties
RETURN m.id AS id, m.name AS label,
       [m.name,
        reduce(words = '', word IN [m.name, m.city, date, toString(m.ordinal), s.name, s.abbreviation] + parties |
               words + ' ' + coalesce(word, ''))] AS names
ORDER BY m.date, label, id
