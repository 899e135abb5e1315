"""From sentences to meetings: which frames tell of the same encounter, and which sentences speak of it.

A frame opens a meeting where it shows two sides: a subject and an object, two chairs, or a session of a body whose
parties are named. Later frames join the meeting that they fit: same counterpart, same body, no other ordinal.
What only completes ("this meeting", "also present were") joins the one in focus.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from etl.extract import circumstances, cues, dating, implied, seating, triggers
from etl.extract.audiences import Audiences
from etl.extract.encounter import Meeting, ordered, people
from etl.extract.frames import Frame, split
from etl.extract.invited import Invited
from etl.extract.listing import Listing
from etl.extract.matching import Matching
from etl.extract.opening import BESIDE, SESSION, Opening
from etl.extract.referents import Referents
from etl.extract.roster import place_country
from etl.extract.sides import Sides
from etl.records import HEADLINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.actors import Actor
    from etl.extract.frames import Scene
    from etl.extract.reading import BodyMention, Reading

_CALL_REACH = 2
"""Sentences between talks told of and the word that they were held by telephone."""
_SIGNING_REACH = 3
"""Sentences between a meeting and who signed something at it."""
_LATELY = dt.timedelta(days=7)
"""How long before a text's news the talks are that it names in passing as earlier ones."""
_HALF_REACH = 3
"""Sentences between the two ends of an encounter."""


