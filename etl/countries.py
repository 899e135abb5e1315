"""Countries by code, by name and by adjective, in every language the product reads.

Names come from the CLDR and from ``languages/*/demonyms.yaml``; the EU and the UN count as countries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import pycountry
from babel import Locale

from etl import resources
from etl.spelling import alternatives, key, unaccented

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

Kind = Literal["name", "demonym", "metonym"]
_SHORT = 3
_SMALL = 3
"""Letters of the longest small word inside a name: "du", "las"."""
_WORDS = re.compile(r"[^\s-]+[\s-]?")
_SHORTEST_REGION = 4
"""Letters of the shortest region's name that is no other word."""
_AND = {"en": "and", "es": "y", "fr": "et"}
"""What the CLDR writes as "&" in a country's name."""


@dataclass(frozen=True, slots=True)
class CountryWord:
    """A word or phrase of a text that denotes a country; ``start``/``end`` are positions in that text."""

    start: int
    end: int
    code: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """One language's words: a pattern for each kind of match, and what each matched form denotes."""

    names: re.Pattern[str]
    adjectives: re.Pattern[str]
    compounds: re.Pattern[str]
    that: re.Pattern[str]
    epithets: dict[str, re.Pattern[str]]
    forms: dict[str, tuple[str, Kind]]
    adjective_codes: dict[str, str]
    combining: dict[str, str]


@cache
def codes() -> frozenset[str]:
    """Return every country code the product knows."""
    excluded = set(resources.vocabulary("countries")["exclude"])
    return frozenset(c for c in map(str, Locale("en").territories) if len(c) == 2 and c.isalpha() and c not in excluded)  # noqa: PLR2004


@cache
def country_name(code: str) -> str:
    """Return the English name of a country, or the code itself where it is unknown."""
    preferred: dict[str, str] = resources.vocabulary("countries")["english"]
    return preferred.get(code) or str(Locale("en").territories.get(code, code)).replace("’", "'")


@cache
def country_code(name: str) -> str | None:
    """Return the code of a country given by code or by its name in any language, else None."""
    if name.upper() in codes():
        return name.upper()
    wanted = key(name)
    for language in resources.LANGUAGES:
        for form, (code, kind) in _lexicon(language).forms.items():
            if kind == "name" and key(form) == wanted:
                return code
    return None


@cache
def sovereign(code: str) -> str:
    """Return the country that a territory belongs to, else the code itself."""
    territories: dict[str, list[str]] = resources.vocabulary("countries")["territories"]
    return next((owner for owner, codes_ in territories.items() if code in codes_), code)


@cache
def _regions() -> dict[str, str]:
    regions: dict[str, list[str]] = resources.vocabulary("countries")["regions"]
    return {key(name): code for code, names in regions.items() for name in names}


def region_country(name: str) -> str | None:
    """Return the country of a region, province or state, where the vocabulary has it."""
    return _regions().get(key(name))


@cache
def _subdivisions() -> dict[str, frozenset[str]]:
    """Return the countries that have a region of a name: those of ISO 3166-2."""
    found: dict[str, set[str]] = {}
    for region in pycountry.subdivisions:
        for name in region.name.replace("]", "").split(" ["):
            if len(name) >= _SHORTEST_REGION:
                found.setdefault(key(name), set()).add(region.country_code)
    return {name: frozenset(codes) for name, codes in found.items()}


def region_owner(name: str, spoken_of: Collection[str] = ()) -> str | None:
    """Return the country of a governor's region: the vocabulary's, else the one of ISO 3166-2.

    Of several countries with a region of that name, the one that is ``spoken_of``; None where that leaves several.
    """
    if told := region_country(name):
        return told
    codes = _subdivisions().get(key(name), frozenset())
    codes = codes & set(spoken_of) or codes
    return next(iter(codes)) if len(codes) == 1 else None


def adjective_forms(language: str, stem: str) -> list[str]:
    """Return the inflected forms of an adjective by the language's table of endings."""
    for ending, replacements in resources.language(language, "demonyms")["endings"]:
        if stem.endswith(ending):
            return [stem[: len(stem) - len(ending)] + replacement for replacement in replacements]
    return [stem]


def _names(language: str) -> dict[str, tuple[str, Kind]]:
    """Return every name of a country, unaccented, with its code; later entries are the more specific."""
    data = resources.language(language, "demonyms")
    names: dict[str, tuple[str, Kind]] = {}
    for code, name in Locale(language).territories.items():
        if code in codes():
            plain = unaccented(re.sub(r"\s*\(.*?\)", "", name))
            names[plain] = (code, "name")
            names[plain.replace("&", _AND[language]).replace("St.", "Saint")] = (code, "name")
    kinds: tuple[tuple[str, Kind], ...] = (("names", "name"), ("metonyms", "metonym"))
    for group, kind in kinds:
        for code, forms in data[group].items():
            for form in forms:
                names[unaccented(form)] = (code, kind)
    for form in data["wider"]:
        names[unaccented(form)] = ("", "name")
    return names


