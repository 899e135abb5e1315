"""A document's meetings as claims: each with its parties, people, date, place and series, behind one sentence.

``extract.discourse`` gives the frames to their meetings; here each is settled, or dropped where it has no two sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.extract import circumstances, cues, headline, participation, seating
from etl.extract.discourse import Discourse
from etl.extract.encounter import people
from etl.extract.scenes import read_all
from etl.records import HEADLINES, MeetingClaim, SeriesClaim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.circumstances import Circumstances
    from etl.extract.cues import Words
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Scene
    from etl.extract.reading import Reading
    from etl.extract.roster import Roster
    from etl.records import Evidence

CONFIDENCE = {"met": 0.95, "session": 0.95, "headline": 0.8}
"""How sure a meeting is: two sides in one verb, a body's session with its parties, a headline alone."""
_SPEAKER = re.compile(rf"(?:the )?[{cues.PERSON}{cues.OFFICE}]+ ?:")
"""Who speaks in a transcript."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the document says of its meetings, and which sentence speaks of which."""

    meetings: tuple[MeetingClaim, ...]
    rosters: tuple[Roster, ...]
    meeting_of: dict[int, str]


def find_meetings(reading: Reading) -> Found:
    """Return the meetings that a document reports as held, with their participants, and its sentences' meetings."""
    words = cues.words(reading.document.language or "en")
    scenes = read_all(reading, words)
    discourse = Discourse(reading, scenes)
    discourse.run()
    claims: list[MeetingClaim] = []
    rosters: list[Roster] = []
    settled: list[tuple[Meeting, Circumstances]] = []
    known = {key: code for key, code in discourse.sides.countries.items() if code} | discourse.sides.led
    for meeting in discourse.meetings:  # whose side only a later meeting tells had it at the first one, too
        sides = seating.settle(reading, meeting, known, {}).countries
        known |= {key: code for key, code in sides.items() if code and key not in known}
    faced: dict[str, str] = {}
    meeting_of: dict[int, str] = {}
    for meeting in discourse.meetings:
        roster = seating.settle(reading, meeting, known, faced)
        roster = participation.with_leaders(reading, roster, meeting.sentences)
        if len(roster.parties) < 2 or _only_called(meeting, scenes) or _ahead(words, meeting, scenes):  # noqa: PLR2004 (a meeting has two sides)
            continue
        known |= {key: code for key, code in roster.countries.items() if code}
        faced |= {
            key: next(party for party in roster.parties if party != code)
            for key, code in roster.countries.items()
            if code in roster.parties and len(roster.parties) == 2  # noqa: PLR2004 (two sides)
        }
        roster = replace(roster, meeting=f"m{len(claims) + 1}")
        found = circumstances.find(reading, meeting, roster.parties, scenes, settled)
        settled.append((meeting, found))
        rosters.append(roster)
        claims.append(
            MeetingClaim(
                key=roster.meeting,
                parties=roster.parties,
                evidence=_evidence(reading, meeting),
                series=_series(meeting),
                ordinal=meeting.ordinal or (headline.read(reading).ordinal if not claims else None),
                date=found.date,
                city=found.city,
                country=found.country,
            )
        )
        meeting_of |= dict.fromkeys(sorted(meeting.sentences), roster.meeting)
    return Found(tuple(claims), tuple(rosters), meeting_of)


def _only_called(meeting: Meeting, scenes: Sequence[Scene]) -> bool:
    """Tell whether what the text calls a telephone call is told as an encounter by a headline alone, or as a talk."""
    weak = all(
        scene.sentence.block in HEADLINES or frame.kinds <= {"confer", "gather"}
        for scene, frame in zip(meeting.scenes, meeting.frames, strict=True)
    )
    return weak and any(scene.refused in {"phone", "call"} for scene in scenes)


def _ahead(words: Words, meeting: Meeting, scenes: Sequence[Scene]) -> bool:
    """Tell whether a headline alone names a meeting that the text puts ahead: "A's meeting with B. A will see B"."""
    told = (frame for frame in meeting.frames if frame.actors or not frame.unreal)
    if any(frame.sentence.block not in HEADLINES for frame in told):
        return False
    body = (scene for scene in scenes if scene.sentence.block == "body" and not _SPEAKER.match(scene.text))
    return any(words.unreal.search(scene.text) and len(meeting.present & people(scene.seen)) > 1 for scene in body)


@cache
def _common_nouns() -> frozenset[str]:
    """Return the ids of the bodies whose name is also a common noun."""
    return frozenset(series["id"] for series in resources.vocabulary("series") if series.get("common_noun") == "true")


def _series(meeting: Meeting) -> SeriesClaim | None:
    body = meeting.body
    if body and body.body in _common_nouns() and body.name.islower() and meeting.ordinal is None:
        return None  # "une réunion de haut niveau"
    return SeriesClaim(name=body.name, body=body.body, abbreviation=body.abbreviation) if body else None


def _evidence(reading: Reading, meeting: Meeting) -> Evidence:
    """Return the sentence that shows the meeting best: the first in the body, else the headline."""
    best = next((frame for frame in meeting.frames if frame.sentence.block not in HEADLINES), None)
    frame = best or meeting.frames[0]
    rule = "headline" if best is None else "met" if "meet" in frame.kinds else "session"
    return reading.evidence(frame.sentence, f"meeting:{rule}", CONFIDENCE[rule])
