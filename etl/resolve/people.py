"""Which person claims speak of the same person.

Decided from the two documents alone: names, countries, offices, and whether the meetings they took part in may be one.

Two claims exclude each other in one document (unless in the same office: then its reader missed that they are one), if
their names cannot be one, or if their countries differ (the EU and the UN are no country in this: a Frenchman may speak
for the EU). The same full name at the same meeting is one person
though two documents give two countries. They agree, the strongest first
    6 the same full name and country; 5 the same full name and office or meeting; 4 a shorter or otherwise spelt form
    of the name and the same office; 3 such a form and the same meeting; 2 a shorter full name and the same country;
    1 a shorter form, a surname or a full name, if nothing speaks against it.
Another spelling (Khaled Zarouali, Michèle for Michel) needs the same office or meeting beside the country. Two bare
surnames need office or meeting. A claim that agrees equally with two people who cannot be one joins neither.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from etl.decisions import Decisions, PersonLike, Thing, fits_name
from etl.identity import BODIES, Likeness, Name, compare_names, may_be_parts, parse_name, role_id
from etl.resolve.cluster import DECIDED, Clusters, cluster, described_pairs, pair_of
from etl.resolve.meetings import meeting_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.records import PersonClaim, Report, RoleClaim
    from etl.resolve.state import ClaimId

_DAY = dt.timedelta(days=1)
_NEWS = 10


@dataclass(frozen=True, slots=True, eq=False)
class PersonItem:
    """One or several person claims that are compared as one.

    ``offers`` and ``asks`` describe the meetings at which they took part: two may be one if what one asks for the
    other offers. ``countries`` are states; the EU and the UN are left out. ``sides``: whom they sat for at meetings.
    ``keys`` is what others find the person by: a skeleton of each surname, whatever the country.
    """

    claims: tuple[ClaimId, ...]
    name: Name
    forms: frozenset[str]
    countries: frozenset[str]
    sides: frozenset[str]
    roles: frozenset[str]
    offers: frozenset[str]
    asks: frozenset[str]
    keys: frozenset[str]

    @property
    def documents(self) -> frozenset[str]:
        """The documents of the claims."""
        return frozenset(document for document, _ in self.claims)


def name_keys(name: Name) -> frozenset[str]:
    """Return the keys of a name."""
    return frozenset(f"p:{key}" for key in name.forms)


def may_be_one(a: Name, b: Name) -> bool:
    """Tell whether two names may be forms of one, or have a say in whether others are."""
    return compare_names(a, b) is not None or may_be_parts(a, b)


def held(role: RoleClaim, country: str | None) -> RoleClaim:
    """Return an office with its country; where the words don't tell, its holder's side does."""
    return role if role.country or not country else replace(role, country=country)


def person_row(report: Report, claim: PersonClaim) -> str:
    """Return all that tells one document's person from others, as JSON: what a store keeps with their mention."""
    meetings = {m.key: m for m in report.claims.meetings}
    took_part = [p for p in report.claims.participants if p.person == claim.key]
    sides = {claim.country, *(p.country for p in took_part)}
    roles = {held(r, claim.country) for r in claim.roles}
    roles |= {held(p.role, p.country or claim.country) for p in took_part if p.role}
    if not sides - {None}:
        sides = {r.country for r in roles}
    published = report.published
    day = str(published) if published and published.precision == "day" else None
    occasions = {
        (meeting_block(m), m.ordinal, str(m.date) if m.date else None, day)
        for m in (meetings.get(p.meeting) for p in took_part)
        if m
    }
    row = (
        claim.name,
        sorted({claim.name, *claim.named_as}),
        sorted(c for c in sides if c and c not in BODIES),
        sorted({c for c in (p.country or claim.country for p in took_part) if c}),
        sorted({role_id(r) for r in roles}),
        sorted(occasions, key=str),
    )
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1 << 15)  # during one run the same people come again and again
def _from_row(row: str) -> PersonItem:
    full, forms, countries, sides, roles, occasions = json.loads(row)
    name = parse_name(full)
    offers: set[str] = set()
    asks: set[str] = set()
    for block, ordinal, date, published in occasions:
        offered, asked = _occasion(block, ordinal, date, published)
        offers |= offered
        asks |= asked
    return PersonItem(
        claims=(),
        name=name,
        forms=frozenset(forms),
        countries=frozenset(countries),
        sides=frozenset(sides),
        roles=frozenset(roles),
        offers=frozenset(offers),
        asks=frozenset(asks),
        keys=name_keys(name),
    )


def person_from_row(row: str, claim: ClaimId) -> PersonItem:
    """Return the person that :func:`person_row` describes."""
    i = _from_row(row)
    # not dataclasses.replace, which takes six times as long: this is done for each mention of each person
    return PersonItem((claim,), i.name, i.forms, i.countries, i.sides, i.roles, i.offers, i.asks, i.keys)


def person_item(report: Report, claim: PersonClaim) -> PersonItem:
    """Gather what one document says of one person."""
    return person_from_row(person_row(report, claim), (report.document, claim.key))


