// ---
// description: Create OF_COUNTRY relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Role {id: row.start})
MATCH (b:Country {code: row.end})
MERGE (a)-[r:OF_COUNTRY]->(b)
RETURN count(*) AS written
