"""The cities that a sentence names, and whether it says that something takes place there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from etl import places, resources
from etl.extract.name_words import common_words, institution_words
from etl.extract.ranks import lexicon
from etl.extract.reading import PlaceMention
from etl.records import HEADLINES
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from etl.extract.line import Line

_ARTICLES = frozenset({"the", "el", "la", "los", "las", "del", "le", "les", "l'"})
"""Before a word that is no city's name then ("el Pacífico"); cities with an article have it in their name."""

_REACH = 90
"""Characters around a city's name that may tell that something was there."""
_AT_A_CITY = frozenset({"in", "at", "a", "en"})
"""Right before a name that is a country's as well."""
_AT_A_TOWN = {"en": {"in"}, "es": {"en"}, "fr": {"a", "à"}}
"""Between a day and the name of a town."""
_LONGEST, _OPENING = 3, 7
_PART = re.compile(r"d\.?c\.?|d\.?f\.?|[ivx]+")
"""After a city's name: its district, or its part ("Malabo II")."""


def find_cities(
    line: Line, view: str, used: set[int], countries: Sequence[str], surnames: frozenset[str]
) -> tuple[PlaceMention, ...]:
    """Return the cities of a sentence: names in the gazetteer that nothing else claims.

    ``used`` are tokens that something else claims, ``countries`` those that the document speaks of; ``surnames`` of
    its people are no cities.
    """
    others = lexicon(line.language).words | institution_words(line.language) | common_words(line.language) | surnames
    found: list[PlaceMention] = []
    i = 0
    while i < len(line):
        before = folded(view[max(line.tokens[0].start, line.tokens[i].start - _REACH) : line.tokens[i].start])
        locative = bool(places.locative(line.language).search(before))
        length = 0
        claimed = i in used or _agency(line, i) or any(at < i < end for at, (_, _, end) in line.country.items())
        if not claimed and line.capital(i) and not (line.word(i - 1) in _saints() and line.capital(i - 1)):
            length = _place_length(line, i, used, others, countries)
            length = length or (1 if _namesake(line, i, locative=locative) else 0)
        spoken_of = (*line.country.get(i, ((),))[0], *countries)
        city = places.find_city(view[slice(*line.span(i, i + length))], spoken_of) if length else None
        if city is None and (places.town(line.language).search(before) or _unknown(line, i, others)):
            length = _unknown_length(line, i, used)
        if not length:
            if locative_capital := _capital(line, i, view):
                found.append(locative_capital)
            i += 1
            continue
        span = line.span(i, i + length)
        hosts = places.hosting(line.language).match(folded(view[span[1] : span[1] + _REACH])) is not None
        opens = i <= 1 and (line.block == "dateline" or _dateline(line, i + length) or _opens_a_text(line))
        there = locative or hosts or opens or _closes_a_headline(line, i, i + length)
        country = city.country if city else None
        if (stated := _country_behind(line, i + length)) and country not in countries:
            country = stated
        found.append(PlaceMention(*span, _clean(view[slice(*span)]), country, there))
        i += length
    return tuple(found)


@cache
def _saints() -> frozenset[str]:
    """Return what stands before a saint's name, which is no city's then: "the San Martín palace"."""
    return frozenset(map(folded, resources.vocabulary("places")["saints"]))


def _agency(line: Line, i: int) -> bool:
    """Tell whether a name in brackets is the agency's that reports: "AMMAN, May 2 (Petra) --"."""
    return line.word(i - 1) == "(" and line.word(i + 1) == ")" and line.word(i + 2)[:1] in {"-", "–", "—", ":"}


def _country_behind(line: Line, end: int) -> str | None:
    """Return the country that a comma sets behind a place: "in Bali, Indonesia" is not the Bali of West Bengal."""
    codes, kind, _ = line.country.get(end + 1, ((), "", 0))
    return codes[0] if line.word(end) == "," and kind == "name" and len(codes) == 1 else None


def _namesake(line: Line, i: int, *, locative: bool) -> bool:
    """Tell whether a country's name stands for its capital: "in Singapore", "DJIBOUTI -"."""
    alone = line.country.get(i, ((), "", 0))[1:] == ("name", i + 1)
    text = line.tokens[i].text
    if not alone:
        return False
    if i == 0 and _dateline(line, 1):
        return places.shares_its_name(text, line.language) or places.names_a_capital(text, line.language)
    return locative and line.word(i - 1) in _AT_A_CITY and places.shares_its_name(text, line.language)


def _capital(line: Line, i: int, view: str) -> PlaceMention | None:
    """Return a capital that is told by its country alone: "in the Malian capital", "en la capital de Perú"."""
    if line.words[i] not in places.capital_words(line.language):
        return None
    before = next(
        (line.country[j] for j in range(max(0, i - 3), i) if j in line.country and line.country[j][2] == i), None
    )
    after = i + 2 if line.word(i + 1) in {"of", "de", "du", "d'", "del"} else i + 1
    country = before or line.country.get(after) or line.country.get(after + 1 if line.word(after) in _ARTICLES else -1)
    end = max(i + 1, country[2] if country and not before else 0)
    named = line.capital(end + 1 if line.word(end) in {",", "of", "de"} else end)
    city = places.capital(country[0][0]) if country and not named and line.word(i + 1) != "city" else None
    start = line.tokens[i].start
    preposition = places.locative(line.language).search
    words = view[max(line.tokens[0].start, start - _REACH) : line.tokens[i].end] + " "
    if city is None or not preposition(folded(words)):
        return None
    return PlaceMention(start, line.tokens[i].end, city, country[0][0] if country else None, locative=True)