def _occasion(block: str, ordinal: int | None, date: str | None, published: str | None) -> tuple[set[str], set[str]]:
    """Return what a meeting claim offers and asks for, to tell from two documents alone if they may mean one meeting.

    The same parties, and the same ordinal, or days next to each other, or a month that holds the day, or a publication
    within ten days after the day or three days of another.
    """
    offers: set[str] = set()
    asks: set[str] = set()
    if ordinal is not None:
        offers.add(f"{block}#{ordinal}")
    if date and len(date) == len("2022-05-06"):
        first = dt.date.fromisoformat(date)
        offers |= {f"{block}@{first}", f"{block}@{date[:7]}"}
        asks |= {f"{block}@{first + n * _DAY}" for n in (-1, 0, 1)}
    elif date:
        offers.add(f"{block}~{date}")
        asks |= {f"{block}~{date}", f"{block}@{date}"}
    elif published:
        day = dt.date.fromisoformat(published)
        offers.add(f"{block}!{day}")
        asks |= {f"{block}!{day + n * _DAY}" for n in range(-3, 4)}
        asks |= {f"{block}@{day - n * _DAY}" for n in range(_NEWS + 1)}
    asks |= {o for o in offers if "#" in o}
    return offers, asks


def _met(a: PersonItem, b: PersonItem) -> bool:
    return not (a.asks.isdisjoint(b.offers) and b.asks.isdisjoint(a.offers))


def _strength(a: PersonItem, b: PersonItem) -> int:
    """Return how strongly two items agree; -1 where they exclude each other, 0 for neither."""
    like = compare_names(a.name, b.name)
    office, met = bool(a.roles & b.roles), _met(a, b)
    if not (office or a.documents.isdisjoint(b.documents)):
        return -1
    if like is None:
        return 0 if may_be_parts(a.name, b.name) else -1
    full = not a.name.bare and not b.name.bare
    same_country = bool(a.countries & b.countries)
    if like is Likeness.EQUAL and full and (met or same_country):
        return 6 if same_country else 5
    if a.countries and b.countries and not same_country:
        return -1
    return _strength_of_form(a, b, like, 4 if office else 3 if met else 0)


def _strength_of_form(a: PersonItem, b: PersonItem, like: Likeness, shown: int) -> int:
    """Return how strongly two forms agree that country does not tell apart; ``shown``: by office (4) or meeting (3)."""
    same_country = bool(a.countries & b.countries)
    bare = a.name.bare, b.name.bare
    if like is Likeness.VARIANT:
        return shown if same_country or (shown == 4 and not (a.countries or b.countries)) else 0  # noqa: PLR2004
    if like is Likeness.EQUAL and not any(bare):
        return 5 if shown else 1
    return shown or (0 if all(bare) else 2 if same_country and not any(bare) else 1)


def _joined(items: Iterable[PersonItem]) -> PersonItem:
    """Return several items as one."""
    every = list(items)
    return PersonItem(
        claims=tuple(sorted(c for i in every for c in i.claims)),
        name=every[0].name,
        forms=frozenset().union(*(i.forms for i in every)),
        countries=frozenset().union(*(i.countries for i in every)),
        sides=frozenset().union(*(i.sides for i in every)),
        roles=frozenset().union(*(i.roles for i in every)),
        offers=frozenset().union(*(i.offers for i in every)),
        asks=frozenset().union(*(i.asks for i in every)),
        keys=every[0].keys,
    )


def grouped(items: Iterable[PersonItem], decisions: Decisions) -> list[PersonItem]:
    """Join beforehand the items that agree in every respect, so that a much-named person costs little.

    Full names with the same single country are one person, unless a document names two such, or a decision names them.
    Everything else stays as it is.
    """
    named = [like for d in decisions.lines for like in (d.a, d.b) if isinstance(like, PersonLike)]
    groups: dict[object, list[PersonItem]] = defaultdict(list)
    for item in items:
        decided = any(fits_name(like, item.forms) for like in named)
        alike = not item.name.bare and len(item.countries) == 1 and not decided
        plain = not item.name.bare and not item.countries and not item.offers and not decided
        words = tuple(sorted(item.name.words))
        label = (words, item.countries) if alike else (words, item.roles) if plain else item.claims
        groups[label].append(item)
    joined: list[PersonItem] = []
    for group in groups.values():
        documents = [document for i in group for document, _ in i.claims]
        joined += [_joined(group)] if len(set(documents)) == len(documents) else group
    return sorted(joined, key=lambda i: i.claims)


def fits(like: PersonLike, item: PersonItem) -> bool:
    """Tell whether a decision's description fits what this document says of this person."""
    return (
        fits_name(like, item.forms)
        and (like.country is None or like.country in item.countries)
        and (like.role is None or like.role in item.roles)
        and (like.document is None or like.document in item.documents)
    )


def cluster_people(items: Sequence[PersonItem], decisions: Decisions) -> Clusters:
    """Group the claims of connected blocks (items as :func:`grouped` gives them)."""

    def fits_item(like: Thing, number: int) -> bool:
        return isinstance(like, PersonLike) and fits(like, items[number])

    by_block: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for key in item.name.forms:
            by_block[key].append(number)
    compared = {pair_of(i, j) for block in by_block.values() for i in block for j in block if i != j}
    strengths = {pair: _strength(items[pair[0]], items[pair[1]]) for pair in compared}
    apart = described_pairs(len(items), decisions.pairs("different", PersonLike), fits_item)
    same = described_pairs(len(items), decisions.pairs("same", PersonLike), fits_item)
    agreements = {p: s for p, s in strengths.items() if s > 0 and p not in apart}
    agreements |= dict.fromkeys(same - apart, DECIDED)

    def excludes(i: int, j: int) -> bool:
        return (i, j) in apart or strengths.get((i, j), -1) < 0

    doubts = {p for p, s in strengths.items() if s == 0 and _variants(items[p[0]], items[p[1]])}
    return cluster(len(items), agreements, excludes, doubts - apart - same)


def _variants(a: PersonItem, b: PersonItem) -> bool:
    """Tell whether two full names differ in spelling alone, and nothing else speaks against one person."""
    return not a.name.bare and not b.name.bare and compare_names(a.name, b.name) is Likeness.VARIANT
