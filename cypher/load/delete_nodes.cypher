// ---
// description: Delete nodes that this transaction has read, with what is left on them.
// parameters:
//   elements: list of element ids
// ---
UNWIND $elements AS element
MATCH (n) WHERE elementId(n) = element
DETACH DELETE n
