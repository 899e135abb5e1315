// ---
// description: Create Document nodes, or set what changed on them; a null removes a property.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Document {id: row.id})
SET n += row.properties, n.loaded_at = datetime()
