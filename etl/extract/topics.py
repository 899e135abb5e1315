"""What the parties agreed on and talked about, and the routes they named.

A sentence is cut at its triggers (``extract.triggers``); each topic belongs to the trigger that governs it: the last
before it, or the first after it where the topic is fronted ("On migration, the two sides agreed ...") or is the
subject of a passive ("A protocol on health was signed"). A topic's name within an office is none ("Minister of
Defence").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.extract import triggers as cutting
from etl.extract.triggers import Trigger, Words
from etl.patterns import compile_phrases
from etl.records import RouteClaim, TopicClaim
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from etl.extract.reading import Reading, Sentence

AGREED, DISCUSSED, ROUTE = 0.9, 0.75, 0.9
_BESIDE, _CLOSING = 40, 70
"""Characters beside a verb in which its subject stands, and behind one that closes its sentence."""
_ROUTE_SPAN, _PASSAGE_SPAN = 9, 14
"""Words that may stand between a route noun, or a word of migration, and the name of a route."""
_LIAISON = re.compile(r"\b(?:liaison|enlace)\b")
"""An office that is itself a means of cooperation: to send a liaison officer is a matter of the talks."""
_BREAK = re.compile(r"[;:]|,\s+(?:and|while|whereas|but|et|tandis|alors|mais|y|mientras|pero|e)\s")
"""Where one clause ends and another begins."""


@dataclass(frozen=True, slots=True)
class _Route:
    id: str
    near: re.Pattern[str]
    passage: re.Pattern[str]
    alone: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    topics: tuple[tuple[str, re.Pattern[str]], ...]
    route_heads: re.Pattern[str]
    migration: re.Pattern[str]
    routes: tuple[_Route, ...]


@cache
def _vocabulary(language: str) -> _Vocabulary:
    routes = resources.vocabulary("routes")
    return _Vocabulary(
        topics=tuple(
            (topic, compile_phrases(_opened(phrase) for phrase in entry.get(language, ())))
            for topic, entry in resources.vocabulary("topics").items()
        ),
        route_heads=compile_phrases(routes["heads"][language]),
        migration=compile_phrases(routes["migration"][language]),
        routes=tuple(
            _Route(route, *(compile_phrases(entry[key][language]) for key in ("near", "passage", "alone")))
            for route, entry in routes["routes"].items()
        ),
    )


def _opened(text: str) -> str:
    """Part elided articles from their nouns, at the same length: "d'informations" is then two words."""
    return text.replace("'", " ")


def find_topics(
    reading: Reading, meeting_of: Mapping[int, str]
) -> tuple[tuple[TopicClaim, ...], tuple[RouteClaim, ...]]:
    """Return the topics and routes of each meeting, one claim for each, with the sentence that shows it best.

    ``meeting_of`` gives for a sentence's index the key of the meeting it speaks of; other sentences are not read.
    A topic that the parties agreed on anywhere in the document is not also given as discussed.
    """
    language = reading.document.language or "en"
    words, vocabulary = cutting.words(language), _vocabulary(language)
    published = reading.document.published.first if reading.document.published else None
    topics: dict[tuple[str, str], TopicClaim] = {}
    routes: dict[tuple[str, str], RouteClaim] = {}
    lists = _Lists(words)
    for sentence in reading.sentences:
        meeting = meeting_of.get(sentence.index)
        if meeting is None:
            lists.close()
            continue
        text = folded(reading.words(sentence))
        joint = lists.enter(sentence)
        own = list(cutting.find(words, sentence, text, joint=joint, published=published))
        triggers = lists.governing(sentence, text, own)
        for topic, governor in _governed(words, vocabulary, sentence, text, triggers):
            agreed = governor.kind == "agree"
            claim = TopicClaim(
                meeting=meeting,
                topic=topic,
                relation="AGREED_ON" if agreed else "DISCUSSED",
                evidence=reading.evidence(sentence, f"topic-{governor.kind}", AGREED if agreed else DISCUSSED),
                action=governor.action or None,
            )
            known = topics.get((meeting, topic))
            if known is None or (known.relation == "DISCUSSED" and agreed):
                topics[meeting, topic] = claim
        for route in _routes(vocabulary, text):
            evidence = reading.evidence(sentence, "route", ROUTE)
            routes.setdefault((meeting, route), RouteClaim(meeting=meeting, route=route, evidence=evidence))
    return tuple(topics.values()), tuple(routes.values())


@dataclass(slots=True)
class _Lists:
    """What a line that ends in a colon says of the lines below it."""

    words: Words
    lead: Trigger | None = None
    joint: bool = False
    """The lead names the parties together: they are the subject of the items' verbs."""
    follows: int = -1
    """Index of the sentence that goes on with the list even if it is no item."""
    before: Trigger | None = None
    """The last trigger of the sentence before."""

    def close(self) -> None:
        """Forget the list and what stood before."""
        self.lead = self.before = None
        self.joint = False

    def enter(self, sentence: Sentence) -> bool:
        """Leave the list where ``sentence`` is no part of it; tell whether the parties are its subject."""
        if sentence.block != "item" and sentence.index != self.follows:
            self.lead, self.joint = None, False
        return self.joint

    def governing(self, sentence: Sentence, text: str, own: list[Trigger]) -> list[Trigger]:
        """Return the triggers that hold in ``sentence``: its own, or the lead's of its list.

        "They agreed to:" decides for its list, whatever verbs ("set up a centre to review ...") the items use.
        """
        triggers, end = own, text.rstrip()[-1:]
        if self.lead and (self.lead.kind == "agree" or not own):
            triggers = [self.lead]
        elif end == ":":
            # "Among these measures:" goes on with what the sentence before has announced.
            leader = own[-1] if own else self.before
            self.lead = Trigger(0, 0, leader.kind, leader.action) if leader else None
            self.joint = self.joint or cutting.subject_is_the_parties(self.words, sentence, text)
            self.follows = sentence.index + 1
        if end == ";" and sentence.index == self.follows:
            self.follows += 1
        self.before = triggers[-1] if triggers else None
        return triggers


