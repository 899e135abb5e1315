"""When and where a meeting took place, from the sentences that report it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl import dates, places
from etl.extract import cues, headline
from etl.records import PartialDate
from etl.spelling import folded, unaccented

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Sequence

    from etl.extract.actors import Actor
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Frame, Scene
    from etl.extract.reading import DateMention, PlaceMention, Reading

_RECENT = dt.timedelta(days=60)
"""How long before publication a meeting may lie that a text reports as its news, or after it one that it announces."""
_RECALLED = dt.timedelta(days=730)
"""How long before publication an encounter may lie that a text recalls by its day or month."""
_LOOK_BACK = 5
_DATELINE_REACH, _DATELINE_WORDS = 60, 8
_EVENT_REACH = 70
_SEATED = frozenset({"head", "director", "representative", "delegate", "coordinator", "chief"})
"""Ranks that a title gives with the town they sit in: "head of the legal division in The Hague"."""
_SEAT_REACH = 4
"""Characters between such a title and that town."""
_PLACE_REACH = 150
"""Characters around an encounter's verb beyond which another sentence may tell its place better."""
_CONFER_REACH = 40
"""Characters around "agreed" or "discussed" in which the place is that of the encounter, not of its subject matter."""
_HOSTED_REACH = 40
"""Characters behind "hosted" in which the noun of the encounter begins."""
_POST_REACH = 6
"""Characters between an ambassador and the place that is their post ("ambassador in Paris")."""


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
    previous = next((known for other, known in reversed(earlier) if other.principals & meeting.principals), None)
    where = _place(reading, meeting, scenes, parties)
    hosted = next((frame.hosted for frame in meeting.frames if frame.hosted), None)
    when, stated = _date(reading, meeting, _context(reading, meeting, scenes, parties), where)
    days = next((frame.days for frame in meeting.frames if frame.days is not None), None)
    if earlier and not stated and days is not None:
        when = _moved((previous or earlier[-1][1]).date, days)
    elif not stated:
        when = when or (
            previous.date if previous else _headline_date(reading, scenes) or _dateline_date(reading, meeting, scenes)
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


def past(reading: Reading, scene: Scene, frame: Frame) -> bool:
    """Tell whether all days that a sentence gives an encounter lie too long before the text to be its news."""
    return old(reading, _stated(scene, frame.start, reading.document.language or "en"))


def old(reading: Reading, mentions: Sequence[DateMention]) -> bool:
    """Tell whether there are days, and all of them lie too long before the text to be its news."""
    published, days = _until(reading), [mention.date for mention in mentions if mention.date]
    return published is not None and bool(days) and all(day.first + _RECENT < published for day in days)


def ahead(reading: Reading, scene: Scene, frame: Frame) -> bool:
    """Tell whether every day that a sentence gives an encounter comes soon after the text: it is but announced."""
    published, language = _until(reading), reading.document.language or "en"
    dates = [mention.date for mention in _stated(scene, frame.start, language)]
    soon = published is not None and bool(dates)
    return soon and all(date and published < date.first <= published + _RECENT for date in dates)  # type: ignore[operator]


def remote(reading: Reading, meeting: Meeting) -> bool:
    """Tell whether it was by video, by what opens the meeting or by the headline; not where one guest was."""
    words = places.remote(reading.document.language or "en")
    first = _own(meeting)[0][0]
    return bool(words.search(first.text) or words.search(folded(reading.document.title or "")))


def _headline_place(reading: Reading, scenes: Sequence[Scene]) -> tuple[str, str | None] | None:
    """Return the place that the headline gives, in the article or outside it: "Talks in A"."""
    if outside := headline.read(reading).place:
        return outside[0], outside[1].country
    language = reading.document.language or "en"
    titles = [scene for scene in scenes if scene.sentence.block == "title" and scene.refused is None]
    return next(((place.city, place.country) for scene in titles for place in _places(scene, language)), None)


def _headline_date(reading: Reading, scenes: Sequence[Scene]) -> PartialDate | None:
    """Return the day that a headline gives with the noun of the encounter: "Second Forum, Lima, 5 May 2023"."""
    language, published = reading.document.language or "en", _until(reading)
    noun = cues.words(language).noun
    titles = [scene for scene in scenes if scene.sentence.block == "title" and scene.refused is None]
    days = (m for scene in titles if noun.search(scene.text) for m in _stated(scene, 0, language))
    return next((m.date for m in days if m.date and m.date.precision == "day" and _held(m.date, published)), None)


def _until(reading: Reading) -> dt.date | None:
    """Return the last day on which the document can have been published."""
    published = reading.document.published
    if published is None or published.precision == "day":
        return published.first if published else None
    end = published.first.replace(day=28) if published.precision == "month" else published.first.replace(month=12)
    return (end.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def _moved(date: PartialDate | None, days: int) -> PartialDate | None:
    return PartialDate(date.first + dt.timedelta(days=days)) if date and date.precision == "day" else None


def _date(
    reading: Reading, meeting: Meeting, context: Sequence[Scene], where: PlaceMention | None
) -> tuple[PartialDate | None, bool]:
    """Return the date, and whether the meeting's own clause states one (that may be unknown all the same).

    Of the sentences before it (``context``) those that speak of another city tell of another day of the journey.
    """
    published = _until(reading)
    language = reading.document.language or "en"
    words = cues.words(language)
    for scene, frame in _own(meeting):
        stated = _stated(scene, frame.start, language)
        held = [date for date in stated if date.date is None or _held(date.date, published)]
        if held and words.closing.search(scene.text):
            days = [date.date for date in held if date.date and date.date.precision == "day"]
            if days:
                return min(days, key=lambda day: day.first), True  # the first day of a session that ended
        if held:
            return next((date.date for date in held if date.date), None), True
        if published and (old := _long_ago(scene, frame, stated, published)):
            return old, True
    for scene in context:
        cities = {places.canonical_city(place.city, place.country) for place in _places(scene, language)}
        if (
            scene.refused
            or words.guards["phone"].search(scene.text)
            or (where and cities and places.canonical_city(where.city, where.country) not in cities)
        ):
            continue
        for mention in scene.sentence.dates:
            told = mention.date and mention.date.precision != "year" and _held(mention.date, published)
            dated = told and not _in_dateline(scene, mention.start)
            if dated and not (_of_a_paper(scene, mention, language) or scene.aside(mention.start)):
                return mention.date, False
    return None, False


def _long_ago(scene: Scene, frame: Frame, stated: Sequence[DateMention], published: dt.date) -> PartialDate | None:
    """Return the day or month, right behind its verb, of an encounter that a text recalls: of the last years."""
    behind = range(scene.sentence.start + frame.end, scene.sentence.start + frame.end + _CONFER_REACH)
    told = (mention.date for mention in stated if mention.date and mention.start in behind)
    return next((d for d in told if d.precision != "year" and published - _RECALLED < d.first < published), None)


def _of_a_paper(scene: Scene, mention: DateMention, language: str) -> bool:
    """Tell whether a date is an agreement's or a statement's."""
    return dates.of_a_paper(language).search(scene.text, 0, mention.start - scene.sentence.start) is not None


def _dateline_date(reading: Reading, meeting: Meeting, scenes: Sequence[Scene]) -> PartialDate | None:
    """Return the date of a dateline with a place, where the text gives no other."""
    published = _until(reading)
    for scene in _datelines(meeting, scenes):
        for mention in scene.sentence.dates:
            if mention.date and mention.date.precision == "day" and _held(mention.date, published):
                return mention.date
    return None


def _held(date: PartialDate, published: dt.date | None) -> bool:
    """Tell whether a text of that day can report as news a meeting on that date."""
    if published is None:
        return True
    reach = {"day": 1, "month": 3, "year": 8}[date.precision] * _RECENT
    return date.first <= published <= date.first + reach


def _stated(scene: Scene, position: int, language: str) -> list[DateMention]:
    """Return the dates that a sentence states of what it tells, not those of its dateline or of a paper."""
    return [
        mention
        for mention in _dates(scene, position, language)
        if not _in_dateline(scene, mention.start)
        and not _of_a_paper(scene, mention, language)
        and (scene.inside(mention.start) or mention.date is None or mention.date.precision == "day")
    ]


def _dates(scene: Scene, position: int, language: str) -> list[DateMention]:
    """Return the dates outside asides and offices: those of the clause itself first, then days, then the nearest."""
    start = scene.sentence.start
    margins = places.margins(language)
    reports = cues.words(language).reports
    mentions = [
        mention
        for mention in scene.sentence.dates
        if scene.text[mention.start - start] not in cues.MASKS
        and (not scene.aside(mention.start) or margins.search(scene.text[: mention.start - start]))
    ]

    def order(mention: DateMention) -> tuple[bool, bool, bool, int]:
        vague = mention.date is None or mention.date.precision != "day"
        said = reports.search(scene.text, 0, mention.start - start) is not None  # "announced Tuesday, after talks on"
        return not scene.inside(mention.start), vague, said, abs(mention.start - start - position)

    return sorted(mentions, key=order)


def _place(
    reading: Reading, meeting: Meeting, scenes: Sequence[Scene], parties: Collection[str]
) -> PlaceMention | None:
    """Return the place that the meeting's sentences give, else its context's, else a dated dateline's."""
    language = reading.document.language or "en"
    words = cues.words(language)
    by_video = remote(reading, meeting)
    far: PlaceMention | None = None
    for scene, frame in _own(meeting):
        if by_video and not places.remote(language).search(scene.text):
            continue
        found = [
            mention
            for mention in _places(scene, language)
            if (frame.kinds != {"confer"} or abs(mention.start - scene.sentence.start - frame.start) < _CONFER_REACH)
            and not (scene.aside(mention.start) and _ahead_of(words, scene, mention.start - scene.sentence.start))
            and not (by_video and scene.aside(mention.start))  # "with links from Lima"
        ]
        if found:
            apart = {abs(mention.start - scene.sentence.start - frame.start): mention for mention in found}
            if min(apart) < _PLACE_REACH:
                return apart[min(apart)]
            far = far or apart[min(apart)]
        elif visited := _visited(words, scene):
            return visited
    if far:
        return far
    if by_video or any(places.remote(language).search(scene.text) for scene in meeting.scenes):
        return None  # nor is the place of guests by video told elsewhere
    if told := _spoken_of(reading, meeting, scenes, language):
        return told
    before = (_told_before(scene, language) for scene in _context(reading, meeting, scenes, parties))
    datelines = (scene.sentence.places[0] for scene in _datelines(meeting, scenes))
    told = next((place for place in (*before, *datelines) if place), None)
    return told or _home_dateline(reading, meeting, scenes, parties)


def _told_before(scene: Scene, language: str) -> PlaceMention | None:
    """Return the place that a sentence before the meeting's gives: of its event, of a journey, or a host's."""
    words = cues.words(language)
    if scene.refused is None and not words.guards["planned"].search(scene.text):
        for mention in _places(scene, language):
            position = mention.start - scene.sentence.start
            if not scene.aside(mention.start) or places.margins(language).search(scene.text[:position]):
                return mention
    return _visited(words, scene)


def _spoken_of(reading: Reading, meeting: Meeting, scenes: Sequence[Scene], language: str) -> PlaceMention | None:
    """Return the place of "the meeting in A" in another sentence; not of the next or an old one, nor an office's."""
    words = cues.words(language)
    own = {scene.sentence.index for scene in meeting.scenes}
    for scene in scenes:
        if scene.sentence.index not in meeting.sentences - own or old(reading, scene.sentence.dates):
            continue
        for mention in _places(scene, language):
            position = mention.start - scene.sentence.start
            back = words.anaphora.search(scene.text, max(0, position - 45), position)
            noun = words.noun.search(scene.text, back.start(), position) if back else None
            noun = noun or _hosted(scene, mention, language)
            if noun and not _ahead(words, scene, noun.start(), position):
                return mention
    return None


def _hosted(scene: Scene, mention: PlaceMention, language: str) -> re.Match[str] | None:
    """Return the noun of the encounter that a place is said to have received: "Lima hosted the talks"."""
    hosts = places.hosting(language).match(scene.text, mention.end - scene.sentence.start)
    return cues.words(language).noun.search(scene.text, hosts.end(), hosts.end() + _HOSTED_REACH) if hosts else None


def _ahead_of(words: cues.Words, scene: Scene, position: int) -> bool:
    """Tell whether the words right before a position put ahead what it tells: "which they plan to hold in Lima"."""
    return words.guards["future"].search(scene.text[:position]) is not None


def _ahead(words: cues.Words, scene: Scene, *positions: int) -> bool:
    """Tell whether a sentence speaks of a meeting still to come."""
    return any(_ahead_of(words, scene, at) for at in positions) or bool(words.guards["planned"].search(scene.text))


def _visited(words: cues.Words, scene: Scene) -> PlaceMention | None:
    """Return the place that a sentence says somebody went to."""
    start = scene.sentence.start
    for match in words.visit.finditer(scene.text):
        if words.guards["future"].search(scene.text[: match.start()]):
            continue
        for place in scene.sentence.places:
            if match.end() in {place.start - start, place.start - start - 1}:
                return place
    return None


def _home_dateline(
    reading: Reading, meeting: Meeting, scenes: Sequence[Scene], parties: Collection[str]
) -> PlaceMention | None:
    """Return the place of a dateline just before, or at the head of, the meeting's first sentence, if a party's own.

    A reporter elsewhere would have said where the meeting was. A capital on a line of its own only tells where the
    newsroom is, unless the meeting was in one of its palaces.
    """
    first = _own(meeting)[0][0].sentence.index
    seats = places.buildings(reading.document.language or "en")
    palace = any(seats.search(unaccented(reading.words(scene.sentence))) for scene in meeting.scenes)
    for scene in scenes[max(0, first - _LOOK_BACK) : first + 1]:
        for place in scene.sentence.places[:1]:
            capital = any(mention.start == place.start for mention in scene.sentence.countries)
            apart = scene.sentence.index < first and len(scene.sentence.tokens) < _DATELINE_WORDS
            if (
                place.locative
                and _in_dateline(scene, place.start)
                and not (apart and capital and (place.country not in parties or not palace))
            ):
                return place
    return None


def _places(scene: Scene, language: str) -> list[PlaceMention]:
    """Return the places where a sentence says that something was, other than an ambassador's post or an attack."""
    start = scene.sentence.start
    elsewhere, matters = places.elsewhere(language), places.matters(language)
    posts = [role for role in scene.sentence.roles if (role.role.office or "").startswith("ambassador")]
    seats = {role.end + 1 for role in scene.sentence.roles if role.person and role.role.rank in _SEATED}
    return [
        mention
        for mention in scene.sentence.places
        if mention.locative
        and scene.text[mention.start - start] not in cues.MASKS
        and not _in_dateline(scene, mention.start)
        and not any(0 <= mention.start - post.end < _POST_REACH for post in posts)
        and seats.isdisjoint(range(mention.start - _SEAT_REACH, mention.start))
        and not elsewhere.search(scene.text, max(0, mention.start - start - _EVENT_REACH), mention.start - start)
        and not (matters and matters.search(scene.text[: mention.start - start]))
    ]


def _in_dateline(scene: Scene, position: int) -> bool:
    """Tell whether a position lies in "Rabat, 5 May 2023 (Agency) - " at the head of a sentence, or is a dateline."""
    if scene.sentence.block == "dateline":
        return True
    head = scene.sentence.places[0] if scene.sentence.places else None
    if head is None or any(map(str.isalpha, scene.text[: head.start - scene.sentence.start])):
        return False
    return position - scene.sentence.start < _DATELINE_REACH and not cues.words_between(
        scene.text, 0, position - scene.sentence.start
    )


def _own(meeting: Meeting) -> list[tuple[Scene, Frame]]:
    """Return the meeting's sentences with its frames, the body before the headline."""
    return sorted(
        zip(meeting.scenes, meeting.frames, strict=True),
        key=lambda pair: pair[0].sentence.block in {"title", "heading"},
    )


def _holder(reading: Reading, people: Collection[str], actor: Actor) -> str | None:
    """Return which of the people an office named above them means, as in a subhead ("the Minister ends ...")."""
    office = actor.role.office if actor.role and not actor.countries else None
    held = ((key, reading.person(key)) for key in sorted(people))
    return next((k for k, p in held if office and p and any(role.office == office for role in p.roles)), None)


def _context(reading: Reading, meeting: Meeting, scenes: Sequence[Scene], parties: Collection[str]) -> list[Scene]:
    """Return the sentences shortly before the meeting's first that speak of its people or of both its parties."""
    first = _own(meeting)[0][0].sentence.index
    people = meeting.principals
    found = []
    for scene in scenes[max(0, first - _LOOK_BACK) : first]:
        heads = {holder for actor in scene.head if (holder := actor.person or _holder(reading, people, actor))}
        named = {mention.code for mention in scene.sentence.countries}
        both = len(named.intersection(parties)) > 1
        told = heads & people or both or scene.frames
        if scene.refused in {None, "future"} and told and scene.sentence.block != "dateline":
            found.append(scene)
    if not found and first and _sets_the_scene(reading, scenes[first - 1]):
        found.append(scenes[first - 1])
    return found[::-1]


def _sets_the_scene(reading: Reading, scene: Scene) -> bool:
    """Tell whether a sentence just before the encounter only says when and where: "Tuesday's talks took two hours"."""
    language = reading.document.language or "en"
    told = scene.sentence.block == "body" and scene.sentence.dates and not scene.sentence.persons
    of_it = _places(scene, language) or cues.words(language).noun.search(scene.text)
    return bool(told and scene.refused is None and of_it)


def _datelines(meeting: Meeting, scenes: Sequence[Scene]) -> list[Scene]:
    """Return the line that gives place and date before, at the head of, or under the meeting's first sentence."""
    first = _own(meeting)[0][0].sentence.index
    return [
        scene
        for scene in [
            *scenes[: first + 1],
            *(s for s in scenes[first + 1 : first + 2] if s.sentence.block == "dateline"),
        ]
        if scene.sentence.places
        and scene.sentence.dates
        and _in_dateline(scene, scene.sentence.places[0].start)
        and _in_dateline(scene, scene.sentence.dates[0].start)
    ][-1:]
