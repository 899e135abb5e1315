// ---
// description: The relationships that are built together with some Document nodes.
// parameters:
//   ids: list of ids
// ---
UNWIND $ids AS id
MATCH (n:Document {id: id})-[r:NAMES|HAS_KEY]-(other)
RETURN n.id AS id, elementId(r) AS element, type(r) AS type, startNode(r) = n AS outgoing,
       coalesce(other.code, other.id) AS other, properties(r) AS properties
