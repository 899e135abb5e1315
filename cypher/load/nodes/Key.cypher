// ---
// description: Create Key nodes, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Key {id: row.id})
