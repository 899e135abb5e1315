"""A meeting's participants in the making: where each stands in a sentence, and on which side they sat."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from etl.extract.actors import Actor
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Frame
    from etl.extract.reading import Reading
    from etl.records import Evidence, RoleClaim

Group = Literal["subject", "object", "chair", "guest"]

CONFIDENCE = {
    "met": 0.95,
    "chaired": 0.95,
    "presence": 0.9,
    "attend": 0.9,
    "accompany": 0.9,
    "delegation": 0.9,
    "headed": 0.9,
    "proxy": 0.85,
    "leaders": 0.7,
    "spoke": 0.7,
    "gather": 0.6,
}
"""How sure a participation is, by the rule that found it; a meeting of two sides needs no inference."""
HEADS = frozenset({"president", "prime-minister", "head-of-state", "head-of-government"})
STATE = frozenset({"president", "king", "queen", "emir", "sultan"})
"""Ranks of who is "the head of state"."""
CABINET = frozenset({"minister", "secretary-of-state", "vice-president", "commissioner", "high-representative"})
FACING: dict[Group, Group] = {"subject": "object", "object": "subject"}
"""The two ends of a verb of meeting."""


@dataclass(slots=True)
class Part:
    """One participant in the making; ``anchor`` is whom they accompany."""

    actor: Actor
    group: Group
    rule: str
    frame: Frame
    anchor: Actor | None = None
    country: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What they are told by: their person's key, else the office."""
        if self.actor.person:
            return "person", self.actor.person
        role = self.actor.role
        return "office", (role.office or folded(role.title)) if role else ""

    def evidence(self, reading: Reading) -> Evidence:
        """Return the sentence that has them take part, and the rule that found it."""
        rule = "chaired" if self.group == "chair" else "met" if self.group in FACING else self.rule
        return reading.evidence(self.frame.sentence, f"participation:{rule}", CONFIDENCE.get(rule, 0.9))


@dataclass(frozen=True, slots=True)
class Roster:
    """A meeting's participants with their sides; ``countries`` by person key."""

    meeting: str
    parties: tuple[str, ...]
    parts: tuple[Part, ...]
    countries: dict[str, str | None] = field(default_factory=dict)


@dataclass(slots=True)
class Table:
    """One meeting while its sides are decided: who was there, and the parties found so far.

    ``home`` is the country of the document, ``host`` that of the place; ``known`` are the sides of people in the
    document's earlier meetings, ``faced`` whose side they met there.
    """

    reading: Reading
    meeting: Meeting
    parts: list[Part]
    home: str | None
    host: str | None
    known: Mapping[str, str]
    faced: Mapping[str, str]
    parties: set[str] = field(default_factory=set)

    @property
    def principals(self) -> list[Part]:
        """Those who met or chaired."""
        return [part for part in self.parts if part.group != "guest"]

    @property
    def of_two(self) -> bool:
        """Whether it has two parties."""
        return len(self.parties) == 2  # noqa: PLR2004 (two sides)

    @property
    def complete(self) -> bool:
        """Whether it has the two parties that a meeting needs."""
        return len(self.parties) > 1


def sides(parts: Iterable[Part]) -> set[str]:
    """Return the sides that some of these are known to have."""
    return {part.country for part in parts if part.country}


def in_cabinet(actor: Actor) -> bool:
    """Tell whether somebody is a head of state or government, a minister or the like."""
    return bool(actor.role and actor.role.rank.endswith(tuple(HEADS | CABINET)))  # with deputies and vice ministers


def roles_of(reading: Reading, part: Part) -> tuple[RoleClaim, ...]:
    """Return the offices that somebody's own words and the rest of the document give them."""
    person = reading.person(part.actor.person)
    own = (part.actor.role,) if part.actor.role else ()
    return (*own, *(person.roles if person else ()))


def place_country(frame: Frame) -> str | None:
    """Return the country of the place that a frame's sentence gives."""
    return next((place.country for place in frame.sentence.places if place.locative and place.country), None)
