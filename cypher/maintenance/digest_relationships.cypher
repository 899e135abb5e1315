// ---
// description: Every relationship between two nodes that the contract names.
// ---
MATCH (a:Document|Meeting|MeetingSeries|Person|Role)-[r]->(b:Meeting|MeetingSeries|Person|Role|Country|Topic|Route)
RETURN type(r) AS type, coalesce(a.code, a.id) AS start, coalesce(b.code, b.id) AS end, properties(r) AS properties
