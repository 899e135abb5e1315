// ---
// description: Delete relationships that this transaction has read.
// parameters:
//   elements: list of element ids
// ---
MATCH ()-[r]->()
WHERE elementId(r) IN $elements
DELETE r
