// ---
// description: Create IN_SERIES relationships, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start})
MATCH (b:MeetingSeries {id: row.end})
MERGE (a)-[r:IN_SERIES]->(b)
SET r += row.properties
RETURN count(*) AS written
