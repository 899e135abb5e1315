// ---
// title:
//   en: The standing bodies and their sessions
//   fr: Les organes permanents et leurs sessions
//   es: Los órganos permanentes y sus sesiones
// description:
//   en: One row for each standing body, with its parties, the number of its known sessions, and the first and last of them.
//   fr: Une ligne par organe permanent, avec les parties, le nombre de sessions connues, la première et la dernière.
//   es: Una fila por órgano permanente, con las partes, el número de sesiones conocidas, la primera y la última.
// columns: [series, abbreviation, parties, sessions, first, last, highest_ordinal, id]
// ---
MATCH (s:MeetingSeries)
WITH s,
     COLLECT {
       MATCH (m:Meeting)-[:IN_SERIES]->(s)
       WHERE m.date IS NOT NULL
       RETURN left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date
       ORDER BY m.date, date
     } AS dates
OPTIONAL MATCH (m:Meeting)-[:IN_SERIES]->(s)
WITH s, dates, count(m) AS sessions, max(m.ordinal) AS highest_ordinal
RETURN s.name AS series,
       s.abbreviation AS abbreviation,
       COLLECT {
         MATCH (s)<-[:IN_SERIES]-(:Meeting)-[:BETWEEN]->(c:Country)
         RETURN DISTINCT c.name ORDER BY c.name
       } AS parties,
       sessions,
       head(dates) AS first,
       last(dates) AS last,
       highest_ordinal,
       s.id AS id
ORDER BY series, id
