"""Read a document: who and what its sentences mention.

First each sentence alone: countries, bodies, dates, offices. Then names over the whole document, since a surname is
known only by the full name elsewhere; then who holds which office; last the places, in what is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from etl import places, resources
from etl.countries import find_countries, region_country
from etl.dates import dates_beside, find_dates
from etl.extract.apposition import completed
from etl.extract.attach import holders
from etl.extract.bodies import find_bodies
from etl.extract.cities import find_cities
from etl.extract.line import Line, line_of
from etl.extract.names import find_names, is_given_name
from etl.extract.offices import find_offices, members
from etl.extract.people import People, Person
from etl.extract.ranks import lexicon, of_organisation
from etl.extract.reading import (
    CountryMention,
    DateMention,
    PersonMention,
    Reading,
    RoleMention,
    Sentence,
    Token,
)
from etl.extract.roles import Gathered, chief, in_full, is_style, rank_of, role_of
from etl.extract.seats import with_seats
from etl.records import Block, PersonClaim, RoleClaim
from etl.spelling import alternatives, folded, key, unaccented
from etl.words import token_pattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from etl.extract.name_evidence import Name
    from etl.extract.office import Office
    from etl.extract.reading import BodyMention, OrdinalMention
    from etl.records import Document


@dataclass(slots=True)
class _Draft:
    """One sentence while it is read; ``paragraph`` is -1 for a title that stands outside the article."""

    line: Line
    block: Block
    paragraph: int
    start: int
    end: int
    countries: tuple[CountryMention, ...]
    bodies: tuple[BodyMention, ...]
    ordinals: tuple[OrdinalMention, ...]
    dates: tuple[DateMention, ...]
    offices: list[Office]
    names: list[Name]


def _sentence_tokens(blocks: Sequence[Block], doc: Doc) -> list[tuple[int, list[Token]]]:
    """Return the tokens of each sentence with the number of its block."""
    sentences: list[tuple[int, list[Token]]] = []
    number = 0
    for token in doc:
        if token.is_space:
            continue
        start = token.idx
        while number + 1 < len(blocks) and start >= blocks[number].end:
            number += 1
        if token.is_sent_start or not sentences:
            sentences.append((number, []))
        sentences[-1][1].append(Token(token.text, start, start + len(token.text)))
    return sentences


def _first_day(document: Document, view: str, blocks: Sequence[Block]) -> dt.date | None:
    """Return the first whole day that a text without a date of publication tells."""
    if document.published:
        return None
    found = (date for b in blocks for date in find_dates(view[b.start : b.end], document.language or "en", None))
    return next((d.date.first for d in found if d.date and d.date.precision == "day"), None)


def _draft(
    document: Document,
    view: str,
    block: Block,
    number: int,
    tokens: list[Token],
    *,
    earlier: Sequence[str] = (),
    near: dt.date | None = None,
) -> _Draft:
    """Read one sentence alone; ``earlier`` are the countries that the sentences before it named, in order.

    ``near`` is a day that the text tells.
    """
    language = document.language or "en"
    start, end = tokens[0].start, tokens[-1].end
    text = view[start:end]
    countries = tuple(
        CountryMention(start + c.start, start + c.end, c.code, c.kind)
        for c in find_countries(text, language, earlier)
        if not (c.kind == "name" and is_given_name(tokens, start + c.start, start + c.end, language))
        and not (c.code == "EU" and c.kind == "demonym" and _of_a_desk(text, c.start, c.end, language))
    )
    bodies, ordinals = find_bodies(view, start, end, language, countries)
    dates = tuple(
        DateMention(start + d.start, start + d.end, d.date, d.kind)
        for d in dates_beside(text, language, document.published, near)
    )
    line = line_of(language, block.kind, tuple(tokens), countries)
    for kind, mentions in (("body", bodies), ("date", dates)):
        for mention in mentions:
            line.taken.update(dict.fromkeys(line.covered(mention.start, mention.end), kind))
    for building in places.buildings(language).finditer(unaccented(text)):
        for i in line.covered(start + building.start(), start + building.end()):
            line.taken[i] = "building"
    return _Draft(line, block, number, start, end, countries, bodies, ordinals, dates, find_offices(line), [])


@cache
def _desks(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = alternatives(list(lexicon(language).desks))
    return re.compile(rf"(?<!\w)(?:{words})\s+\Z"), re.compile(rf"\s+(?:{words})(?!\w)")


def _of_a_desk(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether "European" says what somebody deals with, and is nothing of the Union's: "European Affairs"."""
    before, behind = _desks(language)
    return bool(before.search(folded(text[:start])) or behind.match(folded(text[end:])))


