// ---
// description: Create BETWEEN relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start})
USING INDEX SEEK a:Meeting(id)
MATCH (b:Country {code: row.end})
USING INDEX SEEK b:Country(code)
MERGE (a)-[r:BETWEEN]->(b)
RETURN count(*) AS written
