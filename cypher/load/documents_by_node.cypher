// ---
// description: What is stored of the documents that speak of some meetings or persons, without those already known.
// parameters:
//   meetings: list of Meeting ids
//   persons: list of Person ids
//   known: list of document ids
// ---
CALL () {
  UNWIND $meetings AS id
  MATCH (:Meeting {id: id})<-[:REPORTS]-(d:Document)
  RETURN d
UNION
  UNWIND $persons AS id
  MATCH (:Person {id: id})<-[:MENTIONS]-(d:Document)
  RETURN d
}
WITH d
WHERE NOT d.id IN $known
RETURN d.id AS id, elementId(d) AS element, d.content_hash AS content_hash, d.language AS language,
       d.published AS published, d.published_precision AS published_precision, d.claims AS claims,
       d.claims_schema AS claims_schema,
       [(d)-[r:REPORTS]->(m:Meeting) | [r.claim, m.id]] AS meetings,
       [(d)-[r:MENTIONS]->(p:Person) | [r.claim, p.id]] AS persons
