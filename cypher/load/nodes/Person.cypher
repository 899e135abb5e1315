// ---
// description: Create Person nodes, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Person {id: row.id})
SET n += row.properties
