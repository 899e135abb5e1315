// ---
// title: A person's meetings, offices and counterparts
// parameters:
//   person: {type: person, description: The name or the id}
// ---
// In Neo4j Browser, set first (the name or the id):
// :param person => ['Driss Benhaddou']
MATCH (p:Person)
WHERE p.id IN $person OR p.name IN $person OR any(alias IN p.aliases WHERE alias IN $person)
OPTIONAL MATCH met = (p)-[:CO_CHAIRED|ATTENDED]->(:Meeting)<-[:CO_CHAIRED|ATTENDED]-(:Person)
OPTIONAL MATCH office = (p)-[:HELD_ROLE]->(:Role)-[:OF_COUNTRY]->(:Country)
RETURN p, met, office
