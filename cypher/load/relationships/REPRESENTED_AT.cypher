// ---
// description: Create REPRESENTED_AT relationships, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Role {id: row.start})
MATCH (b:Meeting {id: row.end})
MERGE (a)-[r:REPRESENTED_AT]->(b)
SET r += row.properties
RETURN count(*) AS written
