"""What a whole sentence implies of an encounter.

A session named without a verb that we know, who speaks in a meeting, who stands beside its noun; and what is said
around a frame of place, host and earlier mention.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from etl.extract import cues
from etl.extract.cues import Cue
from etl.extract.frames import Frame, Guest
from etl.extract.guards import content, refusal
from etl.spelling import blanked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.actors import Actor
    from etl.extract.cues import Words
    from etl.extract.frames import Scene

_SESSION_REACH = 60
"""Characters between the number of a session and the noun that is counted."""
_AFTER_PLACE = 12
"""Characters between a city and its country, as in "Antalya, en la"."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
"""What says where a city lies."""
_APART = 25
"""Characters around a verb of meeting in which "separate meetings" stands."""
_OPENING = 30
"""Characters at the head of a sentence in which that stands, too."""
_GROUP, _OF_GROUP = 45, 30
"""Characters behind a verb of meeting in which the officials met stand, and behind those their country."""
_NOUN = 90
"""Characters before a verb in which the noun of the encounter stands."""
_APART_FROM = re.compile(r"[^.;:,\ue001\ue002]{0,120}")
"""What may stand behind a verb of meeting, without a name, before the officials met."""
_GOAL = 6
"""Characters between "on a visit to" and where, with an article."""
_WORD = re.compile(r"[a-z]{2,}")
_VERB = 18
"""Characters behind a subject in which its verb stands: "se celebrará"."""


def lies_ahead(scene: Scene, frame: Frame, subject: Sequence[Actor], words: Words) -> bool:
    """Tell whether the words before the meeting's noun, or right behind its people, put it ahead.

    What they said of something else does not: "the post will be closed, A and B said after their talks".
    """
    last, unreal = max(actor.end for actor in subject), words.unreal
    said = frame.start > last and words.content.search(scene.text, last, frame.start)
    begin = subject[0].start if said else 0
    ahead = any(put_ahead(scene, actor.end, words) for actor in subject)  # "after the talks A will call on B"
    return ahead or bool(unreal.search(scene.text, begin, frame.end))


def put_ahead(scene: Scene, position: int, words: Words) -> bool:
    """Tell whether the verb right behind a position puts ahead what it tells."""
    return words.unreal.search(scene.text, position, position + _VERB) is not None


def add_speaker(scene: Scene, frame: Frame, words: Words) -> None:
    """Take who says something during the meeting as there; who does after it may be anyone.

    "At talks chaired by A, B and C discussed": these, too.
    """
    after, head = words.afterwards.match(scene.text, frame.start), scene.head
    several = len(head) > 1 and frame.chairs and not put_ahead(scene, head[-1].end, words)
    if (several or len(head) == 1) and not after and frame.start < head[0].start:
        frame.guests += [Guest(actor, None, None, "spoke") for actor in head]


def named_session(scene: Scene, words: Words) -> Frame | None:
    """Return a frame where a numbered session is named without a verb that we know, and none puts it ahead."""
    for ordinal in scene.sentence.ordinals:
        start = ordinal.start - scene.sentence.start
        noun = words.noun.search(scene.text, start, start + _SESSION_REACH)
        if noun is None or any(words.guards[guard].search(scene.text) for guard in ("planned", "cancelled")):
            continue
        clause = content(words, scene.text, noun.end())  # "ended with a promise that cards will be issued"
        if words.unreal.search(scene.text, 0, clause):
            continue
        cue = Cue("during", start, noun.end())
        reason = refusal(words, scene.text, cue)
        if reason is None:
            return Frame(scene.sentence, cue.start, cue.end, {cue.kind}, has_noun=True)
        scene.refused = scene.refused or reason
    return None


