"""Officials whom a sentence names together, whatever its verb is.

No list of verbs is complete: "the prefect and the consul swapped stories". But who is named with others in a text on a
meeting, in office and in a plain sentence, was there; and where a text speaks of a meeting and no verb that is known
tells of it, two officials of two countries in one such sentence met. Sentences on what lies ahead or far back, on who
was absent, and on calls are none; nor are heads of state and government, whom texts name for many reasons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract import dating
from etl.extract.frames import MAIN, Frame, Guest
from etl.extract.ranks import out_of_office, rank_of_title
from etl.extract.roster import HEADS
from etl.records import HEADLINES
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.actors import Actor
    from etl.extract.cues import Words
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Scene
    from etl.extract.reading import Reading
    from etl.extract.sides import Sides

_ELSEWHERE = HEADS | {"king", "queen", "crown-prince", "pope", "chancellor", "spokesperson", "leader"}
"""Ranks whose holders a text names for many reasons."""
_TOLD = MAIN | {"attend", "presence", "accompany", "delegation", "represent", "proxy"}


class Listing:
    """Finds them in one document."""

    def __init__(self, reading: Reading, words: Words, sides: Sides) -> None:
        self.reading, self.words, self.sides = reading, words, sides
        self.language = reading.document.language or "en"

    def present(self, scene: Scene) -> Frame | None:
        """Return those whom a sentence names together in a text on a meeting; None where it may mean others."""
        officials = self.officials(scene)
        sent = any(actor in scene.sided for actor in officials)  # "on behalf of the Chadian delegation, A thanked"
        if not sent and len({actor.person for actor in officials}) < 2:  # noqa: PLR2004 (a list)
            return None
        return self._frame(scene, officials)

    def apart(self, named: Frame, focus: Meeting) -> Frame | None:
        """Return an encounter of its own where one who met goes on to a third country's: "with B, A spoke"."""
        actors = named.actors
        if len(actors) != 2 or not self.words.opens_with.match(folded(self.reading.words(named.sentence))):  # noqa: PLR2004 (two people)
            return None
        known = [actor for actor in actors if actor.person in focus.principals]
        theirs = set(focus.named).union(*(self.sides.codes(frame.actors, frame) for frame in focus.frames))
        theirs |= {self.sides.settled.get(actor.person or "", "") for actor in known}
        others = [
            a for a in actors if a not in known and (codes := self.sides.codes([a], named)) and not codes & theirs
        ]
        if len(known) != 1 or len(others) != 1:
            return None
        (other,) = others
        return Frame(named.sentence, other.start, other.end, {"meet"}, subject=known, object=others, faces=True)

    def both_sides(self, scene: Scene) -> Frame | None:
        """Return the officials of two countries whom a sentence names together; None where it names no such two."""
        officials = self.officials(scene, besides=MAIN)
        frame = self._frame(scene, officials)
        codes = [self.sides.codes([actor], frame) for actor in officials]
        return frame if all(codes) and len(set().union(*codes)) > 1 else None

    def spoken_of(self, scenes: Sequence[Scene], scene: Scene) -> bool:
        """Tell whether another sentence speaks of an encounter as held: "the two sides", "at this meeting"."""
        words = self.words
        return any(
            other is not scene
            and other.refused is None
            and words.anaphora.search(other.text)
            and not words.unreal.search(other.text)
            for other in scenes
        )

    def on_the_spot(self, scene: Scene) -> bool:
        """Tell whether a sentence puts what it tells on a day and in a place, or in a room where people meet."""
        day = any(
            date.date and date.date.precision == "day" and scene.inside(date.start) for date in scene.sentence.dates
        )
        place = any(place.locative and scene.inside(place.start) for place in scene.sentence.places)
        return self.words.setting.search(scene.text) is not None and (day or place)

    @staticmethod
    def _frame(scene: Scene, officials: list[Actor]) -> Frame:
        end = officials[-1].end if officials else 0
        guests = [Guest(actor, scene.sided.get(actor), None, "gather") for actor in officials]
        return Frame(scene.sentence, end, end, {"gather"}, guests=guests)

    def officials(self, scene: Scene, besides: frozenset[str] = _TOLD) -> list[Actor]:
        """Return the people in office whom a plain sentence names, without a cue of the kinds ``besides``."""
        text, words = scene.text, self.words
        if scene.sentence.block in HEADLINES or scene.refused:
            return []
        if any(frame.kinds & besides for frame in scene.frames):
            return []
        if any(pattern.search(text) for pattern in (words.unreal, words.absent, words.guards["recalled"])):
            return []
        if words.guards["cancelled"].search(text) or words.guards["phone"].search(text):
            return []
        if dating.all_old(self.reading, scene.sentence.dates):
            return []
        return [actor for actor in scene.seen if actor.person and self._in_office(actor)]

    def _in_office(self, actor: Actor) -> bool:
        roles = self.sides.roles(actor)
        return bool(roles) and not any(
            rank_of_title(role.title, self.language) in _ELSEWHERE or out_of_office(role.title, self.language)
            for role in roles
        )
