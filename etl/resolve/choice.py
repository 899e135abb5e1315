"""What a node holds when its documents differ: one rule for every property.

The value that most documents give, then the one given with the highest confidence, then the most precise, then the
smallest. A day also counts for each document that gives only its month or year, a city for each of its spellings.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from etl.countries import country_name
from etl.decisions import MeetingLike, PersonLike, stable_id
from etl.identity import body_name, fullest, fullest_name, is_multilateral, parse_name, slug
from etl.places import canonical_city

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.records import PartialDate
    from etl.resolve.meetings import MeetingItem
    from etl.resolve.people import PersonItem

Value = TypeVar("Value", str, int)
_TEENS = range(11, 14)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What is known of one meeting from all its documents; ``conflicts`` names the properties they disagree on."""

    parties: tuple[str, ...]
    series: str | None
    ordinal: int | None
    date: PartialDate | None
    city: str | None
    country: str | None
    conflicts: tuple[str, ...]
    stem: str
    name: str


def best(votes: Iterable[tuple[Value | None, float, str]]) -> Value | None:
    """Return the best supported of ``(value, confidence, document)``; ``None`` values have no say."""
    support: dict[Value, set[str]] = defaultdict(set)
    confidence: dict[Value, float] = defaultdict(float)
    for value, sure, document in votes:
        if value is not None:
            support[value].add(document)
            confidence[value] = max(confidence[value], sure)
    return min(support, key=lambda v: (-len(support[v]), -confidence[v], v)) if support else None


def _best_date(items: Sequence[MeetingItem]) -> PartialDate | None:
    given = [(i.claim.date, i.claim.evidence.confidence, i.document) for i in items if i.claim.date]
    dates = {date for date, _, _ in given}

    def rank(date: PartialDate) -> tuple[int, float, int, str]:
        documents = {document for other, _, document in given if str(date).startswith(str(other))}
        return -len(documents), -max(c for other, c, _ in given if other == date), -len(str(date)), str(date)

    return min(dates, key=rank) if dates else None


def ordinal_words(number: int) -> str:
    """Return an English ordinal: 22nd."""
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def series_label(series: str, names: Iterable[str]) -> tuple[str, str | None]:
    """Return a series' name and abbreviation: the vocabulary's with the parties, else the fullest name seen."""
    known = body_name(series)
    if known:
        return known
    parts = series.split("-")
    for cut in range(1, len(parts)):
        countries, body = parts[:cut], "-".join(parts[cut:])
        known = body_name(body)
        if known and all(len(c) == 2 for c in countries):  # noqa: PLR2004 (country codes)
            return f"{_countries(c.upper() for c in countries)} {known[0]}", known[1]
    return fullest(names), None


def _countries(codes: Iterable[str]) -> str:
    return "-".join(sorted(country_name(code) for code in codes))


def meeting_facts(items: Sequence[MeetingItem]) -> MeetingFacts:
    """Choose each property of a meeting from its claims (not empty)."""

    def votes(values: Iterable[Value | None]) -> list[tuple[Value | None, float, str]]:
        return [(v, i.claim.evidence.confidence, i.document) for v, i in zip(values, items, strict=True)]

    known = [i for i in items if i.known_body]
    series = best((i.series, i.claim.evidence.confidence, i.document) for i in known or items)
    ordinal = best(votes(i.claim.ordinal for i in items))
    date = _best_date(items)
    city_key = best(votes(i.city for i in items))
    located = [i for i in items if i.city and i.city == city_key]
    city = best(
        # as written, so that a name everyone writes stands; of equals the gazetteer's
        (i.claim.city, float(i.claim.city == canonical_city(i.claim.city, i.claim.country)), i.document)
        for i in located
        if i.claim.city
    )
    country = best((i.claim.country, i.claim.evidence.confidence, i.document) for i in located or items)
    parties = tuple(sorted({p for i in items for p in i.claim.parties}))
    dates = {str(i.claim.date) for i in items if i.claim.date}
    conflicts = {
        "city": len({i.city for i in items} - {None}) > 1,
        "date": not all(str(date).startswith(d) for d in dates),
        "ordinal": len({i.claim.ordinal for i in items} - {None}) > 1,
    }
    names = [i.claim.series.name for i in items if i.claim.series and i.series == series]
    label, abbreviation = series_label(series, names) if series else (f"{_countries(parties)} meeting", None)
    stem = _stem(parties, series, abbreviation)
    if ordinal is not None and series:
        stem += f"-{ordinal}"
    else:
        # nothing else tells undated meetings apart, whoever else met without a date
        when = date or f"undated-{stable_id(*min((i.document, i.claim.key) for i in items))}"
        stem += f"-{when}" + (f"-{city_key}" if city_key else "") + (f"-{ordinal}" if ordinal else "")
    numbered = f"{ordinal_words(ordinal)} {label}" if ordinal is not None else label
    return MeetingFacts(
        parties=parties,
        series=series,
        ordinal=ordinal,
        date=date,
        city=city,
        country=country or best(votes(i.claim.country for i in items)),
        conflicts=tuple(sorted(name for name, differs in conflicts.items() if differs)),
        stem=stem,
        name=", ".join(str(part) for part in (numbered, city, date) if part),
    )


def _stem(parties: tuple[str, ...], series: str | None, abbreviation: str | None) -> str:
    """Return what a meeting's id starts with: ``es-ma-gmmp``, ``be-ma``, or a multilateral body's own name."""
    if series is None:
        return "-".join(p.lower() for p in parties)
    if is_multilateral(series) or not abbreviation:
        return series
    return "-".join([*(p.lower() for p in parties), slug(abbreviation)])


def person_name(items: Sequence[PersonItem]) -> str:
    """Return the fullest form of a person's name that their documents use."""
    documents: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for form in item.forms:
            documents[form].update(document for document, _ in item.claims)
    return fullest_name((form, len(seen)) for form, seen in documents.items())


def person_country(items: Sequence[PersonItem]) -> str | None:
    """Return the country that most documents give a person."""
    return best((c, 1.0, i.claims[0][0]) for i in items for c in i.countries)


def person_stem(items: Sequence[PersonItem]) -> str:
    """Return what a person's id starts with: ``khalid-zerouali-ma``."""
    country = person_country(items)
    return parse_name(person_name(items)).slug + (f"-{country.lower()}" if country else "")


def meeting_like(items: Sequence[MeetingItem]) -> MeetingLike:
    """Describe a meeting for a decision by its first document's claim, pinned to it."""
    first = min(items, key=lambda i: (i.document, i.claim.key))
    return MeetingLike(parties=tuple(sorted(set(first.claim.parties))), document=first.document, key=first.claim.key)


def person_like(items: Sequence[PersonItem], *, pinned: bool) -> PersonLike:
    """Describe a person for a decision: by name and country, or by the first document's mention."""
    if pinned:
        first = min(items, key=lambda i: i.claims)
        return PersonLike(person_name([first]), document=first.claims[0][0])
    return PersonLike(person_name(items), person_country(items))


def unique_ids(stems: Sequence[tuple[str, int, tuple[object, ...]]]) -> list[str]:
    """Return ids for ``(stem, documents, content)``, in their order.

    Where several share a stem, the one with most documents keeps it plain and the others get a suffix of their content.
    """
    order = sorted(range(len(stems)), key=lambda n: (stems[n][0], -stems[n][1], stems[n][2]))
    ids = [""] * len(stems)
    taken: set[str] = set()
    for number in order:
        stem, _, content = stems[number]
        ids[number] = stem if stem not in taken else f"{stem}-{stable_id(*content)}"
        taken.add(ids[number])
    return ids
