"""Where one sentence says that something was: its places, and which of them are no encounter's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl import places
from etl.extract import cues, triggers
from etl.extract.opening import BESIDE
from etl.records import HEADLINES

if TYPE_CHECKING:
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Frame, Scene
    from etl.extract.reading import PlaceMention

_DATELINE_REACH = 60
_EVENT_REACH = 70
_WORD_END = re.compile(r"(?<=\w)\s+")
_SEATED = frozenset({"head", "director", "representative", "delegate", "coordinator", "chief"})
"""Ranks that a title gives with the town they sit in: "head of the legal division in The Hague"."""
_SEAT_REACH = 4
"""Characters between such a title and that town."""
_HOSTED_REACH = 40
"""Characters behind "hosted" in which the noun of the encounter begins."""
_NOUN_REACH = 20
"""Characters between the noun of an encounter and the clause on it, or its place."""
_FRONTED = 25
"""Characters at the head of a sentence within which a phrase is fronted."""
_THAT_SPAN = 40
"""Characters behind a verb of saying within which what was said begins."""
_UNDERTAKEN = frozenset({"agree", "decide", "commit", "pledge"})
"""What has something for its object that is yet to be done; a session, too, may be opened or signed at."""
_AGREED_REACH = 20
"""Characters behind "agreed" in which it is told where."""
_POST_REACH = 6
"""Characters between an ambassador and the place that is their post ("ambassador in Paris")."""


def of_the_event(scene: Scene, start: int, language: str) -> bool:
    """Tell whether an aside says when or where the encounter itself was: "the session, which ran from 8 to 11 July"."""
    position = start - scene.sentence.start
    low = scene.aside_start(start)
    return low is not None and cues.words(language).lasting.search(scene.text, low, position) is not None


def looks_back(scene: Scene, start: int, words: cues.Words) -> bool:
    """Tell whether an aside speaks of what had been before: "a body that had met two years ago in Lima"."""
    position = start - scene.sentence.start
    low = scene.aside_start(start)
    if low is None:
        return False
    old = words.guards["recalled"].search(scene.text, low, position)
    ends = (match.end() for match in _WORD_END.finditer(scene.text, low, position))
    return old is not None or any(words.guards["earlier"].search(scene.text[low:end]) for end in ends)


def behind_a_fronted_phrase(scene: Scene, start: int) -> bool:
    """Tell whether an aside is but what opens the sentence, and ended before: "A year after its last session, the"."""
    low, position = scene.aside_start(start), start - scene.sentence.start
    return low is not None and low < _FRONTED and "," not in scene.text[:low] and "," in scene.text[low:position]


def by_the_way(scene: Scene, frame: Frame, start: int, language: str) -> bool:
    """Tell whether a place may be that of something else than the encounter.

    "Also present was A, the head of the office in Lima", "B, who builds plants in Lima"; not at the head of a
    sentence, nor where somebody is on a visit.
    """
    position = start - scene.sentence.start
    if position < _FRONTED:
        return False
    return frame.kinds <= BESIDE or in_a_clause(scene, frame.end, position, language)


def in_a_clause(scene: Scene, begin: int, position: int, language: str) -> bool:
    """Tell whether a clause on something named opens between two positions: "B, who builds plants in Lima".

    Not one on a visit or on the session itself ("talks in which A received B in", "who praised the talks in").
    """
    words, between = cues.words(language), scene.text[begin:position]
    opened = max((match.start() for match in places.clauses(language).finditer(between)), default=None)
    if opened is None or words.visit.search(scene.text, begin, position + 1) or words.lasting.search(between):
        return False
    low = begin + opened
    return not any(words.noun.search(scene.text, max(0, at - _NOUN_REACH), at) for at in (low, position))


def in_what_was_said(scene: Scene, frame: Frame, start: int, language: str) -> bool:
    """Tell whether a place belongs to what those who met said: "was received, and said that a school in Lima"."""
    said, position = triggers.words(language), start - scene.sentence.start
    spoken = (*said.reported.finditer(scene.text, frame.end), *said.wish.finditer(scene.text, frame.end))
    return any(said.that.search(scene.text, verb.end(), min(position, verb.end() + _THAT_SPAN)) for verb in spoken)


def in_what_was_agreed(scene: Scene, frame: Frame, start: int, language: str) -> bool:
    """Tell whether a place is that of something agreed on: "at the talks it was agreed to open a consulate in Lima"."""
    position = start - scene.sentence.start
    rules = (rule for rule in triggers.words(language).agree if rule.action in _UNDERTAKEN and not rule.weak)
    ends = [verb.end() for rule in rules for verb in rule.pattern.finditer(scene.text, frame.end, position)]
    far = [end for end in ends if position - end > _AGREED_REACH]
    return bool(far) and not cues.words(language).noun.search(scene.text, max(far), position)


def told_before(scene: Scene, language: str) -> PlaceMention | None:
    """Return the place that a sentence before the meeting's gives: of its event, of a journey, or a host's."""
    words = cues.words(language)
    if scene.refused is None and not words.guards["planned"].search(scene.text):
        for mention in places_of(scene, language):
            position = mention.start - scene.sentence.start
            apart = scene.aside(mention.start) and not behind_a_fronted_phrase(scene, mention.start)
            if not apart and in_a_clause(scene, 0, position, language):
                continue
            if not apart or places.margins(language).search(scene.text[:position]):
                return mention
    return travelled_to(words, scene)


def hosting_noun(scene: Scene, mention: PlaceMention, language: str) -> re.Match[str] | None:
    """Return the noun of the encounter that a place is said to have received: "Lima hosted the talks"."""
    hosts = places.hosting(language).match(scene.text, mention.end - scene.sentence.start)
    return cues.words(language).noun.search(scene.text, hosts.end(), hosts.end() + _HOSTED_REACH) if hosts else None


def ahead_of(words: cues.Words, scene: Scene, position: int) -> bool:
    """Tell whether the words right before a position put ahead what it tells: "which they plan to hold in Lima"."""
    return words.guards["future"].search(scene.text[:position]) is not None


def put_ahead(words: cues.Words, scene: Scene, *positions: int) -> bool:
    """Tell whether a sentence speaks of a meeting still to come."""
    return any(ahead_of(words, scene, at) for at in positions) or bool(words.guards["planned"].search(scene.text))


def travelled_to(words: cues.Words, scene: Scene) -> PlaceMention | None:
    """Return the place that a sentence says somebody went to, or leaves at the end of a visit."""
    start = scene.sentence.start
    leaving = [
        match for match in words.departure.finditer(scene.text) if words.visit_noun.search(scene.text, match.end())
    ]
    for match in (*words.visit.finditer(scene.text), *leaving):
        if words.guards["future"].search(scene.text[: match.start()]):
            continue
        for place in scene.sentence.places:
            if match.end() in {place.start - start, place.start - start - 1}:
                return place
    return None


def of_the_clause(words: cues.Words, scene: Scene, frame: Frame) -> PlaceMention | None:
    """Return the place of which the encounter's clause tells: "came back from Lima, where she had met B"."""
    start = scene.sentence.start
    told = (place for place in scene.sentence.places if place.end - start <= frame.start)
    return next((place for place in told if words.where.fullmatch(scene.text, place.end - start, frame.start)), None)


