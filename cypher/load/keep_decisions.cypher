// ---
// description: Remember the decisions that the graph is now computed with.
// parameters:
//   decisions: JSON
// ---
MATCH (n:Lock {id: 'load'})
SET n.decisions = $decisions
