// ---
// description: The relationships that are built together with some Meeting nodes.
// parameters:
//   ids: list of ids
// ---
UNWIND $ids AS id
MATCH (n:Meeting {id: id})-[r:CO_CHAIRED|ATTENDED|REPRESENTED_AT|BETWEEN|HELD_IN|IN_SERIES|AGREED_ON|DISCUSSED|CONCERNED|REPORTS]-(other)
USING INDEX SEEK n:Meeting(id)
RETURN n.id AS id, elementId(r) AS element, type(r) AS type, startNode(r) = n AS outgoing,
       coalesce(other.code, other.id) AS other, properties(r) AS properties
