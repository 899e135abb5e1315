// ---
// description: Create CO_CHAIRED relationships, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Meeting {id: row.end})
MERGE (a)-[r:CO_CHAIRED]->(b)
SET r += row.properties
RETURN count(*) AS written
