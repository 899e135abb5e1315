// ---
// description: One Review node for each open question.
// ---
CREATE CONSTRAINT review_id IF NOT EXISTS
FOR (n:Review) REQUIRE n.id IS UNIQUE
