// ---
// description: Create NAMES relationships, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:MeetingSeries {id: row.end})
MERGE (a)-[r:NAMES]->(b)
SET r += row.properties
RETURN count(*) AS written
