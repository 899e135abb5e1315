"""What stands in likely sentences and no word list knows: the most frequent, each with the line that teaches it.

A likely sentence speaks of two sides, names a standing body, or has the words of an encounter. Everything here is a
proposal for a person to judge: nothing is learnt by itself.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from etl import resources
from etl.annotate import annotate
from etl.countries import adjective_forms, find_countries
from etl.extract import claims as claims_of
from etl.extract import cues
from etl.extract.line import line_of
from etl.extract.mentions import build_reading
from etl.extract.name_words import institution_words
from etl.extract.offices import find_offices
from etl.extract.ranks import given_names, lexicon
from etl.extract.reading import CountryMention, Token
from etl.issues import Issue
from etl.pipeline.documents import read_documents
from etl.spelling import folded, key, unaccented
from etl.words import token_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from etl.extract.reading import PersonMention, Reading, RoleMention, Sentence
    from etl.records import Claims

Kind = Literal["name", "title", "demonym", "verb", "body"]
KINDS: tuple[Kind, ...] = ("verb", "title", "body", "demonym", "name")

_ENCOUNTER = frozenset({"hold", "occur", "between", "meet", "preside", "cochair", "chaired_by", "attend", "presence",
                        "accompany", "delegation"})  # fmt: skip
_LONGEST_VERB = 6
_LONGEST_TITLE = 12
_SUFFIX = 3
_SHORTEST_DEMONYM = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that nothing matched; ``line`` goes into ``file``, under its key ``under`` (dots part levels)."""

    kind: Kind
    language: str
    text: str
    count: int
    example: str
    document: str
    file: str
    under: str
    line: str


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was read and what was found there, the most frequent of each kind first."""

    documents: int
    sentences: int
    likely: int
    findings: tuple[Finding, ...]

    def top(self, count: int) -> tuple[Finding, ...]:
        """Return the ``count`` most frequent findings of each kind."""
        return tuple(f for kind in KINDS for f in [f for f in self.findings if f.kind == kind][:count])


class _Mention(Protocol):
    """Anything that is named at a place in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class _Sighting(NamedTuple):
    kind: Kind
    text: str
    file: str
    under: str
    line: str


@dataclass(slots=True)
class _Tally:
    """All sightings of one thing: where the first in the order of documents is, and how often it is spelt how."""

    first: tuple[str, int, str]
    spellings: Counter[_Sighting] = field(default_factory=Counter)


def readings(
    paths: Iterable[str | Path], refused: Callable[[Issue], None], *, max_bytes: int
) -> Iterator[tuple[Reading, Claims]]:
    """Yield every document under ``paths`` as it is read, with its claims; ``refused`` takes the others."""
    for document in read_documents(paths, max_bytes=max_bytes):
        if isinstance(document, Issue):
            refused(document)
            continue
        reading = build_reading(document, annotate(document))
        yield reading, claims_of(reading)


def discover(documents: Iterable[tuple[Reading, Claims]]) -> Discovery:
    """Return what the documents' likely sentences hold that nothing matched; the order of documents is of no matter."""
    tallies: dict[tuple[str, str, str], _Tally] = {}
    read_documents = sentences = likely = 0
    for reading, claims in documents:
        read_documents += 1
        rested_on = _evidence(claims)
        countries = {person.key: person.country for person in claims.persons}
        for sentence in reading.sentences:
            sentences += 1
            if not _is_likely(reading, sentence, countries):
                continue
            likely += 1
            for sighting in _sightings(reading, sentence, countries, matched=sentence.start in rested_on):
                _count(tallies, reading, sentence, sighting)
    return Discovery(read_documents, sentences, likely, tuple(_findings(tallies)))


def _count(
    tallies: dict[tuple[str, str, str], _Tally], reading: Reading, sentence: Sentence, sighting: _Sighting
) -> None:
    document = reading.document
    here = (document.source, sentence.start, " ".join(document.text[sentence.start : sentence.end].split()))
    tally = tallies.setdefault((sighting.kind, document.language or "", key(sighting.text)), _Tally(here))
    tally.first = min(tally.first, here)
    tally.spellings[sighting] += 1


