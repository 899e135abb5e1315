// ---
// description: The offices of some Person nodes.
// parameters:
//   ids: list of ids
// ---
UNWIND $ids AS id
MATCH (n:Person {id: id})-[r:HELD_ROLE]->(other:Role)
USING INDEX SEEK n:Person(id)
RETURN n.id AS id, elementId(r) AS element, type(r) AS type, true AS outgoing,
       other.id AS other, properties(r) AS properties
