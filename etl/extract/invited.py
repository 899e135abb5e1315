"""A visit at somebody's invitation, of which the text goes on with "the two ministers": those two met.

"At the invitation of his Malian counterpart, A was in Bamako on Monday. The two ministers signed an arrangement."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract import cues
from etl.extract.frames import Frame

if TYPE_CHECKING:
    from etl.extract.actors import Actor
    from etl.extract.cues import Words
    from etl.extract.frames import Scene
    from etl.extract.sides import Sides

_REACH = 3
"""Sentences between the invitation and what the two did."""
_VERB = 12
"""Characters behind "the two ministers" in which their verb begins."""
_TOGETHER = frozenset({"confer", "sign", "meet", "hold", "preside", "cochair", "occur"})


class Invited:
    """Keeps who was invited by whom, and finds what the two did together."""

    def __init__(self, words: Words, sides: Sides) -> None:
        self.words, self.sides = words, sides
        self._two: tuple[int, Actor, Actor] | None = None

    def note(self, scene: Scene) -> None:
        """Keep who is on a visit at the invitation of a counterpart of another country."""
        hosts = [actor for actor in scene.inviters if actor.counterpart and actor.countries]
        guests = [actor for actor in scene.head or scene.seen if actor.person and actor not in scene.inviters]
        told = (self.words.visit, self.words.visit_noun, self.words.cue("tour"))
        travels = any(pattern.search(scene.text) for pattern in told)
        if len(hosts) == 1 and guests and travels and not scene.refused:
            abroad = hosts[0].countries[0] not in self.sides.codes(guests[:1], Frame(scene.sentence, 0, 0))
            self._two = (scene.sentence.index, guests[0], hosts[0]) if abroad else None

    def together(self, scene: Scene) -> list[Frame]:
        """Return the encounter of the two of whom a sentence shortly after tells what they did."""
        if self._two is None or scene.refused or scene.sentence.index - self._two[0] > _REACH:
            return []
        for group in (actor for actor in scene.seen if actor.unnamed_group):
            if not self.words.both.search(scene.text, 0, group.start):
                continue
            for cue in cues.find(self.words, scene.text):
                if cue.kind in _TOGETHER and 0 <= cue.start - group.end <= _VERB:
                    _, guest, host = self._two
                    return [Frame(scene.sentence, cue.start, cue.end, {"meet"}, subject=[guest], object=[host])]
        return []
