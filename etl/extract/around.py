"""When and where an encounter was, from the sentences around it, where its own and those of its people do not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl import dates
from etl.extract import cues
from etl.extract.dating import all_old, of_a_paper, reportable, session_start, until
from etl.extract.locality import (
    behind_a_fronted_phrase,
    in_dateline,
    looks_back,
    of_the_event,
    own,
    places_of,
    put_ahead,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from etl.extract.encounter import Meeting
    from etl.extract.frames import Scene
    from etl.extract.reading import DateMention, PlaceMention, Reading
    from etl.records import PartialDate

_SAYING = 30
"""Characters around a verb of saying within which the day is that on which it was said."""
_STAGE_WORDS = 2
"""Words beside a place in a subhead that is but that: "In Lima", "Lima, 5 May"."""
_BELOW = 3
"""Sentences below an encounter that may still tell when it was: "the talks, opened on Monday, ..."."""


def day(reading: Reading, meeting: Meeting, scenes: Sequence[Scene]) -> PartialDate | None:
    """Return the day that the sentences around a meeting give what they tell, the nearest above it first.

    "Yesterday was a busy day at the palace. The president welcomed three envoys there." A sentence below it must
    speak of the session itself.
    """
    language, published = reading.document.language or "en", until(reading)
    for scene in _around(meeting, scenes, cues.words(language)):
        told = [mention for mention in scene.sentence.dates if _of_what_is_told(scene, mention, language)]
        news = [m for m in told if m.date and m.date.precision == "day" and reportable(m.date, published)]
        if news:
            return session_start(meeting, scene, news, scenes, language) or news[0].date
    return None


def place(reading: Reading, meeting: Meeting, scenes: Sequence[Scene]) -> PlaceMention | None:
    """Return the place that the sentences above a meeting give, the nearest first, then the subheads above them.

    A subhead with somebody's name in it is a reporter's ("From our correspondent in Lima").
    """
    language = reading.document.language or "en"
    words = cues.words(language)
    first = min(scene.sentence.index for scene in meeting.scenes)
    above = [s for s in _around(meeting, scenes, words) if s.sentence.index < first]
    heads = [s for s in scenes[:first] if s.sentence.block == "heading" and not (s.refused or s.sentence.persons)]
    for scene in (*above, *reversed(heads)):
        if put_ahead(words, scene) or all_old(reading, scene.sentence.dates):
            continue
        for mention in places_of(scene, language):
            apart = scene.aside(mention.start) and not behind_a_fronted_phrase(scene, mention.start)
            if not apart and not looks_back(scene, mention.start, words):
                return mention
    return None


def stage(meeting: Meeting, scenes: Sequence[Scene]) -> PlaceMention | None:
    """Return the place that the subhead above a meeting consists of: a stage of the journey that the text tells."""
    first = min(scene.sentence.index for scene in meeting.scenes)
    head = next((scene for scene in reversed(scenes[:first]) if scene.sentence.block == "heading"), None)
    if head is None or len(head.sentence.places) != 1 or head.sentence.persons:
        return None
    place, start = head.sentence.places[0], head.sentence.start
    if any(mention.start < place.start < mention.end for mention in head.sentence.countries):
        return None  # "Sri Lanka"
    beside = f"{head.text[: place.start - start]} {head.text[place.end - start :]}".split()
    return place if len(beside) <= _STAGE_WORDS else None


def goes_on(meeting: Meeting, language: str) -> bool:
    """Tell whether what opens a meeting sets it later on the day told of before: "In the afternoon he received B"."""
    scene, frame = own(meeting)[0]
    return not frame.recalled and dates.in_the_day(language).search(scene.text) is not None


def _around(meeting: Meeting, scenes: Sequence[Scene], words: cues.Words) -> Iterator[Scene]:
    """Yield the sentences above a meeting's first, from the nearest on, then those just below it on the session."""
    told = {scene.sentence.index for scene in meeting.scenes}
    first = min(told)
    near = [s for s in scenes if s.sentence.index in meeting.sentences - told and not s.refused]
    body = [s for s in near if s.sentence.block in {"body", "item"}]
    yield from (s for s in reversed(body) if s.sentence.index < first)
    for scene in body:
        below = first < scene.sentence.index <= max(told) + _BELOW
        if below and (words.noun.search(scene.text) or words.closing.search(scene.text)):
            yield scene


def _of_what_is_told(scene: Scene, mention: DateMention, language: str) -> bool:
    """Tell whether a date is that of what the sentence tells: not of its dateline, a paper or who said it when."""
    apart = scene.aside(mention.start) and not (
        behind_a_fronted_phrase(scene, mention.start) or of_the_event(scene, mention.start, language)
    )
    if apart or in_dateline(scene, mention.start) or of_a_paper(scene, mention, language):
        return False
    start, end = mention.start - scene.sentence.start, mention.end - scene.sentence.start
    return not any(
        "," not in between and len(between) < _SAYING
        for cue in cues.find(cues.words(language), scene.text)
        if cue.kind == "report"
        for between in (scene.text[cue.end : start] if cue.end <= start else scene.text[end : cue.start],)
    )
