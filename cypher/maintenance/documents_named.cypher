// ---
// description: The documents that have one of some names, as their id or as their source.
// parameters:
//   names: list of ids or sources
// ---
CALL () {
  UNWIND $names AS name
  MATCH (d:Document {id: name})
  USING INDEX SEEK d:Document(id)
  RETURN name, d.id AS id
UNION
  UNWIND $names AS name
  MATCH (d:Document {source: name})
  USING INDEX SEEK d:Document(source)
  RETURN name, d.id AS id
}
RETURN name, id
ORDER BY name, id