def gathering(scene: Scene, people: Sequence[Actor], words: Words) -> Frame | None:
    """Return a frame of those named beside the noun of an encounter, or only together, whatever verb joins them."""
    noun = words.noun.search(scene.text)
    if noun is None:
        # In a headline; but who travels together, or arrives, need not have met, nor those whom a caption only names.
        told = any(word not in words.connectors for word in _WORD.findall(scene.text))
        headline = scene.sentence.block == "title" and told and not words.visit.search(scene.text)
        people = _coordinated(scene, people, words) if headline else []
    if len(people) < 2 or scene.refused:  # noqa: PLR2004 (two sides)
        return None
    if words.unreal.search(scene.text, 0, content(words, scene.text, people[-1].end)):
        return None
    if words.guards["cancelled"].search(scene.text):
        return None  # "the meeting that A and B were to hold was, the ministry said, called off"
    cue = Cue("gather", noun.start(), noun.end()) if noun else Cue("gather", people[0].end, people[0].end)
    if refusal(words, scene.text, cue) or not scene.inside(scene.sentence.start + cue.start):
        return None
    guests = [Guest(actor, None, None, "gather") for actor in people]
    return Frame(scene.sentence, cue.start, cue.end, {cue.kind}, guests=guests, has_noun=noun is not None)


def _coordinated(scene: Scene, people: Sequence[Actor], words: Words) -> list[Actor]:
    """Return those whom the sentence joins: "A and B", "A, B and C"."""
    found: list[Actor] = []
    for first, second in pairwise(people):
        joined = words.list_on.match(scene.text, first.end)
        if joined and second.start < joined.end():
            found += [actor for actor in (first, second) if actor not in found]
    return found


def _group(scene: Scene, frame: Frame, words: Words) -> str | None:
    """Return the country of the officials whom a verb of meeting has at once as its object, without a name."""
    start = scene.sentence.start
    unnamed = words.officials.match(scene.text, frame.end)
    official = unnamed or words.delegation.search(scene.text, frame.start, frame.end + _GROUP)
    official = official or _received_group(scene.text, frame, words)
    if official and words.private.search(scene.text, official.start(), official.end() + _OF_GROUP):
        return None  # "a delegation of Philippine labour leaders"
    reach = (official.end() if official else frame.end) + _OF_GROUP
    sentence = scene.sentence
    named = [(mention.start - start, mention.code) for mention in sentence.countries if scene.inside(mention.start)]
    # "prosecutors of the anti-mafia office of Genoa": the place says whose where no country does.
    named += [(p.start - start, p.country) for p in sentence.places if p.country and official and not p.locative]
    near = [(at, code) for at, code in named if frame.end <= at < reach]
    if official and not near and frame.subject and not frame.object and official.start() >= frame.end:
        # "a Chadian delegation met officials of the ministry in Lima"
        near = [(p.start - start, p.country) for p in sentence.places if p.country and p.locative][:1]
    beside = official and near and (unnamed or abs(near[0][0] - official.start()) < _OF_GROUP)
    return near[0][1] if beside else frame.visited if unnamed else None


def _received_group(text: str, frame: Frame, words: Words) -> re.Match[str] | None:
    """Return the group that a verb has for its object behind when and where: "received on Friday at home a mission"."""
    apart = _APART_FROM.match(text, frame.end)
    found = words.delegation.search(text, frame.end, apart.end()) if apart and "meet" in frame.kinds else None
    return found if found and words.to.search(text, frame.end, found.start()) else None


def _each_with(text: str, frame: Frame, words: Words) -> bool:
    """Tell whether those met stand apart, each with a preposition: "met with A; with B; and with C"."""
    joints = [text[one.end : other.start] for one, other in pairwise(frame.object)]
    return len(joints) > 1 and all(words.again_with.search(joint) for joint in joints)


def goal(scene: Scene, words: Words, before: int | None = None) -> tuple[str, int] | None:
    """Return the country that the sentence's first visit goes to and where the visit stands; None without one."""
    sentence = scene.sentence
    goals = [(country.start, country.code) for country in sentence.countries]
    goals += [(place.start, place.country) for place in sentence.places if place.country]
    visits = words.visit.finditer(scene.text, 0, len(scene.text) if before is None else before)
    return next(
        (
            (code, visit.start())
            for visit in visits
            for start, code in sorted(goals)
            if 0 <= start - sentence.start - visit.end() < _GOAL
        ),
        None,
    )


