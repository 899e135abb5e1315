// ---
// description: Create CONCERNED relationships, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start})
MATCH (b:Route {id: row.end})
MERGE (a)-[r:CONCERNED]->(b)
SET r += row.properties
RETURN count(*) AS written
