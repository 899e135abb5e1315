// ---
// description: Create FILED_UNDER relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Key {id: row.end})
MERGE (a)-[r:FILED_UNDER]->(b)
RETURN count(*) AS written
