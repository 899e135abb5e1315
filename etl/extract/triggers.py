"""The words that make a topic agreed on, talked about, or neither, and whether the parties together are their subject.

A trigger of agreement holds only where its subject is the parties together: two sides named, "both ministers",
"they", a plural that is not one side's, the meeting or its text. One side's pledge is talk, and so is what is
recalled; a negated agreement or one side's wish is nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from etl import resources
from etl.patterns import compile_phrases, expression

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from etl.extract.reading import CountryMention, Sentence
    from etl.records import RoleClaim

Kind = Literal["agree", "discuss", "nothing"]

_GERUND = re.compile(r"\W*\w+(?:ing|ant|ando|iendo)\b")
_PASSIVE = re.compile(
    r"\b(shall|hereby|under|start|begin|resume|restart|figur\w+|compt\w+|c'est|was|were|been|be|ete|fue|fueron|sido|quedo"
    r"|quedaron|sera|seront|seran|verra|verront|vera|veran)\b"
)
"""What lets a verb decide over its subject: "Joint patrols shall begin", "verra le jour"."""
_DETERMINER = re.compile(
    r"\b(?:an?|the|of|their|its|this|une?|el|las?|los|del?|sus?|les?|des|du|ce|cet|leurs?|ses|[dl]')\s*$"
)
_PLUPERFECT = re.compile(r"\b(?:had|avai\w+|habian?)\b")
_AND_HAD = re.compile(r"(?:, |\b)(?:and|et|y) (?:also )?(?:had|avai\w+|habian?) (?:also )?\Z")
_YEAR = re.compile(r"(?:\s+\w+){1,4}?\s+((?:19|20)\d\d)\b")
_SIDE_SPAN = 24
"""Characters between a plural ("officials") and the side that alone they belong to ("of the kingdom of Spain")."""
_RECENT = 100
"""Days before publication within which an agreement is news, not history."""
_LENGTH = {"day": 0, "month": 31, "year": 366}
"""Days of the periods that a date may stand for: "in 2023" is no history for a text of May 2023."""
_DATE_SPAN = 60
"""Characters between a verb and the date that belongs to it."""
_THAT_SPAN = 60
"""Characters behind an agreement within which its clause opens."""
_INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?\Z")
_TURN = re.compile(r"[;:]|,\s+(?:while|whereas|but|tandis|alors|mais|mientras|pero)\s")
"""Where what was agreed ends, and something else is told."""
_HELD_SPAN = 50
"""Characters behind a verb of commitment in which the side stands whose own it is."""
_QUOTE_SPAN = 40
"""Characters behind a quotation within which stands who said it."""
_ARTICLE = re.compile(r"\s*(?:the\s+|l'|la\s+|le\s+|el\s+)?")
_ASIDE = re.compile(r"\s*,[^,;:.]{1,60},")
"""What stands between commas right behind a verb: "pledged, with his counterpart, to"."""
_RELATIVE = re.compile(
    r",\s+(?:which|who|whose|where|qui|qu'|que|dont|ou|quien\w*|cuy[oa]s?|donde|l[oa]s? cual\w*)\b[^,;:]{1,120}(?=,)"
)
"""A clause between commas: "the Commission, which had not sat since 2019, resolved"."""
_COORDINATED = re.compile(
    r"\b(?:and|et|y|e)\s+(?:(?:also|further|then|se|s'|en|aussi|tambien|\w+(?:ly|ment|mente))\s+)*\Z"
)
"""Right before a verb that has its subject from the verb before it."""
_ARTICLES = r"(?:the |la |le |les |l'|el |los |las )?"
_JOINED_TO = re.compile(rf"\s+(?:and|et|y|e)\s+{_ARTICLES}[\w'-]+(?:\s+[\w'-]+)?\s*\Z")
_JOINED = re.compile(rf"\A\W*{_ARTICLES}[\w'-]+\s+(?:and|et|y|e)\s+{_ARTICLES}\Z")
"""What stands behind, or before, a country that is a subject together with a side no list of countries knows."""


@dataclass(frozen=True, slots=True)
class _Rule:
    action: str
    any_subject: bool
    weak: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words of agreement and talk."""

    agree: tuple[_Rule, ...]
    discuss: re.Pattern[str]
    named: re.Pattern[str]
    within: re.Pattern[str]
    wish: re.Pattern[str]
    answered: re.Pattern[str]
    reply: re.Pattern[str]
    reported: re.Pattern[str]
    that: re.Pattern[str]
    held: re.Pattern[str]
    denied: re.Pattern[str]
    negation: re.Pattern[str]
    not_talked: re.Pattern[str]
    to_come: re.Pattern[str]
    pursuant: re.Pattern[str]
    earlier: re.Pattern[str]
    both: re.Pattern[str]
    ours: re.Pattern[str]
    several: re.Pattern[str]
    collective: re.Pattern[str]
    apart: re.Pattern[str]
    singular: re.Pattern[str]
    about: re.Pattern[str]
    goes_on: re.Pattern[str]
    again: re.Pattern[str]
    resumed: re.Pattern[str]
    outsiders: re.Pattern[str]
    beside: re.Pattern[str]
    plural: re.Pattern[str]
    pronoun: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A stretch of a sentence that decides over the topics beside it, and what it makes of them."""

    start: int
    end: int
    kind: Kind
    action: str = ""
    passive: bool = False


@cache
def words(language: str) -> Words:
    """Return the words of a language, compiled."""
    data = resources.language(language, "agreement")
    sets = data["sets"]

    def phrases(name: str) -> re.Pattern[str]:
        return compile_phrases(data[name], sets)

    def ending(name: str) -> re.Pattern[str]:
        """Match one of the phrases right before a place."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(expression(phrase, sets) for phrase in data[name])})\s*$")

    return Words(
        agree=tuple(
            _Rule(
                rule["action"], rule["who"] == "any", rule.get("weak") == "true", compile_phrases(rule["words"], sets)
            )
            for rule in data["agree"]
        ),
        discuss=phrases("discuss"),
        named=phrases("named"),
        within=phrases("within"),
        wish=phrases("wish"),
        answered=phrases("answered"),
        reply=phrases("reply"),
        reported=phrases("reported"),
        that=phrases("that"),
        held=phrases("held"),
        denied=phrases("denied"),
        negation=phrases("negation"),
        # Talk is negated only close by: "did not sign but discussed" is still talk.
        not_talked=re.compile(rf"{phrases('negation').pattern}(?:\s+\w+){{0,2}}\s*$|{phrases('negator').pattern}\s*$"),
        to_come=phrases("to_come"),
        pursuant=phrases("pursuant"),
        earlier=ending("earlier"),
        both=phrases("both"),
        ours=phrases("ours"),
        several=phrases("several"),
        collective=phrases("collective"),
        apart=ending("apart"),
        singular=phrases("singular"),
        about=re.compile("|".join(expression(phrase, sets) for phrase in data["about"])),
        goes_on=phrases("goes_on"),
        again=phrases("again"),
        resumed=phrases("resumed"),
        outsiders=phrases("outsiders"),
        beside=phrases("beside"),
        plural=phrases("plural"),
        pronoun=phrases("pronoun"),
    )


