// ---
// description: Create Review nodes, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Review {id: row.id})
SET n.block = row.properties.block, n.kind = row.properties.kind,
    n.question = row.properties.question, n.documents = row.properties.documents,
    n.item = row.properties.item
