// ---
// description: Delete relationships that this transaction has read.
// parameters:
//   elements: list of element ids
// ---
UNWIND $elements AS element
MATCH ()-[r]->() WHERE elementId(r) = element
DELETE r
