// ---
// description: Delete those of some Topic nodes that no fact needs any more.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Topic {id: id})
USING INDEX SEEK n:Topic(id)
WHERE NOT EXISTS { (n)--() }
DETACH DELETE n
RETURN id
