// ---
// description: The open questions that some blocks raised.
// parameters:
//   blocks: list of block keys, Meeting ids and Person ids
// ---
UNWIND $blocks AS block
MATCH (n:Review {block: block})
RETURN n.id AS id, elementId(n) AS element, properties(n) AS properties
