// ---
// description: What is stored of the documents that name some offices.
// parameters:
//   roles: list of Role ids
// ---
UNWIND $roles AS id
MATCH (o:Role {id: id})<-[:NAMES]-(d:Document)
USING INDEX SEEK o:Role(id)
WITH DISTINCT d
RETURN d.id AS id, elementId(d) AS element, d.content_hash AS content_hash, d.language AS language,
       d.published AS published, d.published_precision AS published_precision, d.claims AS claims,
       d.claims_schema AS claims_schema,
       [(d)-[r:REPORTS]->(m:Meeting) | [r.claim, m.id]] AS meetings,
       [(d)-[r:MENTIONS]->(p:Person) | [r.claim, p.id]] AS persons
