// ---
// description: Create DISCUSSED relationships, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start})
MATCH (b:Topic {id: row.end})
MERGE (a)-[r:DISCUSSED]->(b)
SET r += row.properties
RETURN count(*) AS written
