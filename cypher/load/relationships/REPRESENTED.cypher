// ---
// description: Create REPRESENTED relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
USING INDEX SEEK a:Person(id)
MATCH (b:Country {code: row.end})
USING INDEX SEEK b:Country(code)
MERGE (a)-[r:REPRESENTED]->(b)
RETURN count(*) AS written
