"""The cities that a sentence names, and whether it says that something takes place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl import places
from etl.extract.name_words import common_words, institution_words
from etl.extract.ranks import lexicon
from etl.extract.reading import PlaceMention
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.line import Line

_ARTICLES = frozenset({"the", "el", "la", "los", "las", "del", "le", "les", "l'"})
"""Before a word that is no city's name then ("el Pacífico"); cities with an article have it in their name."""


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
        length = 0
        if i not in used and line.capital(i):
            length = _place_length(line, i, used, others)
        before = folded(view[max(0, line.tokens[i].start - 20) : line.tokens[i].start])
        locative = bool(places.locative(line.language).search(before))
        if length:
            end = i + length
            city = places.find_city(view[slice(*line.span(i, end))], countries)
            dateline = i <= 1 and (line.block == "dateline" or _dateline(line, end))
            if city:
                found.append(
                    PlaceMention(
                        *line.span(i, end), _clean(view[slice(*line.span(i, end))]), city.country, locative or dateline
                    )
                )
            i = end
        else:
            i += 1
    return tuple(found)


def _dateline(line: Line, end: int) -> bool:
    """Tell whether a dateline ends here: "Rabat -", "MADRID (Agency) -", "Rabat, 12 mars 2023", "Roma."."""
    word = line.word(end)
    if word in {"-", "–", "—"} or (word == "." and end == len(line) - 1):
        return True
    if word == "(":
        close = next((j for j in range(end, min(end + 8, len(line))) if line.words[j] == ")"), None)
        return close is not None and line.word(close + 1) in {"-", "–", "—", "."}
    if word == ",":
        if len(line) <= end + 3 and line.words[-1][-1] == ".":  # "Tapachula, Chis."
            return True
        return line.taken.get(end + 1) == "date" or (
            line.taken.get(end + 2) == "date" and line.word(end + 1) in {"le", "el", "a"}
        )
    return False


def _place_length(line: Line, i: int, used: set[int], institutions: frozenset[str]) -> int:
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
        if places.find_city(text):
            follows = end < len(line) and line.capital(end) and end not in used and line.word(end) not in {"d.c.", "dc"}
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
