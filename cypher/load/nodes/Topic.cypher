// ---
// description: Create Topic nodes, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Topic {id: row.id})
SET n += row.properties
