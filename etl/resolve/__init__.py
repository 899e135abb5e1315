"""Which claims speak of the same real thing, and the graph that follows: a pure function of all reports.

The whole graph is ``resolve(reports, decisions)``. A store that must not read everything each time gets the same
graph by blocks, in five steps:

1. ``keys = block_keys`` of every report that came, changed (old and new version) or went, and
   ``decision_keys(old, new)`` where decisions changed.
2. ``while more := linked_keys(reports having any of keys, keys, decisions) - keys: keys |= more``.
3. ``assigned = assign(reports having any of keys, decisions, keys)``; compare with the stored assignments of the
   same claims. Review items whose ``block`` is in ``keys`` are replaced by ``assigned.reviews``.
4. ``scope``: the meetings and persons, old and new, of the claims in those blocks; plus the meetings at which a
   claim participates whose person's id changed, and the participants of a meeting claim whose id changed; then
   ``build`` with every report that has a claim assigned to one of them, and the stored assignments of those reports'
   other claims.
5. A participant of a meeting whose date differs from the stored one is in the scope too (HELD_ROLE has dates);
   ``dates`` gives the stored dates of meetings outside the scope in which persons of the scope took part.

A larger scope is always right, only slower. What the graph held for the scope's meetings and persons, and what is
no longer in ``build``'s answer, goes.
"""

from etl.resolve.build import build
from etl.resolve.names import document_names, role_properties, series_properties
from etl.resolve.protocol import assign, block_keys, decision_keys, linked_keys, resolve
from etl.resolve.state import Assignments, ClaimId, Scope

__all__ = [
    "Assignments",
    "ClaimId",
    "Scope",
    "assign",
    "block_keys",
    "build",
    "decision_keys",
    "document_names",
    "linked_keys",
    "resolve",
    "role_properties",
    "series_properties",
]
