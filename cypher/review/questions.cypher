// ---
// description: The open questions that resolution left.
// ---
MATCH (n:Review)
RETURN n.item AS item
ORDER BY n.kind, n.id
