// ---
// description: Open questions by the block that raised them.
// ---
CREATE INDEX review_block IF NOT EXISTS
FOR (n:Review) ON (n.block)