def _findings(tallies: dict[tuple[str, str, str], _Tally]) -> list[Finding]:
    found = []
    for (_, language, _), tally in tallies.items():
        kind, text, file, under, line = min(tally.spellings, key=lambda s: (-tally.spellings[s], s.text))
        source, _, example = tally.first
        count = tally.spellings.total()
        found.append(Finding(kind, language, text, count, example, source, file, under, line))
    return sorted(found, key=lambda f: (KINDS.index(f.kind), -f.count, f.language, f.text))


def _evidence(claims: Claims) -> set[int]:
    """Return where the sentences start that a meeting or a participant rests on; not who is but named together there.

    The words of the latter are still to be learnt.
    """
    taking_part = [*(claim.evidence for claim in claims.participants), *(claim.evidence for claim in claims.offices)]
    together = {evidence.start for evidence in taking_part if evidence.rule == "participation:gather"}
    starts = {meeting.evidence.start for meeting in claims.meetings} - together
    return starts | {evidence.start for evidence in taking_part if evidence.rule != "participation:gather"}


def _is_likely(reading: Reading, sentence: Sentence, countries: dict[str, str | None]) -> bool:
    sides = {mention.code for mention in sentence.countries}
    people: list[PersonMention | RoleMention] = [*sentence.persons, *sentence.roles]
    sides |= {side for mention in people if (side := _side(mention, countries))}
    if len(sides) > 1 or sentence.bodies:
        return True
    return any(kind in _ENCOUNTER for kind, _, _ in _cues(reading, sentence))


def _cues(reading: Reading, sentence: Sentence) -> list[tuple[str, int, int]]:
    """Return every expression of taking part that the sentence has: its kind and where, from the sentence's start."""
    text = cues.masked(reading, sentence)
    return [
        (kind, *match.span())
        for kind, pattern in cues.words(reading.document.language or "").cues
        for match in pattern.finditer(text)
    ]


def _side(mention: PersonMention | RoleMention, countries: dict[str, str | None]) -> str | None:
    """Return the country that a person or an office stands for; "?" for a counterpart, who is of another one."""
    person = getattr(mention, "key", None) or getattr(mention, "person", None)
    role = mention.role
    country = (role.country if role else None) or (countries.get(person) if person else None)
    return country or ("?" if getattr(mention, "counterpart", False) else None)


def _sightings(
    reading: Reading, sentence: Sentence, countries: dict[str, str | None], *, matched: bool
) -> Iterator[_Sighting]:
    language = reading.document.language or ""
    yield from _titles(reading, sentence, language)
    yield from _bodies(reading, sentence)
    yield from _demonyms(sentence, language)
    yield from _sequences(reading, sentence, language)
    if not matched:
        yield from _verbs(reading, sentence, countries, language)


def _titles(reading: Reading, sentence: Sentence, language: str) -> Iterator[_Sighting]:
    """Yield offices of a known rank with an unknown portfolio, and appositions of an unknown rank."""
    file = f"etl/languages/{language}/offices.yaml"
    titles = dict.fromkeys(
        (m.start, m.role.title) for m in sentence.roles if m.role.office is None and not m.counterpart
    )
    for _, title in titles:
        subject = _subject(title, language)
        if subject:
            yield _Sighting("title", title, file, "portfolios", f"{_slug(subject)}: [{_scalar(subject)}]")
    for person in sentence.persons:
        if person.role is None and (rank := _apposition(reading.view[person.outer_end : sentence.end], language)):
            line = f"{_slug(rank)}: {{one: [{_scalar(rank)}], many: []}}"
            yield _Sighting("title", rank, file, "heads", line)


def _subject(title: str, language: str) -> str:
    """Return the content words of a title of a known rank: what its portfolio is called."""
    tokens = tuple(Token(m[0], m.start(), m.end()) for m in token_pattern(language).finditer(unaccented(title)))
    countries = [CountryMention(c.start, c.end, c.code, c.kind) for c in find_countries(title, language)]
    line = line_of(language, "body", tokens, countries)
    return next((" ".join(office.content) for office in find_offices(line) if office.content), "")


