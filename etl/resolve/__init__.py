"""Which claims speak of the same real thing, and the graph that follows: a pure function of all reports.

The whole graph is ``resolve(reports, decisions)``. A store that must not read everything each time gets the same
graph from the neighbourhood of what changed, in five steps:

Every report is taken :func:`as_decided`: with its offices called as people decided. A document that names an office of
which the decisions changed counts as changed.

1. Meetings: from the claims of every document that came, changed (old and new version) or went, and those that changed
   decisions speak of, ``Neighbourhood.around`` finds the claims that have a say in their lot.
2. People: from the names in the same documents and those that changed decisions speak of, ``Acquaintance.around`` finds
   everyone whose name may be a form of one of them. Items come from the rows kept with mentions (``person_from_row``),
   no document is read for them.
3. ``assigned = assign(meetings, items, decisions)``; compare with the stored assignments of the same claims. Review
   items whose ``block`` is a node of these claims, before or now, are replaced by ``assigned.reviews``.
4. ``scope``: the meetings and persons, old and new, of the claims that are assigned to another node than before, or
   whose document changed; the meetings at which such a person took part. All documents that report one of the
   meetings, or hold such a person claim, are read. The participants of meeting claims with another node are in
   ``scope.tenures``. Then ``build``, with ``kept`` from the stored HELD_ROLE of the documents that were not read.
5. A participant of a meeting whose date differs from the stored one is in ``scope.tenures`` too; ``dates`` gives the
   stored dates of meetings outside the scope.

A larger scope is always right, only slower. What the graph held for the scope, and what is no longer in ``build``'s
answer, goes. Of MENTIONS only those between the documents read and the persons in scope are built.
"""

from etl.resolve.build import build, kept_told
from etl.resolve.names import as_decided, document_names, role_properties, says_nothing_new, series_properties
from etl.resolve.people import person_from_row
from etl.resolve.protocol import (
    Acquaintance,
    Neighbourhood,
    assign,
    by_person,
    changed_decisions,
    document_keys,
    meeting_items,
    meetings_decided,
    names_decided,
    person_items,
    resolve,
    roles_decided,
)
from etl.resolve.state import Assignments, ClaimId, Scope

__all__ = [
    "Acquaintance",
    "Assignments",
    "ClaimId",
    "Neighbourhood",
    "Scope",
    "as_decided",
    "assign",
    "build",
    "by_person",
    "changed_decisions",
    "document_keys",
    "document_names",
    "kept_told",
    "meeting_items",
    "meetings_decided",
    "names_decided",
    "person_from_row",
    "person_items",
    "resolve",
    "role_properties",
    "roles_decided",
    "says_nothing_new",
    "series_properties",
]
