// ---
// description: Create OF_COUNTRY relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Role {id: row.start})
USING INDEX SEEK a:Role(id)
MATCH (b:Country {code: row.end})
USING INDEX SEEK b:Country(code)
MERGE (a)-[r:OF_COUNTRY]->(b)
RETURN count(*) AS written
