// ---
// description: One Role node for each id.
// ---
CREATE CONSTRAINT role_id IF NOT EXISTS
FOR (n:Role) REQUIRE n.id IS UNIQUE
