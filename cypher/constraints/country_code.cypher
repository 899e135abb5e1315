// ---
// description: One Country node for each code.
// ---
CREATE CONSTRAINT country_code IF NOT EXISTS
FOR (n:Country) REQUIRE n.code IS UNIQUE
