// ---
// description: What documents call some Role nodes, without the documents that come, change or go now.
// parameters:
//   ids: list of ids
//   touched: list of document ids
// ---
UNWIND $ids AS id
MATCH (n:Role {id: id})<-[r:NAMES]-(d:Document)
USING INDEX SEEK n:Role(id)
WHERE NOT d.id IN $touched
RETURN DISTINCT id, properties(r) AS properties