def visitors(scene: Scene, position: int, people: Sequence[Actor], words: Words) -> list[Actor]:
    """Return which of those before a visit are said to be on it: of "A and B, who is in Quito", B."""
    clause = scene.aside_start(scene.sentence.start + position)
    if not clause or not any(opener.end() == clause for opener in words.whom.finditer(scene.text, 0, clause)):
        return list(people)
    return [actor for actor in people if actor.end <= clause][-1:]


def _main_clause(scene: Scene) -> str:
    """Return the text without asides and places: "the plan, which will run on", "à Bujumbura" put nothing ahead."""
    begin = scene.sentence.start
    places = ((place.start - begin, place.end - begin) for place in scene.sentence.places)
    return blanked(scene.text, (*scene.asides, *places))


def complete(scene: Scene, frame: Frame, words: Words) -> None:
    """Note what the whole sentence says of the frame's meeting."""
    text, sentence = scene.text, scene.sentence
    located = [place for place in sentence.places if place.locative]
    places = {at for place in located for at in range(place.start, place.end)}
    start = sentence.start
    brackets = {place: _BRACKETS.match(text, place.end - start) for place in located}
    behind = {place: start + found.end() if found else place.end + _AFTER_PLACE for place, found in brackets.items()}
    where = {(place.country, gap) for place in located for gap in range(place.end, behind[place])}
    frame.countries = [
        mention.code
        for mention in sentence.countries
        if scene.inside(mention.start)
        and mention.start not in places  # "met in Luxembourg"
        and (mention.code, mention.start) not in where  # "in Munich, Germany"
        and not words.bordering.search(text, 0, mention.start - start)  # "in Encarnación, on the border with Argentina"
        and text[mention.start - sentence.start] not in (cues.PERSON, cues.OFFICE)
    ]
    frame.unreal = bool(words.unreal.search(_main_clause(scene)))
    frame.each = bool(words.each.search(text))
    frame.severally = bool(words.severally.search(text, max(0, frame.start - _APART), frame.end + _APART))
    frame.severally = frame.severally or bool(words.severally.search(text, 0, _OPENING))  # "in separate talks, A met"
    frame.severally = frame.severally or _each_with(text, frame, words)
    frame.days = next((days for days, pattern in words.days.items() if pattern.search(text)), None)
    visit = words.visit.search(text, 0, frame.start)
    of_all = visit is None or frame.subject[:1] == visitors(scene, visit.start(), frame.subject, words)[:1]
    frame.visiting = visit is not None and of_all
    visited = goal(scene, words, frame.start)
    frame.visited = visited[0] if visited and of_all else None  # "A and B, who is in Quito, met": A may be at home
    frame.hosted = next(
        (
            mention.code
            for mention in sentence.countries
            if mention.kind == "name"
            and words.locative.search(text[: mention.start - sentence.start])
            and text[mention.start - sentence.start] not in cues.MASKS
        ),
        None,
    )
    frame.delegations = bool(words.delegation.search(text))
    frame.group = _group(scene, frame, words)
    if sent := [match.start() for match in words.delegation.finditer(text, 0, frame.start)]:
        before = {m.code for m in sentence.countries if m.start - sentence.start < frame.start} & set(frame.countries)
        told = [(m.start, m.code) for m in sentence.countries] + [(p.start, p.country) for p in sentence.places]
        own = {code for at, code in told if code and sent[-1] <= at - sentence.start < frame.start}
        before = own & set(frame.countries) or before  # "according to Peru's embassy, a delegation of Chile"
        frame.lead = list(before) if len(before) == 1 else []
    frame.anaphoric = bool(words.anaphora.search(text, max(0, frame.start - 60), frame.end + 40))
    frame.has_noun = frame.has_noun or bool(
        words.noun.search(text, max(0, frame.start - _NOUN), min(len(text), frame.end + 160))
    )
