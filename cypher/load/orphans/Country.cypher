// ---
// description: Delete those of some Country nodes that no fact needs any more.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Country {code: id})
USING INDEX SEEK n:Country(code)
WHERE NOT EXISTS { (n)--() }
DETACH DELETE n
RETURN id
