// ---
// title:
//   en: What loading changed in the graph
//   fr: Ce que les chargements ont changé dans le graphe
//   es: Lo que las cargas cambiaron en el grafo
// description:
//   en: Every fact that was added, removed or changed, in the order in which it happened, with the documents behind it and those that came, changed or went just then; 'decisions' where people's decisions changed it.
//   fr: Chaque fait ajouté, retiré ou modifié, dans l'ordre, avec les documents qui l'appuient et ceux qui sont arrivés, ont changé ou sont partis à ce moment ; « decisions » si ce sont des décisions humaines.
//   es: Cada hecho añadido, retirado o cambiado, por orden, con los documentos que lo sostienen y los que llegaron, cambiaron o se fueron entonces; «decisions» si fueron decisiones humanas.
// parameters:
//   since: {type: date, optional: 'yes', description: 'Loads from this day, month or year on'}
// columns: [day, change, fact, subject, object, documents, because_of]
// example: {since: 2025}
// ---
// In Neo4j Browser, set first:
// :param since => date('2025-01-01')
MATCH (c:Change)
WHERE c.at >= datetime({date: coalesce($since, date('0001-01-01'))})
UNWIND range(0, size(c.facts) - 1) AS i
WITH c, i, split(c.facts[i], '\t') AS parts
RETURN date(c.at) AS day,
       parts[0] AS change,
       parts[1] AS fact,
       parts[4] AS subject,
       parts[7] AS object,
       split(parts[8], ' ') AS documents,
       CASE c.documents WHEN [] THEN ['decisions'] ELSE c.documents END AS because_of
ORDER BY c.at, c.id, i
