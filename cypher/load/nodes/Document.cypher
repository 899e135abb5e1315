// ---
// description: Create Document nodes, or set their properties again; a null removes one.
// parameters:
//   rows: 'list of {id, properties}, one for each node'
// ---
UNWIND $rows AS row
MERGE (n:Document {id: row.id})
SET n.title = row.properties.title, n.language = row.properties.language,
    n.published = row.properties.published,
    n.published_precision = row.properties.published_precision, n.source = row.properties.source,
    n.location = row.properties.location, n.content_hash = row.properties.content_hash,
    n.text = row.properties.text, n.claims = row.properties.claims,
    n.claims_schema = row.properties.claims_schema, n.rules = row.properties.rules, n.loaded_at = datetime()
