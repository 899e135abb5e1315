"""A meeting in the making: the frames that tell of it, and who is in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from etl.extract.actors import Actor
    from etl.extract.frames import Frame, Scene
    from etl.extract.reading import BodyMention


@dataclass(slots=True)
class Meeting:
    """A meeting in the making: its frames in text order, and what they say of it together."""

    frames: list[Frame] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)
    body: BodyMention | None = None
    ordinal: int | None = None
    named: tuple[str, ...] = ()
    sentences: set[int] = field(default_factory=set)

    def add(self, scene: Scene, frame: Frame) -> None:
        """Take a frame, and the sentence it stands in."""
        self.scenes.append(scene)
        self.frames.append(frame)
        self.sentences.add(frame.sentence.index)

    def leave(self, actors: list[Actor]) -> None:
        """Take those who turn out to have been met apart out of a headline that names them with others."""
        met, theirs = people(actors), {code for actor in actors for code in actor.countries}
        for frame in self.frames:
            if frame.sentence.block != "title":
                continue
            frame.object = [actor for actor in frame.object if actor.person not in met] or frame.object
            frame.object = [
                replace(actor, countries=rest, role=actor.role and replace(actor.role, country=rest[0]))
                if actor.plural and len(actor.countries) > 1 and (rest := _without(actor.countries, theirs))
                else actor
                for actor in frame.object
            ]

    @property
    def principals(self) -> set[str]:
        """Keys of the people who met or chaired."""
        return {key for frame in self.frames for key in people([*frame.subject, *frame.object, *frame.chairs])}

    @property
    def present(self) -> set[str]:
        """Keys of everybody whom a frame names, in whatever relation."""
        return {key for frame in self.frames for key in people(frame.actors)}

    def counterparts(self) -> list[Actor]:
        """Everyone on the receiving end of a verb of meeting."""
        return [actor for frame in self.frames for actor in frame.object]

    def chairs(self) -> set[str]:
        """Keys of the people who chaired."""
        return {key for frame in self.frames for key in people(frame.chairs)}

    def heads(self) -> set[str]:
        """Keys of those who led a delegation, where two are named."""
        found = people(actor for frame in self.frames for actor in frame.heads)
        return found if len(found) > 1 else set()


def _without(codes: tuple[str, ...], others: set[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if code not in others)


def people(actors: Iterable[Actor]) -> set[str]:
    """Return the keys of the people among the actors."""
    return set(ordered(actors))


def ordered(actors: Iterable[Actor]) -> list[str]:
    """Return the keys of the people among the actors, in their order."""
    return [actor.person for actor in actors if actor.person]


def office_of(actor: Actor) -> tuple[str, tuple[str, ...]]:
    """Return what an unnamed office is told by: its title and its countries."""
    title = (actor.role.office or folded(actor.role.title)) if actor.role else ""
    return title, actor.countries
