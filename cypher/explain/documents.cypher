// ---
// description: What a reader needs to know of some documents, and what was extracted from them.
// parameters:
//   ids: list of document ids
// ---
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.title AS title, d.source AS source, d.claims AS claims,
       left(toString(d.published), CASE d.published_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)
         AS published
