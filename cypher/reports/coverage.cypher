// ---
// title:
//   en: What the graph does not know
//   fr: Ce que le graphe ignore
//   es: Lo que el grafo no sabe
// description:
//   en: Meetings without a date, a city or participants, people without an office, a country or a certain identity, offices without a country, documents without a date or a meeting; one row for each gap.
//   fr: Réunions sans date, ville ou participants, personnes sans fonction, pays ou identité certaine, fonctions sans pays, documents sans date ou sans réunion ; une ligne par lacune.
//   es: Reuniones sin fecha, ciudad o participantes, personas sin cargo, país o identidad cierta, cargos sin país, documentos sin fecha o sin reunión; una fila por laguna.
// columns: [kind, missing, name, id, documents]
// ---
CALL () {
  MATCH (m:Meeting)
  UNWIND [
    CASE WHEN m.date IS NULL THEN 'date' END,
    CASE WHEN m.date_precision IN ['month', 'year'] THEN 'day of the date' END,
    CASE WHEN m.city IS NULL THEN 'city' END,
    CASE WHEN m.ordinal IS NULL AND EXISTS { (m)-[:IN_SERIES]->() } THEN 'ordinal' END,
    CASE WHEN COUNT { (m)-[:BETWEEN]->() } < 2 THEN 'parties' END,
    CASE WHEN NOT EXISTS { (m)<-[:CO_CHAIRED|ATTENDED]-() } THEN 'named participants' END,
    CASE WHEN NOT EXISTS { (m)-[:AGREED_ON|DISCUSSED]->() } THEN 'topics' END
  ] AS missing
  RETURN 'meeting' AS kind, missing, m.name AS name, m.id AS id,
         COLLECT { MATCH (d:Document)-[:REPORTS]->(m) RETURN d.id ORDER BY d.id } AS documents
  UNION ALL
  MATCH (p:Person)
  WHERE EXISTS { (p)-[:CO_CHAIRED|ATTENDED]->() }
  UNWIND [
    CASE WHEN NOT EXISTS { (p)-[:HELD_ROLE]->() } THEN 'office' END,
    CASE WHEN NOT EXISTS { (p)-[:REPRESENTED]->() } THEN 'country' END,
    CASE WHEN p.id CONTAINS '~' THEN 'certain identity' END
  ] AS missing
  RETURN 'person' AS kind, missing, p.name AS name, p.id AS id,
         COLLECT { MATCH (d:Document)-[:MENTIONS]->(p) RETURN d.id ORDER BY d.id } AS documents
  UNION ALL
  MATCH (o:Role)
  WHERE NOT EXISTS { (o)-[:OF_COUNTRY]->() }
  RETURN 'role' AS kind, 'country' AS missing, o.name AS name, o.id AS id,
         COLLECT { MATCH (o)-[r:HELD_ROLE|REPRESENTED_AT]-() UNWIND r.documents AS d RETURN DISTINCT d ORDER BY d }
           AS documents
  UNION ALL
  MATCH (d:Document)
  UNWIND [
    CASE WHEN d.published IS NULL THEN 'publication date' END,
    CASE WHEN NOT EXISTS { (d)-[:REPORTS]->() } THEN 'meeting' END
  ] AS missing
  RETURN 'document' AS kind, missing, d.title AS name, d.id AS id, [d.id] AS documents
}
WITH kind, missing, name, id, documents
WHERE missing IS NOT NULL
RETURN kind, missing, name, id, documents
ORDER BY kind, missing, name, id
