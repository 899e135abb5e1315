// ---
// description: Every person with all spellings of the name.
// ---
MATCH (p:Person)
RETURN p.id AS id, p.name AS label, [p.name] + coalesce(p.aliases, []) AS names
ORDER BY label, id
