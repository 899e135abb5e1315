// ---
// description: Delete those of some Key nodes that no fact needs any more.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Key {id: id})
USING INDEX SEEK n:Key(id)
WHERE NOT EXISTS { (n)--() }
DETACH DELETE n
RETURN id
