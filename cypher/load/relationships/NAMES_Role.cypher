// ---
// description: Create NAMES relationships, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
USING INDEX SEEK a:Document(id)
MATCH (b:Role {id: row.end})
USING INDEX SEEK b:Role(id)
MERGE (a)-[r:NAMES]->(b)
SET r.labels = row.properties.labels, r.canonical = row.properties.canonical
RETURN count(*) AS written
