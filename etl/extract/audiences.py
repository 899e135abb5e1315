"""Receptions in turn: a host is told once, and who came is named sentence after sentence, whatever the verb is.

"The minister granted audiences to three diplomats. First through the door was A. The ambassador of B came next."
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract import cues
from etl.extract.frames import MAIN, Frame
from etl.extract.matching import TWO_SIDED
from etl.extract.retinue import ENVOYS

if TYPE_CHECKING:
    from etl.extract.actors import Actor
    from etl.extract.cues import Words
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Scene
    from etl.extract.listing import Listing
    from etl.extract.reading import Sentence
    from etl.extract.sides import Sides

_OF_A_COUNTRY = re.compile(rf"\W*?{cues.COUNTRY}+\s*:\s*(?={cues.PERSON})")


class Audiences:
    """Keeps one document's host, and finds whom they received."""

    def __init__(self, words: Words, sides: Sides, listing: Listing) -> None:
        self.words, self.sides, self.listing = words, sides, listing
        self._host: Actor | None = None

    def note(self, scene: Scene) -> None:
        """Keep who is said to have received several in turn, whom the sentences to come name."""
        apart = self.words.severally.search(scene.text)
        frames = (f for f in scene.frames if f.kinds == {"meet"} and not any(a.person or a.countries for a in f.object))
        received = next((frame for frame in frames if frame.each or frame.severally or apart), None)
        if received:
            self._host = next((actor for actor in received.subject if actor.person), None)
        elif apart and not self._faced(scene):
            officials = self.listing.officials(scene, besides=MAIN)
            self._host = officials[0] if len(officials) == 1 else self._host

    def callers(self, scene: Scene, focus: Meeting | None) -> list[Frame]:
        """Return whom the host received, each apart, where a sentence names them without a verb of encounter."""
        if self._faced(scene):
            return []
        turn = self.words.callers.search(scene.text)
        if turn:  # "the next visitor", "last to be received": nothing of what is to come
            text = scene.text[: turn.start()] + " " * len(turn[0]) + scene.text[turn.end() :]
            scene = replace(scene, text=text, refused=None if scene.refused == "future" else scene.refused)
        beside = min((frame.start for frame in scene.frames), default=len(scene.text))
        officials = self.listing.officials(scene, besides=MAIN) if turn else self.listing.officials(scene)
        officials = [actor for actor in officials if actor.start < beside or not turn]
        officials = (self._of_a_country(scene) if self._host else []) or officials
        host = self._host or (self._received_before(focus, officials) if turn else None)
        if host is None and turn and len(officials) == 2:  # noqa: PLR2004 (who came and whose door it was)
            host = next((actor for actor in officials if not self._codes(actor, scene.sentence)), None)
        if host is None:
            return []
        side = self._codes(host, scene.sentence)
        sides = ((actor, self._codes(actor, scene.sentence)) for actor in officials if actor.person != host.person)
        met = [actor for actor, codes in sides if codes and not codes & side]
        self._host = host if met else self._host
        several = met if self._listed(met) else met[:1]
        return [Frame(scene.sentence, a.start, a.end, {"meet"}, subject=[host], object=[a]) for a in several]

    @staticmethod
    def _of_a_country(scene: Scene) -> list[Actor]:
        """Return whom an item of a list names behind their country: "Norway: A"."""
        of_one = scene.sentence.block == "item" and _OF_A_COUNTRY.match(scene.text)
        actor = next((actor for actor in scene.seen if of_one and actor.person and actor.start == of_one.end()), None)
        return [replace(actor, countries=(scene.sentence.countries[0].code,))] if actor else []

    def _listed(self, met: list[Actor]) -> bool:
        """Tell whether each is an envoy of another country: who came with the first is none."""
        told = [{*actor.countries, *(r.country or "" for r in self.sides.roles(actor))} - {""} for actor in met]
        ranks = {role.rank for actor in met for role in self.sides.roles(actor)}
        return len(met) > 1 and ranks <= ENVOYS and len(set().union(*told)) == len(met)

    @staticmethod
    def _faced(scene: Scene) -> bool:
        return any(frame.object and frame.kinds & TWO_SIDED for frame in scene.frames)

    def _codes(self, actor: Actor, sentence: Sentence) -> set[str]:
        return self.sides.codes([actor], Frame(sentence, 0, 0))

    def _received_before(self, focus: Meeting | None, officials: list[Actor]) -> Actor | None:
        """Return who received somebody in the meeting just told: who is at home there, and is not named again."""
        again = {actor.person for actor in officials}
        here = self.sides.hosts or {self.sides.home} - {None}
        frame = focus.frames[0] if focus else None
        met = [actor for actor in (*frame.subject, *frame.object) if actor.person not in again] if frame else []
        return next((actor for actor in met if actor.person and self.sides.settled.get(actor.person) in here), None)
