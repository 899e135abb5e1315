// ---
// description: Keep what one transaction changed, for the report of changes.
// parameters:
//   id: an id of its own
//   run: the id of the run
//   documents: the documents that came, changed or went
//   facts: 'list of tab-separated lines: added, removed or changed; type; start label, id, name; end label, id, name; documents'
// ---
CREATE (:Change {id: $id, run: $run, at: datetime(), documents: $documents, facts: $facts})
