"""Where in a sentence a reading stands: the open stretch, who waits for a verb, and the frame that is being filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.cues import Cue
from etl.extract.frames import ENCOUNTER, Frame, Scene
from etl.extract.stretch import Stretch

if TYPE_CHECKING:
    from etl.extract.actors import Actor
    from etl.extract.cues import Words
    from etl.extract.reading import Reading, Sentence

PRESENT = frozenset({"guests", "chaired", "chairs"})
"""Stretches of those who were there."""
LIST_REACH, SUBJECT_REACH = 6, 9
"""Unknown words that may stand between two persons of a list, and between a subject and its verb."""
COUNTRY_REACH = 35
"""Characters behind "represented" in which the country begins."""


class Zones(Stretch):
    """The state of one left-to-right reading."""

    def __init__(self, reading: Reading, sentence: Sentence, words: Words, *, listing: bool, side: str | None) -> None:
        super().__init__(reading, sentence, words)
        self.scene = Scene(sentence, self.text)
        self.zone, self.zone_start, self.resume = "pending", 0, "pending"
        self.stopped = "pending"
        self.closed: int | None = None
        self.opened = 0
        self.reported = False
        self.side, self.listing = side, listing
        self.anchor: Actor | None = None
        self.anchor_follows = False
        self.rule = "attend"
        self.frame: Frame | None = None
        self.pending: list[Actor] = []
        self.last: Actor | None = None
        self.last_cue: Cue | None = None
        self.named_since_cue = 0
        self.touring = self.toured = False
        self.sided: dict[Actor, str] = {}
        self.seen: list[Actor] = []
        self.named: list[Actor] = []
        self.cleft = False
        self.trailing = False
        self.agent: Actor | None = None
        self.order: list[str] = []
        self.opening_with = False
        self.inviters: list[Actor] = []
        self.passed: Actor | None = None

        if listing:
            self._open_frame(Cue("attend", 0, 0)).kinds.add("list")
            self.zone = "guests"

    def list_chairs(self) -> None:
        """Begin as an item of a list of those who chaired."""
        if self.frame:
            self.frame.kinds = {"chaired_by", "list"}
            self.zone = "chairs"

    def _wait(self, actor: Actor) -> None:
        """Keep an actor as the possible subject of a verb to come."""
        if self.zone != "pending":
            self.zone, self.pending = "pending", []
        agent = self.agent is not None and not self._unknown(self.agent.end, actor.start)
        if self.pending and (agent or self.words.by.search(self.text, 0, actor.start)):
            self.agent = actor  # "A and B renewed the pledges made by C and D": whose those are waits for no verb
            return
        if self.pending and self._unknown(self.pending[-1].end, actor.start) > LIST_REACH:
            self.pending = []
        if not self.pending and self.scene.head and self.words.herself.search(self.text, 0, actor.start):
            self.pending = self.scene.head[-1:]  # "A said she and her counterpart B agreed"
        self.pending.append(actor)

    def _of_one_end(self) -> bool:
        """Tell whether the noun of an encounter has one end behind it, before the other: "talks of A with B"."""
        cue = self.last_cue if self.last_cue and self.last_cue.kind == "meet" else None
        noun = cue and self.words.noun.match(self.text, cue.start)
        return bool(noun and self.frame and self.frame.object and not self.frame.subject)

    def _listed_on(self, actor: Actor) -> bool:
        """Tell whether another of the same list follows: "with A, B and C, D said"."""
        return bool(self.words.list_on.match(self.text, actor.end))

    def _enter(self, zone: str, cue: Cue) -> None:
        self._close(cue.start)
        if zone in {"aside", "stop"}:
            self.closed = cue.end
        if zone == "aside":
            self.opened = cue.end
        if zone == "stop" and self.zone != "stop":
            self.stopped = self.zone
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
        self.scene.head = self.scene.head or taken
        return [] if taken and self._unknown(taken[-1].end, cue.start) > SUBJECT_REACH else taken

    def _run_before(self, position: int) -> list[Actor]:
        """Return those who are listed right before a position."""
        run: list[Actor] = []
        for actor in reversed([actor for actor in self.named if actor.end <= position]):
            if self._unknown(actor.end, run[-1].start if run else position) > LIST_REACH:
                break
            run.append(actor)
        return run[::-1]

    def _both(self, cue: Cue) -> list[Actor]:
        """Return the two whom "and both of them co-chaired" means: the last two that the sentence names."""
        return self.named[-2:] if self.words.both.search(self.text, 0, cue.start) else []

    def _gathers(self, cue: Cue) -> None:
        """Take those whom a meeting, or somebody, brought together as its ends."""
        frame = self._open_frame(cue)
        frame.subject += self._take_pending(cue)
        self._between(Cue("between", cue.start, cue.end))

    def _between(self, cue: Cue) -> None:
        # "held the third session, agreed upon in the plan of the talks that A and B had": those were earlier ones
        noun = self.words.noun.search(self.text, cue.start, cue.end)
        beside = noun is not None and (self.zone == "aside" or noun.start() > cue.start)
        earlier = beside and self.frame is not None and bool(self.frame.kinds & {"hold", "occur"})
        frame = self._open_frame(cue, fresh=earlier)
        frame.recalled = frame.recalled or earlier
        self._enter("between", cue)
