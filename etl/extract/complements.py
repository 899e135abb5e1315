"""What follows a rank in a title: adjectives, "of the Interior", "chargé des ...", "to the President of ...".

A complement goes on as far as the words go that titles are made of; where an unknown word ends it, a name may begin.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from etl import places
from etl.extract.office import POSTED
from etl.extract.ranks import head_at
from etl.extract.title_words import (
    acronym_at,
    belongs,
    city_words,
    coordinated,
    european,
    further_post,
    in_brackets,
    is_adjective,
    is_modifier,
    next_country,
    opens_name,
    posting,
)

if TYPE_CHECKING:
    from etl.extract.line import Line
    from etl.extract.office import Office
    from etl.extract.ranks import Head, Lexicon

_CABINET = frozenset({"commissioner", "minister", "minister-delegate", "secretary-of-state", "high-representative"})
_NAMELESS = frozenset({"king", "minister"})
"""Ranks after which an unknown word in lower case is no subject."""
_LEAST = 3
_LONGEST = 5


def _is_acronym(line: Line, i: int) -> bool:
    """Tell whether a token is an institution's initials (two are a person's) among words that are no capitals."""
    text = line.tokens[i].text if i < len(line) else ""
    return text.isalpha() and text.isupper() and 2 < len(text) <= _LONGEST and not line.tokens[i - 1].text.isupper()


class Nested(Protocol):
    """Reads the office whose head begins at a token, as inside another's complement."""

    def __call__(self, line: Line, i: int, lex: Lexicon, named: frozenset[str] | None = None) -> Office | None:
        """Return the office, else None."""


@dataclass(slots=True)
class After:
    """What stands after a head, as far as it was read; ``named`` are words of people's names once known."""

    line: Line
    lex: Lexicon
    head: Head
    nested: Nested
    end: int
    owners: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    content: list[str] = field(default_factory=list)
    inner: Office | None = None
    named: frozenset[str] | None = None

    def modifiers(self) -> str | None:
        """Read the adjectives right behind the head; return the level they give."""
        line, lex = self.line, self.lex
        level: str | None = None
        if line.language == "en":
            self._subject_behind()
            return None
        while self.end < len(line):
            i = self.end
            if i in line.country and line.country[i][1] == "demonym" and not line.capital(i):
                self.owners.extend(line.country[i][0])
                self.end = line.country[i][2]
            elif found := lex.levels.at(line.words, i):
                level = level or found[1]
                self.end += found[0]
            elif found_adverbial := lex.adverbials.at(line.words, i):
                self.end += found_adverbial[0]
            elif is_modifier(line, i, lex):
                self.content.extend([line.words[i]] if line.capital(i) and line.words[i] not in lex.modifiers else [])
                self.end += 1
            elif (
                self.head.plural
                and self.owners
                and (join := (1, True) if line.words[i] == "," else lex.connectors.at(line.words, i))
                and line.country.get(i + join[0], ((), "", 0))[1] == "demonym"
                and not line.capital(i + join[0])
            ):
                self.end += join[0]
            else:
                break
        return level

    def _subject_behind(self) -> None:
        """Read the subject right behind an English rank, as in "Federal Secretary Interior NAME"."""
        line, lex, i = self.line, self.lex, self.end
        named = line.capital(i + 1) and line.capital(i + 2) and line.word(i + 1) not in lex.words
        known = line.word(i) in lex.words and line.word(i) not in lex.given | lex.modifiers
        known = known or (line.word(i) not in lex.given and _is_acronym(line, i))  # "Director General FIA NAME"
        if named and known and line.capital(i) and line.capital(i - 1) and not head_at(line, i, lex):
            self.content.append(line.words[i])
            self.end += 1

    def complement(self, opened: int | None = None) -> bool:
        """Read one complement and tell whether there was one; ``opened`` is where it begins if its opening was read."""
        line, lex, head = self.line, self.lex, self.head
        i = self.end
        if line.word(i) == "," and lex.charge.at(line.words, i + 1) and (self.content or head.portfolio):
            i += 1  # "ministre de la Justice, chargé des Droits de l'homme"
        if behind := in_brackets(line, i, lex):
            self.content.extend(line.words[i + 1 : behind - 1])
            self.end = behind
            return True
        if head.rank in POSTED and line.word(i) in lex.modifiers and line.word(i + 1) in lex.prepositions:
            i += 1  # "ambassadeur du Pérou accrédité auprès du Tchad, NAME"
        if acronym_at(line, i) and line.word(i + 3) in lex.prepositions:
            i += 3  # "of the National Drug Agency (NDA) of Togo"
        if self._take_institution(i):
            return True
        if opened is not None:
            preposition = "charge"
        elif charge := lex.charge.at(line.words, i):
            i += charge[0]
            preposition = "charge"
        elif line.word(i) in lex.prepositions and (self.content or line.word(i) not in lex.against):
            preposition = line.words[i]
            i += 1
        else:
            return False
        if preposition in lex.within and head.rank not in POSTED and line.capital(i) and city_words(line, i):
            return False  # "el presidente de Bolivia en La Paz"
        while i not in line.country and (line.word(i) in lex.determiners or (i > self.end and line.word(i) in lex.of)):
            i += 1
        complement = _Complement(self, preposition, i, i)
        if not complement.of and i not in line.country and (posted := posting(line, i, head.rank)):
            self.targets.append(posted[0])
            self.end = posted[1]
            return True
        if self._is_seat(i, preposition):
            self.end = line.country[i][2] if i in line.country else i + (city_words(line, i) or 1)
            return True
        if (preposition == "in" and head.rank not in POSTED) or (preposition == "from" and i not in line.country):
            return False
        end = complement.read()
        self.end = end or self.end
        return end is not None

    def _take_institution(self, i: int) -> bool:
        """Read the institution that an English title has behind a comma: "Permanent Secretary, Ministry of Health"."""
        line, lex = self.line, self.lex
        if line.language != "en" or line.word(i) != "," or self.content or self.owners or not line.capital(i - 1):
            return False
        end = i + 1
        while line.capital(end) and end - i <= _LONGEST and line.words[end] not in lex.seats:
            end += 1
        named = line.capital(end) and line.word(end) in lex.seats
        opens_of = end == i + 1 and line.word(end + 1) in lex.of
        if not named or not (opens_of or (end > i + 1 and line.word(end + 1) in {",", ";", "(", "and"})):
            return False
        self.content.extend(line.words[i + 1 : end + 1])
        self.end = end + 1
        return True

    def _is_seat(self, i: int, preposition: str) -> bool:
        """Tell whether a place at token ``i`` says where an office sits: "the coordinator of the UN in Peru".

        Only at the end of a longer title, or an envoy's, right before a comma or bracket.
        """
        line = self.line
        if preposition not in self.lex.within:
            return False
        if self.head.rank in POSTED:  # a small town's name, which no list has
            return line.capital(i) and i not in line.country and line.word(i + 1) == "," and line.capital(i + 2)
        if not self.content + self.owners:
            return False
        if i in line.country:
            named = line.country[i][1] == "name"
            end = line.country[i][2]
        else:
            length = city_words(line, i) or 1
            end = i + length
            named = line.capital(i) and bool(places.find_city(" ".join(token.text for token in line.tokens[i:end])))
        return named and line.word(end) in {",", ")"} and line.capital(end + 1)


