"""Read a document: who and what its sentences mention.

First each sentence alone: countries, bodies, dates, offices. Then names over the whole document, since a surname is
known only by the full name elsewhere; then who holds which office; last the places, in what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from etl import places
from etl.countries import find_countries
from etl.dates import find_dates
from etl.extract.attach import holders
from etl.extract.bodies import find_bodies, find_ordinals
from etl.extract.cities import find_cities
from etl.extract.line import Line, line_of
from etl.extract.names import find_names, is_given_name
from etl.extract.offices import find_offices, member
from etl.extract.people import People, Person
from etl.extract.reading import (
    CountryMention,
    DateMention,
    PersonMention,
    Reading,
    RoleMention,
    Sentence,
    Token,
)
from etl.extract.titles import with_complement
from etl.offices import office_name, portfolio_of
from etl.records import Block, PersonClaim, RoleClaim
from etl.spelling import folded, unaccented
from etl.words import token_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from etl.extract.name_evidence import Name
    from etl.extract.office import Office
    from etl.extract.reading import BodyMention
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


def _draft(document: Document, view: str, block: Block, number: int, tokens: list[Token]) -> _Draft:
    language = document.language or "en"
    start, end = tokens[0].start, tokens[-1].end
    text = view[start:end]
    countries = tuple(
        CountryMention(start + c.start, start + c.end, c.code, c.kind)
        for c in find_countries(text, language)
        if not (c.kind == "name" and is_given_name(tokens, start + c.start, start + c.end, language))
    )
    bodies = tuple(find_bodies(view, start, end, language, countries))
    dates = tuple(
        DateMention(start + d.start, start + d.end, d.date, d.kind)
        for d in find_dates(text, language, document.published)
    )
    line = line_of(language, block.kind, tuple(tokens), countries)
    for kind, mentions in (("body", bodies), ("date", dates)):
        for mention in mentions:
            line.taken.update(dict.fromkeys(line.covered(mention.start, mention.end), kind))
    for building in places.buildings(language).finditer(unaccented(text)):
        for i in line.covered(start + building.start(), start + building.end()):
            line.taken[i] = "building"
    return _Draft(line, block, number, start, end, countries, bodies, dates, find_offices(line), [])


def _lowered(drafts: Sequence[_Draft]) -> frozenset[str]:
    """Return the words that the document also writes without a capital."""
    return frozenset(
        word
        for draft in drafts
        for token, word in zip(draft.line.tokens, draft.line.words, strict=True)
        if token.text[0].islower()
    )


def _name(drafts: Sequence[_Draft]) -> People:
    """Find the names of every draft, full names first, and return the people they belong to."""
    lowered = _lowered(drafts)
    people = People()
    for draft in drafts:
        draft.names = find_names(draft.line, draft.offices, lowered)
        for name in draft.names:
            people.add_full(name)
    known = people.known_words()
    for draft in drafts:
        draft.offices = find_offices(draft.line, known)
        draft.names = find_names(draft.line, draft.offices, lowered, known)
    return people


_INDEFINITE = frozenset({"un", "una", "une", "a", "an"})
"""Before an office without a name: whoever it is, the text does not say which."""


def _role(line: Line, office: Office, name: Name | None, latest: RoleClaim | None, number: int) -> RoleClaim:
    """Return the claim of an office, of the ``number``-th holder; a counterpart's is the office it answers to."""
    owners = office.owners
    country = owners[min(number, len(owners) - 1)] if office.head.plural and owners else None
    if name is not None and office.end <= name.outer:
        office = with_complement(line, office, name.end)
    claim = office.claim(line, country)
    if office.head.rank == "counterpart" and latest and (claim.country is None or latest.country != claim.country):
        if office.content:
            return _answering(line, office, latest, claim)
        title = office_name(latest.office) if latest.office else _without_country(latest, line.language)
        return RoleClaim(title=title, office=latest.office, country=claim.country)
    return claim