def _tell_twins(drafts: Sequence[_Draft]) -> None:
    """Give an adjective that two countries share to the one that the document names: "congolais" beside Brazzaville."""
    named = {mention.code for draft in drafts for mention in draft.countries if mention.kind == "name"}
    other = {a: b for a, b in resources.vocabulary("countries")["twins"].items() if b in named and a not in named}
    for draft in drafts if other else ():
        draft.countries = tuple(
            replace(mention, code=other.get(mention.code, mention.code)) for mention in draft.countries
        )
        draft.bodies = tuple(
            replace(body, parties=tuple(other.get(code, code) for code in body.parties)) for body in draft.bodies
        )
        draft.line.country |= {
            at: (tuple(other.get(code, code) for code in codes), kind, end)
            for at, (codes, kind, end) in draft.line.country.items()
        }


_NAMESAKE = "GE"
"""A country whose name is also a state's of another country."""


def _leave_out_namesake(drafts: Sequence[_Draft]) -> None:
    """Take no American state for the country of its name: "Georgia" beside "Texas", where nothing is Georgian."""
    named = [mention for draft in drafts for mention in draft.countries if mention.code == _NAMESAKE]
    if not named or any(mention.kind != "name" for mention in named):
        return
    if not any(region_country(token.text) == "US" for draft in drafts for token in draft.line.tokens):
        return
    for draft in drafts:
        draft.countries = tuple(mention for mention in draft.countries if mention.code != _NAMESAKE)
        draft.line.country = {at: told for at, told in draft.line.country.items() if told[0] != (_NAMESAKE,)}


def _lowered(drafts: Sequence[_Draft]) -> frozenset[str]:
    """Return the words that the document also writes without a capital."""
    return frozenset(
        word
        for draft in drafts
        for token, word in zip(draft.line.tokens, draft.line.words, strict=True)
        if token.text[0].islower()
    )


_LEAST = 4
"""Letters of the shortest single name."""


def _alone(draft: _Draft, name: Name) -> bool:
    """Tell whether somebody is called by one word, behind an honorific or a title of no more than its rank."""
    if len(name.parts) != 1 or len(name.parts[0]) < _LEAST or name.parts[0] in lexicon(draft.line.language).words:
        return False
    bare = (office for office in draft.offices if office.end == office.head_end == name.outer)
    return name.honorific or any(bare)


def _name(drafts: Sequence[_Draft]) -> People:
    """Find the names of every draft, full names first, and return the people they belong to."""
    lowered = _lowered(drafts)
    people = People()
    for draft in drafts:
        draft.names = find_names(draft.line, draft.offices, lowered)
        for name in draft.names:
            people.add_full(name)
    # Who has one name, and is called so behind an honorific or a bare title: "Minister Sugiarto".
    single = {name.parts[0] for draft in drafts for name in draft.names if _alone(draft, name)}
    known = people.known_words() | single
    for draft in drafts:
        draft.offices = find_offices(draft.line, known)
        draft.names = find_names(draft.line, draft.offices, lowered, known)
        draft.offices = completed(draft.line, draft.names, draft.offices)
    return people


def _read(
    draft: _Draft, people: People, gathered: Gathered
) -> tuple[tuple[PersonMention, ...], tuple[RoleMention, ...]]:
    line, names, offices = draft.line, draft.names, draft.offices
    held = holders(line, names, offices)
    persons: list[Person] = [people.person(name) for name in names]
    claims: dict[int, list[RoleClaim]] = {}
    outer: dict[int, tuple[int, int]] = {i: (name.outer, name.end) for i, name in enumerate(names)}
    roles: list[RoleMention] = []
    inside: set[int] = set()
    for number, office in enumerate(offices):
        held_by = [name for name in held.get(number, []) if not _beside_in_headline(line, names[name], office)]
        if not held_by and _is_nobodys(line, office):
            continue
        told, each = _mention(line, office), members(line, office)
        roles += _unheld(line, office, told, each) if not held_by else []
        for place, name in enumerate(held_by):
            one = each[place] if len(each) == len(held_by) else office
            claim = role_of(line, one, names[name], gathered.latest, place)
            if told.counterpart:
                gathered.answering.setdefault(persons[name].key, claim)
            else:
                claims.setdefault(name, []).append(claim)
            roles.append(replace(told, role=claim, person=persons[name].key))
            if name == _nearest(held_by, names, office):
                first, last = outer[name]
                outer[name] = (min(first, office.start), max(last, office.end))
        if (inner := _inner(line, office, held_by, names)) is not None and office.inner:
            claim = office.inner.claim(line)
            claims.setdefault(inner, []).append(claim)
            span = line.span(office.inner.start, office.inner.end)
            roles.append(RoleMention(*span, role=claim, person=persons[inner].key))
            first, last = outer[held_by[0]]
            outer[held_by[0]] = (first, max(last, names[inner].end))
            inside.add(inner)
        styled = bool(roles) and is_style(roles[-1].role) and any(len(claims.get(name, ())) > 1 for name in held_by)
        if roles and office.head.rank not in {"counterpart", "second"} and not styled:
            gathered.latest = roles[-1].role
    mentions = _persons_named(line, names, persons, claims, gathered)
    spans = [line.span(*outer[at]) for at in range(len(names))]
    # A name within another person's title: known, and no one in this sentence.
    return tuple(
        replace(mention, outer_start=spans[at][0], outer_end=spans[at][1])
        for at, mention in enumerate(mentions)
        if at not in inside
    ), tuple(roles)


