// ---
// description: Every office with all its titles.
// ---
MATCH (o:Role)
RETURN o.id AS id, o.name AS label, [o.name] + coalesce(o.labels, []) AS names
ORDER BY label, id
