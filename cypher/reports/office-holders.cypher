// ---
// title:
//   en: Who held which office, over time
//   fr: Qui a exercé quelle fonction, au fil du temps
//   es: Quién ocupó qué cargo, a lo largo del tiempo
// description:
//   en: One row for each holder of an office, with the first and the last date that shows it; both bounds are those of the documents, not of the term.
//   fr: Une ligne par titulaire d'une fonction, avec la première et la dernière date qui l'attestent ; ce sont les bornes des documents, non du mandat.
//   es: Una fila por titular de un cargo, con la primera y la última fecha que lo muestra; son los límites de los documentos, no del mandato.
// parameters:
//   role: {type: role, optional: 'yes', description: 'Title of the office in any language, or a part of it'}
//   country: {type: country, optional: 'yes', description: 'Whose office it is'}
// columns: [country, role, person, first_seen, last_seen, confidence, documents]
// example: {country: ES}
// ---
// In Neo4j Browser, set first:
// :param role => null
// :param country => 'ES'
MATCH (p:Person)-[held:HELD_ROLE]->(o:Role)
WHERE ($role IS NULL OR o.id IN $role OR o.name IN $role OR any(label IN o.labels WHERE label IN $role))
  AND ($country IS NULL OR EXISTS { (o)-[:OF_COUNTRY]->(:Country {code: $country}) })
WITH p, held, o, COLLECT { MATCH (o)-[:OF_COUNTRY]->(c:Country) RETURN c.name ORDER BY c.name } AS country
RETURN country,
       o.name AS role,
       p.name AS person,
       held.first_seen AS first_seen,
       held.last_seen AS last_seen,
       held.confidence AS confidence,
       held.documents AS documents
ORDER BY head(country), o.name, o.id, held.first_seen, held.last_seen, p.name, p.id
