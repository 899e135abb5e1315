// ---
// description: Documents by their path, for pruning a folder.
// ---
CREATE INDEX document_source IF NOT EXISTS
FOR (n:Document) ON (n.source)
