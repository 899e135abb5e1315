// ---
// description: The relationships that are built together with some Role nodes.
// parameters:
//   ids: list of ids
// ---
UNWIND $ids AS id
MATCH (n:Role {id: id})-[r:OF_COUNTRY]-(other)
USING INDEX SEEK n:Role(id)
RETURN n.id AS id, elementId(r) AS element, type(r) AS type, startNode(r) = n AS outgoing,
       coalesce(other.code, other.id) AS other, properties(r) AS properties
