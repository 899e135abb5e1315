// ---
// description: One Key node for each id.
// ---
CREATE CONSTRAINT key_id IF NOT EXISTS
FOR (n:Key) REQUIRE n.id IS UNIQUE
