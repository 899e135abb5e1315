// ---
// description: Pairs of offices of one country that documents give one person at one meeting, no document both.
// ---
MATCH (p:Person)-[part:CO_CHAIRED|ATTENDED]->(:Meeting)
WHERE size(part.documents) > 1
MATCH (c:Country)<-[:OF_COUNTRY]-(r:Role)<-[held:HELD_ROLE]-(p)-[other_held:HELD_ROLE]->(other:Role)-[:OF_COUNTRY]->(c)
WHERE any(d IN part.documents WHERE d IN held.documents)
  AND any(d IN part.documents WHERE d IN other_held.documents)
  AND none(d IN held.documents WHERE d IN other_held.documents)
WITH DISTINCT p, r, held, other, other_held,
     COUNT { (r)<-[:NAMES]-() } AS named, COUNT { (other)<-[:NAMES]-() } AS other_named
WHERE named < other_named OR (named = other_named AND r.id > other.id)
ORDER BY p.name, p.id
WITH r, other, collect(p.name) AS people,
     head(collect(held.evidence[0])) AS sentence, head(collect(other_held.evidence[0])) AS other_sentence,
     COLLECT { MATCH (d:Document)-[:NAMES]->(r) RETURN d.id ORDER BY d.id LIMIT 10 } AS documents
RETURN r.id AS id, r.name AS label, other.id AS other_id, other.name AS other, people,
       [sentence, other_sentence] AS evidence, documents
ORDER BY id, other_id
