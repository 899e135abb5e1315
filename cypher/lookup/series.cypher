// ---
// description: Every standing body with its name and abbreviation.
// ---
MATCH (s:MeetingSeries)
RETURN s.id AS id, s.name AS label, [s.name] + coalesce([s.abbreviation], []) AS names
ORDER BY label, id
