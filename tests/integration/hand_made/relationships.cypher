// ---
// description: Create relationships between nodes given by id (a country's code).
// parameters:
//   rows: 'list of {type, start, end, properties}'
// ---
UNWIND $rows AS row
MATCH (a) WHERE coalesce(a.id, a.code) = row.start
MATCH (b) WHERE coalesce(b.id, b.code) = row.end
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
