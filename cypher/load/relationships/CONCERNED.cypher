// ---
// description: Create CONCERNED relationships, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {start, end, properties}, one for each relationship'
// ---
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start})
USING INDEX SEEK a:Meeting(id)
MATCH (b:Route {id: row.end})
USING INDEX SEEK b:Route(id)
MERGE (a)-[r:CONCERNED]->(b)
SET r.documents = row.properties.documents, r.evidence = row.properties.evidence,
    r.offsets = row.properties.offsets, r.confidence = row.properties.confidence
RETURN count(*) AS written
