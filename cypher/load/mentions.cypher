// ---
// description: The mentions of some persons in some documents.
// parameters:
//   documents: list of document ids
//   persons: list of Person ids
// ---
UNWIND $documents AS id
MATCH (d:Document {id: id})-[r:MENTIONS]->(p:Person)
USING INDEX SEEK d:Document(id)
WHERE p.id IN $persons
RETURN d.id AS id, elementId(r) AS element, p.id AS other, properties(r) AS properties
