// ---
// title:
//   en: The sessions of a standing body
//   fr: Les sessions d'un organe permanent
//   es: Las sesiones de un órgano permanente
// description:
//   en: One row for each session, in order, with its parties, its place and its chairs.
//   fr: Une ligne par session, dans l'ordre, avec les parties, le lieu et les présidents.
//   es: Una fila por sesión, en orden, con las partes, el lugar y los presidentes.
// parameters:
//   series: {type: series, description: 'Name, abbreviation or id of the body, or a part of it'}
// columns: [series, ordinal, date, session, city, host, parties, co_chairs, documents]
// example: {series: GMMP}
// ---
// In Neo4j Browser, set first:
// :param series => ['GMMP']
MATCH (m:Meeting)-[:IN_SERIES]->(s:MeetingSeries)
WHERE s.id IN $series OR s.name IN $series OR s.abbreviation IN $series
RETURN s.name AS series,
       m.ordinal AS ordinal,
       left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       m.name AS session,
       m.city AS city,
       COLLECT { MATCH (m)-[:HELD_IN]->(c:Country) RETURN c.name ORDER BY c.name } AS host,
       COLLECT { MATCH (m)-[:BETWEEN]->(c:Country) RETURN c.name ORDER BY c.name } AS parties,
       COLLECT { MATCH (p:Person)-[:CO_CHAIRED]->(m) RETURN p.name ORDER BY p.name, p.id } AS co_chairs,
       COLLECT { MATCH (d:Document)-[:REPORTS]->(m) RETURN d.id ORDER BY d.id } AS documents
ORDER BY s.name, s.id, m.ordinal, m.date, m.id
