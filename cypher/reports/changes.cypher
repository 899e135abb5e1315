// ---
// title:
//   en: What loading changed in the graph
//   fr: Ce que les chargements ont changé dans le graphe
//   es: Lo que las cargas cambiaron en el grafo
// description:
//   en: Every fact that was added, removed or changed, in order, with the documents that speak for it (or did), and why - its own documents that came, changed or went; other documents, from which somebody is now recognised; or people's decisions.
//   fr: Chaque fait ajouté, retiré ou modifié, dans l'ordre, avec les documents qui l'appuient (ou l'appuyaient), et pourquoi - ses propres documents arrivés, modifiés ou partis ; d'autres documents, qui font reconnaître quelqu'un ; ou des décisions humaines.
//   es: Cada hecho añadido, retirado o cambiado, por orden, con los documentos que lo sostienen (o sostenían), y por qué - sus propios documentos que llegaron, cambiaron o se fueron; otros documentos, por los que ahora se reconoce a alguien; o decisiones humanas.
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
WITH c, i, parts, split(parts[8], ' ') AS documents
WITH c, i, parts, documents, [document IN documents WHERE document IN c.documents] AS own
RETURN date(c.at) AS day,
       parts[0] AS change,
       parts[1] AS fact,
       parts[4] AS subject,
       parts[7] AS object,
       documents,
       CASE
         WHEN size(own) > 0 THEN own
         WHEN size(c.documents) > 0 THEN ['other documents']
         ELSE ['decisions']
       END AS because_of
ORDER BY c.at, c.id, i
