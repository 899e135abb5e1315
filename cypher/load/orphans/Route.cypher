// ---
// description: Delete those of some Route nodes that no fact needs any more.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Route {id: id})
USING INDEX SEEK n:Route(id)
WHERE NOT EXISTS { (n)--() }
DETACH DELETE n
RETURN id
