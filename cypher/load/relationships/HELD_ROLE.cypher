// ---
// description: Create HELD_ROLE relationships, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Role {id: row.end})
MERGE (a)-[r:HELD_ROLE]->(b)
SET r += row.properties
RETURN count(*) AS written
