"""One sentence read from left to right: which encounter it reports, and who stands in which relation to it.

A cue ("a reçu", "co-chaired by", "accompanied by", "on the Spanish side") opens a stretch; the people and offices
named in it stand in that relation, until the next cue, a stop ("to discuss", "pour") or the end of an aside
("who ...", "à l'invitation de ..."). People before the first cue wait for it as its subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.extract import actors, cues, implied
from etl.extract.actors import Actor
from etl.extract.cues import Cue
from etl.extract.frames import ENCOUNTER, MAIN, Frame, Guest, Scene
from etl.extract.guards import refusal

if TYPE_CHECKING:
    from etl.extract.cues import Words
    from etl.extract.reading import Reading, Sentence

_FIRST_REACH, _LIST_REACH, _SUBJECT_REACH, _INVERTED_REACH = 16, 6, 9, 4
"""Unknown words that may stand between a cue and its first person, two persons of a list, a subject and its verb, a
verb and the subject after it."""
_COMPLEMENTISERS = frozenset({"que", "qu'", "that"})
_GENITIVE = re.compile(r"\w+ (?:of|de|du|del|des|d')\s*(?:the |la |le |el |l')?\Z")
_PASSIVE = re.compile(r"(?:by|par|por|del?|du|des|d')$")
_BY = re.compile(r"\b(?:by|par|por)\s*$")
_TOGETHER = re.compile(r"junto|conjoint|together|jointly|alongside|aux cotes")
_HEADED = re.compile(r"\b(?:led|headed|conduit|dirige|preside|mene|emmene|encabezad|liderad|presidid|dirigid)")
_AND = r"(?:and|et|y|e|ainsi que|asi como|as well as)\s+"
_FEW_WORDS = r"(?:[\w']+\s+){0,2}"
_LISTED = re.compile(rf",\s*{_AND}{_FEW_WORDS}\Z|[\ue001\ue002]\s+{_AND}{_FEW_WORDS}\Z")
_LIST_ON = re.compile(rf"\s*(?:,\s*)?{_AND}{_FEW_WORDS}[\ue001\ue002]|\s*,\s*{_FEW_WORDS}[\ue001\ue002]")
"""What stands before the last of a list, and behind one that is not."""
_PRONOUN = 5
"""Characters around a verb of meeting in which the pronoun of its object stands."""
_NOUN_REACH = 90
"""Characters between the noun of an encounter and its "between"."""
_BEHIND = re.compile(r"[\s,(]*")
_INVITATION = re.compile(r"\W*(?:at|a) (?:the |l'|la )?invit")
_QUOTED = re.compile(r'"[^"]*"?|«[^»]*»?')
_WORD = re.compile(r"[^\W_]+(?:'(?=\W|$))?")
_PRIVATE = re.compile("[\ue001-\ue004]+")
_NAMED = re.compile("[\ue001\ue002]")
_GUEST = frozenset({"attend", "presence", "accompany", "proxy", "delegation"})
_PRESENT = frozenset({"guests", "chaired", "chairs"})


def _place(item: Actor | Cue) -> tuple[int, bool]:
    return item.start, isinstance(item, Actor)


def _start(actor: Actor) -> int:
    return actor.start


def read_all(reading: Reading, words: Words) -> list[Scene]:
    """Return what each sentence reports; the items after "those present:" name people who took part."""
    scenes: list[Scene] = []
    listing = False
    for sentence in reading.sentences:
        scene = read(reading, sentence, words, listing=listing and sentence.block == "item")
        listing = scene.announces or (listing and sentence.block == "item" and not scene.verbal)
        scenes.append(scene)
    return scenes


def read(reading: Reading, sentence: Sentence, words: Words, *, listing: bool = False) -> Scene:
    """Return what the sentence reports; as an item of a list of those present with ``listing``."""
    return _Scan(reading, sentence, words, listing=listing).run()


class _Scan:
    """The state of one left-to-right reading."""

    def __init__(self, reading: Reading, sentence: Sentence, words: Words, *, listing: bool) -> None:
        self.words = words
        self.sentence = sentence
        self.text = cues.masked(reading, sentence)
        self.scene = Scene(sentence, self.text)
        self.plain = self._plain()
        self.zone, self.zone_start, self.resume = "pending", 0, "pending"
        self.closed: int | None = None
        self.side: str | None = None
        self.anchor: Actor | None = None
        self.anchor_follows = False
        self.rule = "attend"
        self.frame: Frame | None = None
        self.pending: list[Actor] = []
        self.last: Actor | None = None
        self.last_cue: Cue | None = None
        self.named_since_cue = 0
        self.touring = False
        self.seen: list[Actor] = []
        self.opening_with = False
        self.inviters: list[Actor] = []
        self.passed: Actor | None = None

        if listing:
            self._open_frame(Cue("attend", 0, 0)).kinds.add("list")
            self.zone = "guests"

    def run(self) -> Scene:
        quoted = [match.span() for match in _QUOTED.finditer(self.text)]
        self.scene.excluded += quoted
        self.scene.asides += quoted
        for item in self._items():
            if any(low < item.start < high for low, high in quoted):
                continue
            self._close_aside(item.start)
            if isinstance(item, Actor):
                self._actor(item)
            else:
                self._cue(item)
        self._close(len(self.text))
        self._settle()
        for frame in self.scene.frames:
            implied.complete(self.scene, frame, self.words)
        return self.scene

    def _settle(self) -> None:
        """Give the frame those who waited for a verb that did not come, and add what the sentence only implies."""
        scene, words, frame = self.scene, self.words, self.frame
        waiting = self.pending
        if frame and "during" in frame.kinds:
            only = (
                frame.kinds == {"during"} and len(waiting) > 1 and not implied.lies_ahead(scene, frame, waiting, words)
            )
            if only or frame.object:
                frame.subject = frame.subject or waiting or scene.head
        if frame and frame.object and not frame.subject and "meet" in frame.kinds:
            frame.subject = self.inviters  # "at the invitation of A, have met B and C"
        scene.head = scene.head or list(waiting)
        if frame and frame.kinds == {"during"} and not frame.subject:
            implied.add_speaker(scene, frame, words)
        if not scene.frames and len(self.seen) > 1 and words.guards["phone"].search(self.text):
            scene.refused = scene.refused or "call"
        if not scene.frames and (session := implied.named_session(scene, words)):
            scene.frames.append(session)
        if not any(known.actors for known in scene.frames) and (met := implied.gathering(scene, self.seen, words)):
            scene.frames.append(met)

    def _items(self) -> list[Actor | Cue]:
        acting = self._acting()
        found = [
            cue
            for cue in cues.find(self.words, self.text)
            if not any(actor.start <= cue.start < actor.end for actor in acting)
        ]
        items: list[Actor | Cue] = [*acting, *found]
        return sorted(items, key=_place)

    def _acting(self) -> list[Actor]:
        """Return the actors, but for those within another's title and those who only possess something.

        "A, chief of cabinet for President B" and "B's commitment" say nothing of what B did; "B's meeting" does.
        """
        found = sorted(actors.find(self.sentence, self.text), key=_start)
        return [
            actor
            for before, actor in zip([None, *found], found, strict=False)
            if not (before and before.person and actor.person and not self.text[before.end : actor.start].strip())
            and not self._possesses(actor)
        ]

    def _possesses(self, actor: Actor) -> bool:
        if not self.text.startswith("'s ", actor.end) or self.words.own_meeting.match(self.text, actor.end):
            return False
        end = self.sentence.start + actor.end
        return actor.person is None or any(mention.end == end for mention in self.sentence.persons)

    def _plain(self) -> str:
        """Return the masked text with dates, places and countries blanked: what is left between people is words."""
        characters = list(self.text)
        sentence = self.sentence
        spans = [(date.start, date.end) for date in sentence.dates]
        spans += [(place.start, place.end) for place in sentence.places]
        spans += [(country.start, country.end) for country in sentence.countries]
        for start, end in spans:
            low, high = start - sentence.start, min(end - sentence.start, len(characters))
            characters[low:high] = " " * (high - low)
        return "".join(characters)

    def _unknown(self, start: int, end: int) -> int:
        """Count the words of a stretch that no list or adverb explains."""
        stretch = _PRIVATE.sub(" ", self.plain[start:end])
        return sum(word not in self.words.connectors for word in _WORD.findall(stretch))

    # -- people

    def _actor(self, actor: Actor) -> None:
        reach = _LIST_REACH if self.named_since_cue else _FIRST_REACH
        begin = self.last.end if self.named_since_cue and self.last else self.zone_start
        near = self._unknown(begin, actor.start) <= reach
        place = getattr(self, f"_in_{self.zone}", None)
        if self.zone in {"aside", "stop"}:
            self.passed = actor
            if self.zone == "aside" and _INVITATION.match(self.text, 0, self.zone_start):
                self.inviters.append(actor)
            return
        self.seen.append(actor)
        if place is None or not near or not place(actor):
            self._wait(actor)
        if self.side and self.frame:
            self.frame.sides[actor] = self.side
        self.last = actor
        self.named_since_cue += 1

    def _wait(self, actor: Actor) -> None:
        """Keep an actor as the possible subject of a verb to come."""
        if self.zone != "pending":
            self.zone, self.pending = "pending", []
        elif self.pending and self._unknown(self.pending[-1].end, actor.start) > _LIST_REACH:
            self.pending = []
        self.pending.append(actor)

    def _in_object(self, actor: Actor) -> bool:
        apart = self.opening_with and "," in self.text[self.zone_start : actor.start]
        if apart and not (_LISTED.search(self.text, self.zone_start, actor.start) or self._listed_on(actor)):
            return False  # "during a meeting with A, B said": B is the subject
        if not self.named_since_cue and _GENITIVE.search(self.text, self.zone_start, actor.start):
            return False  # "welcomed the decision of": whose it is was not met
        if self.frame:
            self.frame.object.append(actor)
        return True

    def _listed_on(self, actor: Actor) -> bool:
        """Tell whether another of the same list follows: "with A, B and C, D said"."""
        return bool(_LIST_ON.match(self.text, actor.end))

    _in_between = _in_object

    def _in_held(self, actor: Actor) -> bool:
        """After "held a meeting": the subject may follow at once (Spanish, French relative clauses)."""
        if self.frame and self._unknown(self.zone_start, actor.start) <= _INVERTED_REACH and not self.frame.subject:
            self.frame.object.append(actor)
            self.zone = "object"
            return True
        return False

    def _in_chaired(self, actor: Actor) -> bool:
        """After the verb: who chaired may follow it, but a noun between is what they chaired."""
        if self.frame is None or self.words.noun.search(self.text, self.zone_start, actor.start):
            return False
        self.frame.chairs.append(actor)
        return True

    def _in_chairs(self, actor: Actor) -> bool:
        if self.frame:
            self.frame.chairs.append(actor)
        return True

    def _in_guests(self, actor: Actor) -> bool:
        if self.frame:
            self.frame.guests.append(Guest(actor, self.side, self.anchor, self.rule))
            if self.anchor_follows:
                self.anchor, self.anchor_follows = actor, False
        return True

    # -- cues

    def _cue(self, cue: Cue) -> None:
        kind = cue.kind
        if kind == "list":
            return
        self.touring = kind == "tour" or (self.touring and kind not in MAIN)
        if self.touring and kind in _GUEST | {"tour"}:
            kind = "stop"  # who is present on a tour of a site was not at the meeting for that
        if kind in _GUEST:
            self.rule = "headed" if _HEADED.search(self.text, cue.start, cue.end) else kind
        if kind in {"aside", "stop", "report"}:
            self._turn_away(cue)
        elif kind == "side":
            self._take_side(cue)
        elif kind == "tell" and not (self.frame and "during" in self.frame.kinds and self.pending):
            self._turn_away(Cue("report", cue.start, cue.end))
        elif kind == "with":
            self._with(cue)
        elif (kind == "between" and not (self.zone == "held" or self._noun_before(cue))) or self._refuse(cue):
            return
        else:
            getattr(self, f"_{kind}")(cue)
        self.last_cue = cue

    def _refuse(self, cue: Cue) -> bool:
        """Tell whether a trigger tells of no encounter that took place; an earlier one's frame is marked as such."""
        reason = refusal(self.words, self.text, cue)
        if reason == "recalled" and not (self.frame and not self.frame.recalled and self.zone in {"stop", "aside"}):
            self._open_frame(cue).recalled = True
            return False
        if reason:
            self._enter("stop", cue)
            if reason != "recalled":  # else: "met X to build on earlier talks between ...": the news is the other
                self.pending = []
                if cue.kind in MAIN:
                    self.scene.refused = self.scene.refused or reason
        return reason is not None

    def _enter(self, zone: str, cue: Cue) -> None:
        self._close(cue.start)
        if zone in {"aside", "stop"}:
            self.closed = cue.end
        self.zone, self.zone_start, self.named_since_cue = zone, cue.end, 0

    def _close(self, position: int) -> None:
        if self.closed is not None:
            self.scene.excluded.append((self.closed, position))
            if self.zone == "aside":
                self.scene.asides.append((self.closed, position))
            self.closed = None

    def _close_aside(self, position: int) -> None:
        """End an aside, or the phrase "during the meeting", at the next comma."""
        if self.zone in {"aside", "during"} and (comma := self.text.find(",", self.zone_start, position)) >= 0:
            named = self.named_since_cue
            self._enter("pending" if self.zone == "during" else self.resume, Cue("comma", comma, comma + 1))
            self.named_since_cue = named if self.zone != "pending" else 0

    def _turn_away(self, cue: Cue) -> None:
        after_report = self.last_cue is not None and self.last_cue.kind == "report"
        opening = self.zone == "pending" and not self.pending and not self.last_cue
        if opening and self.text[cue.start : cue.end] in _COMPLEMENTISERS:
            return  # "it was announced that ...": what follows is the news
        if cue.kind == "aside" and after_report and not self.text[self.last_cue.end : cue.start].strip():  # type: ignore[union-attr]
            self._enter("pending", cue)
        elif cue.kind == "report" and self.pending and self.zone == "pending":
            self.scene.head, self.pending = self.scene.head or self.pending, []
            self._enter("pending", cue)
        elif cue.kind == "report" and not self.frame:
            self._enter("pending", cue)  # "said the minister after talks with ...": who speaks may follow
        elif cue.kind == "aside":
            if self.zone not in {"aside", "stop"}:
                self.resume = self.zone
                self._enter("aside", cue)
        elif self.zone != "aside" or self.resume != "pending" or self.pending or self.frame:
            self.scene.head = self.scene.head or self.pending
            self._enter("stop", cue)  # not in an opening aside: "during a visit to A, B met C"

    def _take_side(self, cue: Cue) -> None:
        code = self._country_in(cue.start, cue.end)
        if code is None:
            return
        frame = self.frame
        if frame and self.last and self.zone == "chairs" and _BEHIND.fullmatch(self.text, self.last.end, cue.start):
            frame.sides[self.last] = code  # "chaired by A, for the Spanish side, and B": said of A alone
            return
        self.side = code
        if self.zone in {"aside", "stop", "held"}:
            self._enter("pending", cue)
        if frame and frame.guests and self.last and self.last.end <= cue.start and not self._actor_after(cue.end):
            last = frame.guests[-1]
            frame.guests[-1] = Guest(last.actor, code, None, last.rule)
            frame.sides[last.actor] = code

    def _with(self, cue: Cue) -> None:
        if self.zone in {"held", "during", "object"} and self.frame:
            self.opening_with = self.zone == "during" and not self.frame.subject and not self.pending
            self._enter("object", cue)
        elif self.zone == "chaired" and self.frame:
            together = "cochair" in self.frame.kinds or _TOGETHER.search(self.text, cue.start, cue.end)
            direct = not self.words.noun.search(self.text, self.zone_start, cue.start)
            self._enter("chairs" if together or direct else "object", cue)

    def _open_frame(self, cue: Cue, *, fresh: bool = False) -> Frame:
        """Return the sentence's frame, or a new one where there is none yet or a second encounter begins."""
        if self.frame is None or fresh:
            self.frame = Frame(self.sentence, cue.start, cue.end)
            self.scene.frames.append(self.frame)
        elif cue.kind in ENCOUNTER and not self.frame.kinds & ENCOUNTER:
            self.frame.start, self.frame.end = cue.start, cue.end
        self.frame.kinds.add(cue.kind)
        if self.words.noun.search(self.text, cue.start, cue.end):
            self.frame.has_noun = True
        return self.frame

    def _take_pending(self, cue: Cue) -> list[Actor]:
        """Return those who wait for a verb; too far before it they are no subject of it."""
        taken, self.pending = self.pending, []
        if taken and self._unknown(taken[-1].end, cue.start) > _SUBJECT_REACH:
            taken = []
        self.scene.head = self.scene.head or taken
        return taken

    def _meet(self, cue: Cue) -> None:
        previous = self.frame
        second = previous is not None and bool(previous.kinds & {"meet", "hold"}) and bool(previous.object)
        first = previous is not None and not previous.kinds & MAIN
        frame = self._open_frame(cue, fresh=second)
        subject = self._take_pending(cue)
        if not subject and previous and first:
            subject = self._subject_among_guests(previous)
        frame.subject = subject or (previous.subject if second and previous else frame.subject)
        frame.pronoun = bool(self.words.pronoun.search(self.text, max(0, cue.start - _PRONOUN), cue.end + _PRONOUN))
        if frame.pronoun and self.passed and self._unknown(self.passed.end, cue.start) <= _SUBJECT_REACH:
            frame.object.append(self.passed)  # "visited Rome, where the minister received him"
        self._enter("object", cue)

    def _subject_among_guests(self, frame: Frame) -> list[Actor]:
        """Return the subject that the stretch before the verb took: a delegation's head, or who follows its comma."""
        headed = [guest.actor for guest in frame.guests if guest.rule == "headed"]
        if headed or self.zone != "guests":
            return headed
        later: list[Actor] = []
        for guest, following in zip(frame.guests[-2::-1], frame.guests[:0:-1], strict=True):
            later.insert(0, following.actor)
            if "," in self.text[guest.actor.end : following.actor.start]:
                frame.guests = [kept for kept in frame.guests if kept.actor not in later]
                return later
        return []

    def _sign(self, cue: Cue) -> None:
        """Who signs together met: two before the verb, or after "signed by"."""
        if _PASSIVE.search(self.text, cue.start, cue.end):
            self._open_frame(cue)
            self._enter("between", cue)
        elif len(self.pending) > 1:
            self._open_frame(cue).subject += self._take_pending(cue)
            self._enter("stop", cue)
        else:
            self._enter("stop", cue)

    def _tell(self, cue: Cue) -> None:
        """In a meeting, who is told something sits there."""
        frame = self._open_frame(cue)
        frame.subject += self._take_pending(cue)
        self._enter("object", cue)

    def _hold(self, cue: Cue) -> None:
        self._meet(cue)
        self.zone = "held"

    _occur = _hold

    def _during(self, cue: Cue) -> None:
        self._open_frame(cue)
        if self.zone in _PRESENT and not self.named_since_cue and "," not in self.text[self.zone_start : cue.start]:
            self.zone_start = cue.end  # "took part in the meeting": those present may still follow
        else:
            self._enter("during", cue)

    def _between(self, cue: Cue) -> None:
        self._open_frame(cue)
        self._enter("between", cue)

    def _cochair(self, cue: Cue) -> None:
        frame = self._open_frame(cue)
        frame.chairs += self._take_pending(cue) or self._before_relative(cue)
        self._enter("chaired", cue)

    def _before_relative(self, cue: Cue) -> list[Actor]:
        """Return whom a relative clause speaks of ("A and B, who co-chaired it"), taken out of their stretch."""
        relative = self.last_cue is not None and self.last_cue.kind == "aside" and self.zone == "aside"
        if not relative or self.frame is None or _NAMED.search(self.text, self.zone_start, cue.start):
            return []
        run: list[Actor] = []
        for actor in sorted(self.frame.actors, key=_start, reverse=True):
            if self._unknown(actor.end, run[-1].start if run else self.last_cue.start) > _LIST_REACH:  # type: ignore[union-attr]
                break
            run.append(actor)
        self.frame.remove(run)
        return run[::-1]

    _preside = _cochair

    def _chaired_by(self, cue: Cue) -> None:
        frame = self._open_frame(cue)
        frame.subject += self._take_pending(cue) if "meet" in frame.kinds else []
        self._enter("chairs", cue)

    def _attend(self, cue: Cue) -> None:
        event = self.words.other_events.search(self.text, cue.start, cue.end + 45)
        noun = self.words.noun.search(self.text, cue.start, cue.end + 45)
        if event and not (noun and noun.start() < event.start()):
            self.pending = []
            self._enter("stop", cue)
            return
        frame = self._open_frame(cue)
        self.side = self._country_in(cue.start, cue.end) or self.side
        if self.text.startswith("repres", cue.start):
            self.side = self._country_in(cue.end, cue.end + 35) or self.side
        frame.guests += [
            Guest(actor, frame.sides.get(actor, self.side), None, "attend") for actor in self._take_pending(cue)
        ]
        self.anchor = None
        self._enter("guests", cue)

    def _presence(self, cue: Cue) -> None:
        if self.zone == "aside" and _BY.search(self.text, cue.start, cue.end):
            return  # "on the margins of a conference opened by A": opened by A is the conference
        self._open_frame(cue)
        self.anchor = None
        self._enter("guests", cue)

    def _accompany(self, cue: Cue) -> None:
        frame = self._open_frame(cue)
        passive = bool(_PASSIVE.search(self.text, cue.start, cue.end))
        self.anchor, self.anchor_follows = self.last, self.last is None and not passive
        if frame.kinds <= {"accompany"} and not passive:
            guests = self._take_pending(cue)
            self.anchor = guests[-1] if guests else self.anchor
            frame.guests += [Guest(actor, self.side, None, "accompany") for actor in guests]
        self._enter("guests", cue)

    def _proxy(self, cue: Cue) -> None:
        """Who is represented by another did not come; the other sits on their side."""
        self._open_frame(cue)
        self.anchor, self.pending = (self.pending[-1] if self.pending else None), []
        self.side = self.side or (self.anchor.countries[0] if self.anchor and self.anchor.countries else None)
        self._enter("guests", cue)

    def _delegation(self, cue: Cue) -> None:
        self._open_frame(cue)
        if "deleg" not in self.text[cue.start : cue.end] and self.words.noun.search(
            self.text, max(0, cue.start - 14), cue.start
        ):
            self._between(Cue("between", cue.start, cue.end))  # "talks led by A and B": its two ends
            return
        code = self._country_in(cue.start - 30, cue.end + 12)
        several = (
            len({m.code for m in self.sentence.countries if cue.start <= m.start - self.sentence.start < cue.end}) > 1
        )
        if code and not several:
            self.side = code
        if self.zone == "object" and self.frame and not self.frame.object:
            self._enter("object", cue)  # "met with officials led by ...": who leads them is the counterpart
            return
        self.anchor = self.last if self.zone == "object" and not code else None
        self._enter("guests", cue)

    # -- what stands near

    def _country_in(self, start: int, end: int) -> str | None:
        found = [
            mention.code
            for mention in self.sentence.countries
            if start <= mention.start - self.sentence.start < end
            and self.text[mention.start - self.sentence.start] not in cues.MASKS
        ]
        return found[-1] if found else None

    def _noun_before(self, cue: Cue) -> bool:
        return bool(self.words.noun.search(self.text, max(0, cue.start - _NOUN_REACH), cue.end))

    def _actor_after(self, position: int) -> bool:
        return bool(_NAMED.search(self.text, position))