def _governed(
    words: Words, vocabulary: _Vocabulary, sentence: Sentence, text: str, triggers: list[Trigger]
) -> Iterator[tuple[str, Trigger]]:
    """Yield each topic of a sentence with the trigger that governs it."""
    if not triggers:
        return
    fronted = bool(words.about.search(text))
    opened, names = _opened(text), _names(sentence)
    for topic, pattern in vocabulary.topics:
        best: Trigger | None = None
        for match in pattern.finditer(opened):
            if any(start <= match.start() and match.end() <= end for start, end in names):
                continue
            governor = _governor(words, text, triggers, match.span(), fronted=fronted)
            if governor.kind != "nothing" and (best is None or governor.kind == "agree"):
                best = governor
        if best:
            yield topic, best


def _names(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the spans of names in which a topic is none: an office's, and that of a body in its nth session."""
    names = [(role.start, role.end) for role in sentence.roles if not _LIAISON.search(role.role.title)]
    names += [(body.start, body.end) for body in sentence.bodies if sentence.ordinals]
    return [(start - sentence.start, end - sentence.start) for start, end in names]


def _governor(words: Words, text: str, triggers: list[Trigger], span: tuple[int, int], *, fronted: bool) -> Trigger:
    before = [trigger for trigger in triggers if trigger.start <= span[0]]
    after = next((trigger for trigger in triggers if trigger.start > span[0]), None)
    governor = before[-1] if before else None
    if after and after.passive and after.kind == "agree" and not _BREAK.search(text, span[1], after.start):
        apart = governor and governor.kind == "discuss" and _BREAK.search(text, governor.end, span[0])
        if governor is None or apart:
            return after
    if governor is None and after and (fronted or after.kind != "agree" or _by_the_parties(words, text, after)):
        governor = after
    return governor or Trigger(0, 0, "discuss")


def _by_the_parties(words: Words, text: str, trigger: Trigger) -> bool:
    """Tell whether the parties stand right beside a verb that closes its sentence: "..., decided the two sides"."""
    if trigger.end < len(text) - _CLOSING:
        return False
    beside = (max(0, trigger.start - _BESIDE), trigger.start), (trigger.end, trigger.end + _BESIDE)
    return any(part.search(text, *span) for part in (words.both, words.several) for span in beside)


def _routes(vocabulary: _Vocabulary, text: str) -> Iterator[str]:
    """Yield the routes that a sentence names: see the notes in ``vocabulary/routes.yaml``."""
    heads = [match.span() for match in vocabulary.route_heads.finditer(text)]
    migration = [match.span() for match in vocabulary.migration.finditer(text)]
    for route in vocabulary.routes:
        if (
            route.alone.search(text)
            or _beside(text, route.near, heads, _ROUTE_SPAN)
            or _beside(text, route.passage, migration, _PASSAGE_SPAN)
        ):
            yield route.id


def _beside(text: str, name: re.Pattern[str], heads: list[tuple[int, int]], span: int) -> bool:
    """Tell whether ``name`` stands within ``span`` words of one of ``heads``, in one clause."""
    for match in name.finditer(text):
        for start, end in heads:
            between = text[end : match.start()] if end <= match.start() else text[match.end() : start]
            if len(between.split()) <= span and not re.search(r"[.;:()]", between):
                return True
    return False
