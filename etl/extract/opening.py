"""Whether a frame shows an encounter by itself: two sides at a verb's two ends, or a session with its parties."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from etl import places
from etl.extract.encounter import people
from etl.extract.inference import most_named
from etl.extract.matching import TWO_SIDED
from etl.extract.office import TERRITORIAL
from etl.extract.ranks import rank_of_title
from etl.extract.roster import in_cabinet, place_country
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.actors import Actor
    from etl.extract.cues import Words
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Frame, Scene
    from etl.extract.reading import BodyMention, Reading
    from etl.extract.sides import Sides

SESSION = frozenset({"hold", "occur", "during", "between", "preside", "cochair", "chaired_by"})
"""Cues of a session of a body, or of talks, as such."""
BESIDE = frozenset({"attend", "presence", "accompany", "delegation", "represent", "proxy"})
"""What tells of those at an encounter, and not that it was held."""
_ON_THE_SPOT = frozenset({"hold", "occur", "cochair", "chaired_by"})
"""What shows an encounter even in a text that begins with a telephone call."""
_OPENS_QUOTE = re.compile(r"[\s,\"«]*")
_ELECTED = frozenset({"deputy", "senator", "mayor"})
_EVENT_NAME = 80
"""Characters behind an event's number in which the word for it stands."""
_RIGHT_BEHIND = 3
"""Characters from the end of a number to the body that it counts."""


