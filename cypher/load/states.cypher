// ---
// description: What is known of documents, to skip the unchanged ones.
// parameters:
//   ids: list of document ids
// ---
UNWIND $ids AS id
MATCH (d:Document {id: id})
USING INDEX SEEK d:Document(id)
RETURN d.id AS id, d.content_hash AS content_hash, d.rules AS rules, d.source AS source,
       d.location AS location, d.published AS published