def _apposition(after: str, language: str) -> str:
    """Return the rank's words of ", the Ombudsman of Ruritania," right behind a name, folded, else nothing."""
    offices, names = resources.language(language, "offices"), resources.language(language, "names")
    match = re.match(r"\s*,\s*([^,;:.()]{4,80})\s*[,;.)]", folded(after))
    if not match:
        return ""
    words = match[1].replace("'", "' ").split()
    if words and words[0] in set(map(folded, offices["determiners"])):
        words = words[1:]
    stops = {folded(w) for group in ("of", "prepositions") for w in offices[group]}
    rank = [*words]
    for i, word in enumerate(words):
        if word in stops:
            rank = words[:i]
            break
    else:
        return ""  # without a complement it may be anything: a place, a date, another name
    opens = set(map(folded, names["common"]))
    if not rank or len(rank) > _SUFFIX or rank[0] in opens or not all(w.replace("-", "").isalpha() for w in rank):
        return ""
    return " ".join(rank)


def _bodies(reading: Reading, sentence: Sentence) -> Iterator[_Sighting]:
    for body in sentence.bodies:
        if body.body is not None:
            continue
        covered = [(c.start, c.end) for c in sentence.countries if body.start <= c.start and c.end <= body.end]
        text = "".join(
            " " if any(a <= i < b for a, b in covered) else reading.document.text[i]
            for i in range(body.start, body.end)
        )
        name = " ".join(text.split()).strip(" -")
        if " " not in name:
            continue  # "the commission" alone names none
        yield _body(name)


def _body(name: str) -> _Sighting:
    names = ", ".join(f"{code}: [{_scalar(name)}]" for code in resources.LANGUAGES)
    line = f"- {{id: {_slug(name)}, name: {_scalar(name)}, kind: bilateral, names: {{{names}}}}}"
    return _Sighting("body", name, "etl/vocabulary/series.yaml", "", line)


@cache
def _demonym_endings(language: str) -> frozenset[str]:
    """Return the last letters of the adjectives of country that the language knows."""
    data = resources.language(language, "demonyms")["adjectives"]
    forms = {folded(f) for group in data.values() for stem in group for f in adjective_forms(language, stem)}
    return frozenset(form[-_SUFFIX:] for form in forms if len(form) >= _SHORTEST_DEMONYM)


@cache
def _ranks(language: str) -> frozenset[str]:
    """Return every word of the language's ranks."""
    data = resources.language(language, "offices")
    forms = (form for group in (*data["heads"].values(), data["counterpart"]) for form in group["one"] + group["many"])
    return frozenset(word for form in forms for word in key(form).split())


def _demonyms(sentence: Sentence, language: str) -> Iterator[_Sighting]:
    """Yield words with the ending of a demonym in an office's title or right beside it."""
    ordinary = lexicon(language).words | lexicon(language).modifiers | institution_words(language) | _ranks(language)
    named: list[_Mention] = [*sentence.countries, *sentence.places, *sentence.bodies, *sentence.persons]
    seen: set[int] = set()
    for office in sentence.roles:
        inside = [i for i, t in enumerate(sentence.tokens) if t.start >= office.start and t.end <= office.end]
        if not inside:
            continue
        for i in range(max(0, inside[0] - 1), min(len(sentence.tokens), inside[-1] + 2)):
            token = sentence.tokens[i]
            word = folded(token.text)
            if (
                i in seen
                or len(word) < _SHORTEST_DEMONYM
                or word[-_SUFFIX:] not in _demonym_endings(language)
                or (token.text[0].isupper() != (language == "en"))
                or word in ordinary
                or any(m.start < token.end and token.start < m.end for m in named)
            ):
                continue
            seen.add(i)
            file = f"etl/languages/{language}/demonyms.yaml"
            line = f"XX: [{_scalar(token.text)}]"
            yield _Sighting("demonym", token.text, file, "adjectives", line)


