// ---
// description: MeetingSeries nodes as the database holds them.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:MeetingSeries {id: id})
USING INDEX SEEK n:MeetingSeries(id)
RETURN n.id AS id, elementId(n) AS element, properties(n) AS properties
