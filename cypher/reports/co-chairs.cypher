// ---
// title:
//   en: Who co-chaired the sessions between two countries
//   fr: Qui a coprésidé les sessions entre deux pays
//   es: Quién copresidió las sesiones entre dos países
// description:
//   en: Every session of a standing body and every chaired meeting between the countries, one row for each chair; a session whose chairs no document names stands with an empty one.
//   fr: Chaque session d'un organe permanent et chaque réunion présidée entre ces pays, une ligne par président ; une session dont aucun document ne nomme le président reste, sans nom.
//   es: Cada sesión de un órgano permanente y cada reunión presidida entre los países, una fila por presidente; una sesión cuyo presidente no consta en ningún documento aparece sin nombre.
// parameters:
//   between: {type: countries, minimum: 2, description: 'The countries, by code or name'}
// columns: [date, session, city, co_chair, role, country, documents]
// example: {between: [MA, ES]}
// ---
// In Neo4j Browser, set first:
// :param between => ['MA', 'ES']
MATCH (m:Meeting)-[:BETWEEN]->(:Country {code: head($between)})
WHERE all(code IN $between WHERE EXISTS { (m)-[:BETWEEN]->(:Country {code: code}) })
  AND (EXISTS { (m)-[:IN_SERIES]->(:MeetingSeries) } OR EXISTS { (:Person)-[:CO_CHAIRED]->(m) })
OPTIONAL MATCH (p:Person)-[chaired:CO_CHAIRED]->(m)
WITH m, p, chaired,
     COLLECT { MATCH (p)-[:REPRESENTED]->(c:Country) RETURN c.name ORDER BY c.name } AS country,
     COLLECT { MATCH (d:Document)-[:REPORTS]->(m) RETURN d.id ORDER BY d.id } AS reported_by
RETURN left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       m.name AS session,
       m.city AS city,
       p.name AS co_chair,
       chaired.role AS role,
       country,
       coalesce(chaired.documents, reported_by) AS documents
ORDER BY m.date, m.id, head(country), p.name, p.id
