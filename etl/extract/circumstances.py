"""When and where a meeting took place, from the sentences that report it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from etl import places
from etl.extract import around, cues, headline
from etl.extract.dating import all_old, days_of, long_ago, moved, of_a_paper, reportable, session_start, until
from etl.extract.locality import (
    ahead_of,
    behind_a_fronted_phrase,
    by_the_way,
    hosting_noun,
    in_dateline,
    in_what_was_agreed,
    in_what_was_said,
    looks_back,
    of_the_clause,
    of_the_event,
    own,
    places_of,
    put_ahead,
    told_before,
    travelled_to,
)
from etl.records import HEADLINES
from etl.spelling import folded, unaccented

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from etl.extract.actors import Actor
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Scene
    from etl.extract.reading import PlaceMention, Reading
    from etl.records import PartialDate

_ALIKE = 85
"""Likeness of two spellings of one town, of a hundred."""
_LOOK_BACK = 5
_DATELINE_WORDS = 8
_PLACE_REACH = 150
"""Characters around an encounter's verb beyond which another sentence may tell its place better."""
_CONFER_REACH = 40
"""Characters around "agreed" or "discussed" in which the place is that of the encounter, not of its subject matter."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """A meeting's date and place as the document gives them."""

    date: PartialDate | None
    city: str | None
    country: str | None


def find(
    reading: Reading,
    meeting: Meeting,
    parties: Collection[str],
    scenes: Sequence[Scene],
    earlier: Sequence[tuple[Meeting, Circumstances]],
) -> Circumstances:
    """Return when and where a meeting took place; ``earlier`` are the meetings before it with theirs.

    A meeting without words of its own shares the day and place of the one before, where the same people went on
    from it ("later he also met ...").
    """
    language = reading.document.language or "en"
    previous = next((known for other, known in reversed(earlier) if other.principals & meeting.principals), None)
    if previous is None and earlier and _beside(reading, meeting):
        previous = earlier[-1][1]  # "on the margins of the conference", of which the text has told
    where = _well_spelt(reading, _place(reading, meeting, scenes, parties))
    hosted = next((frame.hosted for frame in meeting.frames if frame.hosted), None)
    when, stated = _date(reading, meeting, _context(reading, meeting, scenes, parties), where, scenes)
    days = next((frame.days for frame in meeting.frames if frame.days is not None), None)
    days = days if days is not None else _days_before(reading, meeting, scenes)
    there = moved((previous or earlier[-1][1]).date, days) if earlier and days is not None else None
    # "Earlier in the day": that of the meeting told before, not of the text.
    if (earlier and not stated and days is not None) or (there and when and when.first == until(reading)):
        when = there
    elif not stated:
        when = when or (
            previous.date
            if previous
            else _headline_date(reading, scenes)
            or around.day(reading, meeting, scenes)
            or (earlier[-1][1].date if earlier and around.goes_on(meeting, language) else None)
            or _dateline_date(reading, meeting, scenes, where)
        )
    if where:
        return Circumstances(when, where.city, where.country or hosted)
    if previous and hosted in {None, previous.country}:
        return Circumstances(when, previous.city, previous.country)
    if remote(reading, meeting):
        return Circumstances(when, None, hosted)
    if title := _headline_place(reading, scenes):
        city, country = title
        elsewhere = (hosted and country != hosted) or any(known.city not in {None, city} for _, known in earlier)
        if not elsewhere:
            return Circumstances(when, city, country)
    return Circumstances(when, None, hosted)