class Discourse:
    """The document's frames taken in order, each to the meeting it tells of."""

    def __init__(self, reading: Reading, scenes: Sequence[Scene]) -> None:
        self.reading = reading
        self.scenes = scenes
        self.words = cues.words(reading.document.language or "en")
        self.meetings: list[Meeting] = []
        self.focus: Meeting | None = None
        self.half: tuple[Scene, Frame] | None = None
        self.announced = False
        self.recalling = False
        self.later: int | None = None
        self.sides = Sides(reading)
        self.whom = Referents(reading, self.words, self.sides, scenes, self.meetings)
        self.matching = Matching(reading, self.words, self.sides)
        self.opening = Opening(reading, self.words, self.sides, scenes, self.meetings)
        self.listing = Listing(reading, self.words, self.sides)
        self.audiences = Audiences(self.words, self.sides, self.listing)
        self.invited = Invited(self.words, self.sides)

    def run(self) -> None:
        """Take every sentence in turn; ``meetings`` are then whole."""
        self._read(self.scenes)
        if not (self.meetings or self.opening.phoned):
            self.recalling, self.half, self.whom.head = True, None, []
            self._read(self.scenes)  # what was held last month may be what the text is about
        if self.meetings or self.opening.phoned:
            return
        for place, scene in enumerate(self.scenes):
            both = self.listing.both_sides(scene)
            if both and (self.listing.spoken_of(self.scenes, scene) or self.listing.on_the_spot(scene)):
                target = Meeting()
                self.meetings.append(target)
                self._tell(target, scene, both, None, None, names=True)
                target.sentences |= {other.sentence.index for other in self.scenes[:place] if not other.refused}
                self._read(self.scenes[place + 1 :])
                return

    def _read(self, scenes: Sequence[Scene]) -> None:
        """Take sentences in turn."""
        waiting: list[Scene] = []
        for scene in scenes:
            claimed = False
            self._retract(scene)
            self._visit(scene)
            self.sides.tell(scene.seen)
            for caller in self.audiences.callers(scene, self.focus):
                claimed = self._take(scene, caller) or claimed
            for frame in [*scene.frames, *([] if self.meetings else self.invited.together(scene))]:
                self._prepare(scene, frame)
                self.whom.resolve(scene, frame, self.focus, self.half[1] if self.half else None)
                self.sides.place(frame)
                for part in split(frame):
                    claimed = self._take(scene, part) or claimed
            claimed = claimed or self._listed(scene)
            self.audiences.note(scene)
            self.invited.note(scene)
            self._keep(scene)
            if scene.refused and not (claimed or self._settles(scene)):
                self.focus = None if scene.refused == "phone" else self.focus
                self.opening.phoned = self.opening.phoned or scene.refused in {"phone", "call"}
            elif self.focus and (claimed or not scene.toured):
                self.focus.sentences.add(scene.sentence.index)
            elif not self.meetings:
                waiting.append(scene)
        if self.meetings:
            self.meetings[0].sentences |= {scene.sentence.index for scene in waiting if not scene.refused}

    def _settles(self, scene: Scene) -> bool:
        """Tell whether those of a meeting agreed on what the sentence puts ahead: "agreed to hold a second session"."""
        agreed = self.focus is not None and scene.refused == "future"
        spoken = [frame.start for frame in scene.frames if frame.kinds == {"confer"} and frame.anaphoric]
        rules = triggers.words(self.reading.document.language or "en").agree
        return agreed and any(rule.pattern.match(scene.text, at) for at in spoken for rule in rules if not rule.weak)

    def _listed(self, scene: Scene) -> bool:
        """Add whom a sentence names together to the meeting in focus, or take those of them who met apart."""
        if self.focus is None or (named := self.listing.present(scene)) is None:
            return False
        if apart := self.listing.apart(named, self.focus):
            return self._take(scene, apart)
        self.focus.add(scene, named)
        return False

    def _keep(self, scene: Scene) -> None:
        """Keep whom a sentence speaks of, that it goes on to another day, and that a session was but announced."""
        self.whom.keep(scene)
        told = (days for days, pattern in self.words.days.items() if days and pattern.search(scene.text))
        self.later = None if scene.frames else next(told, None)
        self.announced = self.announced or any(f.unreal and f.kinds & SESSION for f in scene.frames)

    def _retract(self, scene: Scene) -> None:
        """Drop the meeting just told of where this sentence says that it was a call, or that it never was.

        "In this phone call, they"; "no such meeting took place". Or that those of whom a headline says that they
        talked did so on the telephone.
        """
        focus, index = self.focus, scene.sentence.index
        if focus is None:
            return
        if self.words.denied.search(scene.text):
            self.meetings.remove(focus)
            self.focus = None
            return
        above = all(frame.sentence.block in HEADLINES for frame in focus.frames)
        phoned = above and scene.refused == "phone" and people(scene.head) & focus.present
        if not phoned and not self.words.call.search(scene.text):
            return
        near = index - max(frame.sentence.index for frame in focus.frames) <= _CALL_REACH
        video = circumstances.remote(self.reading, focus)
        if near and not video and not focus.chairs():
            self.meetings.remove(focus)
            self.focus, self.opening.phoned = None, True

    def _visit(self, scene: Scene) -> None:
        """Keep who is said to be on a visit to which country: "A travelled to Quito, B's first visit to C"."""
        goal = implied.goal(scene, self.words)
        if goal is None or scene.refused:
            return
        code, position = goal
        for actor in implied.visitors(scene, position, scene.head, self.words):
            person = self.sides.antecedent(actor, scene.sentence.start).person
            official = person and self.sides.persons[person].roles
            if person and official and actor.end <= position and self.sides.countries.get(person) != code:
                self.sides.visits[person] = code

    def _prepare(self, scene: Scene, frame: Frame) -> None:
        """Put the two whom the text has just named for "the two leaders"; keep whose delegation somebody leads."""
        frame.day = dating.day_of(self.reading, scene, frame)
        frame.days = self.later if frame.days is None and not frame.day else frame.days
        if group := next((actor for actor in frame.subject if actor.unnamed_group), None):
            if all_of := self._all_of_them(scene, frame, group):
                frame.subject = all_of
            elif group.unnamed_pair:
                frame.subject = [] if self.meetings else self.sides.pair(scene.sentence, group)
            elif not self.meetings and (pair := self._pair_of_rank(scene, frame, group)):
                frame.subject = pair
        self.sides.tell(frame.actors)
        self.whom.lead(frame)

    def _all_of_them(self, scene: Scene, frame: Frame, group: Actor) -> list[Actor]:
        """Return those of the meeting just told whom another received: "the ministers were then received by C"."""
        met = people(frame.object)
        if self.focus is None or "meet" not in frame.kinds or not met or met & self.focus.present:
            return []
        rank = group.role.rank if group.role else None
        principals = sorted(self.focus.principals)
        there = [key for key in principals if self.sides.holds(key, rank)]
        if len(there) < 2 == len(principals) and self.words.both.search(scene.text, 0, group.start):  # noqa: PLR2004 (both)
            there = principals  # "both prosecutors were then received by C": one of them is an attorney general
        return [group.named(key, self.sides.settled.get(key)) for key in there]

    def _pair_of_rank(self, scene: Scene, frame: Frame, group: Actor) -> list[Actor]:
        """Return whom "the two presidents", who "held talks", were named as just before."""
        if len(frame.subject) != 1 or frame.object or not frame.kinds & {"meet", "hold", "confer"}:
            return []
        two = self.words.both.search(scene.text, 0, group.start)
        return self.sides.pair(scene.sentence, group) if two else []

    def _take(self, scene: Scene, frame: Frame) -> bool:
        """Give a frame to its meeting; return whether it had one."""
        before = self.meetings and not scene.sentence.dates and self.words.apart.search(scene.text)
        if frame.recalled and not (before or self._lately(scene)):
            return False  # "before the meeting the two had seen each other alone": no more recalled than that is
        if self._out_of_place(scene, frame) or dating.ahead(self.reading, scene, frame):
            return False
        if self._signed_there(frame):
            self.sides.face(frame)
            frame.attend()
        opens = self.opening.shown(scene, frame)
        if (frame.kinds <= {"gather", "confer"} and not opens) or self._of_others(frame):
            self._await_rest(scene, frame)
            return False
        body, ordinal = self.opening.session(scene, frame)
        target = self._target(scene, frame, body, ordinal, opens=opens)
        if self._recalls(scene, frame, target):
            return False
        if target is None and (opens or self._completes(frame)):
            target = self._new(frame)
            if self.half and self._belongs(frame, opens=opens):
                self._tell(target, *self.half, *self.opening.session(*self.half), names=not self.half[1].actors)
        if target is None:
            parties = frame.has_noun and len(set(frame.countries)) == 2  # noqa: PLR2004 (two sides)
            told = frame.actors or body or ordinal or parties
            came = frame.kinds <= {"attend", "during"} and frame.has_noun and not frame.unreal
            if told and (frame.kinds & (SESSION | {"meet"}) or frame.heads or came):
                self.half = (scene, frame)
            return False
        self.half = None
        self._tell(target, scene, frame, body, ordinal, names=opens)
        self._tell_all(target, scene, frame)
        return True

    def _await_rest(self, scene: Scene, frame: Frame) -> None:
        """Keep a frame of which a later sentence may tell the rest: who else was there, or that it was held.

        "A and B closed the XIII Border Committee."; "A met 15 leaders. Those who took part: B, C".
        """
        numbered = not self.meetings and all(self.opening.session(scene, frame))
        if numbered or (frame.subject and self._of_others(frame)):
            self.half = (scene, frame)

    def _new(self, frame: Frame) -> Meeting:
        """Open a meeting; whom it was with leave the headlines of those before it."""
        for other in self.meetings:
            other.leave(frame.object)
        self.meetings.append(Meeting())
        return self.meetings[-1]

    def _target(
        self, scene: Scene, frame: Frame, body: BodyMention | None, ordinal: int | None, *, opens: bool
    ) -> Meeting | None:
        """Return the meeting told before that a frame is of: first one of just its people, then the one in focus."""
        chaired = self.focus is not None and bool(self.focus.chairs())  # "at the end of the proceedings" is of that
        if not opens and not chaired and self.words.session.search(scene.text):
            self.focus = next((m for m in reversed(self.meetings) if m.body or m.ordinal), self.focus)
        order = [self.focus] if self.focus else []
        order += [meeting for meeting in reversed(self.meetings) if meeting is not self.focus]
        named = people(frame.actors)
        joined = people(guest.anchor for guest in frame.guests if guest.anchor)  # with whom others came
        order.sort(  # "in the first, A and B agreed"
            key=lambda m: not any(these and these <= m.principals for these in (named, joined))
        )
        return next((m for m in order if self._fits(frame, m, body, ordinal, joins=not opens)), None)

    def _tell_all(self, target: Meeting, scene: Scene, frame: Frame) -> None:
        """Add who "was present at both meetings" to the one before, too."""
        all_of = self.words.all_meetings.search(scene.text) if frame.kinds <= BESIDE | {"during"} else None
        if all_of:
            for meeting in self.meetings[-3:] if self.words.three.search(all_of[0]) else self.meetings[-2:]:
                if meeting is not target:
                    meeting.add(scene, frame)

    def _recalls(self, scene: Scene, frame: Frame, target: Meeting | None) -> bool:
        """Tell whether a frame tells of what the text recalls beside its news."""
        if {"between"} <= frame.kinds <= {"between", "confer"} and self._before_the_news(frame):
            return True  # "following the 27 July talks between A and B, C and D reaffirmed"
        old = (bool(self.meetings) or not frame.actors) and self._past(scene, frame)
        return old and not (target and any(map(self._past, target.scenes, target.frames)))

    def _before_the_news(self, frame: Frame) -> bool:
        """Tell whether a frame's day lies well before the latest of the meetings told."""
        days = [known.day for meeting in self.meetings for known in meeting.frames if known.day]
        return bool(frame.day and days) and frame.day + _LATELY < max(days)  # type: ignore[operator]  # it has one

    @staticmethod
    def _of_others(frame: Frame) -> bool:
        """Tell whether somebody met people of no office ("he talked with people in the camp"); a session has some."""
        session = frame.has_noun and frame.sentence.bodies and frame.sentence.ordinals
        alone = not (frame.object or frame.guests or frame.group or session) and len(set(frame.countries)) < 2  # noqa: PLR2004 (two)
        return frame.kinds <= {"meet", "occur"} and frame.faces and alone

    def _lately(self, scene: Scene) -> bool:
        """Tell whether what a sentence recalls, in a text that tells of nothing else, was held shortly before."""
        dates = scene.sentence.dates
        undated = self.reading.document.published is None  # of its "last month" nobody knows how long ago it is
        told = any(d.date or (undated and d.kind == "relative") for d in dates)
        return self.recalling and told and not dating.all_old(self.reading, dates)

    def _past(self, scene: Scene, frame: Frame) -> bool:
        return dating.past(self.reading, scene, frame)

    def _tell(
        self, target: Meeting, scene: Scene, frame: Frame, body: BodyMention | None, ordinal: int | None, *, names: bool
    ) -> None:
        """Add to a meeting what a frame tells of it; one that ``names`` its parties may do so."""
        telling = not target.frames or bool(frame.actors or body)
        target.add(scene, frame)
        if body and (target.body is None or (target.body.body is None and body.body)):
            target.body = body
        target.ordinal = target.ordinal or ordinal
        if names and telling and len(target.named) < 2:  # noqa: PLR2004 (two sides)
            target.named = self.opening.named(frame, body, ordinal) or target.named
        self.focus = target
        self._note(target)

    def _signed_there(self, frame: Frame) -> bool:
        """Tell whether people signed something at the meeting just told of: they are present, and met at no other."""
        focus = self.focus
        if focus is None or not {"sign"} <= frame.kinds <= {"sign", "during"}:
            return False
        near = frame.sentence.index - focus.frames[-1].sentence.index <= _SIGNING_REACH
        near = near or people(frame.actors) <= focus.present  # "signed by A and B at the end of the meeting"
        sides = set(focus.named).union(*(self.sides.codes(known.actors, known) for known in focus.frames))
        return near and self.sides.codes(frame.actors, frame) <= sides

    def _out_of_place(self, scene: Scene, frame: Frame) -> bool:
        """Tell whether people only stand together in a text that tells of an encounter already, or of a call.

        Or chair what lies ahead ("the board, chaired by A, will discuss"); or whether the frame takes up what was but
        announced: "A will welcome B. This meeting with C is the first".
        """
        if self.announced and frame.anaphoric and not (frame.actors or self.meetings):
            return True
        if frame.kinds == {"chaired_by"} and frame.chairs:
            return implied.put_ahead(scene, frame.chairs[-1].end, self.words)
        return frame.unworded and (bool(self.meetings) or self.opening.called(scene))

    def _note(self, meeting: Meeting) -> None:
        """Keep who met, on which side and where, for the frames to come."""
        roster = seating.settle(self.reading, meeting, self.sides.led, {})
        if len(roster.parties) < 2:  # noqa: PLR2004 (a meeting has two sides)
            return
        self.sides.settled |= {key: code for key, code in roster.countries.items() if code}
        self.sides.principals |= meeting.principals
        first = meeting.frames[0]
        keys = [key for key in ordered(first.subject or first.chairs) if key in self.sides.persons]
        self.sides.leading |= dict.fromkeys(keys)
        self.sides.hosts |= {code for frame in meeting.frames if (code := place_country(frame))}

    def _completes(self, frame: Frame) -> bool:
        """Tell whether a frame names the other end of an encounter of which a sentence shortly before gave one.

        "They met the minister. The talks were chaired by ...": two sentences, two sides.
        """
        if self.half is None or not frame.actors:
            return False
        earlier = self.half[1]
        reach = 0 if self._of_others(earlier) else _HALF_REACH
        near = frame.sentence.index - earlier.sentence.index <= reach or "list" in frame.kinds
        if not near or people(earlier.actors) & people(frame.actors):
            return False
        codes = self.sides.codes(earlier.actors, earlier) | self.sides.codes(frame.actors, frame)
        own = self.sides.government if earlier.subject else self.sides.home if earlier.chairs else None
        codes |= {own} if own else set(self.sides.headline) if earlier.chairs and len(codes) == 1 else set()
        if len(people(frame.chairs)) > 1 and frame.anaphoric:
            codes |= set(earlier.countries)  # "at consultations of A and B. The session was chaired by C and D"
        # of two delegations, each in its sentence; "A was in the chair. The Togolese delegation was led by B"
        both = bool(frame.heads and (earlier.heads or earlier.chairs))
        # "for Nicaragua A and B received those of Belarus": of the talks that theirs were said to have held
        there = {*frame.countries, *self.sides.codes(frame.actors, frame)}
        both = both or ("meet" in frame.kinds and self.sides.codes(earlier.actors, earlier) < there)
        return len(codes) > 1 and (
            both or frame.anaphoric or bool(frame.kinds & {"attend", "presence", "ditto", "proxy"})
        )

    def _belongs(self, frame: Frame, *, opens: bool) -> bool:
        """Tell whether the half of an encounter that was kept is of the one that a frame opens."""
        half = self.half[1] if self.half else frame
        near = frame.sentence.index - half.sentence.index <= _HALF_REACH
        if not opens or frame.kinds & {"meet"}:
            return not opens or (not frame.subject and self._completes(frame))
        hosted = half.kinds == {"meet"} and not half.actors  # "Lima has hosted the fifth meeting of the commission"
        told = half.kinds <= {"hold", "occur"} or hosted
        named = told and not frame.object and any(self.opening.session(*self.half))  # type: ignore[misc]
        chaired = bool(half.chairs) and frame.kinds <= BESIDE  # "A had the chair. Peru was represented by B"
        return near and (half.kinds <= {"during", "gather", "confer"} or named or chaired)

    def _fits(
        self, frame: Frame, meeting: Meeting, body: BodyMention | None, ordinal: int | None, *, joins: bool
    ) -> bool:
        """Tell whether a frame can be about a meeting; one that only completes (``joins``) needs the one in focus."""
        if not joins:
            return self.matching.fits(frame, meeting, body, ordinal)
        if self.matching.another(frame, meeting, body, ordinal):
            return False
        theirs = frame.anaphoric or any(guest.actor.unnamed_group for guest in frame.guests)  # "the two ministers said"
        elsewhere = meeting is not self.focus or (frame.kinds <= {"during"} and not theirs)
        counterparts, met = people(frame.object), meeting.principals
        # "A met the Cuban authorities. She talked with B": of those whom the text has named but as a group
        group = any(actor.countries and not actor.role for actor in meeting.counterparts())
        named = people(meeting.counterparts()) or not group
        # "Minister receives Peruvian envoy. The minister, A, received B": of whom the headline gave but the office
        headline = all(known.sentence.block in HEADLINES for known in meeting.frames)
        named = named and not (headline and people(frame.subject) & met and not people(meeting.counterparts()))
        return not elsewhere and (not counterparts or not met or not named or bool(counterparts & met))
