// ---
// description: What is stored of the documents that report some meetings, without those already known.
// parameters:
//   meetings: list of Meeting ids
//   known: list of document ids
// ---
UNWIND $meetings AS id
MATCH (m:Meeting {id: id})<-[:REPORTS]-(d:Document)
USING INDEX SEEK m:Meeting(id)
WHERE NOT d.id IN $known
WITH DISTINCT d
RETURN d.id AS id, elementId(d) AS element, d.content_hash AS content_hash, d.language AS language,
       d.published AS published, d.published_precision AS published_precision, d.claims AS claims,
       d.claims_schema AS claims_schema,
       [(d)-[r:REPORTS]->(m:Meeting) | [r.claim, m.id]] AS meetings,
       [(d)-[r:MENTIONS]->(p:Person) | [r.claim, p.id]] AS persons
