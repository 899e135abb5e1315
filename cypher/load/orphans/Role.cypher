// ---
// description: Delete those of some Role nodes that no fact needs any more; their countries may be next.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Role {id: id})
USING INDEX SEEK n:Role(id)
WHERE NOT EXISTS { (n)<--() } AND NOT EXISTS { (n)-[:REPRESENTED_AT]->() }
OPTIONAL MATCH (n)-[:OF_COUNTRY]->(c:Country)
WITH id, n, collect(c.code) AS countries
DETACH DELETE n
RETURN id, countries
