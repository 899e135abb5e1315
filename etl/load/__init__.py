"""Load: what the database keeps of documents and of the graph, read and written inside a transaction."""

from etl.load.difference import FACTS, Difference, Held, RelationshipKey, difference
from etl.load.digest import canonical, fingerprint
from etl.load.stored import Entry, Stored, dump_review
from etl.load.transaction import documents_by_id, documents_by_key, documents_by_node, held, reviews, write

__all__ = [
    "FACTS",
    "Difference",
    "Entry",
    "Held",
    "RelationshipKey",
    "Stored",
    "canonical",
    "difference",
    "documents_by_id",
    "documents_by_key",
    "documents_by_node",
    "dump_review",
    "fingerprint",
    "held",
    "reviews",
    "write",
]
