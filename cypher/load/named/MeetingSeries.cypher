// ---
// description: What documents call some MeetingSeries nodes, without the documents that come, change or go now.
// parameters:
//   ids: list of ids
//   touched: list of document ids
// ---
UNWIND $ids AS id
MATCH (n:MeetingSeries {id: id})<-[r:NAMES]-(d:Document)
USING INDEX SEEK n:MeetingSeries(id)
WHERE NOT d.id IN $touched
RETURN DISTINCT id, properties(r) AS properties
