// ---
// description: Create Person nodes, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Person {id: row.id})
SET n.name = row.properties.name, n.aliases = row.properties.aliases,
    n.spellings = row.properties.spellings, n.provisional = row.properties.provisional