def find(
    words: Words, sentence: Sentence, text: str, *, joint: bool = False, published: date | None = None
) -> Iterator[Trigger]:
    """Yield the sentence's triggers in text order, each with the kind that its clause gives it.

    ``text`` is the sentence folded; ``joint`` tells that the parties together are the subject so far.
    """
    if words.outsiders.search(text):
        return
    boundary, talked, alone, told_of = 0, False, False, False
    last = Trigger(0, 0, "discuss")
    candidates = _candidates(words, text)
    for place, (start, end, rule, lexical) in enumerate(candidates):
        if start < last.end or (rule is None and last.kind != "discuss" and _is_no_talk(words, text, start, end)):
            continue
        clause = _Clause(sentence, text, boundary, start)
        if rule and not text[:start].strip() and _GERUND.match(text, start):
            # "Reaffirming their resolve, the two sides ...": the subject comes after.
            verbs = (at for at, _, other, _ in candidates[place + 1 :] if at >= end and not (other and other.weak))
            subject = _Clause(sentence, text, end, next(verbs, len(text)))
        else:
            subject = clause
        # A noun is no plural, however it ends ("agreement").
        ours = not (alone or _is_quoted(words, text, start, candidates[place + 1 :]))
        verb = "" if rule and rule.weak else text[start:end]
        told = joint and last.kind == "discuss"
        coordinated = joint and rule and last.end and _COORDINATED.search(text, last.end, start)
        joint = subject.is_the_parties(words, verb=verb, inherited=joint, ours=ours) or (
            # "agreed to keep Spain's officers, and undertook to": the subject is that of the verb before.
            bool(coordinated) and not words.singular.fullmatch(text, start, end)
        )
        alone = rule is None and not joint
        if rule is None:
            to_come = words.to_come.fullmatch(text, start, end)
            kind = _kind_of_talk(words, text, (boundary, start, end), lexical, joint=told if to_come else joint)
        elif (
            last.kind == "agree" and not (joint or rule.any_subject) and _is_in_what_is_agreed(words, text, last, start)
        ):
            continue
        elif words.negation.search(_plain(text, boundary, start) + text[start:end]) or (
            rule.weak and last.kind == "nothing" and not joint
        ):
            kind = "nothing"
        else:
            overruled = rule.weak and (talked or _of_old(text, end, published))
            before = words.earlier.search(_plain(text, boundary, start))
            again = told_of and _AND_HAD.search(text, 0, start)  # "said that they had noted ... and had pledged"
            if (
                before
                and _PLUPERFECT.search(before[0])
                and (again or words.reported.fullmatch(text, last.start, last.end))
            ):
                before = None
            earlier = before or clause.is_history(words, end, published)
            held = not rule.weak and _held_by_one_side(words, sentence, text, end)
            kind = "discuss" if overruled or earlier or held or not (rule.any_subject or joint) else "agree"
        talked = talked or kind != "agree"
        told_of = told_of or words.reported.fullmatch(text, start, end) is not None
        boundary = end
        passive = bool(rule and _PASSIVE.search(text[start:end]))
        last = Trigger(start, end, kind, rule.action if rule and kind == "agree" else "", passive)
        yield last


