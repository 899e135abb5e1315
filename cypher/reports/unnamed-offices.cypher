// ---
// title:
//   en: Offices that took part without a name
//   fr: Les fonctions représentées sans nom
//   es: Los cargos que participaron sin nombre
// description:
//   en: The holder of the office was there, and no document names them; with the holder known from other meetings of that time, where there is one.
//   fr: Le titulaire était présent et aucun document ne le nomme ; avec le titulaire connu par d'autres réunions à cette date, s'il y en a un.
//   es: El titular estuvo presente y ningún documento lo nombra; con el titular conocido por otras reuniones de esa fecha, si lo hay.
// parameters:
//   country: {type: country, optional: 'yes', description: 'Whose office it is'}
// columns: [date, meeting, city, role, country, known_holders, confidence, evidence, documents]
// example: {country: Italy}
// ---
// In Neo4j Browser, set first:
// :param country => 'IT'
MATCH (o:Role)-[r:REPRESENTED_AT]->(m:Meeting)
WHERE $country IS NULL OR EXISTS { (o)-[:OF_COUNTRY]->(:Country {code: $country}) }
WITH o, r, m, COLLECT { MATCH (o)-[:OF_COUNTRY]->(c:Country) RETURN c.name ORDER BY c.name } AS country
RETURN left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       m.name AS meeting,
       m.city AS city,
       o.name AS role,
       country,
       COLLECT {
         MATCH (p:Person)-[held:HELD_ROLE]->(o)
         WHERE held.first_seen <= m.date <= held.last_seen
         RETURN p.name ORDER BY p.name, p.id
       } AS known_holders,
       r.confidence AS confidence,
       r.evidence AS evidence,
       r.documents AS documents
ORDER BY m.date, m.id, head(country), o.name, o.id
