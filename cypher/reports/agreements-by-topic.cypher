// ---
// title:
//   en: What was agreed, by topic
//   fr: Ce qui a été convenu, par thème
//   es: Lo acordado, por tema
// description:
//   en: One row for each topic that a meeting agreed on, with the verb and the sentences that say it.
//   fr: Une ligne par thème sur lequel une réunion s'est accordée, avec le verbe et les phrases qui le disent.
//   es: Una fila por tema acordado en una reunión, con el verbo y las frases que lo dicen.
// parameters:
//   topic: {type: topic, optional: 'yes', description: 'Only this topic, by id or name'}
//   since: {type: date, optional: 'yes', description: 'Meetings from this day, month or year on'}
//   until: {type: last_date, optional: 'yes', description: 'Meetings up to the end of this day, month or year'}
// columns: [topic, date, meeting, parties, action, confidence, evidence, documents]
// example: {topic: information-exchange}
// ---
// In Neo4j Browser, set first:
// :param topic => 'information-exchange'
// :param since => null
// :param until => null
MATCH (m:Meeting)-[agreed:AGREED_ON]->(t:Topic)
WHERE ($topic IS NULL OR t.id = $topic)
  AND ($since IS NULL OR m.date >= $since)
  AND ($until IS NULL OR m.date <= $until)
RETURN t.name AS topic,
       left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       m.name AS meeting,
       COLLECT { MATCH (m)-[:BETWEEN]->(c:Country) RETURN c.name ORDER BY c.name } AS parties,
       agreed.action AS action,
       agreed.confidence AS confidence,
       agreed.evidence AS evidence,
       agreed.documents AS documents
ORDER BY t.name, t.id, m.date, m.id
