// ---
// description: Delete nodes that this transaction has read, with what is left on them.
// parameters:
//   elements: list of element ids
// ---
MATCH (n)
WHERE elementId(n) IN $elements
DETACH DELETE n
