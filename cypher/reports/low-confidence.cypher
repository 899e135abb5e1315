// ---
// title:
//   en: Facts that rest on weak evidence
//   fr: Les faits peu assurés
//   es: Los hechos poco seguros
// description:
//   en: Every fact whose confidence is below a limit, the weakest first, with the sentences behind it.
//   fr: Chaque fait dont la confiance est sous une limite, le plus faible d'abord, avec ses phrases.
//   es: Cada hecho cuya confianza está por debajo de un límite, el más débil primero, con sus frases.
// parameters:
//   below: {type: number, default: '0.7', description: 'Facts with a confidence below this, from 0 to 1'}
// columns: [confidence, fact, subject, object, evidence, documents]
// example: {below: '0.7'}
// ---
// In Neo4j Browser, set first:
// :param below => 0.7
MATCH (a)-[r:CO_CHAIRED|ATTENDED|REPRESENTED_AT|HELD_ROLE|AGREED_ON|DISCUSSED|CONCERNED]->(b)
WHERE r.confidence < $below
RETURN r.confidence AS confidence,
       type(r) AS fact,
       a.name AS subject,
       b.name AS object,
       r.evidence AS evidence,
       r.documents AS documents
ORDER BY confidence, fact, subject, a.id, object, b.id
