"""Encounters told with a verb that no list knows: officials of two countries at its two ends, on a day and at a place.

"A lingered on Monday with B in a hotel in Lima", "A and B compared their notes on Monday in Lima". What people do
to each other without meeting (thank, accuse, write) is data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.cues import Cue
from etl.extract.frames import Frame
from etl.extract.guards import refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.actors import Actor
    from etl.extract.cues import Words
    from etl.extract.frames import Scene

_VERB = 30
"""Characters behind a subject of two in which their verb begins."""
_CLAUSE = 110
"""Characters behind a verb in which its object says what kind of act it was."""
_ALONE = frozenset({"accompany"})
"""What a sentence may tell of somebody's companions beside an encounter."""


def encounter(scene: Scene, people: Sequence[Actor], words: Words) -> Frame | None:
    """Return a frame of two officials whom a sentence puts face to face, or has do something together."""
    text = scene.text
    if scene.refused or not _told_of(scene) or len(people) < 2:  # noqa: PLR2004 (two ends)
        return None
    if words.absent.search(text) or words.other_events.search(text) or words.guards["cancelled"].search(text):
        return None
    frame = _facing(scene, people, words) or _together(scene, people, words)
    if frame is None or words.unreal.search(text, 0, max(frame.end, *(actor.end for actor in frame.actors))):
        return None
    cue = Cue("meet", frame.start, frame.end)
    if refusal(words, text, cue) or not scene.inside(scene.sentence.start + cue.start):
        return None
    return frame


def _told_of(scene: Scene) -> bool:
    """Tell whether a sentence says on which day, or where, what it tells took place."""
    sentence = scene.sentence
    days = [mention.date is None or mention.date.precision == "day" for mention in sentence.dates]
    where = any(place.locative for place in sentence.places)
    return sentence.block == "body" and (any(days) if days else where)


def _facing(scene: Scene, people: Sequence[Actor], words: Words) -> Frame | None:
    """Return a frame of a subject and whom it faces: "A lingered on Monday with B"."""
    first, text = people[0], scene.text
    if not (first.person and (first.role or first.countries)):
        return None
    for other in people[1:]:
        opposite = words.opposite.search(text, first.end, other.start)
        if not opposite or not _apart(first, other):
            continue
        verb = words.perfect.search(text, first.end, opposite.start())
        if verb and not words.no_encounter.search(text, first.end, other.start):
            return _frame(scene, verb.start(), verb.end(), first, other)
    return None


def _together(scene: Scene, people: Sequence[Actor], words: Words) -> Frame | None:
    """Return a frame of two who are the subject of a verb: "A and B compared their notes on Monday in Lima"."""
    first, other, text = people[0], people[1], scene.text
    joined = words.listed.search(text, first.end - 1, other.start)
    verb = words.perfect.search(text, other.end, other.end + _VERB)
    if not (joined and verb and first.person and other.person and _apart(first, other)):
        return None
    sentence, end = scene.sentence, verb.end() + _CLAUSE
    on_the_spot = sentence.dates and any(place.locative for place in sentence.places)
    if not (on_the_spot or words.together.search(text, verb.end(), end)):
        return None
    if "," in text[other.end : verb.start()].strip(" ,") or words.no_encounter.search(text, other.end, end):
        return None
    return _frame(scene, verb.start(), verb.end(), first, other)


def _apart(first: Actor, other: Actor) -> bool:
    """Tell whether two are told to be of two countries."""
    if first.countries and other.countries:
        return not set(first.countries) & set(other.countries)
    return other.counterpart or bool(other.countries and other.role and not other.plural)


def _frame(scene: Scene, start: int, end: int, first: Actor, other: Actor) -> Frame:
    return Frame(scene.sentence, start, end, {"meet"}, subject=[first], object=[other])


def only_beside(frames: Sequence[Frame]) -> bool:
    """Tell whether all that a sentence was found to tell is who accompanied somebody."""
    return all(frame.kinds <= _ALONE for frame in frames)
