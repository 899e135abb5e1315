"""What the parties agreed on and talked about, and the routes they named.

A sentence is cut at its triggers (``extract.triggers``); each topic belongs to the trigger that governs it: the last
before it, or the first after it where the topic is fronted ("On migration, the two sides agreed ...") or is the
subject of a passive ("A protocol on health was signed"). A topic's name within an office is none ("Minister of
Defence").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.extract import triggers as cutting
from etl.extract.triggers import Trigger, Words
from etl.patterns import compile_phrases
from etl.records import HEADLINES, RouteClaim, TopicClaim
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from etl.extract.reading import Reading, Sentence

AGREED, DISCUSSED, ROUTE = 0.9, 0.75, 0.9
_BESIDE, _CLOSING = 40, 70
"""Characters beside a verb in which its subject stands, and behind one that closes its sentence."""
_SUBJECT = 80
"""Characters at the head of a sentence without a trigger in which its subject stands."""
_ROUTE_SPAN, _PASSAGE_SPAN = 9, 14
"""Words that may stand between a route noun, or a word of migration, and the name of a route."""
_WEIGHT = {"nothing": 0, "discuss": 1, "agree": 2}
"""Of several triggers that govern one topic in a sentence, the one that says most holds."""
_LIAISON = re.compile(r"\b(?:liaison|enlace)\b")
"""An office that is itself a means of cooperation: to send a liaison officer is a matter of the talks."""
_ASIDE = re.compile(
    r"\([^()]{1,80}\)|,\s+(?:durante|en|antes|despues|a partir|desde|a mas tardar|con|por|dentro|tras|during|in|before"
    r"|by|from|within|at|as of|after|on|over|with|for|under|staffed|composed|pendant|lors|au|avant|apres|d ici|des|dans"
    r"|a compter|a l|a la|aux|sous|pour|courant|compose|integrad)\w*\s[^,;:.()]{1,70},"
)
"""What may stand between a topic's words: "convene, before the end of the year, the joint committee"."""
_MANNER = re.compile(r"\W*(?:jointly|together|conjoint|ensemble|conjunt|junt|de manera)")
"""How, not who: an item that begins so has no subject of its own."""
_SIDE = re.compile(r"\W*(?:the|la)\s+(?:[\w-]+\s+){0,2}?(?:side|delegation|part(?:y|ie|e)|delegacion)\b")
"""One side as the subject of a line: what it raised is no item of what was decided."""
_FOLLOWING = re.compile(r"\b(?:following|below|suivant|ci-apres|ci-dessous|siguiente|continuacion)")
_SUMMED_UP = re.compile(r"[:,]\s*\Z")
"""Before a verb without an object that says of the whole sentence what became of it."""
_REPORTED = re.compile(r",\s+(?!(?:and|et|y|e|but|mais|pero)\s)[^,;:]{0,40}$")
"""Before a verb that closes its sentence: "Joint patrols will begin in March, both governments announced"."""
_BODY = re.compile(
    r"(?:[A-Z][\w'-]+ (?:(?:and|on|of|for) )?){1,7}"
    r"(?:Working Group|Committee|Commission|Dialogue|Task Force|Council|Forum)\b"
    r"|\b(?:Groupe|Comité|Commission|Conseil|Dialogue|Forum|Grupo|Comisión|Consejo|Mesa|Diálogo|Foro)\b"
    r"(?: (?:[A-ZÀ-Ý][\w'-]*|de|du|des|d'[A-ZÀ-Ý][\w-]*|la|le|les|sur|et|del|y|en|sobre|contra|el|los|las|mixte"
    r"|travail))+"
)
"""The name of a body: that it met or was launched is no agreement on what it is called after."""
_BREAK = re.compile(r"[;:]|,\s+(?:and|while|whereas|but|et|tandis|alors|mais|y|mientras|pero|e)\s")
"""Where one clause ends and another begins."""


@dataclass(frozen=True, slots=True)
class _Route:
    id: str
    near: re.Pattern[str]
    passage: re.Pattern[str]
    alone: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Topic:
    id: str
    words: re.Pattern[str]
    apart: re.Pattern[str]
    """Where its words mean something else: agriculture, where seasonal workers come for it."""

    def spans(self, text: str, bare: str) -> Iterator[tuple[int, int]]:
        """Yield where the topic is named; ``bare`` is the text without what interrupts it."""
        apart = [match.span() for match in self.apart.finditer(text)]
        for view in (text, bare) if bare != text else (text,):
            for match in self.words.finditer(view):
                if not any(start <= match.start() and match.end() <= end for start, end in apart):
                    yield match.span()


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    topics: tuple[_Topic, ...]
    route_heads: re.Pattern[str]
    migration: re.Pattern[str]
    routes: tuple[_Route, ...]