class Opening:
    """Asks the frames of one document; ``meetings`` grow as it is read."""

    def __init__(
        self, reading: Reading, words: Words, sides: Sides, scenes: Sequence[Scene], meetings: Sequence[Meeting]
    ) -> None:
        self.reading, self.words, self.sides = reading, words, sides
        self.scenes, self.meetings = scenes, meetings
        self.phoned = bool(words.guards["phone"].search(folded(reading.document.title or "")))

    def shown(self, scene: Scene, frame: Frame) -> bool:
        """Tell whether a frame by itself shows an encounter of two sides."""
        if self.phoned and not frame.kinds & _ON_THE_SPOT and not self.meetings:
            return False
        if frame.kinds == {"confer"} and self.called(scene):
            return False  # who discussed something may have done so on the telephone
        if frame.unreal and frame.kinds <= BESIDE:
            return False  # "among the guests will be A, accompanied by B, and C"
        if self._to_come(scene, frame):
            return False
        if self._two_ends(frame) or self.sides.gathers(frame) or self._holds_session(scene, frame):
            return True
        return self._faces_unsided(frame) or self._faces_delegation(frame)

    def _faces_delegation(self, frame: Frame) -> bool:
        """Tell whether ministers met the delegation of another country than the one that the text speaks of beside it.

        "The talks brought together the justice minister, A, with a Jordanian delegation led by B".
        """
        led = [guest for guest in frame.guests if guest.rule == "headed" and guest.side]
        own = [*frame.subject, *frame.object]
        if "gathers" not in frame.kinds or len(led) != 1 or not frame.has_noun or self.sides.codes(own, frame):
            return False
        if frame.unreal or not any(map(in_cabinet, own)):
            return False
        other = most_named(self.reading, {led[0].side or ""})
        if other:
            frame.sides |= dict.fromkeys(own, other)
        return bool(other)

    def _to_come(self, scene: Scene, frame: Frame) -> bool:
        """Tell whether the verb of those at a meeting is one of what lies ahead, before or behind them.

        "At the meeting A and B were to take part"; "in his talks with A, B will stress".
        """
        if frame.kinds != {"during"}:
            return frame.kinds == {"between"} and self._intended(scene, frame.object[-1:])
        if frame.anaphoric and self._called_off(scene):
            return True
        if self._intended(scene, [*frame.subject[:1], *frame.object[-1:]]):
            return True
        verb = scene.text[frame.end : frame.subject[0].start] if frame.subject else ""
        before = scene.text[frame.subject[-1].end : frame.start] if frame.subject else ""
        verb = before if before and "," not in before else verb  # "A and his party will take part in talks with B"
        last = max((actor.end for actor in (*frame.subject, *frame.object)), default=0)
        ahead = self.words.unreal.search(verb) or self.words.guards["future"].search(verb)
        return bool(ahead or (last and self.words.unreal.match(scene.text, _behind(scene, last))))

    def _intended(self, scene: Scene, people: Sequence[Actor]) -> bool:
        """Tell whether the verb right behind somebody tells but what was meant: "A tenía previsto plantear a B"."""
        return any(self.words.intended.match(scene.text, _behind(scene, actor.end)) for actor in people)

    def _called_off(self, scene: Scene) -> bool:
        """Tell whether the text told before of a meeting that did not come about, and of none that did."""
        return not self.meetings and self._first_off is not None and self._first_off < scene.sentence.index

    @cached_property
    def _first_off(self) -> int | None:
        """The number of the first sentence in which a meeting was called off."""
        off, noun = self.words.guards["cancelled"], self.words.noun
        told = (s for s in self.scenes if any(noun.search(s.text, 0, found.start()) for found in off.finditer(s.text)))
        return next((scene.sentence.index for scene in told), None)

    def _faces_unsided(self, frame: Frame) -> bool:
        """Tell whether two signed, or spoke for their sides, of whom one's is told and the text names one country more.

        "The acting foreign minister, A, and the ambassador of Japan, B, signed": A's is the country spoken of most.
        """
        if not ({"sign"} <= frame.kinds <= {"sign", "during"} or (frame.kinds == {"gather"} and frame.has_noun)):
            return False
        ends = {actor.person: actor for actor in frame.actors if actor.person and self.sides.roles(actor)}
        codes = self.sides.codes(ends.values(), frame)
        unsided = [actor for actor in ends.values() if not self.sides.codes([actor], frame)]
        if len(ends) != 2 or len(codes) != 1 or len(unsided) != 1:  # noqa: PLR2004 (two hands)
            return False
        if any(role.rank in TERRITORIAL for role in self.sides.roles(unsided[0])):
            return False
        other = most_named(self.reading, codes) or self.sides.home
        if other is None or other in codes:
            return False
        frame.sides[unsided[0]] = other
        return True

    def called(self, scene: Scene) -> bool:
        """Tell whether the text speaks of a telephone call up to a sentence."""
        return self._first_call is not None and self._first_call <= scene.sentence.index

    @cached_property
    def _first_call(self) -> int | None:
        """The number of the first sentence that speaks of a telephone call."""
        phone = self.words.guards["phone"]
        return next((scene.sentence.index for scene in self.scenes if phone.search(scene.text)), None)

    def _two_ends(self, frame: Frame) -> bool:
        """Tell whether a subject and an object, or two chairs, stand for two countries."""
        if frame.kinds & TWO_SIDED and frame.object:
            if any(map(self.sides.of_no_state, (frame.subject, frame.object))):
                return False
            ends = [self.sides.codes(end, frame) for end in (frame.subject, frame.object)]
            codes = ends[0] | ends[1] | set(frame.lead)
            home = {self.sides.home}
            if len(codes) == 1 and (all(ends) or ("gathers" in frame.kinds and codes == home and not frame.group)):
                return False  # colleagues
            official = any(self.sides.roles(actor) or self.sides.codes([actor], frame) for actor in frame.object)
            told = codes and (frame.subject or frame.lead) and (official or frame.has_noun)  # not anybody received
            told = told and not self._of_home_affairs(frame, ends[0])
            if len(codes) > 1 or told or self.sides.peers(frame):
                return True
            abroad = not codes and frame.subject and (self.sides.abroad(frame) or self._goes_on(frame))
            if abroad or (not codes and self.sides.at_one_of_two(frame)) or self.sides.goes_on(frame):
                return True
        both = self._principals(frame)
        return bool(both and len(frame.chairs) > 1 and not self._of_one_town(frame, both)) or bool(
            frame.kinds & {"meet", "sign", "confer"} and len(both) > 1
        )

    def _of_one_town(self, frame: Frame, codes: set[str]) -> bool:
        """Tell whether officials at home chaired, before the text names any country: "the delegate and the mayor"."""
        read = self.reading.sentences[: frame.sentence.index + 1]
        named = {mention.code for sentence in read for mention in sentence.countries}
        told = {office.role.country for sentence in read for office in sentence.roles} | self.sides.codes(
            frame.actors, frame
        )
        cabinet = any(map(in_cabinet, frame.chairs))  # "the prefect and the minister of the Saarland"
        return len(codes) == 1 and not cabinet and not (named | told) - {None, *codes}

    def _of_home_affairs(self, frame: Frame, own: set[str]) -> bool:
        """Tell whether an official who is at home met members of a parliament or mayors of whom no word tells whose."""
        language = self.reading.document.language or "en"
        held = [self.sides.roles(actor) for actor in frame.object]
        told = any(role.country for roles in held for role in roles)
        ranks = [{rank_of_title(role.title, language) for role in roles} for roles in held]
        local = not told and all(rank and rank <= _ELECTED for rank in ranks)
        away = frame.visited or frame.visiting or place_country(frame) not in {None, *own}
        return local and bool(own) and not away and not frame.group

    def _goes_on(self, frame: Frame) -> bool:
        """Tell whether somebody who met another country's officials goes on to one of its cabinet."""
        again = any(people(frame.subject) & meeting.principals for meeting in self.meetings)
        return again and any(in_cabinet(actor) for actor in frame.object)

    def _principals(self, frame: Frame) -> set[str]:
        return self.sides.codes([*frame.subject, *frame.object, *frame.chairs], frame)

    def _holds_session(self, scene: Scene, frame: Frame) -> bool:
        """Tell whether a session of a body, or a meeting of two countries, is said to have been held."""
        body, ordinal = self.session(scene, frame)
        ends = [*frame.subject, *frame.object, *frame.guests]
        if not ends and not self.meetings and self._sent(scene, frame):
            return True
        gathered = (
            frame.kinds == {"meet"} and not ends and bool(body or ordinal)
        )  # "A and B met for their third session"
        if not (frame.kinds & SESSION or gathered) or not (frame.has_noun or body):
            return False
        if not body and self._at_home(frame):
            return False
        spoke = any(guest.rule == "spoke" for guest in frame.guests)
        if not (frame.kinds & (SESSION - {"during", "between"}) or ordinal or (spoke and body)):
            return False
        both = self._principals(frame)
        return len(both) > 1 or len(self.named(frame, body, ordinal)) > 1 or len(both | set(frame.countries)) > 1

    @staticmethod
    def _sent(scene: Scene, frame: Frame) -> bool:
        """Tell whether delegations of several countries met: "the talks brought together officials of A, B and C"."""
        if not (frame.delegations or "gathers" in frame.kinds) or frame.unreal or len(set(frame.countries)) < 2:  # noqa: PLR2004 (two sides)
            return False
        if "meet" not in frame.kinds:
            return bool(frame.kinds & {"attend", "gathers"}) and frame.has_noun
        before = {m.code for m in scene.sentence.countries if m.end - scene.sentence.start <= frame.start}
        return len(before) != 1  # one government may also have received a request of another's

    def _at_home(self, frame: Frame) -> bool:
        """Tell whether officials of the document's own country alone chair what speaks of third countries."""
        home = self.sides.home
        return bool(frame.chairs and home and home not in frame.countries) and not self._principals(frame)

    def session(self, scene: Scene, frame: Frame) -> tuple[BodyMention | None, int | None]:
        """Return the body and the ordinal of the session that a frame tells of."""
        numbered = {
            body.start
            for body in scene.sentence.bodies
            if any(0 < body.start - ordinal.end < _RIGHT_BEHIND for ordinal in scene.sentence.ordinals)
        }  # "closed the XIII Border Committee": a session without the word
        if not frame.kinds & SESSION and not frame.has_noun and not numbered:
            return None, None
        start = scene.sentence.start
        reach = range(frame.start, frame.end + 60) if frame.kinds <= {"during", "attend"} else range(len(scene.text))
        own = range(frame.start, frame.end) if frame.kinds == {"during"} else ()
        noun = self.words.noun
        bodies = [
            body
            for body in scene.sentence.bodies
            if (scene.inside(body.start) or body.start - start in own)
            and body.start - start in reach
            and not (frame.object and len(body.parties) < 2 and self._of_an_event(scene, body.start - start))  # noqa: PLR2004 (a pair)
            and (
                frame.kinds & SESSION
                or body.start in numbered
                or noun.search(scene.text, max(0, body.start - start - 35), body.start - start)
            )
        ]
        ordinals = [
            ordinal
            for ordinal in scene.sentence.ordinals
            if (scene.inside(ordinal.start) or ordinal.start - start in own)
            and ordinal.start - start in reach
            and not (frame.object and not bodies and self._of_an_event(scene, ordinal.start - start))
        ]
        if ordinals and not bodies and self.words.same_body.search(scene.text):
            bodies = [b for other in self.scenes[: scene.sentence.index] for b in other.sentence.bodies][-1:]
        return (bodies[0] if bodies else None), (ordinals[0].value if ordinals else None)

    def _of_an_event(self, scene: Scene, position: int) -> bool:
        """Tell whether a number or a body is the event's beside which two met: "on the margins of the 5th summit"."""
        language = self.reading.document.language or "en"
        beside = places.margins(language).search(scene.text[:position])
        return bool(beside and places.gatherings(language).search(scene.text, beside.start(), position + _EVENT_NAME))

    def named(self, frame: Frame, body: BodyMention | None, ordinal: int | None) -> tuple[str, ...]:
        """Return the parties that the sentence names as such: the body's, or a run of countries."""
        if body and len(body.parties) > 1:
            return body.parties
        ends = self.sides.codes([*frame.subject, *frame.object], frame)
        if not (frame.kinds & SESSION or (frame.delegations and not frame.actors)) or (
            not body and frame.subject and frame.object and len(ends) > 1
        ):
            return ()
        codes = tuple(dict.fromkeys(frame.countries))
        if len(codes) > 1:
            return codes
        return self._both(frame) or (self._named_before(frame) if body and ordinal else ())

    def _both(self, frame: Frame) -> tuple[str, ...]:
        """Return the two countries of the headline where the sentence speaks of officials of "both countries"."""
        if not self.words.both_countries.search(folded(self.reading.words(frame.sentence))):
            return ()
        above = [s for s in self.reading.sentences if s.block == "title" and s.index < frame.sentence.index]
        codes = {mention.code for sentence in above for mention in sentence.countries}
        return tuple(sorted(codes)) if len(codes) == 2 and not frame.countries else ()  # noqa: PLR2004 (two sides)

    def _named_before(self, frame: Frame) -> tuple[str, ...]:
        """Return the two countries that the sentences just before a body's session speak of, if they are two."""
        index = frame.sentence.index
        near = self.reading.sentences[max(0, index - 2) : index + 1]
        codes = {mention.code for sentence in near for mention in sentence.countries}
        return tuple(sorted(codes)) if len(codes) == 2 else ()  # noqa: PLR2004 (two sides)


def _behind(scene: Scene, position: int) -> int:
    """Return where the next word begins behind a position, in a quotation or not."""
    return _OPENS_QUOTE.match(scene.text, position).end()  # type: ignore[union-attr]  # of any length
