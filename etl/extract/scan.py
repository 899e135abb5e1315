"""One sentence read from left to right: which encounter it reports, and who stands in which relation to it.

A cue ("a reçu", "co-chaired by", "accompanied by", "on the Spanish side") opens a stretch; the people and offices
named in it stand in that relation, until the next cue, a stop ("to discuss", "pour") or the end of an aside
("who ...", "à l'invitation de ..."). People before the first cue wait for it as its subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.extract import facing, implied
from etl.extract.actors import Actor
from etl.extract.chairing import RELATIVE_REACH, Chairs
from etl.extract.cues import Cue
from etl.extract.frames import MAIN, Frame, Guest, Scene
from etl.extract.turning import Turns
from etl.extract.zones import LIST_REACH, PRESENT, SUBJECT_REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.cues import Words
    from etl.extract.reading import Reading, Sentence

_FIRST_REACH, _INVERTED_REACH = 16, 4
"""Unknown words that may stand between a cue and its first person, a verb and the subject after it."""
_PRONOUN = 5
"""Characters around a verb of meeting in which the pronoun of its object stands."""
_BEHIND = re.compile(r"[\s,(]*")
_APPOSED = re.compile(r"\s*,[^;:.]{1,140}[,;]")
"""What opens and closes an apposition."""
_GOES_ON = re.compile(r"[\s,]*\w")
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r'"[^"]*"?|«[^»]*»?')
"""What somebody said."""
_GUEST = frozenset({"attend", "represent", "presence", "accompany", "proxy", "delegation"})
_LISTING = frozenset({"guests", "chairs"})
"""Where a list goes on with the next side even behind words on something else."""


def read(
    reading: Reading,
    sentence: Sentence,
    words: Words,
    *,
    listing: bool = False,
    side: str | None = None,
    chairs: bool = False,
) -> Scene:
    """Return what the sentence reports; with ``listing`` as an item of a list of those present, on a ``side``.

    With ``chairs`` they are listed as those who chaired.
    """
    scan = _Scan(reading, sentence, words, listing=listing, side=side)
    if chairs:
        scan.list_chairs()
    return scan.run()


def _is_sided(item: Actor | Cue) -> bool:
    return isinstance(item, Actor) or item.kind == "side"


class _Scan(Chairs, Turns):
    """One left-to-right reading: what each person and each cue does to it."""

    def run(self) -> Scene:
        quoted = [match.span() for match in _QUOTED.finditer(self.text, self._quotation_end())]
        self.scene.excluded += quoted
        self.scene.asides += quoted
        items = self._items()
        if byline := self.words.byline.match(self.text):  # "statement by A on B's meeting with C": A was not met
            items = [item for item in items if item.start != byline.end()]
        self.trailing = self._sides_trail(items)
        for item in items:
            if any(low < item.start < high for low, high in quoted):
                continue
            self._close_aside(item.start)
            if isinstance(item, Actor):
                self._actor(item)
            else:
                self._cue(item)
        self._close(len(self.text))
        self._settle()
        self.scene.seen, self.scene.sided, self.scene.inviters = self.seen, self.sided, self.inviters
        self.scene.toured = (self.touring or self.toured) and ";" not in self.text
        if self.words.anonymous.match(self.text):
            self.scene.head = []  # "he thanked President A": of whom the text speaks was named before
        for frame in self.scene.frames:
            implied.complete(self.scene, frame, self.words)
        return self.scene

    def _sides_trail(self, items: Sequence[Actor | Cue]) -> bool:
        """Tell whether each of two people has the side behind: "A chaired for Spain, and B for Chad"."""
        kinds = ["side" if isinstance(item, Cue) else "actor" for item in items if _is_sided(item)]
        return kinds == ["actor", "side"] * 2

    def _settle(self) -> None:
        """Give the frame those who waited for a verb that did not come, and add what the sentence only implies."""
        scene, words, frame = self.scene, self.words, self.frame
        waiting = self._waiting()
        if frame and "during" in frame.kinds:
            only = (
                frame.kinds == {"during"} and len(waiting) > 1 and not implied.lies_ahead(scene, frame, waiting, words)
            )
            if only or frame.object:
                frame.subject = frame.subject or waiting or scene.head
        if frame and frame.kinds & {"preside", "cochair"} and not frame.chairs:
            frame.chairs = waiting
        elif frame and self.opening_with and frame.kinds & {"preside", "cochair"}:
            frame.chairs += waiting or scene.head  # "chairing the talks alongside A, B said"
        self._came_with(waiting)
        if frame and frame.kinds == {"hold"} and not frame.actors and all(actor in frame.sides for actor in waiting):
            frame.subject = waiting  # "the talks were opened, for Spain, by A and, for Togo, B"
        if frame and frame.object and not frame.subject and "meet" in frame.kinds:
            # "at the invitation of A, have met B and C"; "received by A, B said"
            frame.subject = self.inviters or ((scene.head or waiting) if self.opening_with else [])
        self._took_place(frame)
        scene.head = scene.head or list(waiting)
        if frame and "during" in frame.kinds <= {"during", "chaired_by"} and not frame.subject:
            implied.add_speaker(scene, frame, words)
        if not scene.frames and len(self.seen) > 1 and words.guards["phone"].search(self.text):
            scene.refused = scene.refused or "call"
        if not scene.frames and (session := implied.named_session(scene, words)):
            scene.frames.append(session)
        self._imply()

    def _imply(self) -> None:
        """Add the encounter of those whom the sentence names, where none of its verbs tells of one that we know."""
        scene, words = self.scene, self.words
        told = [known for known in scene.frames if known.actors]
        sided = facing.only_beside(told) and len(set(self.sided.values())) > 1
        met = implied.gathering(scene, self.seen, words) if sided or not told else None
        if met and (met.has_noun or not (self.reported or told)):
            met.sides |= self.sided
            scene.frames.append(met)
        elif facing.only_beside(told) and (met := facing.encounter(scene, self.seen, words)):
            met.sides |= self.sided
            scene.frames.insert(0, met)

    def _waiting(self) -> list[Actor]:
        """Return those whom no verb took, or who only said something: "at their meeting, A and B said"."""
        head, frame = self.scene.head, self.frame
        if self.pending or not (frame and head):
            return self.pending
        together = frame.kinds == {"during"} and len(head) > 1  # "A and B said after their meeting"
        return head if together or frame.start < head[0].start else self.pending

    # -- people

    def _actor(self, actor: Actor) -> None:
        reach = LIST_REACH if self.named_since_cue else _FIRST_REACH
        begin = self.last.end if self.named_since_cue and self.last else self.zone_start
        near = self._unknown(begin, actor.start) <= reach or self._lists_on(actor)
        place = getattr(self, f"_in_{self.zone}", None)
        self.named.append(actor)
        if self.zone in {"aside", "stop"}:
            self.passed = actor
            self._deputised(actor)
            if self.zone == "aside" and self.words.invitation.search(self.text, 0, self.zone_start):
                self.inviters.append(actor)
            return
        self.seen.append(actor)
        if place is None or not near or not place(actor):
            self._wait(actor)
        if self.side:
            self.sided[actor] = self.side
            if self.frame:
                self.frame.sides[actor] = self.side
        self.last = actor
        self.named_since_cue += 1

    def _lists_on(self, actor: Actor) -> bool:
        """Tell whether a list goes on behind a long apposition: "A, director for the ... of the ministry, and B"."""
        if not (self.last and self.zone in _LISTING and self.named_since_cue):
            return False
        between = self.text[self.last.end : actor.start]
        return bool(_APPOSED.match(between) and self.words.list_end.search(between))

    def _in_object(self, actor: Actor) -> bool:
        told = self.named_since_cue or (self.last_cue and self.last_cue.kind == "with")
        goes_on = _GOES_ON.match(self.text, actor.end)
        apart = self.opening_with and told and goes_on and "," in self.text[self.zone_start : actor.start]
        if apart and not (self.words.listed.search(self.text, self.zone_start, actor.start) or self._listed_on(actor)):
            return False  # "during a meeting with A, B said", "received by A, B said": B is the subject
        if not self.named_since_cue and self._whose(actor):
            return False  # "welcomed the decision of": whose it is was not met
        if self.toured and self._of_the_site(actor):
            return True  # "visited a school and met its director"
        if self.frame:
            self.frame.object.append(actor)
        return True

    def _in_between(self, actor: Actor) -> bool:
        if self.named_since_cue > 1 and self.last and self.text[self.last.end : actor.start].strip() == ",":
            whole = self.words.listed.search(self.text, self.zone_start, self.last.start)
            if whole:
                return False  # "after the talks between A and B, C said"
        return self._in_object(actor)

    def _in_held(self, actor: Actor) -> bool:
        """After "held a meeting": the subject may follow at once (Spanish, French relative clauses)."""
        near = self._unknown(self.zone_start, actor.start) <= _INVERTED_REACH
        if self.frame and near and not self.frame.subject and not self._whose(actor):
            self.frame.object.append(actor)
            self.zone = "object"
            return True
        return False

    def _whose(self, actor: Actor) -> bool:
        """Tell whether an actor only possesses what a verb has for its object; not whose visit was received."""
        possessor = self.words.genitive.search(self.text, self.zone_start, actor.start)
        if possessor is None or self.words.visited_by.search(self.text, self.zone_start, actor.start):
            return False
        # "received a delegation of deputies": those are who was received
        return not (actor.plural and self.words.delegation.match(self.text, possessor.start()))

    # -- cues

    def _cue(self, cue: Cue) -> None:
        kind = cue.kind
        if self._tells_nothing(cue):
            return
        opening = self.zone == "stop" and kind in MAIN and self.last_cue and not self.last_cue.start
        if opening and (comma := self.text.rfind(",", self.closed, cue.start)) >= 0:
            self._close(comma)  # "to guard the border, officers of Mali and Chad met"
        self.toured = self.touring if kind in MAIN else self.toured
        self.touring = kind == "tour" or (self.touring and kind not in MAIN)
        if self.touring and kind in _GUEST | {"tour"}:
            kind = "stop"  # who is present on a tour of a site was not at the meeting for that
        if kind in _GUEST:
            led = kind != "presence" and self.words.headed.search(self.text, cue.start, cue.end)
            self.rule = "headed" if led else kind  # "the opening ceremony was led by": that is no delegation
        if kind in {"aside", "stop", "report"}:
            self._turn_away(cue)
        elif kind == "side":
            self._take_side(cue)
        elif kind == "tell" and not (self.frame and "during" in self.frame.kinds and self.pending):
            self._told(cue)
            self._turn_away(Cue("report", cue.start, cue.end))
        elif kind == "with":
            self._with(cue)
        elif (kind == "between" and not (self.zone == "held" or self._noun_before(cue))) or self._refuse(cue):
            return
        else:
            getattr(self, f"_{kind}")(cue)
        self.last_cue = cue
        self.reported = self.reported or cue.kind == "report"

    def _take_side(self, cue: Cue) -> None:
        code = self._country_in(cue.start, cue.end)
        if code is None:
            self.side = None  # "for the host": the side that was named before is not theirs
            return
        frame = self.frame
        if self.trailing and frame and self.last:
            frame.sides[self.last] = code  # "A chaired for Spain, and B, the director, for Chad"
            if self.zone == "chaired" and frame.chairs:
                self._enter("chairs", cue)  # "A chaired the session for Spain and B for Chad"
            return
        behind = self.last and _BEHIND.fullmatch(self.text, self.last.end, cue.start)
        if behind and self._joined_by(cue):
            behind = None  # "chaired by A and, for the Spanish side, by B": said of B
        if frame and self.last and self.zone == "chairs" and behind and self.last not in frame.sides:
            frame.sides[self.last] = code  # "chaired by A, for the Spanish side, and B": said of A alone
            return
        self.side = code
        if self.zone in {"aside", "stop", "held"}:
            self._enter(self.stopped if self.zone == "stop" and self.stopped in _LISTING else "pending", cue)
        if self.words.by.search(self.text, cue.start, cue.end):
            return  # "Chad was represented by A, and Togo by senior officials": A is not of Togo
        if frame and frame.guests and self.last and self.last.end <= cue.start and not self._actor_in(cue.end):
            for at in self._beside_last(frame):
                guest = frame.guests[at]
                frame.guests[at] = Guest(guest.actor, code, None, guest.rule)
                frame.sides[guest.actor] = code

    def _joined_by(self, cue: Cue) -> bool:
        """Tell whether a cue begins with the "and" that joins whom it is about to the one before."""
        word = _WORD.match(self.text, cue.start)
        before = self.text[max(0, cue.start - 2) : word.end()] if word else ""
        return self.words.listed.search(f"{before} ") is not None

    def _with(self, cue: Cue) -> None:
        # "met, in the presence of their delegations, with B": whom they met is still to come
        beside = (
            self.zone == "guests" and not self.named_since_cue and self.frame and self.frame.kinds & {"meet", "hold"}
        )
        if self.zone == "held" and self._beside_both(cue):
            self._attend(Cue("attend", cue.start, cue.end))  # "A and B held talks together with C"
        elif self.frame and (self.zone in {"held", "during", "object"} or (beside and not self.frame.object)):
            if self.zone == "object" and self._of_one_end():
                self.frame.subject, self.frame.object = self.frame.object, []
            begun = self.zone == "object" and self.opening_with
            self.opening_with = begun or (self.zone == "during" and not self.frame.subject and not self.pending)
            self.frame.faces = True
            self._enter("object", cue)
        elif self.zone == "between" and self.frame and len(self.frame.object) == 1 and not self.frame.subject:
            self._enter("between", cue)  # "the talks that A had yesterday, in the palace, with B"
        elif self.zone in {"chaired", "chairs"} and self.frame and self._beside_chair(cue):
            self.anchor, self.rule, self.side = None, "attend", None
            self._enter("guests", cue)
        elif self.zone == "chaired" and self.frame:
            if self.words.together.search(self.text, cue.start, cue.end) and not self.frame.chairs:
                self.frame.kinds.add("cochair")  # "which he chaired alongside A"
            together = "cochair" in self.frame.kinds or self.words.together.search(self.text, cue.start, cue.end)
            direct = not self.words.noun.search(self.text, self.zone_start, cue.start)
            self.opening_with = not self.frame.chairs  # "chairing talks with A, B said": B chaired
            self._enter("chairs" if together or direct else "object", cue)

    def _beside_both(self, cue: Cue) -> bool:
        """Tell whether two who met had others with them: "together with", not "with"."""
        both = self.frame is not None and len(self.frame.subject) > 1
        return both and self.words.together.search(self.text, cue.start, cue.end) is not None

    def _meet(self, cue: Cue) -> None:
        discussed = cue.kind == "occur" and self.last_cue is not None and self.last_cue.kind == "confer"
        if discussed or self._of_no_encounter(cue):  # "discussed the negotiations taking place in Doha"
            self._enter("stop", cue)
            return
        previous = self.frame
        whole = previous and (previous.object or (self.zone == "aside" and len(previous.subject) > 1))
        second = previous is not None and bool(previous.kinds & {"meet", "hold"}) and bool(whole)
        # "Spain was represented by A, who met B on the margins"
        second = second or (previous is not None and "proxy" in previous.kinds and bool(previous.guests))
        second = second or (cue.kind == "occur" and previous is not None and previous.kinds == {"confer"})
        first = previous is not None and not previous.kinds & MAIN
        antecedent = self._before_relative(cue)[-1:] if first and previous.guests else []  # type: ignore[union-attr]
        second = second or bool(antecedent)  # "present was B, who on Monday was received by C"
        held = self._behind_held(cue)
        frame = self._open_frame(cue, fresh=second)
        waiting, both = self._take_pending(cue), self._both(cue)
        subject = both if len(both) > 1 else waiting  # "thanked B for the talks that both held"
        clause = self._of_clause(cue)
        if clause and (whom := self._whom()):
            frame.object += whom
            subject = clause
        elif self._right_behind_whom(cue):
            subject = subject or self._whom()  # "B, whom received": who did follows as the other end
        elif self.zone == "stop" and self._beside_whom(cue):
            frame.object += self._whom()  # "A thanked B, with whom they had met"
            subject = subject or self.scene.head
        subject = subject or clause or antecedent or held
        if not subject and previous and first:
            subject = self._subject_among_guests(previous) or self._who_came(previous)
        if second and previous and not previous.subject and self.opening_with:
            previous.subject = list(subject)  # "received by A, B also met C"
        again = second and previous and cue.kind != "occur"  # "discussed the talks taking place in Doha"
        frame.subject = subject or (previous.subject if again and previous else frame.subject)
        self.opening_with = not (frame.subject or frame.object or self.named)
        frame.pronoun = bool(self.words.pronoun.search(self.text, max(0, cue.start - _PRONOUN), cue.end + _PRONOUN))
        if frame.pronoun and self.passed and self._unknown(self.passed.end, cue.start) <= SUBJECT_REACH:
            frame.object.append(self.passed)  # "visited Rome, where the minister received him"
        elif frame.pronoun and subject and not frame.object and not self.scene.head:
            head = next((actor for actor in self.named if actor.person), None)
            frame.object += [head] if head and head not in subject else []  # "A smiled when B received her"
        if self.zone == "pending" and not subject and self.words.pronoun.match(self.text, cue.start):
            self.opening_with = False  # "there awaited them A, B and C": who did follows
        host = self.last_cue and self.last_cue.kind == "side" and not subject  # "for Peru there received them A and B"
        self.side = self.side if host else None  # "the Greek delegation, led by A, met": whom they met is another's
        self._enter("object", cue)

    def _behind_held(self, cue: Cue) -> list[Actor]:
        """Return the subject behind a clause on the meeting: "at the talks that were held on Monday, A received B"."""
        frame, held = self.frame, []
        if frame and frame.kinds == {"occur"} and cue.kind == "meet" and not self.pending and self._actor_in(cue.end):
            held, frame.object = frame.object, []
        return held

    def _sign(self, cue: Cue) -> None:
        """Who signs together met: two before the verb, or after "signed by"."""
        if self.words.passive.search(self.text, cue.start, cue.end):
            if self.frame and self.frame.actors and not self._actor_in(cue.end):
                self._enter("stop", cue)  # "A and B took part, in line with the plan signed by the two countries"
                return
            self._open_frame(cue)
            self._enter("between", cue)
            self.side = self._country_in(cue.start, cue.end) or self.side  # "signed for Norway by A"
        elif len(self.pending) > 1:
            self._open_frame(cue).subject += self._take_pending(cue)
            self._enter("stop", cue)
        else:
            self._enter("stop", cue)

    def _confer(self, cue: Cue) -> None:
        """Two who discuss or agree on something together met."""
        people = self.pending if self.zone == "pending" else self._right_before(cue)
        if not self.named and (two := self._pair_right_before(cue)):  # "the two leaders"
            self.scene.frames.append(Frame(self.sentence, cue.start, cue.end, {cue.kind}, subject=two))
        if not self.named and (ends := self._peoples(cue)):
            self.scene.frames.append(
                Frame(self.sentence, cue.start, cue.end, {cue.kind}, subject=ends[:1], object=ends[1:])
            )
        together = len(people) > 1 or any(len(actor.countries) > 1 for actor in people)
        if together and all(actor.person or actor.countries for actor in people):
            self._open_frame(cue).subject += self._take_pending(cue) or people
        elif self._tours(cue):
            self.touring = True  # "A then visited a training centre"
        self._turn_away(Cue("stop", cue.start, cue.end))

    def _tell(self, cue: Cue) -> None:
        """In a meeting, who is told something sits there."""
        frame = self._open_frame(cue)
        frame.subject += self._take_pending(cue)
        self._enter("object", cue)

    def _then(self, cue: Cue) -> None:
        """Go on to whom the same subject met after the one before: "was received by A, then by B"."""
        goes_on = self.zone == "stop" and self.stopped in {"object", "held"}  # "with A on trade, then with B"
        if not self.frame or not (self.zone in {"object", "held"} or goes_on):
            return
        if self.frame.object and self.frame.kinds & {"meet", "hold"}:
            self._meet(Cue("meet", cue.start, cue.end))
        elif not self.named_since_cue:
            self.frame.faces = True
            self._enter("object", cue)  # "A met separately with B": the first whom the sentence tells

    def _errand(self, cue: Cue) -> None:
        """Take whom somebody came to see as met, where the verb stands before both: "there came A to greet B"."""
        came = self.pending and self.words.arrived.search(self.text, 0, self.pending[0].start)
        if came and self.zone == "pending" and self.frame is None:
            self._meet(Cue("meet", cue.start, cue.end))
        else:
            self._turn_away(Cue("stop", cue.start, cue.end))

    def _hold(self, cue: Cue) -> None:
        self._meet(cue)
        self.zone = "held" if self.zone == "object" else self.zone

    _occur = _hold

    def _delegation(self, cue: Cue) -> None:
        if self._spoken_of_before(cue) and self._sent_before(cue) is None:
            # "The session was held. It was led by A and B"
            self._chaired_by(Cue("chaired_by", cue.start, cue.end))
        else:
            super()._delegation(cue)

    def _during(self, cue: Cue) -> None:
        before = self.text[self.zone_start : cue.start].rstrip()
        if self.zone == "object" and not self.named_since_cue and before.endswith(","):
            self._turn_away(Cue("aside", cue.start, cue.end))  # "met, during his stay for the summit, B"
            return
        self._open_frame(cue)
        if self.zone == "chaired":
            return  # "chaired at the ministry a meeting": it was chaired, whoever follows
        # "there accompanied A at both meetings B": those with A are still to come
        named = self.named_since_cue - (self.zone == "guests" and self.last is not None and self.anchor is self.last)
        if self.zone in PRESENT and named < 1 and "," not in self.text[self.zone_start : cue.start]:
            self.zone_start = cue.end  # "took part in the meeting": those present may still follow
        else:
            self._enter("during", cue)

    def _contrast(self, cue: Cue) -> None:
        """Begin a clause with a subject of its own: "while B leads the other"."""
        self.side, self.pending = None, []
        self._enter("pending", cue)

    def _whereat(self, cue: Cue) -> None:
        """Begin a clause on the meeting just named, else one of no concern: "the conditions in which"."""
        if self.frame and self.zone in {"aside", "stop"} and not self._noun_before(cue, RELATIVE_REACH):
            return
        self.scene.head = self.scene.head or self.pending  # "A ended her tour with a visit, in which she talked with B"
        self._contrast(cue)

    def _cleft(self, cue: Cue) -> None:
        self.cleft = True
        if self.words.passive.search(self.text, cue.start, cue.end):
            self._meet(Cue("meet", cue.start, cue.end))
        elif self.zone in {"aside", "stop"}:
            self._enter("pending", cue)
