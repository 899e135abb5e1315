// ---
// description: Create MENTIONS relationships, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
USING INDEX SEEK a:Document(id)
MATCH (b:Person {id: row.end})
USING INDEX SEEK b:Person(id)
MERGE (a)-[r:MENTIONS]->(b)
SET r.named_as = row.properties.named_as, r.role = row.properties.role,
    r.country = row.properties.country, r.claim = row.properties.claim, r.told = row.properties.told
RETURN count(*) AS written
