"""One masked sentence, asked what stands where: people and cues in order, countries, words that nothing explains."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from etl.extract import actors, cues, standins
from etl.extract.actors import Actor
from etl.extract.guards import NOUN_REACH
from etl.extract.office import ORGANISATIONS
from etl.spelling import blanked

if TYPE_CHECKING:
    from etl.extract.cues import Cue, Words
    from etl.extract.reading import Reading, Sentence

_SIDE_REACH = 2
"""Unknown words between a country and the verb that it is the subject of: "the Swedish side was"."""
_NAME_REACH = 6
"""Unknown words in the long name of a body of theirs: "the UN office for the coordination of humanitarian affairs"."""
_WORD = re.compile(r"[^\W_]+(?:'(?=\W|$))?")
_PRIVATE = re.compile("[\ue001-\ue004]+")
_NAMED = re.compile("[\ue001\ue002]")

_POSSESSIVE = re.compile(rf"(?: of (?:the )?{cues.COUNTRY}+)?('s) ")
_ASIDE = re.compile(r"\s*,[^,;:.]{1,120},\s*(?:\w+\s+){0,2}")
"""What stands between commas right behind a subject: "Spain, a partner of the exercise, had sent"."""
_OF_A_COUNTRY = re.compile(rf"{cues.COUNTRY}+'s \Z")
"""English: before whoever stands for a country ("Austria's NAME")."""


def _place(item: Actor | Cue) -> tuple[int, bool]:
    return item.start, isinstance(item, Actor)


def _start(actor: Actor) -> int:
    return actor.start


class Stretch:
    """A sentence in its masked form, with the words of its language."""

    def __init__(self, reading: Reading, sentence: Sentence, words: Words) -> None:
        self.reading, self.words = reading, words
        self.sentence = sentence
        text = cues.masked(reading, sentence)
        self.standing_in = standins.find(words, sentence, text, reading.words(sentence))
        self.text = standins.masked(text, self.standing_in)
        self.plain = self._plain()
        self.found: list[Cue] = []

    def _quotation_end(self) -> int:
        """Return where a quotation ends that a sentence before it opened: '"It is up to us. We act", said A'."""
        here, sentences = self.sentence, self.reading.sentences
        before = (sentences[at] for at in range(here.index - 1, -1, -1))
        same = takewhile(lambda sentence: sentence.paragraph == here.paragraph, before)
        marks = sum(self.reading.view.count('"', s.start, s.end) for s in same)
        return self.text.find('"') + 1 if marks % 2 else 0

    def _items(self) -> list[Actor | Cue]:
        acting = self._acting
        self.found = [
            cue
            for cue in cues.find(self.words, self._unplaced())
            if not any(actor.start <= cue.start < actor.end for actor in acting)
        ]
        items: list[Actor | Cue] = [*acting, *self.found]
        return sorted(items, key=_place)

    def _unplaced(self) -> str:
        """Return the masked text with its cities masked, too: "met, on Monday in Lima, with" is "met with"."""
        if not self.words.spans_towns:
            return self.text
        characters = list(self.text)
        for place in self.sentence.places:
            low, high = (min(max(0, at - self.sentence.start), len(characters)) for at in (place.start, place.end))
            if not any(character in cues.MASKS for character in characters[low:high]):
                characters[low:high] = cues.PLACE * (high - low)
        return "".join(characters)

    @cached_property
    def _acting(self) -> list[Actor]:
        """Return the actors, but for those within another's title and those who only possess something.

        "A, chief of cabinet for President B", "the envoy of B" and "B's commitment" say nothing of what B did; "B's
        meeting" does.
        """
        named = [*actors.find(self.sentence, self.text), *self.standing_in]
        named = self._each_sided(sorted(map(self._sided, named), key=_start))
        found = standins.joined(named, self.text)
        return [
            actor
            for before, actor in zip([None, *found], found, strict=False)
            if not (before and actor.person and self._within(before, actor))
            and not self._possesses(actor)
            and not (actor.person is None and self.text[actor.start] not in cues.MASKS)
            and not self._of_a_noun(actor)
        ]

    def _next_acting(self, position: int) -> Actor | None:
        """Return the first who acts at or behind a position."""
        return next((actor for actor in self._acting if actor.start >= position), None)

    def _of_a_noun(self, actor: Actor) -> bool:
        """Tell whether an office only says what kind of meeting it is: "at the foreign ministers' meeting"."""
        return actor.plural and actor.person is None and bool(self.words.noun.match(self.text, actor.end + 1))

    def _within(self, before: Actor, actor: Actor) -> bool:
        """Tell whether a name belongs to the title before it: it is the title's, or whose official that is."""
        if before.person:
            return not self.text[before.end : actor.start].strip()
        return bool(self.words.whose.fullmatch(self.text, before.end, actor.start))

    def _sided(self, actor: Actor) -> Actor:
        """Give a person the country that is named beside them as theirs: "A (Haiti)", "B for Togo", "Chad's C"."""
        behind = self.words.stands_for.match(self.text, actor.end)
        before = _OF_A_COUNTRY.search(self.text, 0, actor.start)
        if behind and behind[0].startswith(",") and actor.role is None:
            behind = None  # "Commander A, of the Gambian Navy", not "A, of the Gambian community"
        told = behind or before
        code = self._country_in(told.start(), told.end()) if told and actor.person else None
        return replace(actor, countries=(code,)) if code and not actor.countries else actor

    def _each_sided(self, people: list[Actor]) -> list[Actor]:
        """Give those of a list each the country behind their name: "A, for Chad; B, for Togo, and C, for Mali"."""
        behind = {actor: self.words.each_for.match(self.text, actor.end) for actor in people if actor.person}
        told = [actor for actor in people if behind.get(actor)]
        if len(told) < 2 or self.words.for_land.search(self.text, 0, told[0].start):  # noqa: PLR2004 (a list)
            return people  # "for Chad, A, for Togo, B": each country stands before
        sided: list[Actor] = []
        for at in range(len(people) - 1, -1, -1):
            actor, match = people[at], behind.get(people[at])
            code = self._country_in(match.start(), match.end()) if match else None
            if match is None and sided and self.words.listed.search(self.text, 0, sided[-1].start):
                joined = self.words.list_on.match(self.text, actor.end)  # "A and B, for Chad, and C, for Togo"
                code = sided[-1].countries[0] if joined and people[at + 1] in told and sided[-1].countries else None
            sided.append(replace(actor, countries=(code,)) if code and not actor.countries else actor)
        return sided[::-1]

    def _possesses(self, actor: Actor) -> bool:
        possessive = _POSSESSIVE.match(self.text, actor.end)
        if not possessive or self.words.own_meeting.match(self.text, possessive.start(1)):
            return False
        end = self.sentence.start + actor.end
        return actor.person is None or any(mention.end == end for mention in self.sentence.persons)

    def _plain(self) -> str:
        """Return the masked text with dates, places and countries blanked: what is left between people is words."""
        sentence = self.sentence
        spans = [(date.start, date.end) for date in sentence.dates]
        spans += [(place.start, place.end) for place in sentence.places]
        spans += [(country.start, country.end) for country in sentence.countries]
        return blanked(self.text, ((start - sentence.start, end - sentence.start) for start, end in spans))

    def _unknown(self, start: int, end: int) -> int:
        """Count the words of a stretch that no list or adverb explains."""
        stretch = _PRIVATE.sub(" ", self.plain[start:end])
        return sum(word not in self.words.connectors for word in _WORD.findall(stretch))

    def _country_in(self, start: int, end: int) -> str | None:
        found = [
            mention.code
            for mention in self.sentence.countries
            if start <= mention.start - self.sentence.start < end
            and self.text[mention.start - self.sentence.start] not in cues.MASKS
        ]
        return found[-1] if found else None

    def _country_before(self, cue: Cue) -> str | None:
        """Return the country that is the subject of a verb: "the Swedish side was represented by"."""
        mentions = [m for m in self.sentence.countries if m.end - self.sentence.start <= cue.start]
        last = max(mentions, key=lambda mention: mention.end, default=None)
        end = last.end - self.sentence.start if last else 0
        if last is None or self.text[end - 1] in cues.MASKS:
            return None
        if aside := _ASIDE.fullmatch(self.text, end, cue.start):
            return None if self._actor_in(end, aside.end()) else last.code
        opens = mentions == [last] and self._unknown(0, end) <= _SIDE_REACH and last.code in ORGANISATIONS
        if self._unknown(end, cue.start) > (_NAME_REACH if opens else _SIDE_REACH):
            return None
        return None if self._actor_in(end, cue.start) else last.code

    def _peoples(self, cue: Cue) -> list[Actor]:
        """Return the officials of two countries whom nobody names: "experts from Belgium and Albania conferred".

        Or the two peoples who stand for them: "Belgians and Albanians conferred by video".
        """
        teams = self.words.teams.search(self.text, 0, cue.start)
        found = teams or self.words.peoples.search(self.text, 0, cue.start)
        if found is None or not (teams or self.words.noun.search(self.text)):
            return []
        people = [
            Actor(low, high, None, None, (mention.code,), plural=True)
            for low, high in (found.span(1), found.span(2))
            for mention in self.sentence.countries
            if (teams or mention.kind == "demonym") and mention.start - self.sentence.start == low
        ]
        return people if len({person.countries for person in people}) == len(found.groups()) else []

    def _noun_before(self, cue: Cue, reach: int = NOUN_REACH) -> bool:
        return bool(self.words.noun.search(self.text, max(0, cue.start - reach), cue.end))

    def _actor_in(self, start: int, end: int | None = None) -> bool:
        """Tell whether a person or an office stands in a stretch, or in all that follows."""
        return bool(_NAMED.search(self.text, start, len(self.text) if end is None else end))
