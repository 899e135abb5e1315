"""Load: what the database keeps of documents and of the graph, read and written inside a transaction."""

from etl.load.difference import FACTS, Difference, Element, Held, RelationshipKey, difference
from etl.load.digest import canonical, fingerprint
from etl.load.journal import change_lines, dump_decisions, keep_changes, keep_decisions, kept_decisions
from etl.load.stored import Entry, Stored, dump_review
from etl.load.transaction import (
    documents_by_id,
    documents_by_meeting,
    documents_found,
    documents_naming,
    held,
    mentions_held,
    named,
    persons_by_key,
    reviews,
    write,
)

__all__ = [
    "FACTS",
    "Difference",
    "Element",
    "Entry",
    "Held",
    "RelationshipKey",
    "Stored",
    "canonical",
    "change_lines",
    "difference",
    "documents_by_id",
    "documents_by_meeting",
    "documents_found",
    "documents_naming",
    "dump_decisions",
    "dump_review",
    "fingerprint",
    "held",
    "keep_changes",
    "keep_decisions",
    "kept_decisions",
    "mentions_held",
    "named",
    "persons_by_key",
    "reviews",
    "write",
]