def _persons_named(
    line: Line,
    names: Sequence[Name],
    persons: Sequence[Person],
    claims: dict[int, list[RoleClaim]],
    gathered: Gathered,
) -> list[PersonMention]:
    """Return a mention for each name with the chief of its roles, noting all of them for its person."""
    mentions = []
    for at, (name, person) in enumerate(zip(names, persons, strict=True)):
        span = line.span(name.start, name.end)
        own = [in_full(claim, gathered.roles.get(person.key, [])) for claim in claims.get(at, [])]
        gathered.roles.setdefault(person.key, []).extend(own)
        if name.rank and not own:
            gathered.ranks.setdefault(person.key, rank_of(line, name.rank))
        mentions.append(PersonMention(*span, *span, person.key, name.text, chief(own)))
    return mentions


def _mention(line: Line, office: Office) -> RoleMention:
    """Return the mention of an office, with the role that its own words tell."""
    return RoleMention(
        *line.span(office.start, office.end),
        role=role_of(line, office, None, None, 0),
        plural=office.head.plural,
        counterpart=office.head.rank == "counterpart",
        definite=(bool(office.determiner) and office.end == office.head_end) or _of_a_people(line, office),
    )


def _of_a_people(line: Line, office: Office) -> bool:
    """Tell whether but its country's adjective stands behind an office that was told before: "el ministro chileno"."""
    told = bool(office.determiner and office.owners) and office.determiner not in lexicon(line.language).indefinite
    return told and office.end == office.head_end + 1


def _unheld(line: Line, office: Office, told: RoleMention, each: Sequence[Office]) -> list[RoleMention]:
    """Return the mentions of an office that nobody named holds: one for each office or country of a plural's."""
    if len(each) > 1:
        starts = [office.start, *(one.start for one in each[1:])]
        return [
            RoleMention(*line.span(start, one.end), role=one.claim(line))
            for start, one in zip(starts, each, strict=True)
        ]
    if office.head.plural and len(office.owners) > 1:
        return [replace(told, role=replace(told.role, country=country)) for country in office.owners]
    return [told]


def _beside_in_headline(line: Line, name: Name, office: Office) -> bool:
    """Tell whether a headline has a comma for "and": "Smith, Italian envoy discuss trade"."""
    behind, lex = line.word(office.end), lexicon(line.language)
    goes_on = behind.isalpha() and not line.capital(office.end)
    listed = line.word(name.end) == "," and office.start == name.end + 1 and not office.determiner
    if len(name.parts) > 1:  # whose verb is of several: "Jane Smith, Italian envoy discuss", but no "..., dies"
        several = not behind.endswith(("s", "ed", "ing")) or behind.endswith("ss")
        goes_on = goes_on and several and behind not in lex.no_title | lex.prepositions | lex.of
        goes_on = goes_on and not lex.connectors.at(line.words, office.end)
    return line.block == "title" and line.language == "en" and listed and goes_on


def _nearest(held_by: Sequence[int], names: Sequence[Name], office: Office) -> int:
    """Return the holder beside the words of an office: of several, the others stand on their own."""
    return min(held_by, key=lambda i: abs(names[i].outer - office.start))


def _is_nobodys(line: Line, office: Office) -> bool:
    """Tell whether an office without a name stands for no office holder that the text means."""
    indefinite = office.determiner in lexicon(line.language).indefinite
    return office.verbal or office.head.rank in {"leader", "second"} or indefinite


