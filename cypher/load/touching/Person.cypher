// ---
// description: The relationships that are built together with some Person nodes.
// parameters:
//   ids: list of ids
// ---
UNWIND $ids AS id
MATCH (n:Person {id: id})-[r:HELD_ROLE|REPRESENTED|MENTIONS]-(other)
RETURN n.id AS id, elementId(r) AS element, type(r) AS type, startNode(r) = n AS outgoing,
       coalesce(other.code, other.id) AS other, properties(r) AS properties
