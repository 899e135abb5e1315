// ---
// description: The sides and keys of some Person nodes.
// parameters:
//   ids: list of ids
// ---
UNWIND $ids AS id
MATCH (n:Person {id: id})-[r:REPRESENTED|FILED_UNDER]->(other)
USING INDEX SEEK n:Person(id)
RETURN n.id AS id, elementId(r) AS element, type(r) AS type, true AS outgoing,
       coalesce(other.code, other.id) AS other, properties(r) AS properties
