// ---
// description: The number of documents in the graph.
// ---
MATCH (d:Document)
RETURN count(d) AS documents
