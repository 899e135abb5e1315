// ---
// description: Who is filed under some keys, with every mention of them, without the persons already met.
// parameters:
//   keys: list of keys
//   met: list of Person ids
// ---
UNWIND $keys AS key
MATCH (k:Key {id: key})<-[:FILED_UNDER]-(p:Person)
USING INDEX SEEK k:Key(id)
WHERE NOT p.id IN $met
WITH DISTINCT p
RETURN p.id AS id, [(d:Document)-[r:MENTIONS]->(p) | [d.id, r.claim, r.told]] AS mentions
