// ---
// description: Meeting nodes as the database holds them.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Meeting {id: id})
USING INDEX SEEK n:Meeting(id)
RETURN n.id AS id, elementId(n) AS element, properties(n) AS properties
