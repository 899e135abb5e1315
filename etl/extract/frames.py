"""One sentence read from left to right: which encounter it reports, and who stands in which relation to it.

A cue ("a reçu", "co-chaired by", "accompanied by", "on the Spanish side") opens a stretch; the people and offices
named in it stand in that relation, until the next cue, a stop ("to discuss", "pour") or the end of an aside
("who ...", "à l'invitation de ..."). People before the first cue wait for it as its subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etl.extract import actors, cues
from etl.extract.actors import Actor
from etl.extract.cues import Cue

if TYPE_CHECKING:
    from etl.extract.cues import Words
    from etl.extract.reading import Reading, Sentence

_SESSION_REACH = 60
"""Characters between the number of a session and the noun that is counted."""
_FIRST_REACH, _LIST_REACH, _SUBJECT_REACH, _INVERTED_REACH = 16, 6, 9, 4
"""Unknown words that may stand between a cue and its first person, two persons of a list, a subject and its verb, a
verb and the subject after it."""
_COMPLEMENTISERS = frozenset({"que", "qu'", "that"})
_GENITIVE = re.compile(r"\w+ (?:of|de|du|del|des|d')\s*(?:the |la |le |el |l')?\Z")
_PASSIVE = re.compile(r"(?:by|par|por|del?|du|des|d')$")
_TOGETHER = re.compile(r"junto|conjoint|together|jointly|alongside|aux cotes")
_HEADED = re.compile(r"\b(?:led|headed|conduit|dirige|preside|mene|emmene|encabezad|liderad|presidid|dirigid)")
_LISTED = re.compile(r",\s*(?:and|et|y|e|ainsi que|asi como|as well as)\s+(?:[\w']+\s+){0,2}\Z|[\ue001\ue002]\s+(?:and|et|y|e)\s+(?:[\w']+\s+){0,2}\Z")
_LIST_ON = re.compile(r"\s*(?:,\s*)?(?:and|et|y|e|ainsi que|asi como|as well as)\s+(?:[\w']+\s+){0,2}[\ue001\ue002]|\s*,\s*(?:[\w']+\s+){0,2}[\ue001\ue002]")
_NOUN_REACH = 90
"""Characters between the noun of an encounter and its "between"."""
_BEFORE = 25
"""Characters around a cue in which an adjective calls it an earlier one."""
_AFTER_PLACE = 5
"""Characters between a city and its country."""
_VERB = 12
"""Characters behind a subject in which its verb begins."""
_INVITATION = re.compile(r"\W*(?:at|a) (?:the |l'|la )?invit")
_QUOTED = re.compile(r'"[^"]*"?|«[^»]*»?')
_WORD = re.compile(r"[^\W_]+(?:'(?=\W|$))?")
_PRIVATE = re.compile("[\ue001-\ue004]+")
_MAIN = frozenset({"meet", "sign", "hold", "occur", "preside", "cochair", "chaired_by"})
_NAMED = re.compile("[\ue001\ue002]")
_ENCOUNTER = _MAIN | {"during", "between"}
_GUEST = frozenset({"attend", "presence", "accompany", "proxy", "delegation"})
_PRESENCE = frozenset({"attend", "presence", "delegation"})
_PRESENT = frozenset({"guests", "chaired", "chairs"})


@dataclass(frozen=True, slots=True)
class Guest:
    """Someone who took part beside the two principals: on ``side``, or on the side of ``anchor``."""

    actor: Actor
    side: str | None = None
    anchor: Actor | None = None
    rule: str = "attended"


@dataclass(slots=True)
class Frame:
    """An encounter, or a part of one, as one sentence gives it.

    ``kinds`` are the cues that it was read from; ``followers`` is true where no subject stands before the verb
    (a pronoun, or none); ``sides`` gives a side that the sentence states for an actor.
    """

    sentence: Sentence
    start: int
    end: int
    kinds: set[str] = field(default_factory=set)
    subject: list[Actor] = field(default_factory=list)
    object: list[Actor] = field(default_factory=list)
    chairs: list[Actor] = field(default_factory=list)
    guests: list[Guest] = field(default_factory=list)
    sides: dict[Actor, str] = field(default_factory=dict)
    countries: list[str] = field(default_factory=list)
    each: bool = False
    anaphoric: bool = False
    recalled: bool = False
    has_noun: bool = False
    lead: list[str] = field(default_factory=list)
    hosted: str | None = None
    visiting: bool = False
    next_day: bool = False

    @property
    def actors(self) -> list[Actor]:
        """Everyone in the frame, in no relation."""
        return [*self.subject, *self.object, *self.chairs, *(guest.actor for guest in self.guests)]

    def remove(self, actors: list[Actor]) -> None:
        """Take actors out of every relation."""
        for group in (self.subject, self.object, self.chairs):
            group[:] = [actor for actor in group if actor not in actors]
        self.guests = [guest for guest in self.guests if guest.actor not in actors]


@dataclass(slots=True)
class Scene:
    """What one sentence tells: its frames, who stands at its head, and why a trigger in it was refused."""

    sentence: Sentence
    text: str
    frames: list[Frame] = field(default_factory=list)
    head: list[Actor] = field(default_factory=list)
    refused: str | None = None
    excluded: list[tuple[int, int]] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)

    @property
    def announces(self) -> bool:
        """Tell whether the sentence opens a list of those present, which follows it."""
        present = any(frame.kinds & _PRESENCE and not frame.actors for frame in self.frames)
        return present and (self.text.rstrip().endswith(":") or self.sentence.block == "heading")

    def inside(self, start: int) -> bool:
        """Tell whether a document position lies in the sentence proper, not in an aside or a quotation."""
        position = start - self.sentence.start
        return not any(low <= position < high for low, high in self.excluded)

    def aside(self, start: int) -> bool:
        """Tell whether a document position lies in an aside or a quotation."""
        position = start - self.sentence.start
        return any(low <= position < high for low, high in self.asides)


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
        listing = scene.announces or (listing and sentence.block == "item" and not _verbal(scene))
        scenes.append(scene)
    return scenes


def _verbal(scene: Scene) -> bool:
    return any(frame.kinds & _MAIN for frame in scene.frames)


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
        frame = self.frame
        both = len(self.pending) > 1
        if frame and ((frame.kinds == {"during"} and both and not self._ahead(frame)) or (frame.object and "during" in frame.kinds)):
            frame.subject = frame.subject or self.pending or self.scene.head
        if frame and frame.object and not frame.subject and "meet" in frame.kinds:
            frame.subject = self.inviters  # "at the invitation of A, have met B and C"
        if not self.scene.head:
            self.scene.head = list(self.pending)
        if frame and frame.kinds == {"during"} and not frame.subject:
            self._speaks(frame)
        if not self.scene.frames:
            self._name_session()
        if not any(frame.actors for frame in self.scene.frames):
            self._gather()
        for frame in self.scene.frames:
            self._complete(frame)
        return self.scene

    def _ahead(self, frame: Frame) -> bool:
        """Tell whether the words before the meeting's noun, or right behind its people, put it ahead."""
        last = max(actor.end for actor in self.pending)
        return bool(
            self.words.unreal.search(self.text, 0, frame.end) or self.words.unreal.search(self.text, last, last + _VERB)
        )

    def _gather(self) -> None:
        """Open a frame of those named beside the noun of an encounter, whatever verb joins them."""
        noun = self.words.noun.search(self.text)
        if noun is None or len(self.seen) < 2 or self.words.unreal.search(self.text):  # noqa: PLR2004 (two sides)
            return
        cue = Cue("gather", noun.start(), noun.end())
        if self._refusal(cue) is None and self.scene.refused is None and self.scene.inside(self.sentence.start + noun.start()):
            self.frame = None
            frame = self._open_frame(cue)
            frame.guests = [Guest(actor, None, None, "gather") for actor in self.seen]

    def _speaks(self, frame: Frame) -> None:
        """Take who says something during the meeting as there; who does after it may be anyone."""
        after = self.words.afterwards.match(self.text, frame.start)
        if not after and len(self.scene.head) == 1 and frame.start < self.scene.head[0].start:
            frame.guests.append(Guest(self.scene.head[0], None, None, "spoke"))

    def _name_session(self) -> None:
        """Open a frame where a numbered session is named without a verb that we know, and none puts it ahead."""
        guards = self.words.guards
        for ordinal in self.sentence.ordinals:
            start = ordinal.start - self.sentence.start
            noun = self.words.noun.search(self.text, start, start + _SESSION_REACH)
            if noun is None or self.words.unreal.search(self.text) or guards["planned"].search(self.text):
                continue
            cue = Cue("during", start, noun.end())
            refusal = self._refusal(cue)
            if refusal is None:
                self._open_frame(cue)
                return
            self.scene.refused = self.scene.refused or refusal

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
            and not (self.text.startswith("'s ", actor.end) and not self.words.own_meeting.match(self.text, actor.end))
        ]

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
        if self.opening_with and "," in self.text[self.zone_start : actor.start]:
            if not _LISTED.search(self.text, self.zone_start, actor.start) and not self._listed_on(actor):
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
            rule = self.rule
            self.frame.guests.append(Guest(actor, self.side, self.anchor, rule))
            if self.anchor_follows:
                self.anchor, self.anchor_follows = actor, False
        return True

    # -- cues

    def _cue(self, cue: Cue) -> None:
        kind = cue.kind
        if kind == "list":
            return
        self.touring = kind == "tour" or (self.touring and kind not in _MAIN)
        if self.touring and kind in _GUEST | {"tour"}:
            kind = "stop"  # who is present on a tour of a site was not at the meeting for that
        if kind in _GUEST:
            self.rule = "headed" if _HEADED.search(self.text, cue.start, cue.end) else kind
        if kind in {"aside", "stop", "report"}:
            self._turn_away(cue)
        elif kind == "side":
            self._take_side(cue)
        elif kind == "with":
            self._with(cue)
        elif kind == "between" and not (self.zone == "held" or self._noun_before(cue)):
            return
        else:
            refusal = self._refusal(cue)
            if refusal == "recalled" and self.frame and not self.frame.recalled and self.zone in {"stop", "aside"}:
                self._enter("stop", cue)  # "met X to build on earlier talks between ...": the news is another
                return
            if refusal == "recalled":
                self._open_frame(cue).recalled = True
            elif refusal:
                if kind in _MAIN:
                    self.scene.refused = self.scene.refused or refusal
                self._enter("stop", cue)
                self.pending = []
                return
            getattr(self, f"_{kind}")(cue)
        self.last_cue = cue

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
            self._enter("stop", cue)  # not in an opening aside: "during a visit to A, B met C"

    def _take_side(self, cue: Cue) -> None:
        code = self._country_in(cue.start, cue.end)
        if code is None:
            return
        self.side = code
        if self.zone in {"aside", "stop", "held"}:
            self._enter("pending", cue)
        frame = self.frame
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

    def _refusal(self, cue: Cue) -> str | None:
        """Return which guard keeps a trigger from telling of an encounter that took place."""
        guards = self.words.guards
        before = self.text[max(0, cue.start - 45) : cue.start]
        around = self.text[max(0, cue.start - 70) : cue.end + 60]
        within = self.text[cue.start : cue.end]
        if guards["negated"].search(before) or guards["future"].search(before):
            return "future"
        inner = self.words.noun.search(within)
        if inner and guards["future"].search(within[: inner.start()]):
            return "future"
        for name in ("phone", "cancelled", "national"):
            if guards[name].search(around):
                return name
        if cue.kind == "between":
            for name, refusal in (("planned", "future"), ("cancelled", "cancelled")):
                if guards[name].search(self.text, cue.end):
                    return refusal
        past = (
            guards["recalled"].search(around)
            or guards["previous"].search(self.text[max(0, cue.start - _BEFORE) : cue.end + _BEFORE])
            or guards["earlier"].search(before)
        )
        return "recalled" if past else None

    def _open_frame(self, cue: Cue, *, fresh: bool = False) -> Frame:
        """Return the sentence's frame, or a new one where there is none yet or a second encounter begins."""
        if self.frame is None or fresh:
            self.frame = Frame(self.sentence, cue.start, cue.end)
            self.scene.frames.append(self.frame)
        elif cue.kind in _ENCOUNTER and not self.frame.kinds & _ENCOUNTER:
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
        first = previous is not None and not previous.kinds & _MAIN
        frame = self._open_frame(cue, fresh=second)
        subject = self._take_pending(cue)
        if not subject and previous and first:
            subject = self._subject_among_guests(previous)
        frame.subject = subject or (previous.subject if second and previous else frame.subject)
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
        if code:
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

    def _complete(self, frame: Frame) -> None:
        """Note what the whole sentence says of the frame's meeting."""
        text, sentence = self.text, self.sentence
        located = [place for place in sentence.places if place.locative]
        places = {place.start for place in located}
        where = {(place.country, gap) for place in located for gap in range(place.end, place.end + _AFTER_PLACE)}
        frame.countries = [
            mention.code
            for mention in sentence.countries
            if self.scene.inside(mention.start)
            and not (mention.kind == "metonym" and mention.start in places)
            and (mention.code, mention.start) not in where  # "in Munich, Germany"
            and text[mention.start - sentence.start] not in (cues.PERSON, cues.OFFICE)
        ]
        frame.each = bool(self.words.each.search(text))
        frame.next_day = bool(self.words.next_day.search(text))
        frame.visiting = bool(self.words.visit.search(text, 0, frame.start))
        frame.hosted = next(
            (
                mention.code
                for mention in sentence.countries
                if mention.kind == "name"
                and self.words.locative.search(text[: mention.start - sentence.start])
                and text[mention.start - sentence.start] not in cues.MASKS
            ),
            None,
        )
        if self.words.delegation.search(text, 0, frame.start):
            before = [m.code for m in sentence.countries if m.start - sentence.start < frame.start]
            frame.lead = [code for code in before if code in frame.countries][-1:]
        frame.anaphoric = bool(self.words.anaphora.search(text, max(0, frame.start - 60), frame.end + 40))
        frame.has_noun = frame.has_noun or bool(
            self.words.noun.search(text, max(0, frame.start - 60), min(len(text), frame.end + 80))
        )
