// ---
// title: The sessions of two countries, their chairs and bodies
// parameters:
//   between: {type: countries, minimum: 2, description: 'The countries, by code'}
// ---
// In Neo4j Browser, set first:
// :param between => ['MA', 'ES']
MATCH session = (m:Meeting)-[:IN_SERIES]->(:MeetingSeries)
WHERE all(code IN $between WHERE EXISTS { (m)-[:BETWEEN]->(:Country {code: code}) })
OPTIONAL MATCH chaired = (:Person)-[:CO_CHAIRED]->(m)
OPTIONAL MATCH party = (m)-[:BETWEEN]->(:Country)
RETURN session, chaired, party
