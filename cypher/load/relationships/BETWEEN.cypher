// ---
// description: Create BETWEEN relationships, where they are missing.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start})
MATCH (b:Country {code: row.end})
MERGE (a)-[r:BETWEEN]->(b)
RETURN count(*) AS written
