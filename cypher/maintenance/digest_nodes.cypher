// ---
// description: Every node that the contract names, with its contract's properties in any order.
// ---
CALL () {
  MATCH (n:Document)
  RETURN 'Document' AS label, n.id AS id,
         n {.title, .language, .published, .published_precision, .content_hash} AS properties
UNION ALL
  MATCH (n:Meeting) RETURN 'Meeting' AS label, n.id AS id, properties(n) AS properties
UNION ALL
  MATCH (n:MeetingSeries) RETURN 'MeetingSeries' AS label, n.id AS id, properties(n) AS properties
UNION ALL
  MATCH (n:Person) RETURN 'Person' AS label, n.id AS id, properties(n) AS properties
UNION ALL
  MATCH (n:Role) RETURN 'Role' AS label, n.id AS id, properties(n) AS properties
UNION ALL
  MATCH (n:Country) RETURN 'Country' AS label, n.code AS id, properties(n) AS properties
UNION ALL
  MATCH (n:Topic) RETURN 'Topic' AS label, n.id AS id, properties(n) AS properties
UNION ALL
  MATCH (n:Route) RETURN 'Route' AS label, n.id AS id, properties(n) AS properties
}
RETURN label, id, properties
