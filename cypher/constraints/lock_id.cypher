// ---
// description: One Lock node for each id.
// ---
CREATE CONSTRAINT lock_id IF NOT EXISTS
FOR (n:Lock) REQUIRE n.id IS UNIQUE
