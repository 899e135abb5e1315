// ---
// description: Create CO_CHAIRED relationships, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
USING INDEX SEEK a:Person(id)
MATCH (b:Meeting {id: row.end})
USING INDEX SEEK b:Meeting(id)
MERGE (a)-[r:CO_CHAIRED]->(b)
SET r.role = row.properties.role, r.documents = row.properties.documents,
    r.evidence = row.properties.evidence, r.offsets = row.properties.offsets,
    r.confidence = row.properties.confidence
RETURN count(*) AS written
