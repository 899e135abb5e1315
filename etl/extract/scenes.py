"""What each sentence of a document reports, in order; lists of those present go on from one to the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.extract import cues
from etl.extract.frames import MAIN
from etl.extract.scan import read

if TYPE_CHECKING:
    from etl.extract.cues import Cue, Words
    from etl.extract.frames import Scene
    from etl.extract.reading import Reading

_WORD = re.compile(r"\w+")
_COLON = 3
"""Characters behind the words for a side in which its colon stands."""
_OPENING = 60
"""Characters at the head of a sentence that may name a side."""
_FEW_WORDS = 3
"""Words besides names that leave no room for a verb."""


def read_all(reading: Reading, words: Words) -> list[Scene]:
    """Return what each sentence reports; the items after "those present:" name people who took part."""
    scenes: list[Scene] = []
    listing, side, chairs = False, None, False
    for sentence in reading.sentences:
        item = listing and sentence.block == "item"
        scene = read(reading, sentence, words, listing=item, side=side if item else None, chairs=item and chairs)
        if item and _resumes(scene, words):
            item, scene = False, read(reading, sentence, words)
        if scenes and _lists_more(scenes[-1], scene, words):
            scene = read(reading, sentence, words, listing=True)
        opened = _side_above(scene, words)
        chairs = scene.announces_chairs or (item and chairs)
        listing = scene.announces or scene.announces_chairs or opened is not None or (item and not _tells(scene))
        side = opened or (side if item else None)
        scenes.append(scene)
    return scenes


def _tells(scene: Scene) -> bool:
    """Tell whether an item of a list has a verb of encounter of its own; who chaired may stand in brackets."""
    return any(frame.kinds & (MAIN - {"chaired_by"}) for frame in scene.frames)


def _resumes(scene: Scene, words: Words) -> bool:
    """Tell whether an item goes on with the text: "3. The two leaders welcomed the talks", "4. They agreed to"."""
    actors = [actor for frame in scene.frames for actor in frame.actors]
    if not actors:
        return words.anonymous.match(scene.text) is not None
    return all(actor.plural and not actor.person and words.both.search(scene.text, 0, actor.start) for actor in actors)


def _side_above(scene: Scene, words: Words) -> str | None:
    """Return the side that a line names above a list of its people: "For Belgium:"."""
    opening = _opening_side(scene, words)
    if opening is None or scene.text[opening.end :].strip(" :"):
        return None
    return next((mention.code for mention in scene.sentence.countries), None)


def _opening_side(scene: Scene, words: Words) -> Cue | None:
    """Return the side, with its colon, that a sentence opens with: "For Ghana: A, B"."""
    if ":" not in scene.text[:_OPENING]:
        return None
    found = next(iter(cues.find(words, scene.text)), None)
    if found is None or found.kind != "side" or found.start:
        return None
    return found if ":" in scene.text[found.start : found.end + _COLON] else None


def _lists_more(before: Scene, scene: Scene, words: Words) -> bool:
    """Tell whether a sentence only names more of those of whom the one before said that they were there."""
    guests = max((len(frame.guests) for frame in before.frames if frame.kinds & {"attend", "represent"}), default=0)
    if guests and _opening_side(scene, words) and scene.head:
        return not scene.verbal
    if guests < 2 or len(scene.head) < 2 or any(frame.kinds != {"gather"} for frame in scene.frames):  # noqa: PLR2004 (a list)
        return False
    return sum(word not in words.connectors for word in _WORD.findall(scene.text)) < _FEW_WORDS
