// ---
// description: What is named by, and which blocks hold, some Document nodes.
// parameters:
//   ids: list of ids
// ---
UNWIND $ids AS id
MATCH (n:Document {id: id})-[r:NAMES|HAS_KEY]->(other)
USING INDEX SEEK n:Document(id)
RETURN n.id AS id, elementId(r) AS element, type(r) AS type, true AS outgoing, other.id AS other,
       CASE WHEN other:Role THEN 'Role' WHEN other:MeetingSeries THEN 'MeetingSeries' ELSE 'Key' END AS label,
       properties(r) AS properties
