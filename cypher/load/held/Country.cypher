// ---
// description: Country nodes as the database holds them.
// parameters:
//   ids: list of keys
// ---
UNWIND $ids AS id
MATCH (n:Country {code: id})
USING INDEX SEEK n:Country(code)
RETURN n.code AS id, elementId(n) AS element, properties(n) AS properties