@cache
def _vocabulary(language: str) -> _Vocabulary:
    routes = resources.vocabulary("routes")
    return _Vocabulary(
        topics=tuple(
            _Topic(
                topic,
                compile_phrases(map(_opened, entry.get(language, ()))),
                compile_phrases(map(_opened, entry.get("apart", {}).get(language, ()))),
            )
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
    last = _Last()
    titles: list[TopicClaim] = []
    several = len(set(meeting_of.values())) > 1
    for sentence, following in zip(reading.sentences, (*reading.sentences[1:], None), strict=True):
        meeting = meeting_of.get(sentence.index)
        if meeting is None:
            lists.close()
            continue
        written = reading.words(sentence)
        text = folded(written)
        follows = last.before(sentence, meeting)
        # "The Commission reviewed ... It resolved that ...": a pronoun takes up the meeting's body.
        joint = lists.enter(sentence) or (follows and last.collective and bool(words.pronoun.search(text)))
        own = list(cutting.find(words, sentence, text, joint=joint, published=published))
        triggers = lists.governing(sentence, text, own, leads=following is not None and following.block == "item")
        named = list(_governed(words, vocabulary, sentence, text, triggers, written=written))
        named += _taken_up(words, text, triggers, named, last.topics if follows else ())
        if follows and words.reply.search(text):
            # "She asked for more visas. The minister took note.": what was answered was talked about.
            named += ((topic, Trigger(0, 0, "discuss")) for topic in last.wished)
        spoken = tuple(_spoken_of(vocabulary, sentence, text) if not named else ())
        last = _Last.of(sentence, meeting, named, spoken)
        subject_end = own[0].start if own else min(len(text), _SUBJECT)
        last = replace(last, collective=cutting.subject_is_collective(words, sentence, text, subject_end))
        for topic, governor in named:
            if governor.kind == "nothing":
                continue
            agreed = governor.kind == "agree"
            claim = TopicClaim(
                meeting=meeting,
                topic=topic,
                relation="AGREED_ON" if agreed else "DISCUSSED",
                evidence=reading.evidence(sentence, f"topic-{governor.kind}", AGREED if agreed else DISCUSSED),
                action=governor.action or None,
            )
            if several and sentence.block in HEADLINES:
                titles.append(claim)
                continue
            known = topics.get((meeting, topic))
            if known is None or (known.relation == "DISCUSSED" and agreed):
                topics[meeting, topic] = claim
        for route in _routes(vocabulary, text):
            evidence = reading.evidence(sentence, "route", ROUTE)
            routes.setdefault((meeting, route), RouteClaim(meeting=meeting, route=route, evidence=evidence))
    # Of several meetings, a title tells nothing that the text tells of one of them.
    told = {topic for _, topic in topics}
    topics |= {(claim.meeting, claim.topic): claim for claim in titles if claim.topic not in told}
    return tuple(topics.values()), tuple(routes.values())


@dataclass(frozen=True, slots=True)
class _Last:
    """What the sentence before spoke of, for one that says "in this field"."""

    sentence: Sentence | None = None
    meeting: str = ""
    topics: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()
    """What one side wished or was not agreed: talk, if the next sentence gives the answer."""
    collective: bool = False
    """Its subject is the meeting or its body, which "it" may take up."""

    @classmethod
    def of(cls, sentence: Sentence, meeting: str, named: list[tuple[str, Trigger]], spoken: tuple[str, ...]) -> _Last:
        """Keep what the sentence says of its topics; ``spoken``: those it names without a word of talk."""
        told = tuple(topic for topic, governor in named if governor.kind != "nothing")
        return cls(sentence, meeting, told or spoken, tuple(t for t, governor in named if governor.kind == "nothing"))

    def before(self, sentence: Sentence, meeting: str) -> bool:
        """Tell whether ``sentence`` comes right after, on the same meeting."""
        return self.sentence is not None and self.sentence.index + 1 == sentence.index and self.meeting == meeting


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

    def governing(self, sentence: Sentence, text: str, own: list[Trigger], *, leads: bool) -> list[Trigger]:
        """Return the triggers that hold in ``sentence``: its own, or the lead's of its list.

        "They agreed to:" decides for its list, whatever verbs ("set up a centre to review ...") the items use, but
        not for one with a subject of its own ("They also discussed ..."). ``leads``: an item follows, so that the
        line announces it without a colon too.
        """
        triggers, end = own, text.rstrip()[-1:]
        announces = end == ":" or (
            leads and sentence.block != "item" and (end not in ".!;" or bool(_FOLLOWING.search(text)))
        )
        if self.lead and (not own or (self.lead.kind == "agree" and not self._has_a_subject(text, own))):
            triggers = [self.lead]
        elif announces:
            # "Among these measures:" goes on with what the sentence before has announced;
            # but where it names the parties alone ("The two sides:") the items say what they did.
            self.joint = self.joint or cutting.subject_is_the_parties(self.words, sentence, text)
            leader = own[-1] if own else None if self.joint else self.before
            self.lead = Trigger(0, 0, leader.kind, leader.action) if leader else None
            self.follows = sentence.index + 1
        elif self.before and (match := self.words.goes_on.match(text)):
            # "It also provides for ..." goes on with the plan that the sentence before has announced.
            goes_on = Trigger(0, match.end(), self.before.kind, self.before.action)
            triggers = [goes_on, *(trigger for trigger in own if trigger.start >= match.end())]
        if end == ";" and sentence.index == self.follows:
            self.follows += 1
        self.before = triggers[-1] if triggers else None
        return triggers

    def _has_a_subject(self, text: str, own: list[Trigger]) -> bool:
        """Tell whether a line of the list is a sentence about the parties: "They also discussed ..."."""
        subject = self.words.both.match(text) or self.words.several.match(text) or _SIDE.match(text)
        return bool(subject and subject.end() <= own[0].start and not _MANNER.match(text))


def _governed(
    words: Words, vocabulary: _Vocabulary, sentence: Sentence, text: str, triggers: list[Trigger], *, written: str
) -> Iterator[tuple[str, Trigger]]:
    """Yield each topic of a sentence with the trigger that governs it; ``written``: ``text`` with its capitals."""
    if not triggers:
        return
    fronted = bool(words.about.search(text))
    opened, names = _opened(text), _names(sentence)
    bodies = [match.span() for match in _BODY.finditer(written)]
    bare = _ASIDE.sub(lambda aside: " " * len(aside[0]), opened)
    for topic in vocabulary.topics:
        best: Trigger | None = None
        for span in topic.spans(opened, bare):
            if _is_within(span, names):
                continue
            governor = _governor(words, text, triggers, span, fronted=fronted)
            if governor.kind == "agree" and _is_within(span, bodies):
                governor = Trigger(0, 0, "discuss")
            if best is None or _WEIGHT[governor.kind] > _WEIGHT[best.kind]:
                best = governor
        if best:
            yield topic.id, best


def _spoken_of(vocabulary: _Vocabulary, sentence: Sentence, text: str) -> Iterator[str]:
    """Yield the topics that a sentence names outside of the names of offices."""
    opened, names = _opened(text), _names(sentence)
    for topic in vocabulary.topics:
        if any(not _is_within(span, names) for span in topic.spans(opened, opened)):
            yield topic.id


def _is_within(span: tuple[int, int], names: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in names)


def _taken_up(
    words: Words, text: str, triggers: list[Trigger], named: list[tuple[str, Trigger]], before: tuple[str, ...]
) -> Iterator[tuple[str, Trigger]]:
    """Yield what an agreement without a topic of its own takes up: "..., and agreed to cooperate in this field".

    That is what the clause before it names, or the sentence before (``before``) where it opens its sentence.
    """
    for place, trigger in enumerate(triggers):
        if trigger.kind != "agree" or any(governor == trigger for _, governor in named):
            continue
        earlier = triggers[place - 1] if place else None
        end = triggers[place + 1].start if place + 1 < len(triggers) else len(text)
        lead = text[earlier.end if earlier else 0 : trigger.start]
        if ":" in lead or words.resumed.search(lead) or words.again.search(text, trigger.end if earlier else 0, end):
            topics = [topic for topic, governor in named if governor == earlier] if earlier else before
            yield from ((topic, trigger) for topic in topics)


def _names(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the spans of names in which a topic is none: an office's, and that of a body in its nth session."""
    names = [(role.start, role.end) for role in sentence.roles if not _LIAISON.search(role.role.title)]
    names += [(body.start, body.end) for body in sentence.bodies if sentence.ordinals]
    return [(start - sentence.start, end - sentence.start) for start, end in names]


def _governor(words: Words, text: str, triggers: list[Trigger], span: tuple[int, int], *, fronted: bool) -> Trigger:
    closing = triggers[-1]
    if closing.kind == "agree" and _REPORTED.search(text, 0, closing.start) and _closes(words, text, closing):
        return closing
    if closing.kind == "agree" and _SUMMED_UP.search(text, 0, closing.start) and not text[closing.end :].strip(' .!"'):
        return closing  # "3000 workers will come: that is decided"
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


def _closes(words: Words, text: str, trigger: Trigger) -> bool:
    """Tell whether nothing but its subject, the parties, stands behind a verb: no object of its own."""
    rest = text[trigger.end :].strip(' .!"')
    subject = words.both.match(rest) or words.several.match(rest)
    return bool(subject) or (not rest and _by_the_parties(words, text, trigger))


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
