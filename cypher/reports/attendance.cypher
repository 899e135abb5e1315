// ---
// title:
//   en: The meetings a person took part in
//   fr: Les réunions auxquelles une personne a pris part
//   es: Las reuniones en las que participó una persona
// description:
//   en: One row for each meeting, in order of date, with the office held then and whether the person chaired it.
//   fr: Une ligne par réunion, par date, avec la fonction exercée alors et la présidence éventuelle.
//   es: Una fila por reunión, por fecha, con el cargo de entonces y si la persona la presidió.
// parameters:
//   person: {type: person, description: 'Name of the person, or a part of it, or the id'}
// columns: [person, date, meeting, city, participation, role, parties, confidence, documents]
// example: {person: Driss Benhaddou}
// ---
// In Neo4j Browser, set first:
// :param person => ['Driss Benhaddou']
MATCH (p:Person)-[r:CO_CHAIRED|ATTENDED]->(m:Meeting)
WHERE p.id IN $person OR p.name IN $person OR any(alias IN p.aliases WHERE alias IN $person)
RETURN p.name AS person,
       left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       m.name AS meeting,
       m.city AS city,
       CASE type(r) WHEN 'CO_CHAIRED' THEN 'co-chaired' ELSE 'attended' END AS participation,
       r.role AS role,
       COLLECT { MATCH (m)-[:BETWEEN]->(c:Country) RETURN c.name ORDER BY c.name } AS parties,
       r.confidence AS confidence,
       r.documents AS documents
ORDER BY p.name, p.id, m.date, m.id, participation
