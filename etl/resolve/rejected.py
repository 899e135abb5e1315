"""Which facts and names people's decisions take away or give, by what the claims say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.decisions import Decisions, MeetingLike, PersonLike
from etl.resolve.meetings import fits as fits_meeting
from etl.resolve.meetings import meeting_item
from etl.resolve.people import fits as fits_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.decisions import FactLike
    from etl.records import MeetingClaim, Report
    from etl.resolve.people import PersonItem

    Meetings = Iterable[tuple[Report, MeetingClaim]]


def is_meeting(like: MeetingLike | None, claims: Meetings) -> bool:
    """Tell whether a description fits one of a meeting's claims."""
    return like is not None and any(fits_meeting(like, meeting_item(r, c)) for r, c in claims)


def is_person(like: PersonLike | None, items: Iterable[PersonItem]) -> bool:
    """Tell whether a description fits what one document says of a person."""
    return like is not None and any(fits_person(like, item) for item in items)


class Rejections:
    """The decisions that act on what is built; a meeting or person is known by any of its claims."""

    def __init__(self, decisions: Decisions) -> None:
        self._facts = decisions.facts("reject")
        self.participations = any(fact.person and fact.meeting for fact in self._facts)
        self._names = [(d.a, d.to) for d in reversed(decisions.lines) if d.kind == "rename" and d.to]

    def meeting_name(self, claims: Meetings) -> str | None:
        """Return the name a person gave to this meeting."""
        every = list(claims)
        return next((to for like, to in self._names if isinstance(like, MeetingLike) and is_meeting(like, every)), None)

    def person_name(self, items: Sequence[PersonItem]) -> str | None:
        """Return the name a person gave to this person."""
        return next((to for like, to in self._names if isinstance(like, PersonLike) and is_person(like, items)), None)

    def participation(self, relation: str, persons: Sequence[PersonItem], meetings: Meetings) -> bool:
        """Tell whether it was rejected that this person chaired or attended this meeting."""
        return any(is_person(f.person, persons) and is_meeting(f.meeting, meetings) for f in self._of(relation))

    def about(self, relation: str, target: str, meetings: Meetings) -> bool:
        """Tell whether a meeting's topic, route or unnamed office was rejected."""
        return any(f.target == target and is_meeting(f.meeting, meetings) for f in self._of(relation))

    def office(self, role: str, persons: Sequence[PersonItem]) -> bool:
        """Tell whether it was rejected that this person held this office."""
        return any(f.target == role and is_person(f.person, persons) for f in self._of("HELD_ROLE"))

    def _of(self, relation: str) -> list[FactLike]:
        return [fact for fact in self._facts if fact.type == relation]