def subject_is_the_parties(words: Words, sentence: Sentence, text: str) -> bool:
    """Tell whether a line without a verb of its own ("The two ministers:") names the parties together."""
    return _Clause(sentence, text, 0, len(text)).is_the_parties(words, verb="", inherited=False, ours=True)


def subject_is_collective(words: Words, sentence: Sentence, text: str, end: int) -> bool:
    """Tell whether what stands before ``end`` has the meeting or its body as the subject: "The Commission reviewed"."""
    return _Clause(sentence, text, 0, end).is_collective(words)


def _plain(text: str, start: int, end: int) -> str:
    """Return a stretch of a sentence without its relative clauses, at the same length."""
    return _RELATIVE.sub(lambda aside: " " * len(aside[0]), text[start:end])


def _is_quoted(words: Words, text: str, start: int, following: Collection[tuple[int, int, _Rule | None, Kind]]) -> bool:
    """Tell whether a place stands in what one side alone is quoted with: '"We will step up patrols", he said'."""
    closing = text.find('"', start)
    if closing < 0 or text.count('"', 0, start) % 2 == 0:
        return False
    speaks = any(rule is None and closing < at < closing + _QUOTE_SPAN for at, _, rule, _ in following)
    beside = closing, closing + 2 * _QUOTE_SPAN
    return speaks and not any(part.search(text, *beside) for part in (words.both, words.several))


def _candidates(words: Words, text: str) -> list[tuple[int, int, _Rule | None, Kind]]:
    """Return whatever the words match, in text order.

    Of two at one place the longer knows more: "reaffirmed the importance" is not "reaffirmed".
    """
    found: list[tuple[int, int, _Rule | None, Kind]] = [
        (match.start(), match.end(), rule, "agree") for rule in words.agree for match in rule.pattern.finditer(text)
    ]
    # Talk to come is a form of talk, and told from it by its own words.
    found += [(match.start(), match.end(), None, "nothing") for match in words.to_come.finditer(text)]
    found += [(match.start(), match.end(), None, "discuss") for match in words.discuss.finditer(text)]
    found += [
        (match.start(), match.end(), None, "nothing")
        for part in (words.wish, words.denied)
        for match in part.finditer(text)
    ]
    found = found or [(match.start(), match.end(), None, "discuss") for match in words.named.finditer(text)]
    return sorted(found, key=lambda item: (item[0], item[0] - item[1]))


def _is_no_talk(words: Words, text: str, start: int, end: int) -> bool:
    """Tell whether a word of talk behind an agreement belongs to what was agreed, or is a noun ("un traité")."""
    return bool(
        words.within.fullmatch(text, start, end)
        or words.to_come.fullmatch(text, start, end)
        or (not re.search(r"\s", text[start:end]) and _DETERMINER.search(text, 0, start))
    )


def _kind_of_talk(words: Words, text: str, span: tuple[int, int, int], lexical: Kind, *, joint: bool) -> Kind:
    """Tell what a word of talk, denial or wish (``lexical``) makes of its topics; ``span``: clause, word, its end."""
    boundary, start, end = span
    if words.not_talked.search(text[boundary:start]):
        return "nothing"
    if (
        lexical == "nothing"
        and (joint or words.answered.search(text, end))
        and not words.denied.fullmatch(text, start, end)
    ):
        return "discuss"
    return lexical


def _is_in_what_is_agreed(words: Words, text: str, last: Trigger, start: int) -> bool:
    """Tell whether a verb stands in the clause that an agreement opens: "resolved that each force will place ...".

    Or right behind it: "said that he and the envoy had agreed to set up a unit".
    """
    if _INFINITIVE.search(text, last.end, start):
        return True
    opened = words.that.search(text, last.end, min(start, last.end + _THAT_SPAN))
    return opened is not None and not _TURN.search(text, last.end, start)


