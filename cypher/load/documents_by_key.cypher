// ---
// description: What is stored of the documents that carry some keys, without those already known.
// parameters:
//   keys: list of keys
//   known: list of document ids
// ---
UNWIND $keys AS key
MATCH (k:Key {id: key})<-[:HAS_KEY]-(d:Document)
USING INDEX SEEK k:Key(id)
WHERE NOT d.id IN $known
WITH DISTINCT d
RETURN d.id AS id, elementId(d) AS element, d.content_hash AS content_hash, d.language AS language,
       d.published AS published, d.published_precision AS published_precision, d.claims AS claims,
       d.claims_schema AS claims_schema,
       [(d)-[r:REPORTS]->(m:Meeting) | [r.claim, m.id]] AS meetings,
       [(d)-[r:MENTIONS]->(p:Person) | [r.claim, p.id]] AS persons
