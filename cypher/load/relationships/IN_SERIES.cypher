// ---
// description: Create IN_SERIES relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start})
USING INDEX SEEK a:Meeting(id)
MATCH (b:MeetingSeries {id: row.end})
USING INDEX SEEK b:MeetingSeries(id)
MERGE (a)-[r:IN_SERIES]->(b)
RETURN count(*) AS written
