// ---
// title: Everything about one meeting, with the documents that report it
// parameters:
//   meeting: {type: meeting, description: Its name or its id}
// ---
// In Neo4j Browser, set first (its name or its id):
// :param meeting => ['GMMP Rabat']
MATCH about = (m:Meeting)-[]-(:Person|Role|Country|Topic|Route|MeetingSeries|Document)
WHERE m.id IN $meeting OR m.name IN $meeting
RETURN about
