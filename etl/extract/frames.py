"""What one sentence tells of encounters: the records that scanning fills and the discourse reads."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from etl.extract.actors import Actor
    from etl.extract.reading import Sentence

MAIN = frozenset({"meet", "sign", "confer", "hold", "occur", "preside", "cochair", "chaired_by"})
"""The kinds of cue that are a sentence's main verb."""
ENCOUNTER = MAIN | {"during", "between"}
_PRESENCE = frozenset({"attend", "presence", "delegation"})
CHAIRED = frozenset({"preside", "cochair", "chaired_by"})
FACE_TO_FACE = frozenset({"meet", "hold"})


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

    ``kinds`` are the cues that it was read from; ``sides`` gives a side that the sentence states for an actor;
    ``lead`` is the country of a delegation that is the subject, ``visited`` the one that somebody is on a visit to,
    ``group`` that of the officials whom nobody names ("met with senior Haitian officials"); with ``pronoun`` the
    object was named before; with ``faces`` words say that the subject met others; ``days`` is how many after the
    meeting told before it ("the same day": 0), ``day`` the one that the sentence gives it.
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
    severally: bool = False
    anaphoric: bool = False
    recalled: bool = False
    unreal: bool = False
    has_noun: bool = False
    lead: list[str] = field(default_factory=list)
    group: str | None = None
    pronoun: bool = False
    faces: bool = False
    delegations: bool = False
    hosted: str | None = None
    visiting: bool = False
    visited: str | None = None
    days: int | None = None
    day: dt.date | None = None

    @property
    def actors(self) -> list[Actor]:
        """Everyone in the frame, in no relation."""
        return [*self.subject, *self.object, *self.chairs, *(guest.actor for guest in self.guests)]

    @property
    def heads(self) -> list[Actor]:
        """Those who led a delegation."""
        return [guest.actor for guest in self.guests if guest.rule in {"headed", "delegation"} and guest.actor.person]

    @property
    def unworded(self) -> bool:
        """Whether people only stand together in it, without a word for an encounter."""
        return self.kinds == {"gather"} and not self.has_noun

    def attend(self) -> None:
        """Make the two ends those who were present."""
        self.guests += [Guest(actor, self.sides.get(actor)) for actor in (*self.subject, *self.object)]
        self.subject, self.object = [], []

    def remove(self, actors: list[Actor]) -> None:
        """Take actors out of every relation."""
        for group in (self.subject, self.object, self.chairs):
            group[:] = [actor for actor in group if actor not in actors]
        self.guests = [guest for guest in self.guests if guest.actor not in actors]


@dataclass(slots=True)
class Scene:
    """What one sentence tells: its frames, who stands at its head, and why a trigger in it was refused.

    ``seen`` are those whom its clauses name, but for asides, quotations and what something was about; ``inviters``
    those at whose invitation somebody came; ``sided`` the sides that it states for people, whatever they did; it is
    ``toured`` where somebody is shown round a site.
    """

    sentence: Sentence
    text: str
    frames: list[Frame] = field(default_factory=list)
    head: list[Actor] = field(default_factory=list)
    seen: list[Actor] = field(default_factory=list)
    inviters: list[Actor] = field(default_factory=list)
    sided: dict[Actor, str] = field(default_factory=dict)
    refused: str | None = None
    toured: bool = False
    excluded: list[tuple[int, int]] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)

    @property
    def announces(self) -> bool:
        """Tell whether the sentence opens a list of those present, which follows it."""
        present = any(frame.kinds & _PRESENCE and not frame.actors for frame in self.frames)
        return present and (self.text.rstrip().endswith((":", "?")) or self.sentence.block == "heading")

    @property
    def announces_chairs(self) -> bool:
        """Tell whether the sentence opens a list of those who chaired: "The session was chaired by:"."""
        chaired = any(frame.kinds & CHAIRED and not frame.actors for frame in self.frames)
        return chaired and self.text.rstrip().endswith(":")

    @property
    def verbal(self) -> bool:
        """Tell whether the sentence has a verb of encounter."""
        return any(frame.kinds & MAIN for frame in self.frames)

    def inside(self, start: int) -> bool:
        """Tell whether a document position lies in the sentence proper, not in an aside or a quotation."""
        position = start - self.sentence.start
        return not any(low <= position < high for low, high in self.excluded)

    def aside(self, start: int) -> bool:
        """Tell whether a document position lies in an aside or a quotation."""
        return self.aside_start(start) is not None

    def aside_start(self, start: int) -> int | None:
        """Return where, from the sentence's start, the aside or quotation begins that a document position lies in."""
        position = start - self.sentence.start
        return next((low for low, high in self.asides if low <= position < high), None)


def split(frame: Frame) -> list[Frame]:
    """Return one frame for each side, or person, met in turn ("separate meetings with A and B"), else the frame."""
    if frame.severally and frame.subject and len(frame.object) > 1 and not any(a.plural for a in frame.object):
        return [
            replace(frame, object=[actor], kinds=set(frame.kinds), sides=dict(frame.sides)) for actor in frame.object
        ]
    sides: dict[str, list[Actor]] = {}
    for actor in frame.object:
        for code in actor.countries:
            sides.setdefault(code, []).append(replace(actor, countries=(code,), plural=False))
    if not frame.each or len(sides) < 2 or not frame.subject:  # noqa: PLR2004 (two sides met in turn)
        return [frame]
    return [replace(frame, object=actors, kinds=set(frame.kinds), sides=dict(frame.sides)) for actors in sides.values()]
