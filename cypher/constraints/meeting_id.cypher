// ---
// description: One Meeting node for each id.
// ---
CREATE CONSTRAINT meeting_id IF NOT EXISTS
FOR (n:Meeting) REQUIRE n.id IS UNIQUE
