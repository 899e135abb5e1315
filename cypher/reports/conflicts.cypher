// ---
// title:
//   en: Where documents disagree
//   fr: Où les documents se contredisent
//   es: Dónde discrepan los documentos
// description:
//   en: Ordinals, dates and cities on which the reports of one meeting differ, and names that documents spell with other letters; one row for each version, with the documents that give it and the one chosen (what most documents give, then the surest, the most precise, the smallest; of names the fullest form). A date that is only less precise, or a name that is only shorter, is no conflict.
//   fr: Numéros, dates et villes sur lesquels les comptes rendus d'une réunion diffèrent, et noms que les documents écrivent autrement ; une ligne par version, avec les documents qui la donnent et celle qui est retenue (celle de la plupart des documents, puis la plus sûre, la plus précise, la plus petite ; pour les noms, la forme la plus complète). Une date seulement moins précise, ou un nom seulement plus court, n'est pas un conflit.
//   es: Números, fechas y ciudades en que difieren los informes de una reunión, y nombres que los documentos escriben con otras letras; una fila por versión, con los documentos que la dan y la elegida (la de la mayoría de los documentos, luego la más segura, la más precisa, la menor; de los nombres, la forma más completa). Una fecha solo menos precisa, o un nombre solo más corto, no es un conflicto.
// columns: [kind, name, property, version, chosen, documents, id]
// ---
CALL () {
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
  RETURN 'meeting' AS kind, m.name AS name, property, row.version AS version, chosen, row.documents AS documents,
         m.id AS id, toString(m.date) AS date
UNION ALL
  MATCH (p:Person)
  WHERE p.spellings IS NOT NULL
  UNWIND [p.name] + p.spellings AS version
  RETURN 'person' AS kind, p.name AS name, 'name' AS property, version, p.name AS chosen,
         COLLECT { MATCH (d:Document)-[named:MENTIONS]->(p) WHERE version IN named.named_as RETURN d.id ORDER BY d.id }
           AS documents,
         p.id AS id, '' AS date
}
RETURN kind, name, property, version, chosen, documents, id
ORDER BY kind, date, id, property, version
