// ---
// description: What is stored of the documents that report a meeting of some countries, without those already known.
// parameters:
//   keys: list of lists of country codes
//   known: list of document ids
// ---
UNWIND $keys AS parties
MATCH (c:Country {code: head(parties)})<-[:BETWEEN]-(m:Meeting)<-[:REPORTS]-(d:Document)
USING INDEX SEEK c:Country(code)
WHERE NOT d.id IN $known
  AND all(code IN tail(parties) WHERE EXISTS { (m)-[:BETWEEN]->(:Country {code: code}) })
WITH DISTINCT d
RETURN d.id AS id, elementId(d) AS element, d.content_hash AS content_hash, d.language AS language,
       d.published AS published, d.published_precision AS published_precision, d.claims AS claims,
       d.claims_schema AS claims_schema,
       [(d)-[r:REPORTS]->(m:Meeting) | [r.claim, m.id]] AS meetings,
       [(d)-[r:MENTIONS]->(p:Person) | [r.claim, p.id]] AS persons
