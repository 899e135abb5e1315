// ---
// description: Create nodes as they are given.
// parameters:
//   rows: 'list of {label, properties}'
// ---
UNWIND $rows AS row
CREATE (n:$(row.label))
SET n = row.properties