def places_of(scene: Scene, language: str) -> list[PlaceMention]:
    """Return the places where a sentence says that something was, other than an ambassador's post or an attack."""
    start = scene.sentence.start
    elsewhere, matters, stations = places.elsewhere(language), places.matters(language), places.posts(language)
    apiece = _one_apiece(scene, language)
    posts = [role for role in scene.sentence.roles if (role.role.office or "").startswith("ambassador")]
    seats = {role.end + 1 for role in scene.sentence.roles if role.person and role.role.rank in _SEATED}
    return [
        mention
        for mention in scene.sentence.places
        if mention.locative
        and scene.text[mention.start - start] not in cues.MASKS
        and not in_dateline(scene, mention.start)
        and not any(0 <= mention.start - post.end < _POST_REACH for post in posts)
        and seats.isdisjoint(range(mention.start - _SEAT_REACH, mention.start))
        and not elsewhere.search(scene.text, max(0, mention.start - start - _EVENT_REACH), mention.start - start)
        and mention.start not in apiece
        and not stations.search(scene.text[: mention.start - start])
        and not (matters and matters.search(scene.text[: mention.start - start]))
    ]


def _one_apiece(scene: Scene, language: str) -> set[int]:
    """Return the places that stand right behind one person each: "Ann Lee in Lima and Ed Poe in Quito" sit there."""
    at, start = places.right_behind(language), scene.sentence.start
    ends = [person.end - start for person in scene.sentence.persons]
    beside = [m for m in scene.sentence.places if any(at.fullmatch(scene.text, e, m.start - start) for e in ends)]
    return {mention.start for mention in beside} if len({mention.city for mention in beside}) > 1 else set()


def in_dateline(scene: Scene, position: int) -> bool:
    """Tell whether a position lies in "Rabat, 5 May 2023 (Agency) - " at the head of a sentence, or is a dateline."""
    if scene.sentence.block == "dateline":
        return True
    head = scene.sentence.places[0] if scene.sentence.places else None
    if head is None or any(map(str.isalpha, scene.text[: head.start - scene.sentence.start])):
        return False
    return position - scene.sentence.start < _DATELINE_REACH and not cues.words_between(
        scene.text, 0, position - scene.sentence.start
    )


def own(meeting: Meeting) -> list[tuple[Scene, Frame]]:
    """Return the meeting's sentences with its frames, the body before the headline."""
    return sorted(
        zip(meeting.scenes, meeting.frames, strict=True),
        key=lambda pair: pair[0].sentence.block in HEADLINES,
    )
