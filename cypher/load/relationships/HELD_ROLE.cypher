// ---
// description: Create HELD_ROLE relationships, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
USING INDEX SEEK a:Person(id)
MATCH (b:Role {id: row.end})
USING INDEX SEEK b:Role(id)
MERGE (a)-[r:HELD_ROLE]->(b)
SET r.first_seen = row.properties.first_seen, r.last_seen = row.properties.last_seen,
    r.documents = row.properties.documents, r.evidence = row.properties.evidence,
    r.offsets = row.properties.offsets, r.confidences = row.properties.confidences, r.seen = row.properties.seen,
    r.confidence = row.properties.confidence
RETURN count(*) AS written
