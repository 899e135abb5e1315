// ---
// description: Key nodes as the database holds them.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Key {id: id})
USING INDEX SEEK n:Key(id)
RETURN n.id AS id, elementId(n) AS element, properties(n) AS properties