def _answering(line: Line, office: Office, latest: RoleClaim, claim: RoleClaim) -> RoleClaim:
    """Return the office of a counterpart with a subject of its own: "son homologue de la Justice"."""
    rank = (latest.office or "").partition(":")[0]
    head = latest.title.split()[0] if not rank else office_name(rank)
    complement = " ".join(token.text for token in line.tokens[office.head_end : office.end])
    portfolio = portfolio_of(office.content, rank, line.language)
    return RoleClaim(
        title=f"{head} {complement}".replace("' ", "'"),
        office=f"{rank}:{portfolio}" if rank and portfolio else None,
        country=claim.country,
    )


def _without_country(role: RoleClaim, language: str) -> str:
    """Return a title up to the country whose office it is, which is not the counterpart's."""
    words = [word for word in find_countries(role.title, language) if word.code == role.country]
    return role.title[: words[0].start].rstrip(" ,'").removesuffix(" de").removesuffix(" of") if words else role.title


@dataclass(slots=True)
class _Gathered:
    """What a document says of its people."""

    roles: dict[str, list[RoleClaim]]
    latest: RoleClaim | None = None
    ranks: dict[str, RoleClaim] = field(default_factory=dict)


def _read(
    draft: _Draft, people: People, gathered: _Gathered
) -> tuple[tuple[PersonMention, ...], tuple[RoleMention, ...]]:
    line, names, offices = draft.line, draft.names, draft.offices
    held = holders(line, names, offices)
    persons: list[Person] = [people.person(name) for name in names]
    claims: dict[int, list[RoleClaim]] = {}
    outer: dict[int, tuple[int, int]] = {i: (name.outer, name.end) for i, name in enumerate(names)}
    roles: list[RoleMention] = []
    inside: set[int] = set()
    for number, office in enumerate(offices):
        span = line.span(office.start, office.end)
        definite = bool(office.determiner) and office.end == office.head_end
        common = {"plural": office.head.plural, "counterpart": office.head.rank == "counterpart", "definite": definite}
        held_by = held.get(number, [])
        if not held_by and _is_nobodys(office):
            continue
        roles += [
            RoleMention(*span, role=claim, person=None, **common) for claim in _unheld(line, office) if not held_by
        ]
        for place, name in enumerate(held_by):
            one = member(line, office, place, len(held_by))
            claim = _role(line, one, names[name], gathered.latest, place)
            claims.setdefault(name, []).append(claim)
            roles.append(RoleMention(*span, role=claim, person=persons[name].key, **common))
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
        if roles and office.head.rank != "counterpart":
            gathered.latest = roles[-1].role
    mentions = []
    for at, (own_name, person) in enumerate(zip(names, persons, strict=True)):
        start, end = line.span(own_name.start, own_name.end)
        outer_start, outer_end = line.span(*outer[at])
        own = [_in_full(claim, gathered.roles.get(person.key, [])) for claim in claims.get(at, [])]
        gathered.roles.setdefault(person.key, []).extend(own)
        if own_name.rank and not own:
            gathered.ranks.setdefault(person.key, _rank(line, own_name.rank))
        if at in inside:  # a name within another person's title: known, and no one in this sentence
            continue
        mentions.append(PersonMention(start, end, outer_start, outer_end, person.key, own_name.text, _chief(own)))
    return tuple(mentions), tuple(roles)


def _unheld(line: Line, office: Office) -> list[RoleClaim]:
    """Return the claims of an office that nobody named holds: one for each country of a plural's."""
    claim = _role(line, office, None, None, 0)
    if not office.head.plural or len(office.owners) < 2:  # noqa: PLR2004 (several countries)
        return [claim]
    return [replace(claim, country=country) for country in office.owners]


def _nearest(held_by: Sequence[int], names: Sequence[Name], office: Office) -> int:
    """Return the holder beside the words of an office: of several, the others stand on their own."""
    return min(held_by, key=lambda i: abs(names[i].outer - office.start))


