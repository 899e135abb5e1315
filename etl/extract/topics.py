"""What the parties agreed on and talked about, and the routes they named.

A sentence is cut at its triggers (verbs and nouns of agreement, of discussion, of a mere wish); each topic
belongs to the trigger that governs it: the last before it, or the first after it where the topic is fronted
("On migration, the two sides agreed ...") or is the subject of a passive ("A protocol on health was signed").
A trigger of agreement holds only where its subject is the parties together; one side's pledge is talk, and a
negated agreement or a wish is nothing, and so is a topic's name within an office ("Minister of Defence").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from etl import resources
from etl.patterns import compile_phrases, expression
from etl.records import RouteClaim, TopicClaim
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from etl.extract.reading import Reading, Sentence

Kind = Literal["agree", "discuss", "nothing"]

AGREED, DISCUSSED, ROUTE = 0.9, 0.75, 0.9
_PASSIVE = re.compile(r"\b(was|were|been|ete|fue|fueron)\b")
_PLURAL = re.compile(r"(ont|sont|ent|ant|aron|ieron|an|en)\b")
_BESIDE, _CLOSING = 40, 70
"""Characters beside a verb in which its subject stands, and behind one that closes its sentence."""
_ROUTE_SPAN = 9
"""Words that may stand between a route noun and the name of a route."""


@dataclass(frozen=True, slots=True)
class _Rule:
    action: str
    any_subject: bool
    weak: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Words:
    agree: tuple[_Rule, ...]
    discuss: re.Pattern[str]
    wish: re.Pattern[str]
    negation: re.Pattern[str]
    not_talked: re.Pattern[str]
    earlier: re.Pattern[str]
    together: re.Pattern[str]
    about: re.Pattern[str]
    topics: tuple[tuple[str, re.Pattern[str]], ...]
    route_heads: re.Pattern[str]
    routes: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class _Trigger:
    start: int
    end: int
    kind: Kind
    action: str
    passive: bool


@cache
def _words(language: str) -> _Words:
    data = resources.language(language, "agreement")
    routes = resources.vocabulary("routes")
    return _Words(
        agree=tuple(
            _Rule(
                rule["action"],
                rule["who"] == "any",
                rule.get("weak") == "true",
                compile_phrases(rule["words"]),
            )
            for rule in data["agree"]
        ),
        discuss=compile_phrases(data["discuss"]),
        wish=compile_phrases(data["wish"]),
        negation=compile_phrases(data["negation"]),
        # Talk is negated only close by: "did not sign but discussed" is still talk.
        not_talked=re.compile(rf"{compile_phrases(data['negation']).pattern}(?:\s+\w+){{0,2}}\s*$"),
        earlier=re.compile(rf"(?<!\w)(?:{'|'.join(expression(phrase) for phrase in data['earlier'])})\s*$"),
        together=compile_phrases(data["together"]),
        about=re.compile("|".join(expression(phrase) for phrase in data["about"])),
        topics=tuple(
            (topic, compile_phrases(_opened(phrase) for phrase in entry.get(language, ())))
            for topic, entry in resources.vocabulary("topics").items()
        ),
        route_heads=compile_phrases(routes["heads"][language]),
        routes=tuple(
            (route, compile_phrases(entry["near"][language]), compile_phrases(entry["alone"][language]))
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
    words = _words(reading.document.language or "en")
    topics: dict[tuple[str, str], TopicClaim] = {}
    routes: dict[tuple[str, str], RouteClaim] = {}
    lead: _Trigger | None = None
    opened = -1
    for sentence in reading.sentences:
        meeting = meeting_of.get(sentence.index)
        if meeting is None:
            lead = None
            continue
        text = folded(reading.words(sentence))
        triggers = list(_triggers(words, sentence, text))
        if sentence.block != "item" and sentence.index != opened + 1:
            lead = None
        # "They agreed to:" decides for its list, whatever verbs ("set up a centre to review ...") the items use.
        if lead and (lead.kind == "agree" or not triggers):
            triggers = [lead]
        elif triggers and text.rstrip().endswith(":"):
            lead = _Trigger(0, 0, triggers[-1].kind, triggers[-1].action, passive=False)
            opened = sentence.index
        offices = [(role.start - sentence.start, role.end - sentence.start) for role in sentence.roles]
        for topic, kind, action in _governed(words, text, triggers, offices):
            claim = TopicClaim(
                meeting=meeting,
                topic=topic,
                relation="AGREED_ON" if kind == "agree" else "DISCUSSED",
                evidence=reading.evidence(sentence, f"topic-{kind}", AGREED if kind == "agree" else DISCUSSED),
                action=action or None,
            )
            known = topics.get((meeting, topic))
            if known is None or (known.relation == "DISCUSSED" and kind == "agree"):
                topics[meeting, topic] = claim
        for route in _routes(words, text):
            evidence = reading.evidence(sentence, "route", ROUTE)
            routes.setdefault((meeting, route), RouteClaim(meeting=meeting, route=route, evidence=evidence))
    return tuple(topics.values()), tuple(routes.values())


def _triggers(words: _Words, sentence: Sentence, text: str) -> Iterator[_Trigger]:
    """Yield the sentence's triggers in text order, each with the kind that its clause gives it."""
    found: list[tuple[int, int, _Rule | None, Kind]] = [
        (match.start(), match.end(), rule, "agree") for rule in words.agree for match in rule.pattern.finditer(text)
    ]
    found += [(match.start(), match.end(), None, "discuss") for match in words.discuss.finditer(text)]
    found += [(match.start(), match.end(), None, "nothing") for match in words.wish.finditer(text)]
    # Where two overlap, the longer one knows more: "reaffirmed the importance" is not "reaffirmed".
    found.sort(key=lambda item: (item[0], item[0] - item[1]))
    boundary, talked, joint, last_end = 0, False, False, -1
    for start, end, rule, lexical in found:
        if start < last_end:
            continue
        kind = lexical
        if rule is None and words.not_talked.search(text[boundary:start]):
            kind = "nothing"
        subject = _Clause(sentence, text, boundary, start)
        joint = subject.is_the_parties(words, verb=text[start:end], inherited=joint)
        if rule is not None:
            if words.negation.search(text[boundary:end]):
                kind = "nothing"
            elif (
                words.earlier.search(text[boundary:start]) or (rule.weak and talked) or not (rule.any_subject or joint)
            ):
                kind = "discuss"
        talked = talked or kind != "agree"
        boundary = last_end = end
        passive = bool(rule and _PASSIVE.search(text[start:end]))
        yield _Trigger(start, end, kind, rule.action if rule and kind == "agree" else "", passive)


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands between one trigger and the next: the subject of the latter."""

    sentence: Sentence
    text: str
    start: int
    end: int

    def is_the_parties(self, words: _Words, *, verb: str, inherited: bool) -> bool:
        """Tell whether the subject is the parties together, not one side alone."""
        low, high = self.sentence.start + self.start, self.sentence.start + self.end
        sides = {mention.code for mention in self.sentence.countries if low <= mention.start < high}
        people = {mention.key for mention in self.sentence.persons if low <= mention.start < high}
        if len(sides) > 1 or len(people) > 1 or words.together.search(self.text, self.start, self.end):
            return True
        return not (sides or people) and (inherited or bool(_PLURAL.search(verb)))


def _governed(
    words: _Words, text: str, triggers: list[_Trigger], offices: list[tuple[int, int]]
) -> Iterator[tuple[str, Kind, str]]:
    """Yield each topic of a sentence with the kind and action of the trigger that governs it.

    ``offices`` are the spans of offices in the text: a topic within one is the name of a ministry.
    """
    if not triggers:
        return
    fronted = bool(words.about.search(text))
    opened = _opened(text)
    for topic, pattern in words.topics:
        best: _Trigger | None = None
        for match in pattern.finditer(opened):
            if any(start <= match.start() and match.end() <= end for start, end in offices):
                continue
            before = [trigger for trigger in triggers if trigger.start <= match.start()]
            after = next((trigger for trigger in triggers if trigger.start > match.start()), None)
            governor = before[-1] if before else None
            if after and after.passive and after.kind == "agree" and (governor is None or governor.kind == "discuss"):
                governor = after
            elif governor is None and after:
                told = fronted or after.kind != "agree" or _by_the_parties(words, text, after)
                governor = after if told else None
                governor = governor or _Trigger(0, 0, "discuss", "", passive=False)
            if governor and governor.kind != "nothing" and (best is None or governor.kind == "agree"):
                best = governor
        if best:
            yield topic, best.kind, best.action


def _by_the_parties(words: _Words, text: str, trigger: _Trigger) -> bool:
    """Tell whether the parties stand right beside a verb that closes its sentence: "..., decided the two sides"."""
    if trigger.end < len(text) - _CLOSING:
        return False
    beside = (max(0, trigger.start - _BESIDE), trigger.start), (trigger.end, trigger.end + _BESIDE)
    return any(words.together.search(text, *span) for span in beside)


def _routes(words: _Words, text: str) -> Iterator[str]:
    """Yield the routes that a sentence names: beside a route noun, or by a name that is a route by itself."""
    heads = [match.span() for match in words.route_heads.finditer(text)]
    for route, near, alone in words.routes:
        if alone.search(text) or any(
            _beside(text, head, match.span()) for head in heads for match in near.finditer(text)
        ):
            yield route


def _beside(text: str, head: tuple[int, int], name: tuple[int, int]) -> bool:
    between = text[head[1] : name[0]] if head[1] <= name[0] else text[name[1] : head[0]]
    return len(between.split()) <= _ROUTE_SPAN and not re.search(r"[.;:()]", between)
