"""Evidence that capitalised words are somebody's name: what speaks for it and against it, in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from etl import places, resources
from etl.countries import region_country
from etl.extract.name_words import NameLexicon, name_lexicon
from etl.extract.ranks import given_names
from etl.records import HEADLINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.line import Line
    from etl.extract.office import Office

_HONORIFIC, _ADJACENT, _APPOSED, _GIVEN, _ARTICLE, _INSTITUTION, _PLACE = 3, 3, 2, 2, -3, -4, -2
_REGIONS = frozenset({"Afrique", "Africa", "Europe", "Europa", "Asie", "Asia", "Amérique", "América", "America"})


LARGE = 300_000
"""People of a city that nobody names a person like."""
_INITIALS = 5
"""Letters of the longest initials."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in a line; token indices. ``outer`` is where the honorific begins, if there is one.

    ``rank`` are the tokens of a service's rank among the honorifics ("le colonel").
    """

    start: int
    end: int
    outer: int
    text: str
    honorific: bool = False
    plural: bool = False
    parts: tuple[str, ...] = ()
    rank: tuple[int, int] | None = None


def score(line: Line, name: Name, lex: NameLexicon, offices: Sequence[Office], count: int) -> int:
    """Return the points of a name of ``count`` capitalised words; somebody is named where they are above zero."""
    words = line.words[name.start : name.end]
    if count == 1 and name.text.isupper() and len(name.text) <= _INITIALS and not name.honorific:
        return 0  # a party: "la ministre N-VA"
    capitals = [w for i, w in enumerate(words, name.start) if line.capital(i)]
    given = words[0] in given_names() or words[0].split("-")[0] in given_names()
    points = 1 if count > 1 else 0
    points += _HONORIFIC * name.honorific
    points += _GIVEN * ((given or _has_initial(line, name)) and count > 1)
    before = line.word(name.outer - 1)
    apposed = complete = False
    for office in offices:
        if office.end == name.outer and office.head.rank != "counterpart" and not office.verbal:
            complete = complete or any(end == office.end for _, _, end in line.country.values())
            bare = office.end == office.head_end
            points += _ADJACENT if count > 1 or bare or not name.parts else 0
        elif count > 1 and (
            _is_apposed(line, office.end, name.outer)
            or _is_apposed(line, name.end, office.start)
            or (office.start == name.end and right_behind(line, office))
        ):
            points += _APPOSED
            apposed = True
    if before in lex.sites or (count > 1 and words[0] in lex.sites and not name.honorific):
        points += _INSTITUTION
    if before == "(" and line.word(name.end) == ")" and not given:
        points += _PLACE
    if before in lex.articles and not name.honorific:
        points += _ARTICLE
    # "the director of customs, Yamileth Luna": behind the comma, or behind "le ministre vietnamien", to which no word
    # of a title is wanting, a word of institutions may be a surname, too.
    telling = [w for w in capitals[1:] if w not in lex.surnames] if given or apposed or complete else capitals
    if any(w in lex.institutions or lex.encounters.fullmatch(w) for w in telling) or (
        count == 1 and words[0] in lex.words
    ):
        points += _INSTITUTION
    if count > 1 and not given and not name.honorific and points <= 1 and _is_phrase(line, name, lex):
        points += _ARTICLE
    if not given and not name.honorific and any(w in lex.words for w in (telling if complete else capitals)):
        points += _INSTITUTION
    if before in lex.locatives and not given and not name.honorific:
        points += _PLACE
    if before in {"de", "of", "d'", "del", "du"} and not given and not name.honorific:
        points -= 1
    city = places.find_city(name.text) if count > 1 else None
    # "the ambassador of China in Chad, Wan Ning, ": a title's holder, though a town is called so, too.
    held = apposed and city is not None and city.population < LARGE and line.word(name.end) in {",", ".", ";"}
    seat = name.start == 0 and city is not None and city.population >= LARGE and line.word(name.end) in {"-", ",", "."}
    if city and not held and (not given or seat or before in lex.locatives):
        dateline = name.start == 0 and line.word(name.end) in {"-", ","}  # "Kuala Lumpur - The director"
        points += _PLACE * (1 + (given or dateline))
    if not given and not name.honorific and not held and points <= 1 and _listed_with_places(line, name.outer, lex):
        points += _PLACE
    if all(line.tokens[i].text.isupper() for i in range(name.start, name.end)) and count < 3 and not given:
        points += _PLACE
    if line.block in HEADLINES and not given:
        points -= 1
    return points


def right_behind(line: Line, office: Office) -> bool:
    """Tell whether an office may be apposed without a comma: "NAME ministre de la Santé", no bare rank, no article."""
    return line.language != "en" and office.end > office.head_end and not (office.determiner or office.verbal)


def _has_initial(line: Line, name: Name) -> bool:
    """Tell whether a single letter stands between capitalised words: "Woodward C. Price"."""
    inner = (line.tokens[i].text for i in range(name.start + 1, name.end - 1))
    return any(len(text.rstrip(".")) == 1 and text.endswith(".") and text[0].isupper() for text in inner)


def _is_phrase(line: Line, name: Name, lex: NameLexicon) -> bool:
    """Tell whether capitalised words are a phrase or a list of places: nouns' endings, plurals, "... provinces"."""
    capitals = [line.words[i] for i in range(name.start, name.end) if line.capital(i)]
    if region_country(name.text):
        return True
    plural = line.language != "en" and all(w.endswith("s") for w in capitals)
    kind = line.word(name.end) in lex.institutions and not line.capital(name.end)
    foreign = any(w in _institutions_anywhere() for w in capitals)
    return plural or kind or foreign or any(w.endswith(lex.nouns) for w in capitals) or _among_places(line, name)


