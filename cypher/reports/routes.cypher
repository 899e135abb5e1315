// ---
// title:
//   en: Which migration routes meetings were about
//   fr: Les routes migratoires évoquées, par réunion
//   es: Las rutas migratorias tratadas, por reunión
// description:
//   en: One row for each route that was named in the talks of a meeting.
//   fr: Une ligne par route nommée dans les entretiens d'une réunion.
//   es: Una fila por ruta nombrada en las conversaciones de una reunión.
// parameters:
//   route: {type: route, optional: 'yes', description: 'Only this route, by id or name'}
//   since: {type: date, optional: 'yes', description: 'Meetings from this day, month or year on'}
//   until: {type: last_date, optional: 'yes', description: 'Meetings up to the end of this day, month or year'}
// columns: [route, date, meeting, city, parties, confidence, evidence, documents]
// example: {route: atlantic}
// ---
// In Neo4j Browser, set first:
// :param route => 'atlantic'
// :param since => null
// :param until => null
MATCH (m:Meeting)-[about:CONCERNED]->(r:Route)
WHERE ($route IS NULL OR r.id = $route)
  AND ($since IS NULL OR m.date >= $since)
  AND ($until IS NULL OR m.date <= $until)
RETURN r.name AS route,
       left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       m.name AS meeting,
       m.city AS city,
       COLLECT { MATCH (m)-[:BETWEEN]->(c:Country) RETURN c.name ORDER BY c.name } AS parties,
       about.confidence AS confidence,
       about.evidence AS evidence,
       about.documents AS documents
ORDER BY r.name, r.id, m.date, m.id
