// ---
// title:
//   en: Where documents disagree on a meeting
//   fr: Où les documents se contredisent sur une réunion
//   es: Dónde discrepan los documentos sobre una reunión
// description:
//   en: Ordinals, dates and cities on which the reports of one meeting differ; one row for each version, with the documents that give it and the one chosen. A date that is only less precise is no conflict.
//   fr: Numéros, dates et villes sur lesquels les comptes rendus d'une réunion diffèrent ; une ligne par version, avec les documents qui la donnent et celle qui est retenue. Une date seulement moins précise n'est pas un conflit.
//   es: Números, fechas y ciudades en que difieren los informes de una reunión; una fila por versión, con los documentos que la dan y la elegida. Una fecha solo menos precisa no es un conflicto.
// columns: [meeting, property, version, chosen, documents, meeting_id]
// ---
MATCH (d:Document)-[told:REPORTS]->(m:Meeting)
WITH d, told, m,
     CASE m.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END AS length,
     CASE told.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END AS told_length
UNWIND [
  {property: 'ordinal', chosen: toString(m.ordinal), version: toString(told.ordinal)},
  {property: 'date', chosen: left(toString(m.date), length), version: left(toString(told.date), told_length)},
  {property: 'city', chosen: m.city, version: told.city}
] AS row
WITH m, row.property AS property, row.chosen AS chosen, row.version AS version, d.id AS document
WHERE version IS NOT NULL
ORDER BY document
WITH m, property, chosen, version, collect(document) AS documents
WITH m, property, chosen, collect({version: version, documents: documents}) AS versions
WHERE any(a IN versions WHERE any(b IN versions WHERE
        CASE property
          WHEN 'date' THEN NOT a.version STARTS WITH b.version AND NOT b.version STARTS WITH a.version
          ELSE a.version <> b.version
        END))
UNWIND versions AS row
RETURN m.name AS meeting, property, row.version AS version, chosen, row.documents AS documents, m.id AS meeting_id
ORDER BY m.date, m.id, property, version
