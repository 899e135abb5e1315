// ---
// title:
//   en: What two countries agreed on
//   fr: Ce dont deux pays sont convenus
//   es: Lo que acordaron dos países
// description:
//   en: One row for each topic that a meeting of these countries agreed on, in order of date.
//   fr: Une ligne par thème sur lequel une réunion de ces pays s'est accordée, par date.
//   es: Una fila por tema acordado en una reunión de estos países, por fecha.
// parameters:
//   between: {type: countries, minimum: 2, description: 'The countries, by code or name'}
//   since: {type: date, optional: 'yes', description: 'Meetings from this day, month or year on'}
//   until: {type: last_date, optional: 'yes', description: 'Meetings up to the end of this day, month or year'}
// columns: [date, meeting, city, topic, action, confidence, evidence, documents]
// example: {between: [MA, ES], since: 2020}
// ---
// In Neo4j Browser, set first:
// :param between => ['MA', 'ES']
// :param since => date('2020-01-01')
// :param until => null
MATCH (m:Meeting)-[:BETWEEN]->(:Country {code: head($between)})
WHERE all(code IN $between WHERE EXISTS { (m)-[:BETWEEN]->(:Country {code: code}) })
  AND ($since IS NULL OR m.date >= $since)
  AND ($until IS NULL OR m.date <= $until)
MATCH (m)-[agreed:AGREED_ON]->(t:Topic)
RETURN left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       m.name AS meeting,
       m.city AS city,
       t.name AS topic,
       agreed.action AS action,
       agreed.confidence AS confidence,
       agreed.evidence AS evidence,
       agreed.documents AS documents
ORDER BY m.date, m.id, t.name, t.id
