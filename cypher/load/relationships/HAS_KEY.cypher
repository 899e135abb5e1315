// ---
// description: Create HAS_KEY relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Key {id: row.end})
MERGE (a)-[r:HAS_KEY]->(b)
RETURN count(*) AS written