def _well_spelt(reading: Reading, place: PlaceMention | None) -> PlaceMention | None:
    """Return a place unknown to the gazetteer as the known one that the document spells almost so."""
    if place is None or place.country:
        return place
    known = {other.city: other.country for s in reading.sentences for other in s.places if other.country}
    if outside := headline.read(reading).place:
        known |= {outside[0]: outside[1].country}
    alike = process.extractOne(place.city, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return replace(place, city=alike[0], country=known[alike[0]]) if alike else place


def _beside(reading: Reading, meeting: Meeting) -> bool:
    """Tell whether people met on the margins of an event: what opens the meeting says so."""
    scene, frame = own(meeting)[0]
    return bool(places.margins(reading.document.language or "en").search(scene.text[: frame.end]))


def _days_before(reading: Reading, meeting: Meeting, scenes: Sequence[Scene]) -> int | None:
    """Return the days after the meeting before that the sentence just above tells: "A day later it was C's turn."."""
    first = own(meeting)[0][0].sentence
    if not first.index:
        return None
    above, days = scenes[first.index - 1], cues.words(reading.document.language or "en").days
    if above.sentence.paragraph != first.paragraph or above.frames or above.sentence.dates:
        return None
    return next((number for number, pattern in days.items() if pattern.search(above.text)), None)


def remote(reading: Reading, meeting: Meeting) -> bool:
    """Tell whether it was by video, by what opens the meeting or by the headline; not where one guest was."""
    words = places.remote(reading.document.language or "en")
    first = own(meeting)[0][0]
    return bool(words.search(first.text) or words.search(folded(reading.document.title or "")))


def _headline_place(reading: Reading, scenes: Sequence[Scene]) -> tuple[str, str | None] | None:
    """Return the place that the headline gives, in the article or outside it: "Talks in A"."""
    if outside := headline.read(reading).place:
        return outside[0], outside[1].country
    language = reading.document.language or "en"
    titles = [scene for scene in scenes if scene.sentence.block == "title" and scene.refused is None]
    return next(((place.city, place.country) for scene in titles for place in places_of(scene, language)), None)


def _headline_date(reading: Reading, scenes: Sequence[Scene]) -> PartialDate | None:
    """Return the day that a headline gives with the noun of the encounter: "Second Forum, Lima, 5 May 2023"."""
    language, published = reading.document.language or "en", until(reading)
    noun = cues.words(language).noun
    titles = [scene for scene in scenes if scene.sentence.block == "title" and scene.refused is None]
    days = (m for scene in titles if noun.search(scene.text) for m in days_of(scene, 0, language))
    return next((m.date for m in days if m.date and m.date.precision == "day" and reportable(m.date, published)), None)


def _date(
    reading: Reading,
    meeting: Meeting,
    context: Sequence[Scene],
    where: PlaceMention | None,
    scenes: Sequence[Scene],
) -> tuple[PartialDate | None, bool]:
    """Return the date, and whether the meeting's own clause states one (that may be unknown all the same).

    Of the sentences before it (``context``) those that speak of another city tell of another day of the journey.
    """
    published, language = until(reading), reading.document.language or "en"
    if own_date := _told_date(reading, meeting, scenes):
        return own_date[0], True
    for scene in context:
        cities = {places.canonical_city(place.city, place.country) for place in places_of(scene, language)}
        if (
            scene.refused
            or cues.words(language).guards["phone"].search(scene.text)
            or (where and cities and places.canonical_city(where.city, where.country) not in cities)
        ):
            continue
        told = [
            mention
            for mention in scene.sentence.dates
            if mention.date and mention.date.precision != "year" and reportable(mention.date, published)
            if not in_dateline(scene, mention.start) and not of_a_paper(scene, mention, language)
            if not scene.aside(mention.start)
            or behind_a_fronted_phrase(scene, mention.start)
            or of_the_event(scene, mention.start, language)
        ]
        if told:
            return session_start(meeting, scene, told, scenes, language) or told[0].date, False
    return None, False


def _told_date(reading: Reading, meeting: Meeting, scenes: Sequence[Scene]) -> tuple[PartialDate | None] | None:
    """Return the date that the meeting's own clauses state, which may be unknown; None where they state none."""
    published, language = until(reading), reading.document.language or "en"
    coarse: PartialDate | None = None
    for scene, frame in own(meeting):
        told = days_of(scene, frame.start, language)
        news = [mention for mention in told if mention.date is None or reportable(mention.date, published)]
        if first := session_start(meeting, scene, news, scenes, language):
            return (first,)
        date = next((mention.date for mention in news if mention.date), None)
        if coarse and not (date and date.precision == "day" and str(date).startswith(str(coarse))):
            continue
        if date and date.precision != "day":
            coarse = date  # "A was in Lima this week. On the 23rd, she met B"
            continue
        if news:
            return (date,)
        if published and (recalled := long_ago(scene, frame, told, published)):
            return (recalled,)
    return (coarse,) if coarse else None


def _dateline_date(
    reading: Reading, meeting: Meeting, scenes: Sequence[Scene], where: PlaceMention | None
) -> PartialDate | None:
    """Return the date of a dateline with a place, where the text gives no other; not that of a newsroom elsewhere."""
    published = until(reading)
    for scene in _datelines(meeting, scenes):
        head = scene.sentence.places[0]
        if where and places.canonical_city(head.city) != places.canonical_city(where.city):
            continue
        for mention in scene.sentence.dates:
            if mention.date and mention.date.precision == "day" and reportable(mention.date, published):
                return mention.date
    return None


def _place(
    reading: Reading, meeting: Meeting, scenes: Sequence[Scene], parties: Collection[str]
) -> PlaceMention | None:
    """Return the place that the meeting's sentences give, else its context's, else a dated dateline's."""
    language = reading.document.language or "en"
    words = cues.words(language)
    by_video = remote(reading, meeting)
    far: PlaceMention | None = None
    for scene, frame in own(meeting):
        if (by_video and not places.remote(language).search(scene.text)) or (frame.unreal and not frame.actors):
            continue  # nor is it where the next session will be
        if not frame.actors and words.guards["previous"].search(scene.text):
            continue  # "the previous session was held in Lima"
        where = of_the_clause(words, scene, frame)
        found = [
            mention
            for mention in ([] if where else places_of(scene, language))
            if (
                frame.kinds != {"confer"}
                or abs(mention.start - scene.sentence.start - frame.start) < _CONFER_REACH
                or of_the_event(scene, mention.start, language)  # "agreed on it at the session, which sat in Lima"
            )
            and not (scene.aside(mention.start) and ahead_of(words, scene, mention.start - scene.sentence.start))
            and not (by_video and scene.aside(mention.start))  # "with links from Lima"
            and not looks_back(scene, mention.start, words)
            and not in_what_was_said(scene, frame, mention.start, language)
            and not in_what_was_agreed(scene, frame, mention.start, language)
        ]
        if found:
            there = [mention for mention in found if not by_the_way(scene, frame, mention.start, language)]
            apart = {abs(mention.start - scene.sentence.start - frame.start): mention for mention in there}
            if apart and min(apart) < _PLACE_REACH:
                return apart[min(apart)]
            far = far or (apart[min(apart)] if apart else None)
        elif here := where or _here(scene, scenes, language) or travelled_to(words, scene):
            return here
    if far:
        return far
    if by_video or any(places.remote(language).search(scene.text) for scene in meeting.scenes):
        return None  # nor is the place of guests by video told elsewhere
    spoken = (s for s in scenes if s.sentence.index in meeting.sentences and words.noun.search(s.text))
    closed = (_here(scene, scenes, language) for scene in spoken if not put_ahead(words, scene))
    if told := next((here for here in closed if here), None) or _spoken_of(reading, meeting, scenes, language):
        return told
    before = (told_before(scene, language) for scene in _context(reading, meeting, scenes, parties))
    datelines = (scene.sentence.places[0] for scene in _datelines(meeting, scenes))
    told = next((place for place in (around.stage(meeting, scenes), *before, *datelines) if place), None)
    return told or _home_dateline(reading, meeting, scenes, parties) or around.place(reading, meeting, scenes)


def _here(scene: Scene, scenes: Sequence[Scene], language: str) -> PlaceMention | None:
    """Return the place of the dateline above or in a sentence that calls it "here": "closed here on Tuesday"."""
    if not places.here(language).search(scene.text):
        return None
    above = (s for s in scenes[scene.sentence.index :: -1] if s.sentence.places)
    heads = ((s, s.sentence.places[0]) for s in above)
    return next((head for s, head in heads if head.locative and in_dateline(s, head.start)), None)


def _spoken_of(reading: Reading, meeting: Meeting, scenes: Sequence[Scene], language: str) -> PlaceMention | None:
    """Return the place of "the meeting in A" in another sentence; not of the next or an old one, nor an office's."""
    words = cues.words(language)
    own = {scene.sentence.index for scene in meeting.scenes}
    for scene in scenes:
        if scene.sentence.index not in meeting.sentences - own or all_old(reading, scene.sentence.dates):
            continue
        for mention in places_of(scene, language):
            position = mention.start - scene.sentence.start
            back = words.anaphora.search(scene.text, max(0, position - 45), position)
            noun = words.noun.search(scene.text, back.start(), position) if back else None
            noun = noun or hosting_noun(scene, mention, language)
            ahead = noun and words.unreal.search(scene.text, 0, noun.start())  # "will attend the summit in Lima"
            if noun and not ahead and not put_ahead(words, scene, noun.start(), position):
                return mention
    return None


def _home_dateline(
    reading: Reading, meeting: Meeting, scenes: Sequence[Scene], parties: Collection[str]
) -> PlaceMention | None:
    """Return the place of a dateline just before, or at the head of, the meeting's first sentence, if a party's own.

    A reporter elsewhere would have said where the meeting was. A capital on a line of its own only tells where the
    newsroom is, unless the meeting was in one of its palaces.
    """
    first = own(meeting)[0][0].sentence.index
    seats = places.buildings(reading.document.language or "en")
    palace = any(seats.search(unaccented(reading.words(scene.sentence))) for scene in meeting.scenes)
    for scene in [*_opening(scenes, first, reading), *scenes[max(0, first - _LOOK_BACK) : first + 1]]:
        for place in scene.sentence.places[:1]:
            capital = any(mention.start == place.start for mention in scene.sentence.countries)
            apart = scene.sentence.index < first and len(scene.sentence.tokens) < _DATELINE_WORDS
            if (
                place.locative
                and in_dateline(scene, place.start)
                and not (apart and capital and (place.country not in parties or not palace))
            ):
                return place
    return None


def _opening(scenes: Sequence[Scene], first: int, reading: Reading) -> list[Scene]:
    """Return what opens the article, where no sentence up to the encounter leads away from its place."""
    language = reading.document.language or "en"
    body = [scene for scene in scenes[:first] if scene.sentence.block == "body"]
    away = any(places_of(scene, language) or travelled_to(cues.words(language), scene) for scene in body)
    return [] if away else body[:1]


def _holder(reading: Reading, people: Collection[str], actor: Actor) -> str | None:
    """Return which of the people an office named above them means, as in a subhead ("the Minister ends ...")."""
    office = actor.role.office if actor.role and not actor.countries else None
    held = ((key, reading.person(key)) for key in sorted(people))
    return next((k for k, p in held if office and p and any(role.office == office for role in p.roles)), None)


def _context(reading: Reading, meeting: Meeting, scenes: Sequence[Scene], parties: Collection[str]) -> list[Scene]:
    """Return the sentences shortly before the meeting's first that speak of its people or of both its parties."""
    first = own(meeting)[0][0].sentence.index
    people = meeting.principals
    found = []
    for scene in scenes[max(0, first - _LOOK_BACK) : first]:
        heads = {holder for actor in scene.head if (holder := actor.person or _holder(reading, people, actor))}
        named = {mention.code for mention in scene.sentence.countries}
        both = len(named.intersection(parties)) > 1
        told = heads & people or both or scene.frames
        if scene.refused in {None, "future"} and told and scene.sentence.block != "dateline":
            found.append(scene)
    body = any(scene.sentence.block == "body" for scene in found)  # a headline rarely says where or when
    if not body and first and (_sets_the_scene(reading, scenes[first - 1]) or _taken_up(reading, meeting, scenes)):
        found.append(scenes[first - 1])
    return found[::-1]


def _taken_up(reading: Reading, meeting: Meeting, scenes: Sequence[Scene]) -> bool:
    """Tell whether the first sentence takes up what the one before told: "The meeting, which was chaired by ..."."""
    first = own(meeting)[0][0]
    before = scenes[first.sentence.index - 1]
    told = before.sentence.block == "body" and before.refused is None and not before.frames
    opening = cues.words(reading.document.language or "en").anaphora.match(first.text)
    return bool(told and opening)


def _sets_the_scene(reading: Reading, scene: Scene) -> bool:
    """Tell whether a sentence just before the encounter only says when and where: "Tuesday's talks took two hours"."""
    language = reading.document.language or "en"
    told = scene.sentence.block == "body" and scene.sentence.dates and not scene.sentence.persons
    of_it = places_of(scene, language) or scene.sentence.bodies or cues.words(language).noun.search(scene.text)
    return bool(told and scene.refused is None and of_it)


def _datelines(meeting: Meeting, scenes: Sequence[Scene]) -> list[Scene]:
    """Return the line that gives place and date before, at the head of, or under the meeting's first sentence."""
    told = [scene.sentence.index for scene, _ in own(meeting)]
    body = [scene.sentence.index for scene, _ in own(meeting) if scene.sentence.block not in HEADLINES]
    first = min(body or told)  # a headline stands above the dateline
    return [
        scene
        for scene in [
            *scenes[: first + 1],
            *(s for s in scenes[first + 1 : first + 2] if s.sentence.block == "dateline"),
        ]
        if scene.sentence.places
        and scene.sentence.dates
        and in_dateline(scene, scene.sentence.places[0].start)
        and in_dateline(scene, scene.sentence.dates[0].start)
    ][-1:]