def _held_by_one_side(words: Words, sentence: Sentence, text: str, end: int) -> bool:
    """Tell whether what is reaffirmed is one side's own, with its name: "reaffirmed the U.S. commitment"."""
    near = {
        mention.code: mention
        for mention in sentence.countries
        if mention.kind != "metonym" and end <= mention.start - sentence.start < end + _HELD_SPAN
    }
    if len(near) != 1:
        return False
    mention = next(iter(near.values()))
    low, high = mention.start - sentence.start, mention.end - sentence.start
    if words.held.fullmatch(text[end:low].strip()):
        return True
    return _ARTICLE.fullmatch(text, end, low) is not None and words.held.match(text[high:].lstrip(" .'s")) is not None


def _of_one_side(roles: Collection[RoleClaim | None]) -> bool:
    """Tell whether people whose offices are known are of one country: a minister and the ambassador beside them."""
    countries = {role.country if role else None for role in roles}
    return len(countries) == 1 and None not in countries


def _of_old(text: str, end: int, published: date | None) -> bool:
    """Tell whether a year before the document's follows: "the agreement signed in 2004"."""
    year = _YEAR.match(text, end)
    return year is not None and (published is None or int(year[1]) < published.year)


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands between one trigger and the next: the subject of the latter."""

    sentence: Sentence
    text: str
    start: int
    end: int

    def is_the_parties(self, words: Words, *, verb: str, inherited: bool, ours: bool) -> bool:
        """Tell whether the subject is the parties together, not one side alone; ``ours``: "we" are the parties."""
        low, high = self.sentence.start + self.start, self.sentence.start + self.end
        countries = [mention for mention in self.sentence.countries if low <= mention.start < high]
        sides = {mention.code for mention in countries}
        people = {mention.key: mention.role for mention in self.sentence.persons if low <= mention.start < high}
        together = (words.both, words.ours) if ours else (words.both,)
        if any(part.search(self.text, self.start, self.end) for part in together):
            return True
        aside = _ASIDE.match(self.text, self.end + len(verb)) if verb else None
        if aside and any(part.search(self.text, *aside.span()) for part in (words.both, words.beside)):
            return True
        if words.singular.fullmatch(verb):
            return self.is_collective(words) or (inherited and not (sides or people))
        joined = not people and len(sides) == 1 and self._is_joined(countries)
        if joined or len(sides) > 1 or (len(people) > 1 and not _of_one_side(people.values())):
            return True
        # A capital tells where they met, not whose ministers they are.
        beside = [mention.start - self.sentence.start for mention in countries if mention.kind != "metonym"]
        if any(
            not any(match.start() - _SIDE_SPAN < at < match.end() + _SIDE_SPAN for at in beside)
            for match in words.several.finditer(self.text, self.start, self.end)
        ):
            return True
        return self.is_collective(words) or (not (sides or people) and (inherited or bool(words.plural.search(verb))))

    def is_collective(self, words: Words) -> bool:
        """Tell whether the meeting or its text is the subject: not "during the meeting", not "of the agreement"."""
        return any(
            not words.apart.search(self.text[self.start : match.start()])
            for match in words.collective.finditer(self.text, self.start, self.end)
        )

    def _is_joined(self, countries: Collection[CountryMention]) -> bool:
        """Tell whether a country and a side no list of countries knows are the subject: "France and the Saar will"."""
        origin = self.sentence.start
        return any(
            mention.kind == "name"
            and (
                _JOINED_TO.match(self.text[: self.end], mention.end - origin)
                or (
                    not self.text[mention.end - origin : self.end].strip()
                    and _JOINED.match(self.text[self.start : mention.start - origin])
                )
            )
            for mention in countries
        )

    def _behind_pursuant(self, words: Words) -> int:
        """Return where the clause begins behind what it follows on: "further to the plan of May 2019, they agreed"."""
        opened = words.pursuant.match(self.text, self.start) if not self.text[: self.start].strip() else None
        comma = self.text.find(",", opened.end(), self.end) if opened else -1
        return max(comma, self.start)

    def is_history(self, words: Words, verb_end: int, published: date | None) -> bool:
        """Tell whether a date beside the verb lies long before the document."""
        if published is None:
            return False
        opened = words.that.search(self.text, verb_end, verb_end + _DATE_SPAN)
        low = self.sentence.start + self._behind_pursuant(words)
        high = self.sentence.start + (opened.start() if opened else verb_end + _DATE_SPAN)
        return any(
            mention.kind == "explicit"
            and mention.date
            and (published - mention.date.first).days > _RECENT + _LENGTH[mention.date.precision]
            for mention in self.sentence.dates
            if low <= mention.start < high
        )
