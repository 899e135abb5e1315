"""What resolution decides: for every claim, the node it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from etl.decisions import ReviewItem

ClaimId = tuple[str, str]
"""A document's id and the key of a meeting or person claim in it."""


@dataclass(frozen=True, slots=True)
class Assignments:
    """The Meeting or Person id of each claim, and the questions that stay open.

    A person id with ``~`` is provisional: the claim fits several people (or none for certain).
    """

    meetings: dict[ClaimId, str] = field(default_factory=dict)
    persons: dict[ClaimId, str] = field(default_factory=dict)
    reviews: tuple[ReviewItem, ...] = ()

    @staticmethod
    def together(parts: Iterable[Assignments]) -> Assignments:
        """Return several as one; where two know a claim, the later wins."""
        meetings: dict[ClaimId, str] = {}
        persons: dict[ClaimId, str] = {}
        reviews: dict[str, ReviewItem] = {}
        for part in parts:
            meetings |= part.meetings
            persons |= part.persons
            reviews |= {item.id: item for item in part.reviews}
        return Assignments(meetings, persons, tuple(reviews[i] for i in sorted(reviews)))

    def updated(self, other: Assignments) -> Assignments:
        """Return both together; ``other`` wins where both know a claim."""
        return Assignments.together((self, other))


@dataclass(frozen=True, slots=True)
class Scope:
    """The ids of the meetings and persons to build; of persons in ``tenures`` only when they held their offices."""

    meetings: frozenset[str]
    persons: frozenset[str]
    tenures: frozenset[str] = frozenset()