def _unknown(line: Line, i: int, others: Collection[str]) -> bool:
    """Tell whether a place is named that no gazetteer need know: "on Friday in Zobuelo", "Zobuelo, Sur. They met"."""
    if not line.capital(i) or i in line.country or line.words[i] in others:
        return False
    if i == 0:
        end = next((j for j in range(len(line)) if not line.capital(j)), len(line))
        return _opens_a_text(line) or (end <= _LONGEST and _before_country(line, end))
    day = i - 3 if line.word(i - 2) == "," else i - 2
    dated = line.word(i - 1) in _AT_A_TOWN[line.language] and day >= 0 and line.taken.get(day) == "date"
    if not dated or line.words[i] in _languages(line.language):
        return False
    end = next((j for j in range(i, len(line)) if not line.capital(j)), len(line))
    return not line.word(end)[:1].isalpha() or line.word(end) in places.behind_a_town(line.language)


@cache
def _languages(language: str) -> frozenset[str]:
    """Return the names of languages: "he spoke on Monday in Arabic"."""
    return frozenset(map(folded, Locale(language).languages.values()))


def _opens_a_text(line: Line) -> bool:
    """Tell whether a sentence is but a place and what lies around it, as newspapers begin: "Zobuelo, Sur."."""
    short = line.block == "body" and len(line) <= _OPENING and "," in line.words and line.words[-1][-1] == "."
    around = places.regions(line.language)  # "Zobuelo, provincia de Sur."
    return short and all(line.capital(i) or word in around for i, word in enumerate(line.words) if word[0].isalpha())


def _unknown_length(line: Line, i: int, used: set[int]) -> int:
    """Return how many capitalised words the name of a town has that no gazetteer knows ("the village of")."""
    end = i
    while line.capital(end) and end not in used and end not in line.country and end - i < _LONGEST:
        end += 1
    return end - i


def _dateline(line: Line, end: int) -> bool:
    """Tell whether a dateline ends here: "Rabat -", "MADRID (Agency) -", "Rabat, 12 mars 2023", "Roma."."""
    word = line.word(end)
    if word == ":" and end == 1 and line.block == "body" and end < len(line) - 1:  # a paragraph of a list may be one
        return not places.shares_its_name(line.tokens[0].text, line.language)
    if word in {"-", "–", "—"} or (word == "." and end == len(line) - 1):
        return True
    if word == "(":
        close = next((j for j in range(end, min(end + 8, len(line))) if line.words[j] == ")"), None)
        return close is not None and line.word(close + 1) in {"-", "–", "—", "."}
    short = len(line) <= end + 3 and line.words[-1][-1] == "."  # "Tapachula, Chis."
    return word == "," and (short or _before_country(line, end) or _dated(line, end))


def _dated(line: Line, end: int) -> bool:
    """Tell whether a date stands behind a comma: "Rabat, le 12 mars"."""
    day = end + 2 if line.word(end + 1) in {"le", "el", "a"} else end + 1
    return line.word(end) == "," and line.taken.get(day) == "date"


def _closes_a_headline(line: Line, i: int, end: int) -> bool:
    """Tell whether a headline ends with place and day: "Talks of A with B (Lima, 5 May)", "Forum, Lima, 5 May"."""
    apart = i > 1 and not line.words[i - 1][0].isalnum()
    return line.block in HEADLINES and apart and _dated(line, end)


def _before_country(line: Line, end: int) -> bool:
    """Tell whether a dateline goes on with the country: "Zobuelo, Peru, 5 May -", "ZOBUELO, PERU -"."""
    _, kind, behind = line.country.get(end + 1, ((), "", 0))
    if line.word(end) != "," or kind != "name" or end + 1 == len(line):
        return False
    return line.word(behind) in {"-", "–", "—"} or (line.word(behind) == "," and line.taken.get(behind + 1) == "date")


def _place_length(line: Line, i: int, used: set[int], institutions: frozenset[str], countries: Sequence[str]) -> int:
    """Return how many tokens from ``i`` on name a city, the longest first."""
    for length in (4, 3, 2, 1):
        end = i + length
        if end > len(line) or any(j in used for j in range(i, end)) or not line.capital(end - 1):
            continue
        if length == 1 and (
            line.words[i] in institutions
            or line.word(i - 1) in _ARTICLES
            or (i in line.country and not _country_city(line, i))
        ):
            continue
        if any(end < line.country[j][2] for j in range(i, end) if j in line.country):
            continue
        if line.country.get(i, ((), "", 0))[1:] == ("name", end):
            continue  # a country that shares its name with a town ("Costa Rica")
        text = " ".join(t.text for t in line.tokens[i:end]).replace(" ,", ",")
        if places.find_city(text, countries):
            follows = end < len(line) and line.capital(end) and end not in used and not _PART.fullmatch(line.word(end))
            if follows and end not in line.country and length == 1:
                return 0
            return length
    return 0


def _country_city(line: Line, i: int) -> bool:
    """Tell whether a word that is a country's is a city here: a metonym, or "México, DF"."""
    return line.country.get(i, ((), "", 0))[1] == "metonym"


def _clean(text: str) -> str:
    text = " ".join(text.split())
    return text.title() if text.isupper() and len(text) > 3 else text  # noqa: PLR2004
