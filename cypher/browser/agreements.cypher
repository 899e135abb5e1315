// ---
// title: Which countries agree on a topic
// parameters:
//   topic: {type: topic, description: 'The id of the topic'}
// ---
// In Neo4j Browser, set first:
// :param topic => 'police-cooperation'
MATCH agreed = (:Country)<-[:BETWEEN]-(:Meeting)-[:AGREED_ON]->(:Topic {id: $topic})
RETURN agreed