def _inner(line: Line, office: Office, held_by: Sequence[int], names: Sequence[Name]) -> int | None:
    """Return who holds an office inside a complement: "NAME, advisor to the President, OTHER NAME"."""
    before = bool(held_by) and all(names[i].end <= office.start for i in held_by)
    if not before or office.inner is None or office.inner.end != office.end or line.word(office.end) != ",":
        return None
    return next((i for i, name in enumerate(names) if name.outer == office.end + 1), None)


def _used(draft: _Draft) -> set[int]:
    """Return the tokens that are a name, an office, a body, a date or a building, and no city."""
    used = {i for name in draft.names for i in range(name.outer, name.end)}
    used |= {i for office in draft.offices for i in range(office.start, office.end)}
    return used | {i for i, kind in draft.line.taken.items() if kind in {"body", "date", "building"}}


def build_reading(document: Document, doc: Doc) -> Reading:
    """Return what the document's sentences mention; ``doc`` comes from :func:`etl.annotate.annotate`."""
    view = doc.text
    blocks = sorted(document.blocks, key=lambda b: b.start)
    drafts: list[_Draft] = []
    earlier: list[str] = []
    near = _first_day(document, view, blocks)
    for number, tokens in _sentence_tokens(blocks, doc):
        drafts.append(_draft(document, view, blocks[number], number, tokens, earlier=earlier, near=near))
        earlier += [mention.code for mention in drafts[-1].countries]
    _tell_twins(drafts)
    _leave_out_namesake(drafts)
    headline = _headline(document, blocks)
    people = _name([*drafts, *headline])
    counted = [c.code for d in drafts for c in d.countries]
    gathered = Gathered({})
    sentences: list[Sentence] = []
    named: set[str] = set()
    for index, draft in enumerate(drafts):
        persons, roles = _read(draft, people, gathered)
        named |= {people.person(name).key for name in draft.names}
        cities = find_cities(draft.line, view, _used(draft), counted, people.known_words())
        sentences.append(
            Sentence(
                index=index,
                start=draft.start,
                end=draft.end,
                block=draft.block.kind,
                paragraph=draft.paragraph,
                tokens=draft.line.tokens,
                persons=persons,
                roles=roles,
                countries=with_seats(draft.countries, cities, view, draft.line.language),
                places=cities,
                bodies=draft.bodies,
                ordinals=draft.ordinals,
                dates=draft.dates,
            )
        )
    for draft in headline:
        _read(draft, people, gathered)
    sentences = [_with_roles(sentence, gathered) for sentence in sentences]
    return Reading(document, view, tuple(sentences), _persons(people, gathered, named))


def _with_roles(sentence: Sentence, gathered: Gathered) -> Sentence:
    """Give counterparts, and those whom the sentence gives no more than a rank, the office that the document tells."""
    persons = tuple(
        replace(mention, role=role) if (role := _elsewhere(sentence, mention, gathered)) else mention
        for mention in sentence.persons
    )
    return replace(sentence, persons=persons)


def _elsewhere(sentence: Sentence, mention: PersonMention, gathered: Gathered) -> RoleClaim | None:
    """Return the office of a mention that its own sentence does not tell."""
    here = range(mention.outer_start, mention.outer_end)
    if any(office.counterpart and office.start in here for office in sentence.roles):
        roles = gathered.of(mention.key)
        own = [role for role in roles if mention.role and role.title == mention.role.title]
        return chief(own or roles)
    ranked = not gathered.roles.get(mention.key) and mention.key not in gathered.answering
    return gathered.ranks.get(mention.key) if ranked else None


def _headline(document: Document, blocks: Sequence[Block]) -> list[_Draft]:
    """Return the title that stands outside the article, as one sentence: it may tell whose president somebody is."""
    title = document.title or ""
    if not title.strip() or any(block.kind == "title" for block in blocks):
        return []
    found = token_pattern(document.language or "en").finditer(unaccented(title))
    tokens = [Token(title[slice(*match.span())], *match.span()) for match in found]
    return [_draft(document, title, Block(0, len(title), "title"), -1, tokens)] if tokens else []


@cache
def _leaders() -> dict[str, str]:
    """Return the countries of well-known office-holders by the key of their name."""
    return {key(name): code for code, names in resources.vocabulary("leaders").items() for name in names}


def _persons(people: People, gathered: Gathered, named: set[str]) -> tuple[PersonClaim, ...]:
    claims = []
    for person in people.all():
        if person.key not in named:
            continue
        roles = gathered.of(person.key)
        country = next((role.country for role in roles if role.country), None)
        if not any(of_organisation(role) for role in roles):
            country = country or _leaders().get(person.key)
        claims.append(PersonClaim(person.key, person.name, tuple(sorted(person.forms)), tuple(roles), country))
    return tuple(sorted(claims, key=lambda c: c.key))
