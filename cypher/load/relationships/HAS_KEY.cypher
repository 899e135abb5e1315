// ---
// description: Create HAS_KEY relationships, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Key {id: row.end})
MERGE (a)-[r:HAS_KEY]->(b)
SET r += row.properties
RETURN count(*) AS written
