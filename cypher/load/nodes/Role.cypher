// ---
// description: Create Role nodes, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Role {id: row.id})
SET n.name = row.properties.name, n.labels = row.properties.labels
