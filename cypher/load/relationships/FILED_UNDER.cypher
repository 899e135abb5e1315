// ---
// description: Create FILED_UNDER relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
USING INDEX SEEK a:Person(id)
MATCH (b:Key {id: row.end})
USING INDEX SEEK b:Key(id)
MERGE (a)-[r:FILED_UNDER]->(b)
RETURN count(*) AS written
