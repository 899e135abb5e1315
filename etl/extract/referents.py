"""Whom the offices, pronouns and groups of a frame mean, by what the document has told so far.

"She received the minister", "the two heads of delegation chaired", "the delegation met", "so did the Chadian minister".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from etl.extract.actors import Actor
from etl.extract.encounter import people
from etl.extract.matching import TWO_SIDED
from etl.extract.ranks import out_of_office
from etl.extract.roster import in_cabinet
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.cues import Words
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Frame, Guest, Scene
    from etl.extract.reading import Reading
    from etl.extract.sides import Sides

_GROUP_REACH = 30
"""Characters before a verb in which "the delegation" is its subject."""
_PRONOUN = 5
"""Characters before a verb in which the pronoun of its object stands."""


class Referents:
    """Whom one document has named last, who leads which delegation, who travels in it; grows as it is read.

    ``meetings`` are the document's, as they are found.
    """

    def __init__(
        self, reading: Reading, words: Words, sides: Sides, scenes: Sequence[Scene], meetings: Sequence[Meeting]
    ) -> None:
        self.reading, self.words, self.sides, self.meetings = reading, words, sides, meetings
        self.author = _author(scenes)
        self.head: list[Actor] = []
        self.head_at = 0
        self.party: list[Actor] = []
        self.travels_with: str | None = None
        self.headed: dict[str, Actor] = {}
        self.leader: Actor | None = None

    def keep(self, scene: Scene) -> None:
        """Keep who heads a sentence, and who leads a delegation there."""
        if any(actor.person or actor.stands_in for actor in scene.head):
            self.head = [self.sides.antecedent(actor, scene.sentence.start) for actor in scene.head]
            self.head_at = scene.sentence.index
        self.leader = next((actor for frame in scene.frames for actor in reversed(frame.heads)), self.leader)

    def lead(self, frame: Frame) -> None:
        """Keep whose delegation somebody leads."""
        for guest in frame.guests:
            person = guest.actor.person
            if not (person and guest.side and guest.rule == "headed"):
                continue
            self.headed.setdefault(guest.side, guest.actor)
            if not self.sides.countries.get(person):
                self.sides.countries[person] = self.sides.led[person] = guest.side

    def resolve(self, scene: Scene, frame: Frame, focus: Meeting | None, half: Frame | None) -> None:
        """Put the people whom offices and pronouns stand for in their places, and leave out those without office.

        ``focus`` is the meeting told last, ``half`` the end of an encounter of which the other is still to come.
        """
        frame.subject = self._standing_for(frame.subject, frame.sentence.start, focus)
        own = people(frame.subject)  # "A met the chief diplomat": not A, of whom the text spoke last
        found = ((actor, self.sides.antecedent(actor, frame.sentence.start)) for actor in frame.object)
        frame.object = [actor if other.person in own and not actor.person else other for actor, other in found]
        frame.object = self._standing_for(frame.object, frame.sentence.start, focus)
        frame.chairs = self._chairing(frame.chairs, frame.sentence.start)
        frame.guests = [self._known(guest, frame.sentence.start) for guest in frame.guests]
        self._leave_out(frame)
        self._travelling(scene, frame)
        if "cochair" in frame.kinds and len(frame.chairs) == 1 and frame.chairs[0].start > frame.end:
            side = self.sides.codes(frame.chairs, frame)
            spoken = self._spoken_of(scene, frame)  # "which he co-chaired with A"
            frame.chairs = [*(actor for actor in spoken if not self.sides.codes([actor], frame) & side), *frame.chairs]
        before = half or (focus.frames[-1] if focus else None)
        if "ditto" in frame.kinds and before and before.chairs:
            chairs = [guest.actor for guest in frame.guests if guest.anchor is None]
            frame.remove(chairs)
            frame.chairs += chairs
        if frame.kinds & {"between", "sign"} and not frame.subject and len(frame.object) > 1:
            frame.subject, frame.object = frame.object, []
        if frame.kinds & {"meet", "hold", "occur"} and frame.subject and not frame.object and frame.group:
            frame.object = [Actor(frame.end, frame.end, None, None, (frame.group,), plural=True)]
        if frame.kinds & TWO_SIDED and not (frame.object or frame.faces) and len(frame.subject) > 1:
            self._part(frame)
        if frame.pronoun and frame.subject and not frame.object:
            met = people(frame.subject)  # "B was in Lima. A received her": not who stands at this sentence's head
            heads = ([a for a in head if a.person and a.person not in met] for head in (scene.head, self.head))
            named = next((run for run in heads if run), [])
            begin, far = scene.sentence.start, scene.sentence.index - self.head_at > 1
            frame.object = self.sides.meant(named, begin + frame.start - _PRONOUN, begin + frame.end, far=far)
            led = [head for code, head in self.headed.items() if code not in self.sides.codes(frame.subject, frame)]
            frame.object = frame.object or led[-1:]  # "The delegation was led by B. A received them"
        if not frame.subject and (facing := next((guest for guest in frame.guests if _foreign(guest)), None)):
            frame.subject, frame.object = [facing.anchor], [facing.actor]  # type: ignore[list-item]  # it has one
        if (
            frame.kinds & {"meet", "hold", "occur", "during"}
            and frame.object
            and not frame.subject
            and "between" not in frame.kinds
        ):
            frame.subject = self._spoken_of(scene, frame)
            if frame.lead:
                self.sides.countries |= {actor.person: frame.lead[0] for actor in frame.subject if actor.person}

    def _chairing(self, chairs: list[Actor], start: int) -> list[Actor]:
        """Return who chaired; "the two heads of delegation", or "the two ministers" else unknown, led the two."""
        found = self.sides.antecedents(chairs, start)
        meant = next((actor for actor in chairs if actor.person is None and actor.role), None)
        if meant is None or len(chairs) > 1 or len(self.headed) != 2:  # noqa: PLR2004 (two sides)
            return found
        unknown = meant.plural and not meant.countries and all(actor.person is None for actor in found)
        if not (unknown or self.words.heads.fullmatch(folded(meant.role.title))):  # type: ignore[union-attr]  # it has one
            return found
        return [
            replace(meant, person=head.person, role=head.role, countries=(code,), plural=False)
            for code, head in self.headed.items()
        ]

    def _standing_for(self, actors: Sequence[Actor], start: int, focus: Meeting | None) -> list[Actor]:
        """Return whom offices mean, and both of "the two Irishmen"."""
        known = self.sides
        actors = [self._head_of(actor, focus) for actor in actors]
        found = (known.natives(a, start) if a.stands_in == "natives" else [known.antecedent(a, start)] for a in actors)
        return [actor for group in found for actor in group]

    def _head_of(self, actor: Actor, focus: Meeting | None) -> Actor:
        """Return who led the delegation whose head an office means: "received the head of the Chadian delegation"."""
        title = folded(actor.role.title) if actor.role and not actor.person and len(actor.countries) == 1 else ""
        if focus is None or not self.words.heads.match(title):
            return actor
        (code,) = actor.countries
        led = self.headed.get(code)
        keys = [led.person] if led else sorted(focus.chairs())
        own = [key for key in keys if key and code in {self.sides.settled.get(key), self.sides.countries.get(key)}]
        return actor.named(own[0], code) if len(own) == 1 else actor

    def _known(self, guest: Guest, start: int) -> Guest:
        """Return a guest with whom they came named, and themselves where they are but called "the visitor"."""
        actor = self.sides.antecedent(guest.actor, start) if guest.actor.stands_in else guest.actor
        anchor = self.sides.antecedent(guest.anchor, start) if guest.anchor else None
        return replace(guest, actor=actor, anchor=anchor)

    def _travelling(self, scene: Scene, frame: Frame) -> None:
        """Keep who is said to be in a delegation before any meeting is told of, for "the delegation met"."""
        sent = self.words.delegation.search(scene.text)
        if sent and frame.kinds <= {"attend", "accompany", "delegation"} and not self.meetings:
            self.party += [guest.actor for guest in frame.guests if guest.actor.person]
            self.travels_with = next((g.anchor.person for g in frame.guests if g.anchor), None) or self.travels_with
            return
        anonymous = "meet" in frame.kinds and not (frame.subject or frame.lead)
        sent = self.words.delegation.search(scene.text, max(0, frame.start - _GROUP_REACH), frame.start)
        # "With B, the talk was of visas, for which the delegation asked"
        sent = sent or (None if scene.head else self.words.the_delegation.search(scene.text, frame.end))
        if anonymous and (sent or (not self.head and self.words.anonymous.match(scene.text))):
            frame.subject = list(self.party)  # "the delegation met", or "it was received" where nobody else was named
        own = self.words.own_party.search(scene.text, 0, frame.start) if "meet" in frame.kinds else None
        if own and any(actor.person == self.travels_with for actor in frame.subject):
            known = people(frame.actors)  # "A went to Lima with B and C. There A and her delegation met"
            frame.subject += [actor for actor in self.party if actor.person not in known]
        bare = self.leader and self.words.the_delegation.match(scene.text)
        if bare and "meet" in frame.kinds and frame.subject and self.leader not in frame.subject:
            known = people(frame.actors)  # "The delegation, in which were B and C, was received": with its head
            frame.subject += [self.leader] if self.leader and self.leader.person not in known else []

    def _spoken_of(self, scene: Scene, frame: Frame) -> list[Actor]:
        """Return of whom the text speaks where a verb has no subject of its own, or whose "I" it is."""
        heads = [actor for actor in scene.head if actor.end <= frame.start] or self.head
        if self.words.speaker.search(scene.text, 0, frame.start):
            heads = self.author
        if not heads and frame.pronoun:
            heads = list(self.headed.values())[-1:]  # "The delegation was led by A. B received them"
        met = people(frame.object)
        heads = self.sides.meant(heads, scene.sentence.start, scene.sentence.start + frame.start)
        return [actor for actor in heads if actor.person and actor.person not in met and not self._private(actor)]

    def _leave_out(self, frame: Frame) -> None:
        """Take out of a frame who stands for no side; of those who only stand together, all whose side nobody tells."""
        nobody = [a for a in frame.actors if a.stands_in and not (a.countries and a.stands_in == "figure")]
        frame.remove([*nobody, *(actor for actor in frame.actors if self._private(actor))])
        if frame.unworded:
            frame.guests = [guest for guest in frame.guests if self.sides.codes([guest.actor], frame)]

    def _private(self, actor: Actor) -> bool:
        """Tell whether somebody has no office any more, or never had one: they stand for no side."""
        language = self.reading.document.language or "en"
        roles = self.sides.roles(actor)
        return bool(roles) and all(out_of_office(role.title, language) for role in roles)

    def _part(self, frame: Frame) -> None:
        """Part the subject of "A and B met" into its two sides, where one of them is told."""
        own = [self.sides.codes([actor], frame) for actor in frame.subject]
        first = own[0]
        other = [actor for actor, codes in zip(frame.subject, own, strict=True) if codes and codes != first]
        other = other or [actor for actor in frame.subject[1:] if actor.counterpart]
        if other:
            frame.object = other
            frame.subject = [actor for actor in frame.subject if actor not in other]
        elif len(frame.subject) == 2 or (first and not any(own[1:])):  # noqa: PLR2004 (two sides)
            frame.subject, frame.object = frame.subject[:1], frame.subject[1:]


def _author(scenes: Sequence[Scene]) -> list[Actor]:
    """Return who "I" is: the official whose name and office stand above the text, else the last whose name does."""
    above = takewhile(lambda scene: scene.sentence.block in {"title", "heading", "dateline"}, scenes)
    named = [actor for scene in above for actor in scene.head if actor.person]
    return [actor for actor in named if actor.role][:1] or named[-1:]


def _foreign(guest: Guest) -> bool:
    """Tell whether somebody accompanies a member of another country's cabinet as one of their own."""
    pair = [actor for actor in (guest.anchor, guest.actor) if actor and actor.role and in_cabinet(actor)]
    return len(pair) == 2 and bool(pair[0].countries and pair[1].countries) and pair[0].countries != pair[1].countries  # noqa: PLR2004 (two sides)
