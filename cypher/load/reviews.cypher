// ---
// description: The open questions about some nodes.
// parameters:
//   blocks: list of Meeting, Person and Role ids
// ---
UNWIND $blocks AS block
MATCH (n:Review {block: block})
USING INDEX SEEK n:Review(block)
RETURN n.id AS id, elementId(n) AS element, properties(n) AS properties