def _is_nobodys(office: Office) -> bool:
    """Tell whether an office without a name stands for no office holder that the text means."""
    return office.verbal or office.head.rank == "leader" or office.determiner in _INDEFINITE


def _rank(line: Line, tokens: tuple[int, int]) -> RoleClaim:
    """Return a service's rank as a role."""
    return RoleClaim(title=" ".join(token.text for token in line.tokens[slice(*tokens)]), office=None, country=None)


def _in_full(claim: RoleClaim, earlier: Sequence[RoleClaim]) -> RoleClaim:
    """Return the title that a bare one repeats: "Secretary NAME" after "Secretary of State NAME"."""
    word = folded(claim.title)
    if " " in word or claim.country:
        return claim
    fuller = (role for role in earlier if word in folded(role.title).split() and " " in role.title)
    return next(fuller, claim)


def _chief(roles: Sequence[RoleClaim]) -> RoleClaim | None:
    """Return the role that says most of its holder: one with a portfolio or a country before a bare rank."""
    return max(roles, key=lambda r: bool(r.country) + 2 * (":" in (r.office or "") or _is_long(r)), default=None)


def _is_long(role: RoleClaim) -> bool:
    """Tell whether a title without a known portfolio has a subject all the same."""
    return role.office is None and len(role.title.split()) > 2  # noqa: PLR2004 (a rank and what it is of)


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
    drafts = [
        _draft(document, view, blocks[number], number, tokens) for number, tokens in _sentence_tokens(blocks, doc)
    ]
    headline = _headline(document, blocks)
    people = _name([*drafts, *headline])
    counted = [c.code for d in drafts for c in d.countries]
    gathered = _Gathered({})
    sentences: list[Sentence] = []
    named: set[str] = set()
    for index, draft in enumerate(drafts):
        persons, roles = _read(draft, people, gathered)
        named |= {people.person(name).key for name in draft.names}
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
                countries=draft.countries,
                places=find_cities(draft.line, view, _used(draft), counted, people.known_words()),
                bodies=draft.bodies,
                ordinals=tuple(find_ordinals(view, draft.start, draft.end, draft.line.language, draft.bodies)),
                dates=draft.dates,
            )
        )
    for draft in headline:
        _read(draft, people, gathered)
    sentences = [_with_ranks(sentence, gathered) for sentence in sentences]
    return Reading(document, view, tuple(sentences), _persons(people, gathered, named))


def _with_ranks(sentence: Sentence, gathered: _Gathered) -> Sentence:
    """Give those of whom the document tells no office their rank as their role: "General NAME"."""
    ranked = {key for key in gathered.ranks if not gathered.roles.get(key)}
    if not any(mention.key in ranked for mention in sentence.persons):
        return sentence
    persons = tuple(
        replace(mention, role=gathered.ranks[mention.key]) if mention.key in ranked else mention
        for mention in sentence.persons
    )
    return replace(sentence, persons=persons)


def _headline(document: Document, blocks: Sequence[Block]) -> list[_Draft]:
    """Return the title that stands outside the article, as one sentence: it may tell whose president somebody is."""
    title = document.title or ""
    if not title.strip() or any(block.kind == "title" for block in blocks):
        return []
    found = token_pattern(document.language or "en").finditer(unaccented(title))
    tokens = [Token(title[slice(*match.span())], *match.span()) for match in found]
    return [_draft(document, title, Block(0, len(title), "title"), -1, tokens)] if tokens else []


def _persons(people: People, gathered: _Gathered, named: set[str]) -> tuple[PersonClaim, ...]:
    claims = []
    for person in people.all():
        if person.key not in named:
            continue
        roles = list(dict.fromkeys(gathered.roles.get(person.key, [])))
        if not roles and person.key in gathered.ranks:
            roles = [gathered.ranks[person.key]]
        country = next((r.country for r in roles if r.country), None)
        claims.append(PersonClaim(person.key, person.name, tuple(sorted(person.forms)), tuple(roles), country))
    return tuple(sorted(claims, key=lambda c: c.key))