@cache
def _institutions_anywhere() -> frozenset[str]:
    """Return the words of institutions in any language ("... of the Council on Foreign Relations" in a French text)."""
    lexicons = [name_lexicon(language) for language in resources.LANGUAGES]
    return frozenset().union(*(lex.institutions for lex in lexicons)) - frozenset().union(
        *(lex.surnames for lex in lexicons)
    )


def _among_places(line: Line, name: Name) -> bool:
    """Tell whether a city or country stands before and after in one list, or both halves of a compound are places."""
    for i in range(name.start, name.end):
        halves = line.tokens[i].text.split("-")
        if len(halves) > 1 and all(half in _REGIONS or places.find_city(half) for half in halves):
            return True
    beside = (name.start - 2, name.end + 1)
    return (
        line.word(name.start - 1) == ","
        and line.word(name.end) in {",", "and", "et", "y", "e", "o", "ou"}
        and all(0 <= i < len(line) and _is_place(line, i) for i in beside)
    )


def _listed_with_places(line: Line, start: int, lex: NameLexicon) -> bool:
    """Tell whether single words, cities' or unknown, stand before in one list that a place opens: "at A, B and C D"."""
    i = start - 1
    while line.word(i) in {",", "and", "et", "y"} and line.capital(i - 1) and line.words[i - 1] not in given_names():
        i -= 2
    return i < start - 1 and line.word(i) in lex.locatives


def _is_place(line: Line, i: int) -> bool:
    """Tell whether token ``i`` is the name of a city or a country, or part of a country's name."""
    return line.taken.get(i) == "country" or (
        line.capital(i) and bool(places.find_city(line.tokens[i].text)) and line.words[i] not in given_names()
    )


def _is_apposed(line: Line, left: int, right: int) -> bool:
    """Tell whether only a comma, bracket, dash or article stands between tokens ``left`` and ``right``."""
    gap = line.words[left:right] if left <= right else ["?"]
    return (
        0 < len(gap) <= 2
        and gap[0] in {",", "(", "-"}
        and all(g in {",", "(", "-", "the", "le", "la", "el", "l'"} for g in gap)
    )
