// ---
// description: The documents whose file lies in a folder.
// parameters:
//   prefix: the folder's absolute path with a slash at its end
// ---
MATCH (d:Document)
WHERE d.location STARTS WITH $prefix
RETURN d.id AS id, d.location AS location
ORDER BY id
