// ---
// description: Delete those of some MeetingSeries nodes that no fact needs any more.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:MeetingSeries {id: id})
USING INDEX SEEK n:MeetingSeries(id)
WHERE NOT EXISTS { (n)--() }
DETACH DELETE n
RETURN id
