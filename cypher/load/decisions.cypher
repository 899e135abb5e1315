// ---
// description: The decisions that the graph was last computed with.
// ---
MATCH (n:Lock {id: 'load'})
RETURN n.decisions AS decisions