@dataclass(slots=True)
class _Complement:
    """One complement while it is read: its words go from ``start`` to ``at``; ``first`` until one was taken."""

    after: After
    preposition: str
    start: int
    at: int
    first: bool = True

    @property
    def of(self) -> bool:
        """Whether it says what the office is of, not where or for whom."""
        return self.preposition in self.after.lex.of or self.preposition in {"charge", "from"}

    def read(self) -> int | None:
        """Take its words into what stands after the head; return where they end, None where there are none."""
        line, lex = self.after.line, self.after.lex
        while self.at < len(line) and self._take():
            self.first = False
        while self.at > self.start and (
            line.words[self.at - 1] in lex.of | lex.determiners | {","} or lex.connectors.at(line.words, self.at - 1)
        ):
            self.at -= 1
        return self.at if self.at > self.start else None

    def _take(self) -> bool:
        """Take what stands at the next token; tell whether the complement may go on behind it."""
        line, lex, i = self.after.line, self.after.lex, self.at
        if line.words[i] in lex.against:
            return False
        if i in line.country:
            return self._take_country()
        if self.first and line.capital(i) and (city := city_words(line, i)):
            return self._take_content(city)
        if self.first and line.words[i] in lex.majesty:
            self.at += 1  # "embajador de Su Majestad el Rey en ..."
            while line.word(self.at) in lex.determiners | lex.sovereigns:
                self.at += 1
            return False
        if self._is_titled():
            return False
        nested = head_at(line, i, lex)
        if line.word(i + (nested[0] if nested else 1)) == "'s" and self._has_possessive(i):
            return self._take_content((nested[0] if nested else 1) + 1)
        level = None if nested else lex.levels.at(line.words, i)  # "to the Vice President"
        at = i + (level[0] if level else 0)
        office = nested or (level and at < len(line) and head_at(line, at, lex))
        if nested and nested[1].rank == "service-rank" and line.capital(i + 1) and line.word(i + 1) in lex.words:
            office = None  # "Head of the General Inspectorate"
        if office and (not self.first or self.preposition in lex.before_office | {"charge"}):
            self._take_office(at)
            return False
        if line.words[i] == "'" and not self.first and line.capital(i + 1) and line.word(i + 1) in lex.words:
            return self._take_content(1)  # "of Expatriates' Welfare"
        if line.words[i] in lex.words and not self._is_other_word():
            return not self._begins_something_else() and self._take_content(1)
        modifies = line.words[i] in lex.modifiers and line.capital(i) and line.word(i + 1) in lex.of
        if self._goes_on_unknown() or (modifies and not self.first and self.capital):
            return self._take_content(1)
        capital = self.capital and self.after.head.rank != "high-representative"
        following = coordinated(line, i, lex, capital=capital, plural=self.after.head.plural)
        if following and not self.first:
            self.at = following
            return True
        return False

    @property
    def capital(self) -> bool:
        """Whether its first word has a capital and is no country."""
        return self.after.line.capital(self.start) and self.start not in self.after.line.country

    def _take_content(self, length: int) -> bool:
        self.after.content.extend(self.after.line.words[self.at : self.at + length])
        self.at += length
        return True

    def _take_country(self) -> bool:
        """Take a country as the owner, or as where an envoy is sent."""
        line, after, i = self.after.line, self.after, self.at
        codes, kind, end = line.country[i]
        foreign = self.first and not self.of
        if kind == "demonym" and self._is_subject(end):
            return self._take_content(end - i)  # "director of the European department": of no office of Europe's
        if (
            foreign
            and after.head.rank not in POSTED
            and self.preposition not in {"for", "para", "pour"}
            and kind != "metonym"
            and line.language != "en"
        ):
            return False
        listed = line.word(i - 1) in {",", "y", "et", "and"}
        if foreign and kind != "demonym":
            after.targets.extend(codes)
        elif institution := european(line, i, end):
            after.owners.extend(codes)
            after.content.extend(institution)
        elif not ("EU" in codes and after.content and (kind == "demonym" or listed)):
            after.owners.extend(codes)
        self.at = end
        if line.word(end) == "'s" and line.word(end + 1) in after.lex.words:
            self.at += 1  # "of Vietnam's Consular Department"
        elif after.head.plural:
            self.at = next_country(line, end, after.lex)
        elif foreign and after.head.rank in POSTED:
            self.at = further_post(line, end, after.lex)
        return True

    def _is_subject(self, end: int) -> bool:
        """Tell whether a country's adjective, up to ``end``, says what an office deals with, not whose it is."""
        line, lex = self.after.line, self.after.lex
        if line.language == "en":
            return line.word(end) in lex.desks
        return bool(self.after.content) and self.after.content[-1] in lex.desks

    def _take_office(self, at: int) -> None:
        """Take the office that the complement is about, with whose it is; behind other words it is another's."""
        after = self.after
        if self.first and (inner := after.nested(after.line, at, after.lex, after.named)):
            after.inner = inner
            after.owners.extend(inner.owners)
            self.at = inner.end

    def _has_possessive(self, i: int) -> bool:
        """Tell whether a possessive at token ``i`` is part of an institution's name: "of the King's Office"."""
        line = self.after.line
        behind = line.words.index("'s", i) + 1
        return self.of and line.capital(i) and line.capital(behind) and not head_at(line, behind, self.after.lex)

    def _is_titled(self) -> bool:
        """Tell whether an honorific or rank begins a name here, and is no word of the title."""
        line, lex, i = self.after.line, self.after.lex, self.at
        if not (lex.honorifics.at(line.words, i) and (line.capital(i) or "." in line.tokens[i].text)):
            return False
        return line.words[i] not in lex.words or opens_name(line, i, lex)

    def _is_other_word(self) -> bool:
        """Tell whether a word of titles is another word here, as in lower case behind a name."""
        line, i = self.after.line, self.at
        other = line.words[i] in self.after.lex.other_words
        return other and not line.capital(i) and not (self.first or self.after.content)

    def _begins_something_else(self) -> bool:
        """Tell whether a word of titles goes on in lower case behind a title in capitals, or is a given name."""
        line, i = self.after.line, self.at
        if self.first:
            return False
        lower = self.capital and line.language == "en" and not line.capital(i)
        return lower or (line.capital(i) and line.words[i] in self.after.lex.given)

    def _goes_on_unknown(self) -> bool:
        """Tell whether a word that no list has is one of the title."""
        after, lex, i = self.after, self.after.lex, self.at
        line, word = after.line, self.after.line.words[self.at]
        if not self.first:
            return bool(after.content) and (belongs(line, i, lex, after.named) or is_adjective(line, i, lex))
        opened = (
            self.of
            or self.preposition in {"at", "for", "para", "pour", "contra"}
            or (after.head.rank in _CABINET and self.preposition in {"a", "au", "aux"})
        )
        if opened and line.capital(i) and (word not in lex.given or line.tokens[i].text.isupper()):
            return True
        return self.of and word.replace("-", "").isalpha() and len(word) > _LEAST and after.head.rank not in _NAMELESS
