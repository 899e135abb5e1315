// ---
// description: One Route node for each id.
// ---
CREATE CONSTRAINT route_id IF NOT EXISTS
FOR (n:Route) REQUIRE n.id IS UNIQUE