def _cases(form: str) -> Iterator[str]:
    """Yield a name as headlines and hasty writers have it: "Guinée Equatoriale", "Corée Du Sud", "Cap Vert"."""
    yield form.upper()
    words = _WORDS.findall(form)
    yield "".join(word[0].upper() + word[1:] for word in words)
    yield "".join(word[0].upper() + word[1:] if len(word) > _SMALL else word for word in words)
    yield form[0] + form[1:].lower()
    yield form.replace("-", " ")


@cache
def _lexicon(language: str) -> _Lexicon:
    data = resources.language(language, "demonyms")
    names = _names(language)
    for form in [f for f in names if len(f) > _SHORT and "." not in f]:
        for written in _cases(form):
            names.setdefault(written, names[form])
    adjectives: dict[str, str] = {}
    for code, stems in data["adjectives"].items():
        for stem in stems:
            for form in adjective_forms(language, stem):
                adjectives.setdefault(unaccented(form).lower(), code)
    halves = {unaccented(h).lower(): c for c, stems in data["combining"].items() for h in stems}
    left = "|".join(sorted(halves, key=lambda h: (-len(h), h)))
    right = alternatives(list(adjectives))
    # Elsewhere they have none, and what follows "the minister, " with two capitals is a name ("Helena Reis").
    capital = "(?=[A-Z])" if language == "en" else r"(?<!,\s(?=[A-Z][a-z]{1,20}\s[A-Z]))"
    every, full = alternatives(list(names)), alternatives(data["formal"])
    return _Lexicon(
        names=re.compile(rf"(?<!\w)(?:(?P<name>{every})|(?=[A-Z])(?i:{full})\s*(?<!\w)(?P<full>{every}))(?!\w)"),
        adjectives=re.compile(rf"(?<!\w){capital}(?i:{right})(?!\w)"),
        compounds=re.compile(rf"(?<!\w)(?i:({left})-?({right}))(?!\w)"),
        that=re.compile(rf"(?<!\w)(?i:{alternatives([unaccented(form) for form in data['that']])})(?!\w)"),
        epithets=_epithets(data.get("epithets", {})),
        forms=names,
        adjective_codes=adjectives,
        combining=halves,
    )


def _epithets(data: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    """Return what texts call a country of each continent: "the Asian country"."""
    nouns = "|".join(map(unaccented, data.get("noun", [])))
    return {
        continent: re.compile(rf"(?<!\w)(?i:{nouns.replace('{}', f'(?:{alternatives(forms)})')})(?!\w)")
        for continent, forms in data.items()
        if continent != "noun"
    }


def _spaced(form: str) -> str:
    return " ".join(form.split())


@cache
def _continent(name: str) -> frozenset[str]:
    return frozenset(resources.vocabulary("countries")["continents"][name])


def find_countries(text: str, language: str, earlier: Sequence[str] = ()) -> list[CountryWord]:
    """Return the countries that ``text`` names, in text order; ``text`` keeps its case and may have accents.

    "That country" is the one named before it, in ``text`` or else the last of the ``earlier``; "the Asian country" the
    last one of Asia.
    """
    lexicon = _lexicon(language)
    plain = unaccented(text)
    found: list[CountryWord] = []
    taken: set[int] = set()

    def add(start: int, end: int, code: str, kind: Kind) -> None:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            if code:
                found.append(CountryWord(start, end, code, kind))

    for match in lexicon.compounds.finditer(plain):
        middle = match.end(1)
        add(match.start(), middle, lexicon.combining[match[1].lower()], "demonym")
        add(match.start(2), match.end(), lexicon.adjective_codes[_spaced(match[2].lower())], "demonym")
    for match in lexicon.names.finditer(plain):
        code, kind = lexicon.forms[_spaced(match["name"] or match["full"])]
        add(match.start(), match.end(), code, kind)
    for match in lexicon.adjectives.finditer(plain):
        add(match.start(), match.end(), lexicon.adjective_codes[_spaced(match[0].lower())], "demonym")
    found.sort(key=lambda word: word.start)
    spoken = [(match, frozenset[str]()) for match in lexicon.that.finditer(plain)]
    for continent, pattern in lexicon.epithets.items():
        spoken += [(match, _continent(continent)) for match in pattern.finditer(plain)]
    for match, meant in spoken:
        before = [*earlier, *(word.code for word in found if word.end <= match.start())]
        code = next((code for code in reversed(before) if not meant or code in meant), "")
        add(match.start(match.lastindex or 0), match.end(), code, "metonym" if meant else "name")
    return sorted(found, key=lambda word: word.start)