def _covered(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a mention covers the span."""
    spans = [(p.outer_start, p.outer_end) for p in sentence.persons]
    others: list[_Mention] = [*sentence.roles, *sentence.countries, *sentence.places, *sentence.bodies]
    spans += [(mention.start, mention.end) for mention in others]
    return any(first < end and start < last for first, last in spans)


def _capitalised(sentence: Sentence, language: str, bodies: set[str]) -> Iterator[list[Token]]:
    """Yield each sequence of capitalised words that no mention covers, with the particles inside it.

    ``bodies`` are words of bodies' names, which count also where they often open a sentence ("Joint").
    """
    if not any(token.text[0].islower() for token in sentence.tokens):
        return  # a heading in capitals tells no name from a word
    data = resources.language(language, "names")
    common, particles = set(map(folded, data["common"])), {folded(p) for p in data["particles"]}
    run: list[Token] = []
    for token in (*sentence.tokens, Token(".", sentence.end, sentence.end)):
        word = folded(token.text)
        capital = token.text[0].isupper() and (word not in common or word in bodies)
        if (capital and not _covered(sentence, token.start, token.end)) or (run and token.text in particles):
            run.append(token)
        else:
            while run and run[-1].text in particles:
                run.pop()
            if run:
                yield run
            run = []


def _sequences(reading: Reading, sentence: Sentence, language: str) -> Iterator[_Sighting]:
    """Yield what capitalised words may be: an office's portfolio, a standing body, a person."""
    data = resources.language(language, "bodies")
    heads, strong = set(map(folded, data["heads"])), set(map(folded, data["strong"]))
    ordinary = institution_words(language) | lexicon(language).words
    offices = {office.start: office for office in sentence.roles}
    for run in _capitalised(sentence, language, heads | strong):
        text = " ".join(reading.document.text[run[0].start : run[-1].end].split())
        words = {folded(token.text) for token in run}
        office = offices.get(run[-1].end + 1)
        if office and language == "en" and ":" not in (office.role.office or ":"):
            subject = " ".join(folded(token.text) for token in run)
            title = f"{text} {office.role.title}"
            file = f"etl/languages/{language}/offices.yaml"
            yield _Sighting("title", title, file, "portfolios", f"{_slug(subject)}: [{_scalar(subject)}]")
        elif words & heads and words & strong:
            yield _body(text)
        elif len(run) > 1 and not words & ordinary and folded(run[0].text) not in given_names():
            yield _Sighting("name", text, "etl/vocabulary/given_names.yaml", "names", _scalar(run[0].text))


def _verbs(
    reading: Reading, sentence: Sentence, countries: dict[str, str | None], language: str
) -> Iterator[_Sighting]:
    """Yield the words between two people or offices of two sides, where none of them is known."""
    inside = {m.key for m in sentence.persons}
    ends = [(m.outer_start, m.outer_end, _side(m, countries)) for m in sentence.persons]
    ends += [(m.start, m.end, _side(m, countries)) for m in sentence.roles if m.person not in inside]
    words = cues.words(language)
    masked = cues.masked(reading, sentence)
    known = [(first, last) for kind, first, last in _cues(reading, sentence) if kind in _ENCOUNTER | {"report"}]
    for (_, end, side), (start, _, other) in pairwise(sorted(ends)):
        if not (side and other and side != other):
            continue
        between = masked[end - sentence.start : start - sentence.start]
        if any(first < start - sentence.start and last > end - sentence.start for first, last in known):
            continue
        phrase = re.sub(rf"[{cues.PERSON}{cues.OFFICE}{cues.BODY}]+", " ", between).strip(" ,;:-")
        tokens = phrase.split()
        while tokens and tokens[-1] in words.connectors:
            tokens.pop()
        while tokens and tokens[0] in words.connectors:
            tokens.pop(0)
        if 0 < len(tokens) <= _LONGEST_VERB and not set('.;:()"') & set("".join(tokens)):
            phrase = " ".join(tokens)
            file = f"etl/languages/{language}/participation.yaml"
            yield _Sighting("verb", phrase, file, "cues.meet", json.dumps(re.escape(phrase).replace(r"\ ", " ")))


def _slug(text: str) -> str:
    return key(text).replace(" ", "-")


def _scalar(text: str) -> str:
    """Return text as a YAML scalar of a flow list: quoted only where it must be."""
    return text if re.fullmatch(r"[^\W\d_][\w -]*", text) else json.dumps(text, ensure_ascii=False)
