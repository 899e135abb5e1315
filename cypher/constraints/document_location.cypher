// ---
// description: Documents by their place on disk, for pruning a folder.
// ---
CREATE INDEX document_location IF NOT EXISTS
FOR (n:Document) ON (n.location)
