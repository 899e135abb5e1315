// ---
// description: Topic nodes as the database holds them.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Topic {id: id})
USING INDEX SEEK n:Topic(id)
RETURN n.id AS id, elementId(n) AS element, properties(n) AS properties
