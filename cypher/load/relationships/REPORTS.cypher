// ---
// description: Create REPORTS relationships, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
USING INDEX SEEK a:Document(id)
MATCH (b:Meeting {id: row.end})
USING INDEX SEEK b:Meeting(id)
MERGE (a)-[r:REPORTS]->(b)
SET r.ordinal = row.properties.ordinal, r.date = row.properties.date,
    r.date_precision = row.properties.date_precision, r.city = row.properties.city,
    r.claim = row.properties.claim
RETURN count(*) AS written
