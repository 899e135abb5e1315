// ---
// description: Create HAS_KEY relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
USING INDEX SEEK a:Document(id)
MATCH (b:Key {id: row.end})
USING INDEX SEEK b:Key(id)
MERGE (a)-[r:HAS_KEY]->(b)
RETURN count(*) AS written
