"""The days that a sentence gives an encounter, and whether a text of its day can report them as news."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from etl import dates, places
from etl.extract import cues
from etl.extract.locality import in_dateline, of_the_event
from etl.records import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.encounter import Meeting
    from etl.extract.frames import Frame, Scene
    from etl.extract.reading import DateMention, Reading

_RECENT = dt.timedelta(days=60)
"""How long before publication a meeting may lie that a text reports as its news, or after it one that it announces."""
_RECALLED = dt.timedelta(days=730)
"""How long before publication an encounter may lie that a text recalls by its day or month."""
_LONGEST_SESSION = dt.timedelta(days=10)
_BEHIND = 40
"""Characters behind a verb in which the day of what it tells stands."""


def past(reading: Reading, scene: Scene, frame: Frame) -> bool:
    """Tell whether all days that a sentence gives an encounter lie too long before the text to be its news."""
    return all_old(reading, days_of(scene, frame.start, reading.document.language or "en"))


def all_old(reading: Reading, mentions: Sequence[DateMention]) -> bool:
    """Tell whether there are days, and all of them lie too long before the text to be its news."""
    published, days = until(reading), [mention.date for mention in mentions if mention.date]
    return published is not None and bool(days) and all(day.first + _RECENT < published for day in days)


def ahead(reading: Reading, scene: Scene, frame: Frame) -> bool:
    """Tell whether every day that a sentence gives an encounter comes soon after the text: it is but announced."""
    published, language = until(reading), reading.document.language or "en"
    dates = [mention.date for mention in days_of(scene, frame.start, language)]
    soon = published is not None and bool(dates)
    return soon and all(date and published < date.first <= published + _RECENT for date in dates)  # type: ignore[operator]


def until(reading: Reading) -> dt.date | None:
    """Return the last day on which the document can have been published."""
    published = reading.document.published
    if published is None or published.precision == "day":
        return published.first if published else None
    end = published.first.replace(day=28) if published.precision == "month" else published.first.replace(month=12)
    return (end.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def moved(date: PartialDate | None, days: int) -> PartialDate | None:
    """Return the day that many days after another; None of an unknown day."""
    return PartialDate(date.first + dt.timedelta(days=days)) if date and date.precision == "day" else None


def session_start(
    meeting: Meeting, scene: Scene, told: Sequence[DateMention], scenes: Sequence[Scene], language: str
) -> PartialDate | None:
    """Return the first day of a session of which a sentence tells the last: "the two-day talks ended on Tuesday".

    Its earliest day is told in the sentence itself, by how long it took, or by a later "which began on Monday".
    None where no word says that it ended.
    """
    days = [mention.date for mention in told if mention.date and mention.date.precision == "day"]
    words = cues.words(language)
    ended = words.closing.search(scene.text) is not None
    lasted = next((n for s in _of_session(meeting, scenes) for n in _days_lasted(s, words, language)), 1)
    if not days or not (ended or lasted > 1):
        return None
    last = max(days, key=lambda day: day.first)
    recent = [day for day in days if last.first - day.first < _LONGEST_SESSION]
    if not ended:
        ended = any(words.closing.search(s.text) for s in scenes if s.sentence.block == "title")
    if not ended:
        return None
    first = min(recent, key=lambda day: day.first)
    if first != last:
        return first
    if lasted > 1:
        return moved(last, 1 - lasted)
    began = [day for s in _of_session(meeting, scenes) for day in _opening_days(s, words)]
    before = [day for day in began if dt.timedelta() < last.first - day.first < _LONGEST_SESSION]
    return min(before, key=lambda day: day.first, default=last)


def _of_session(meeting: Meeting, scenes: Sequence[Scene]) -> list[Scene]:
    """Return the sentences that speak of a meeting, those that tell of it first."""
    own = [scene.sentence.index for scene in meeting.scenes]
    return [
        *meeting.scenes,
        *(s for s in scenes if s.sentence.index in meeting.sentences and s.sentence.index not in own),
    ]


def _days_lasted(scene: Scene, words: cues.Words, language: str) -> list[int]:
    """Return how many days a sentence says that an encounter took; not how long a card is valid."""
    found = []
    for days, position in dates.days_lasted(scene.text, language):
        near = (max(0, position - _BEHIND), position + _BEHIND)
        if any(pattern.search(scene.text, *near) for pattern in (words.noun, words.closing, words.lasting)):
            found.append(days)
    return found


def _opening_days(scene: Scene, words: cues.Words) -> list[PartialDate]:
    """Return the days right behind the verb of opening: "the talks, which began on Monday"."""
    start = scene.sentence.start
    return [
        mention.date
        for mention in scene.sentence.dates
        if mention.date and mention.date.precision == "day"
        if words.opening.search(scene.text, max(0, mention.start - start - _BEHIND), mention.start - start)
    ]


def long_ago(scene: Scene, frame: Frame, stated: Sequence[DateMention], published: dt.date) -> PartialDate | None:
    """Return the day or month, right behind its verb, of an encounter that a text recalls: of the last years."""
    behind = range(scene.sentence.start + frame.end, scene.sentence.start + frame.end + _BEHIND)
    told = (mention.date for mention in stated if mention.date and mention.start in behind)
    return next((d for d in told if d.precision != "year" and published - _RECALLED < d.first < published), None)


def of_a_paper(scene: Scene, mention: DateMention, language: str) -> bool:
    """Tell whether a date is an agreement's or a statement's."""
    return dates.of_a_paper(language).search(scene.text, 0, mention.start - scene.sentence.start) is not None


def _of_a_thing(scene: Scene, mention: DateMention, position: int, language: str) -> bool:
    """Tell whether a year is when something else was made: "showed him round the centre opened in 2019"."""
    if mention.date is None or mention.date.precision != "year":
        return False
    made = cues.words(language).founded.search(scene.text, 0, mention.start - scene.sentence.start)
    return made is not None and made.start() > position


def reportable(date: PartialDate, published: dt.date | None) -> bool:
    """Tell whether a text of that day can report as news a meeting on that date."""
    if published is None:
        return True
    reach = {"day": 1, "month": 3, "year": 8}[date.precision] * _RECENT
    return date.first <= published <= date.first + reach


def days_of(scene: Scene, position: int, language: str) -> list[DateMention]:
    """Return the dates that a sentence states of what it tells, not those of its dateline or of a paper."""
    return [
        mention
        for mention in _dates(scene, position, language)
        if not in_dateline(scene, mention.start)
        and not of_a_paper(scene, mention, language)
        and not _of_a_thing(scene, mention, position, language)
        and (scene.inside(mention.start) or mention.date is None or mention.date.precision == "day")
    ]


def day_of(reading: Reading, scene: Scene, frame: Frame) -> dt.date | None:
    """Return the one day that a sentence gives what it tells; None of several."""
    days = {
        m.date.first
        for m in days_of(scene, frame.start, reading.document.language or "en")
        if m.date and m.date.precision == "day"
    }
    return days.pop() if len(days) == 1 else None


def _dates(scene: Scene, position: int, language: str) -> list[DateMention]:
    """Return the dates outside asides and offices: those of the clause itself first, then days, then the nearest."""
    start = scene.sentence.start
    margins = places.margins(language)
    reports = cues.words(language).reports
    clause = scene.aside_start(start + position)  # "a mission to a country where on Monday he met the president"
    if clause is None and position:
        clause = scene.aside_start(start + position - 1)  # "following the 12 January talks between A and B, C said"
    mentions = [
        mention
        for mention in scene.sentence.dates
        if scene.text[mention.start - start] not in cues.MASKS
        and (
            not scene.aside(mention.start)
            or (clause is not None and scene.aside_start(mention.start) == clause)
            or of_the_event(scene, mention.start, language)
            or margins.search(scene.text[: mention.start - start])
        )
    ]

    def order(mention: DateMention) -> tuple[bool, bool, bool, bool, int]:
        other = clause is not None and scene.aside_start(mention.start) != clause
        vague = mention.date is None or mention.date.precision != "day"
        said = reports.search(scene.text, 0, mention.start - start) is not None  # "announced Tuesday, after talks on"
        inside = scene.inside(mention.start) or of_the_event(scene, mention.start, language)
        return other, not inside, vague, said, abs(mention.start - start - position)

    return sorted(mentions, key=order)
