// ---
// description: One MeetingSeries node for each id.
// ---
CREATE CONSTRAINT meeting_series_id IF NOT EXISTS
FOR (n:MeetingSeries) REQUIRE n.id IS UNIQUE
