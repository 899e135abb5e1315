"""Whether a frame is of a meeting told before, or of another: other people, another session, apart from the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl import places
from etl.extract.encounter import office_of, people
from etl.extract.frames import CHAIRED, FACE_TO_FACE
from etl.extract.roster import HEADS, in_cabinet
from etl.records import HEADLINES
from etl.spelling import folded

if TYPE_CHECKING:
    from etl.extract.cues import Words
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Frame
    from etl.extract.reading import BodyMention, Reading
    from etl.extract.sides import Sides

TWO_SIDED = frozenset({"meet", "sign", "confer", "hold", "occur", "between", "during", "accompany"})
"""Cues that have two ends."""


class Matching:
    """Compares frames of one document with its meetings."""

    def __init__(self, reading: Reading, words: Words, sides: Sides) -> None:
        self.reading, self.words, self.sides = reading, words, sides

    def fits(self, frame: Frame, meeting: Meeting, body: BodyMention | None, ordinal: int | None) -> bool:
        """Tell whether a frame that opens a meeting by itself can be about one told before."""
        if self.another(frame, meeting, body, ordinal):
            return False
        counterparts = people(frame.object)
        if counterparts & meeting.principals:
            return not self._another_host(frame, meeting)
        codes = self.sides.codes([*frame.subject, *frame.object, *frame.chairs], frame)
        theirs = set(meeting.named)
        apart = FACE_TO_FACE | {"between"}
        if len(theirs) > len(codes) == 2 and frame.kinds & apart and frame.subject and counterparts:  # noqa: PLR2004 (two sides)
            return False  # two of those at a conference met apart
        for other in meeting.frames:
            theirs |= self.sides.codes([*other.subject, *other.object, *other.chairs], other)
        if codes and theirs and not (codes <= theirs or theirs <= codes):
            return False
        if self._another_pair(frame, meeting, theirs):
            return False
        signed = frame.kinds == {"sign"} and len(codes) > 1 and bool(theirs)  # whoever signs what the others agreed on
        return signed or not self._other_people(frame, meeting, counterparts)

    def another(self, frame: Frame, meeting: Meeting, body: BodyMention | None, ordinal: int | None) -> bool:
        """Tell whether a frame is of another session, by its number or body, or after talks, or of a meeting apart."""
        known = meeting.body.body if meeting.body else None
        if ordinal and meeting.ordinal and ordinal != meeting.ordinal:
            return True
        if body and body.body and known and body.body != known:
            return True
        talks = not (meeting.body or meeting.ordinal)
        if frame.kinds & CHAIRED and (body or ordinal) and talks and self._goes_on(frame):
            return True  # "the two ministers then co-chaired the second session"
        before = meeting.frames[-1]
        aside = before.sentence is frame.sentence and "meet" in before.kinds and frame.kinds == {"chaired_by"}
        if aside and frame.has_noun and not people(frame.chairs) & meeting.present and self._goes_on(frame):
            return True  # "was received by A, then went into a session chaired by B"
        return self._apart(frame, meeting) or self._another_day(frame, meeting) or self._headlined(frame, meeting)

    def _another_pair(self, frame: Frame, meeting: Meeting, sides: set[str]) -> bool:
        """Tell whether somebody who is not said to be at a conference met one counterpart: "A met his Libyan peer"."""
        peer = any(actor.counterpart and actor.countries and not actor.plural for actor in frame.object)
        own = people(frame.subject)
        sides = sides | {side for person in meeting.present if (side := self.sides.settled.get(person))}
        return bool(len(sides) > 2 and peer and own and frame.kinds & FACE_TO_FACE and not own & meeting.present)  # noqa: PLR2004 (two)

    @staticmethod
    def _headlined(frame: Frame, meeting: Meeting) -> bool:
        """Tell whether somebody was named in a meeting's headline alone, of which the text tells with others.

        "A receives B and C. A received B. A then received C."
        """
        met = people(frame.object)
        if not (met and frame.kinds & FACE_TO_FACE) or frame.sentence.block == "title":
            return False
        told = [known for known in meeting.frames if known.sentence.block not in HEADLINES]
        if any(known.sentence is frame.sentence for known in told):
            return False
        others = people(actor for known in told for actor in known.object)
        return bool(others) and met <= meeting.principals - people(a for known in told for a in known.actors)

    @staticmethod
    def _another_day(frame: Frame, meeting: Meeting) -> bool:
        """Tell whether two met on another day than a meeting's: "the day before, A had received B"."""
        met = any(  # not "came to greet the delegates"
            actor.person or actor.countries or (in_cabinet(actor) and not actor.plural) for actor in frame.object
        )
        if not (frame.kinds & FACE_TO_FACE and frame.subject and met):
            return False
        days = {known.day for known in meeting.frames if known.day}
        if frame.day:
            return bool(days) and frame.day not in days
        return bool(frame.days)

    def _another_host(self, frame: Frame, meeting: Meeting) -> bool:
        """Tell whether somebody who was not at a meeting then met one who was: "later C received B"."""
        hosts = people(frame.subject)
        told = any(known.sentence.block not in HEADLINES for known in meeting.frames)  # "PM receives C" may be of B
        own_day = frame.day is not None and all(known.day != frame.day for known in meeting.frames)
        apart = told and "meet" in frame.kinds and bool(hosts) and not hosts & meeting.present
        return apart and (own_day or self._goes_on(frame))

    def _apart(self, frame: Frame, meeting: Meeting) -> bool:
        """Tell whether some of those at a session, or of its three sides or more, met apart, on its margins."""
        met = frame.kinds & FACE_TO_FACE and frame.subject and people(frame.object)
        if not (met or (frame.kinds & {"between"} and len(people(frame.subject)) == 2)):  # noqa: PLR2004 (a pair)
            return False
        text = folded(self.reading.words(frame.sentence))
        margins = places.margins(self.reading.document.language or "en").search(text)
        there = meeting.present
        apart = not people(frame.object) & there or not people(frame.subject) & there
        if margins and (meeting.body or meeting.ordinal) and apart:
            return True  # "on the margins of the dialogue, A was received by C", who was not at it
        codes = self.sides.codes([*frame.subject, *frame.object], frame)
        if len(codes) != 2:  # noqa: PLR2004 (two sides)
            return False
        theirs = set(meeting.named).union(*(self.sides.codes(known.actors, known) for known in meeting.frames))
        theirs |= {side for person in there if (side := self.sides.settled.get(person))}
        return codes < theirs and bool(margins or self.words.each.search(text) or self.words.apart.search(text))

    def _goes_on(self, frame: Frame) -> bool:
        """Tell whether a sentence goes on to another encounter than the one told before."""
        return bool(self.words.besides.search(folded(self.reading.words(frame.sentence))))

    def _other_people(self, frame: Frame, meeting: Meeting, counterparts: set[str]) -> bool:
        """Tell whether a frame names another counterpart, or other chairs, than the meeting has."""
        met = "meet" in frame.kinds
        # Where nobody was met: who led the two sides, and then called on somebody, or had talks with them.
        heads = meeting.heads() if frame.kinds & FACE_TO_FACE and not counterparts & meeting.heads() else set()
        known = people(meeting.counterparts()) or meeting.chairs() or heads
        if counterparts and known and frame.kinds & TWO_SIDED:
            return True
        theirs = {office_of(actor) for actor in meeting.counterparts()}
        offices = {office_of(a) for a in frame.object if not a.person and (a.countries or not a.counterpart)}
        if offices and theirs and not known:
            return not offices & theirs
        if met and known and self._seen_after(frame):
            return not offices & theirs
        if met and known and frame.group and not any(actor.person or actor.role for actor in frame.object):
            return self._goes_on(frame)
        chairs, others = people(frame.chairs), meeting.chairs()
        return bool(chairs and len(others) > 1 and not chairs & others)

    @staticmethod
    def _seen_after(frame: Frame) -> bool:
        """Tell whether somebody saw, after others, a member of cabinet or a head whom the text does not name."""
        return any(
            actor.role and not actor.counterpart and in_cabinet(actor) and (actor.countries or actor.role.rank in HEADS)
            for actor in frame.object
            if not actor.person
        )
