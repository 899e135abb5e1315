// ---
// description: Create Meeting nodes, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Meeting {id: row.id})
SET n.name = row.properties.name, n.ordinal = row.properties.ordinal, n.date = row.properties.date,
    n.date_precision = row.properties.date_precision, n.city = row.properties.city,
    n.conflicts = row.properties.conflicts
