"""From an annotated document to its claims: mentions, then meetings and participants, then topics and routes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.meetings import find_meetings
from etl.extract.mentions import build_reading
from etl.extract.participation import participants
from etl.extract.topics import find_topics
from etl.extract.unnamed import unnamed_offices, with_shared_offices
from etl.records import Claims

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from etl.extract.reading import Reading
    from etl.records import Document, OfficeClaim, ParticipantClaim


def extract(document: Document, doc: Doc) -> Claims:
    """Return all that one document says; ``doc`` is its annotated text."""
    return claims(build_reading(document, doc))


def claims(reading: Reading) -> Claims:
    """Return the claims of a document that was read."""
    found = find_meetings(reading)
    people: list[ParticipantClaim] = []
    offices: list[OfficeClaim] = []
    sides: dict[str, str] = {}
    for roster in found.rosters:
        took_part = with_shared_offices(reading, roster, participants(reading, roster))
        people += took_part
        offices += unnamed_offices(reading, roster, took_part)
        sides |= {key: code for key, code in roster.countries.items() if code}
    topics, routes = find_topics(reading, found.meeting_of)
    return Claims(
        document=reading.document.id,
        persons=tuple(replace(person, country=person.country or sides.get(person.key)) for person in reading.persons),
        meetings=found.meetings,
        participants=tuple(people),
        offices=tuple(offices),
        topics=topics,
        routes=routes,
    )
