"""What a document's words denote, before anyone asks who met whom.

``extract.mentions`` builds a :class:`Reading`; the rest of ``extract`` only reads it.
All positions are offsets into ``Document.text``. ``view`` is that text, same length, with noise, markup and line
breaks inside a paragraph blanked and typographic quotes made plain, so one expression matches however a page
wrapped its lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from etl.records import BlockKind, Document, Evidence, PartialDate, PersonClaim, RoleClaim


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation mark; white space is no token."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleMention:
    """An office named in the text.

    ``person`` is the key of its holder where apposition, honorific or a list gives one, else None (an unnamed or
    anaphoric office). ``country`` only where the words themselves tell (demonym, "of Spain", ambassador, an office
    that only one country has). ``plural`` for "the two ministers"; ``counterpart`` for "his Spanish counterpart";
    ``definite`` where a bare "the minister" can refer back.
    """

    start: int
    end: int
    role: RoleClaim
    person: str | None = None
    plural: bool = False
    counterpart: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in the text; ``start``/``end`` span the name alone, ``outer_*`` also honorific and office.

    ``key`` is the person's key within the document: a later surname has the key of the full name.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    key: str
    text: str
    role: RoleClaim | None = None


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country, the EU or the UN: by name, adjective or people's name, or as a capital that stands for it."""

    start: int
    end: int
    code: str
    kind: Literal["name", "demonym", "metonym"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A city (or a named place in one) and its country; ``locative`` after a preposition of place or in a dateline."""

    start: int
    end: int
    city: str
    country: str | None
    locative: bool


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A standing body; ``body`` is an id of ``vocabulary/series.yaml`` where one is known, else None."""

    start: int
    end: int
    name: str
    body: str | None = None
    abbreviation: str | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrdinalMention:
    """An ordinal ("22nd", "vingt-deuxième", "XXIIe") as a number, where a session noun or body stands near."""

    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression, resolved where the text and the publication date allow it.

    ``date`` is None for a weekday without a publication date. A range gives its first day.
    """

    start: int
    end: int
    date: PartialDate | None
    kind: Literal["explicit", "relative", "weekday"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article with what it mentions, each tuple in text order."""

    index: int
    start: int
    end: int
    block: BlockKind
    paragraph: int
    tokens: tuple[Token, ...]
    persons: tuple[PersonMention, ...]
    roles: tuple[RoleMention, ...]
    countries: tuple[CountryMention, ...]
    places: tuple[PlaceMention, ...]
    bodies: tuple[BodyMention, ...]
    ordinals: tuple[OrdinalMention, ...]
    dates: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole document read: its sentences, and every person named in the article."""

    document: Document
    view: str
    sentences: tuple[Sentence, ...]
    persons: tuple[PersonClaim, ...]

    def person(self, key: str | None) -> PersonClaim | None:
        """Return the person of that key; None where the article names nobody so."""
        return next((person for person in self.persons if person.key == key), None)

    def words(self, sentence: Sentence) -> str:
        """Return the sentence's text in the view (same offsets, plain quotes, no line breaks)."""
        return self.view[sentence.start : sentence.end]

    def evidence(self, sentence: Sentence, rule: str, confidence: float) -> Evidence:
        """Return the verbatim sentence as the evidence for a fact found by ``rule``."""
        text = self.document.text[sentence.start : sentence.end]
        return Evidence(text=text, start=sentence.start, rule=rule, confidence=confidence)
