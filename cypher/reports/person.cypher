// ---
// title:
//   en: A person's profile
//   fr: Le profil d'une personne
//   es: El perfil de una persona
// description:
//   en: Spellings, countries, offices, meetings and mentions of a person, one a row, with the dates and documents behind each.
//   fr: Graphies, pays, fonctions, réunions et mentions d'une personne, une par ligne, avec les dates et les documents.
//   es: Grafías, países, cargos, reuniones y menciones de una persona, uno por fila, con las fechas y los documentos.
// parameters:
//   person: {type: person, description: 'Name of the person, or a part of it, or the id'}
// columns: [person, what, value, since, until, documents]
// example: {person: Driss Benhaddou}
// ---
// In Neo4j Browser, set first:
// :param person => ['Driss Benhaddou']
MATCH (p:Person)
WHERE p.id IN $person OR p.name IN $person OR any(alias IN p.aliases WHERE alias IN $person)
CALL (p) {
  UNWIND p.aliases AS alias
  RETURN 1 AS place, 'spelling' AS what, alias AS id, alias AS value, null AS since, null AS until,
         COLLECT { MATCH (d:Document)-[m:MENTIONS]->(p) WHERE alias IN m.named_as RETURN d.id ORDER BY d.id }
           AS documents
  UNION ALL
  MATCH (p)-[:REPRESENTED]->(c:Country)
  RETURN 2 AS place, 'country' AS what, c.code AS id, c.name AS value, null AS since, null AS until, [] AS documents
  UNION ALL
  MATCH (p)-[held:HELD_ROLE]->(o:Role)
  RETURN 3 AS place, 'office' AS what, o.id AS id, o.name AS value,
         toString(held.first_seen) AS since, toString(held.last_seen) AS until, held.documents AS documents
  UNION ALL
  MATCH (p)-[r:CO_CHAIRED|ATTENDED]->(m:Meeting)
  WITH r, m,
       left(toString(m.date), CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date
  RETURN 4 AS place, CASE type(r) WHEN 'CO_CHAIRED' THEN 'co-chaired' ELSE 'attended' END AS what,
         m.id AS id, m.name AS value, date AS since, date AS until, r.documents AS documents
  UNION ALL
  MATCH (d:Document)-[:MENTIONS]->(p)
  WITH d, left(toString(d.published),
               CASE d.published_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date
  RETURN 5 AS place, 'mentioned in' AS what, d.id AS id, coalesce(d.title, d.id) AS value,
         date AS since, date AS until, [d.id] AS documents
}
RETURN p.name AS person, what, value, since, until, documents
ORDER BY p.name, p.id, place, since, value, id, what
