// ---
// description: Create ATTENDED relationships, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Meeting {id: row.end})
MERGE (a)-[r:ATTENDED]->(b)
SET r += row.properties
RETURN count(*) AS written
