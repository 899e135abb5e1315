// ---
// title:
//   en: The documents that report a meeting
//   fr: Les documents qui rapportent une réunion
//   es: Los documentos que informan de una reunión
// description:
//   en: One row for each document, with the ordinal, date and city as that document gives them.
//   fr: Une ligne par document, avec le numéro, la date et la ville tels que ce document les donne.
//   es: Una fila por documento, con el número, la fecha y la ciudad tal como los da.
// parameters:
//   meeting: {type: meeting, description: 'Words of its name, body, city or date, or its id'}
// columns: [meeting, document, title, language, published, ordinal, date, city, source]
// example: {meeting: GMMP Rabat}
// ---
// In Neo4j Browser, set first (its name or its id):
// :param meeting => ['GMMP Rabat']
MATCH (d:Document)-[told:REPORTS]->(m:Meeting)
WHERE m.id IN $meeting OR m.name IN $meeting
RETURN m.name AS meeting,
       d.id AS document,
       d.title AS title,
       d.language AS language,
       left(toString(d.published), CASE d.published_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)
         AS published,
       told.ordinal AS ordinal,
       left(toString(told.date), CASE told.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS date,
       told.city AS city,
       d.source AS source
ORDER BY m.date, m.id, d.published, d.id
