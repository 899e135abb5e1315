// ---
// description: Create Country nodes, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Country {code: row.id})
SET n.name = row.properties.name
