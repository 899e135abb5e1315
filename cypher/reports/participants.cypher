// ---
// title:
//   en: Who took part in a meeting, with the evidence
//   fr: Qui a pris part à une réunion, preuves à l'appui
//   es: Quién participó en una reunión, con las pruebas
// description:
//   en: Chairs, attendees and offices whose holder no document names; one row for each of them and each sentence that says so.
//   fr: Présidents, participants et fonctions dont aucun document ne nomme le titulaire ; une ligne pour chacun et pour chaque phrase qui le dit.
//   es: Presidentes, asistentes y cargos cuyo titular no consta en ningún documento; una fila por cada uno y cada frase que lo dice.
// parameters:
//   meeting: {type: meeting, description: 'Words of its name, body, city or date, or its id'}
// columns: [meeting, date, participation, person, role, country, confidence, document, offset, evidence]
// example: {meeting: GMMP Rabat}
// ---
// In Neo4j Browser, set first (its name or its id):
// :param meeting => ['GMMP Rabat']
MATCH (m:Meeting)
WHERE m.id IN $meeting OR m.name IN $meeting
CALL (m) {
  MATCH (p:Person)-[r:CO_CHAIRED|ATTENDED]->(m)
  RETURN p.id AS id, p.name AS person, r.role AS role, r,
         CASE type(r) WHEN 'CO_CHAIRED' THEN 'co-chaired' ELSE 'attended' END AS participation,
         COLLECT { MATCH (p)-[:REPRESENTED]->(c:Country) RETURN c.name ORDER BY c.name } AS country
  UNION ALL
  MATCH (o:Role)-[r:REPRESENTED_AT]->(m)
  RETURN o.id AS id, null AS person, o.name AS role, r, 'unnamed' AS participation,
         COLLECT { MATCH (o)-[:OF_COUNTRY]->(c:Country) RETURN c.name ORDER BY c.name } AS country
}
UNWIND range(0, size(r.documents) - 1) AS i
RETURN m.name AS meeting,
       left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       participation, person, role, country,
       r.confidence AS confidence,
       r.documents[i] AS document,
       r.offsets[i] AS offset,
       r.evidence[i] AS evidence
ORDER BY m.date, m.id,
         CASE participation WHEN 'co-chaired' THEN 1 WHEN 'attended' THEN 2 ELSE 3 END,
         head(country), person, role, id, document, offset, i
