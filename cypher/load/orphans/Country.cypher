// ---
// description: Delete those of some Country nodes that no fact needs any more.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Country {code: id})
WHERE NOT EXISTS { (n)--() }
DETACH DELETE n
RETURN id
