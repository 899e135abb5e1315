"""Names of people: which capitalised words are one, and which of them are the same person.

A sequence of capitalised words is a person on evidence: an honorific, an office beside it, a known given name; and is
none on counter-evidence: an article or a preposition of place before it, a word of institutions in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from etl import places, resources
from etl.countries import find_countries, region_country
from etl.extract import cues
from etl.extract.ranks import given_names, lexicon
from etl.spelling import folded, key
from etl.words import Phrases, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.extract.line import Line
    from etl.extract.reading import Token
    from etl.extract.titles import Office

_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+")
_PART = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_ARABIC = re.compile(r"(?:al|el|as|at|an|ad|ar|ben|bin)-[A-ZÀ-Þ][\w'-]+")
_HONORIFIC, _ADJACENT, _APPOSED, _GIVEN, _ARTICLE, _INSTITUTION, _PLACE = 3, 3, 2, 2, -3, -4, -2
_LONGEST = 8
_SIMILAR = 80
_BIG_CITY = 300_000
_REGIONS = frozenset({"Afrique", "Africa", "Europe", "Europa", "Asie", "Asia", "Amérique", "América", "America"})


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


@dataclass(frozen=True, slots=True)
class _Lexicon:
    particles: Phrases[bool]
    suffixes: frozenset[str]
    common: frozenset[str]
    institutions: frozenset[str]
    encounters: re.Pattern[str]
    words: frozenset[str]
    surnames: frozenset[str]
    honorifics: Phrases[bool]
    ranks: Phrases[bool]
    sites: frozenset[str]
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    articles: frozenset[str]
    locatives: frozenset[str]


@cache
def _lexicon(language: str) -> _Lexicon:
    data = resources.language(language, "names")
    titles = resources.language(language, "honorifics")
    offices = resources.language(language, "offices")
    months = resources.language(language, "dates")["abbreviated_months"]
    single = {p for p in data["particles"] if p != "d'"}
    honorifics = [(h, False) for g in ("honorifics", "ranks") for h in titles[g]] + [
        (h, True) for h in titles["plural"]
    ]
    return _Lexicon(
        particles=Phrases([(p, True) for p in [*single, "d'"]], language),
        suffixes=frozenset(data["suffixes"]),
        common=frozenset(map(folded, data["common"]))
        | frozenset(months)
        | {words[0] for r in titles["ranks"] if len(words := split(r, language)) == 1},
        institutions=frozenset(map(folded, offices["institutions"])),
        encounters=cues.words(language).noun,
        words=lexicon(language).words,
        surnames=frozenset(map(folded, data["surnames"])),
        honorifics=Phrases(honorifics, language),
        ranks=Phrases([(rank, True) for rank in titles["ranks"]], language),
        sites=frozenset(map(folded, data["sites"])),
        verbs=tuple(data["verb_endings"]),
        nouns=tuple(map(folded, data["noun_endings"])),
        articles=frozenset(
            {"the", "le", "la", "les", "l'", "el", "los", "las", "un", "una", "une", "a", "an", "du", "aux", "del"}
        ),
        locatives=frozenset(w for w in resources.vocabulary("places")["locative"][language]) | {"au", "aux"},
    )


def institution_words(language: str) -> frozenset[str]:
    """Return the folded words that make a capitalised phrase an institution, event or text."""
    return _lexicon(language).institutions


def common_words(language: str) -> frozenset[str]:
    """Return the folded words that may stand with a capital and name nobody and no place."""
    return _lexicon(language).common


def _is_part(line: Line, i: int, lex: _Lexicon, blocked: set[int]) -> bool:
    """Tell whether token ``i`` can be a word of a name."""
    if not 0 <= i < len(line) or i in blocked or i in line.taken:
        return False
    text = line.tokens[i].text
    if not line.capital(i):
        return bool(_ARABIC.fullmatch(text))
    return bool(_PART.fullmatch(text)) and line.words[i] not in lex.common


def _honorific_at(line: Line, i: int, lex: _Lexicon, blocked: set[int]) -> tuple[int, bool] | None:
    """Return the length of the honorifics that begin at token ``i`` and whether they are for several people."""
    at, plural = i, False
    while at not in blocked and (found := lex.honorifics.at(line.words, at)):
        text = line.tokens[at].text
        if len(text.rstrip(".")) <= 3 and text[0].islower() and found[0] == 1 and text != "don":
            break
        at += found[0]
        plural = plural or found[1]
        if line.word(at) == "," and lex.honorifics.at(line.words, at + 1) and line.capital(at + 1):
            at += 1  # "Son Excellence, Monsieur NAME"
    return (at - i, plural) if at > i else None


def _sequence_end(line: Line, i: int, lex: _Lexicon, blocked: set[int]) -> tuple[int, int]:
    """Return where the name that begins at token ``i`` ends, and how many capitalised words it has."""
    end, count = i + 1, 1
    if not line.capital(i) and (opening := lex.particles.at(line.words, i)):
        end = i + opening[0] + 1
    while end < len(line) and count < _LONGEST:
        text = line.tokens[end].text
        if len(text) > 2 and text[0].isupper() and lex.honorifics.at(line.words, end):
            break  # "à Tripoli Mme NAME"
        if (
            _INITIAL.fullmatch(text) and line.capital(end) and end not in blocked and line.word(end) not in lex.common
        ) or (text in lex.suffixes and end not in blocked):
            end += 1
        elif len(text) == 1 and text.isupper() and line.word(end + 1) == "." and lex.particles.at(line.words, end + 2):
            end += 2  # "Jan R. de Wit"
        elif text == "," and end + 1 < len(line) and line.tokens[end + 1].text in {"Jr.", "Jr", "Sr."}:
            end += 2
        elif (particle := lex.particles.at(line.words, end)) and _particle_goes_on(
            line, end, particle[0], lex, blocked, start=i
        ):
            end += particle[0] + 1
            count += 1
        elif _is_part(line, end, lex, blocked) or (
            _surname_of_country(line, end) and not given_names().isdisjoint(line.words[i:end])
        ):
            end += 1
            count += 1
        else:
            break
    return end, count


def _surname_of_country(line: Line, i: int) -> bool:
    """Tell whether the word at ``i`` is a country's name that may also be a surname ("Lisa Monaco")."""
    return line.country.get(i, ((), "", 0))[1:] == ("name", i + 1) and line.tokens[i].text.istitle()


def _particle_goes_on(line: Line, at: int, length: int, lex: _Lexicon, blocked: set[int], *, start: int) -> bool:
    """Tell whether the particle at ``at`` joins a name's words ("Martínez de Castro") and not two phrases."""
    after = at + length
    if not _is_part(line, after, lex, blocked) or any(j in blocked for j in range(at, after)):
        return False
    word = line.words[at]
    text = line.tokens[at].text
    if text[0].isupper() and word not in {"y", "e"}:
        return True
    if word in {"y", "e", "i"}:
        single = not _is_part(line, after + 1, lex, blocked) and line.word(after + 1) not in {"de", "del"}
        return (
            single
            and at - start == 2
            and line.words[start] in given_names()
            and line.words[after] not in given_names()
            and line.word(after + 1) in {",", "(", ";"}
        )
    if word in {"de", "del", "du", "des", "d'", "de la", "la", "le", "el"} or word.startswith("de"):
        if line.words[after] in lex.words | lex.institutions:
            return line.words[after] in lex.surnames and not given_names().isdisjoint(line.words[start:at])
        city = places.find_city(line.tokens[after].text)
        return city is None or city.population < _BIG_CITY
    return line.language != "en" or word not in {"la", "le", "el"}


def _trimmed(line: Line, start: int, end: int, lowered: frozenset[str], lex: _Lexicon) -> int:
    """Return where the sequence begins without an ordinary word that only opens the sentence."""
    title = line.block in {"title", "heading"}
    while start < end:
        opens = start == 0 or line.words[start - 1] in {'"', ":", ".", "-", "("}
        ordinary = line.words[start] in lowered and line.words[start] not in given_names()
        verb = (
            opens
            and end - start > 1
            and line.tokens[start].text.endswith(lex.verbs)
            and line.words[start] not in given_names()
        )
        particle = line.words[start] in {"el", "la", "le", "los", "las", "les", "al"} and end - start == 2
        acronym = (
            line.tokens[start].text.isupper()
            and end - start > 2
            and line.words[start + 1] in given_names()
            and line.tokens[start + 1].text.istitle()
        )
        if (
            verb
            or ((opens or title) and ordinary)
            or (particle and opens)
            or acronym
            or line.words[start] in lex.common
        ):
            start += 1
        else:
            break
    return start


def _score(line: Line, name: Name, lex: _Lexicon, offices: Sequence[Office], count: int) -> int:
    words = line.words[name.start : name.end]
    capitals = [w for i, w in enumerate(words, name.start) if line.capital(i)]
    given = words[0] in given_names() or words[0].split("-")[0] in given_names()
    score = 1 if count > 1 else 0
    score += _HONORIFIC * name.honorific
    score += _GIVEN * (given and count > 1)
    before = line.word(name.outer - 1)
    for office in offices:
        if office.end == name.outer and office.head.rank != "counterpart" and not office.verbal:
            bare = office.end == office.head_end
            score += _ADJACENT if count > 1 or bare or not name.parts else 0
        elif count > 1 and (_apposed(line, office.end, name.outer) or _apposed(line, name.end, office.start)):
            score += _APPOSED
    if before in lex.sites:
        score += _INSTITUTION
    if before == "(" and line.word(name.end) == ")" and not given:
        score += _PLACE
    if before in lex.articles and not name.honorific:
        score += _ARTICLE
    telling = [w for w in capitals[1:] if w not in lex.surnames] if given else capitals
    if any(w in lex.institutions or lex.encounters.fullmatch(w) for w in telling) or (
        count == 1 and words[0] in lex.words
    ):
        score += _INSTITUTION
    if count > 1 and not given and not name.honorific and score <= 1 and _is_phrase(line, name, lex):
        score += _ARTICLE
    if not given and not name.honorific and any(w in lex.words for w in capitals):
        score += _INSTITUTION
    if before in lex.locatives and not given and not name.honorific:
        score += _PLACE
    if before in {"de", "of", "d'", "del", "du"} and not given and not name.honorific:
        score -= 1
    if count > 1 and places.find_city(name.text) and not given:
        score += _PLACE
    if all(line.tokens[i].text.isupper() for i in range(name.start, name.end)) and count < 3 and not given:
        score += _PLACE
    if line.block in {"title", "heading"} and not given:
        score -= 1
    return score


def _is_phrase(line: Line, name: Name, lex: _Lexicon) -> bool:
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
    lexicons = [_lexicon(language) for language in resources.LANGUAGES]
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


def _is_place(line: Line, i: int) -> bool:
    """Tell whether token ``i`` is the name of a city or a country, or part of a country's name."""
    return line.taken.get(i) == "country" or (
        line.capital(i) and bool(places.find_city(line.tokens[i].text)) and line.words[i] not in given_names()
    )


def _apposed(line: Line, left: int, right: int) -> bool:
    """Tell whether only a comma, bracket, dash or article stands between tokens ``left`` and ``right``."""
    gap = line.words[left:right] if left <= right else ["?"]
    return (
        0 < len(gap) <= 2
        and gap[0] in {",", "(", "-"}
        and all(g in {",", "(", "-", "the", "le", "la", "el", "l'"} for g in gap)
    )


def _opening_initial(line: Line, i: int, lex: _Lexicon, blocked: set[int]) -> bool:
    """Tell whether an initial at ``i`` opens a name."""
    while i < len(line) and _INITIAL.fullmatch(line.tokens[i].text):
        if i in blocked or i in line.taken or not line.capital(i):
            return False
        i += 1
        if _is_part(line, i, lex, blocked):
            return True
    return False


def find_names(
    line: Line, offices: Sequence[Office], lowered: frozenset[str], known: frozenset[str] = frozenset()
) -> list[Name]:
    """Return the people's names of a line; ``known`` are folded words of names that stand alone elsewhere."""
    lex = _lexicon(line.language)
    blocked = {i for office in offices for i in range(office.start, office.end)}
    names: list[Name] = []
    plural_until = -1
    i = 0
    while i < len(line):
        outer, honorific, plural = i, False, False
        if found := _honorific_at(line, i, lex, blocked):
            after = i + found[0]
            if after < len(line) and (
                _is_part(line, after, lex, blocked) or _opening_particle(line, after, lex, blocked)
            ):
                i, honorific, plural = after, True, found[1]
        if not (_is_part(line, i, lex, blocked) or (honorific and _opening_particle(line, i, lex, blocked))
                or _opening_initial(line, i, lex, blocked)):  # fmt: skip
            i += 1
            continue
        end, count = _sequence_end(line, i, lex, blocked)
        start = i if honorific else _trimmed(line, i, end, lowered, lex)
        stop = end
        while stop - start > 2 and line.block in {"title", "heading"} and _is_noun(line, stop - 1, lex):
            stop -= 1  # "Jane Moore Call with ..."
        if start >= end:
            i = max(end, i + 1)
            continue
        count -= sum(line.capital(j) for j in range(i, start))
        outer = outer if honorific else start
        text = " ".join("".join(_text(line, start, stop)).split()).removesuffix(",")
        parts = tuple(w for w in key(text).split() if len(w) > 1)
        rank = next(
            ((j, j + found[0]) for j in range(outer, start) if (found := lex.ranks.at(line.words, j))), None
        )  # fmt: skip
        name = Name(start, stop, outer, text, honorific, plural, parts, rank)
        following = start <= plural_until
        if not parts or (count == 1 and len(parts[0]) < len(text) and places.find_city(line.tokens[start].text)):
            i = end  # an initial alone ("D. C."), or a city's
            continue
        alone = all(line.words[j] in known for j in range(start, end) if line.capital(j)) and not (
            line.word(start - 1) in lex.locatives | {"l'", "the"} and not honorific
        )
        if _score(line, name, lex, offices, count) > 0 or alone or (following and parts):
            names.append(name)
        i = end
        if plural or any(o.head.plural and o.end == outer for o in offices) or following:
            joined = line.word(end) in {"and", "et", "y", "e", ","}
            plural_until = end + 1 if joined else -1
    return names


def _is_noun(line: Line, i: int, lex: _Lexicon) -> bool:
    """Tell whether a word of a headline is an encounter's or an institution's and no surname."""
    word = line.words[i]
    return bool(lex.encounters.fullmatch(word)) or (word in lex.institutions and word not in lex.surnames)


def _opening_particle(line: Line, i: int, lex: _Lexicon, blocked: set[int]) -> bool:
    """Tell whether a surname begins here with a particle, as it may after an honorific ("Mme van Elderen")."""
    found = lex.particles.at(line.words, i)
    after = i + (found[0] if found else 1)
    return (
        bool(found)
        and line.word(i) not in {"y", "e"}
        and line.capital(after)
        and _is_part(line, after, lex, blocked)
        and line.words[after] not in lex.words | lex.institutions - lex.surnames
    )


def _text(line: Line, start: int, end: int) -> Iterable[str]:
    for i in range(start, end):
        if i > start and line.tokens[i].start > line.tokens[i - 1].end:
            yield " "
        yield line.tokens[i].text


def is_given_name(tokens: Sequence[Token], start: int, end: int, language: str) -> bool:
    """Tell whether a country's name is a given name here: "Maurice Dubois", but not "Israel Prime Minister"."""
    i = next((i for i, token in enumerate(tokens) if (token.start, token.end) == (start, end)), None)
    if i is None or folded(tokens[i].text) not in given_names():
        return False
    lex, offices = _lexicon(language), lexicon(language)
    unlikely = lex.institutions | lex.common | offices.words | offices.modifiers | {"king", "queen"}

    def may_be_surname(j: int) -> bool:
        if not 0 <= j < len(tokens):
            return False
        text, word = tokens[j].text, folded(tokens[j].text)
        return (
            text[0].isupper()
            and bool(_PART.fullmatch(text))
            and word not in unlikely
            and not offices.heads.at([word], 0)
            and not offices.levels.at([word], 0)
            and not find_countries(text, language)
            and not places.find_city(text)
        )

    return may_be_surname(i + 1) or (i > 1 and may_be_surname(i - 1) and not may_be_surname(i + 1))


@dataclass(slots=True)
class Person:
    """A person of one document, while its mentions are gathered."""

    key: str
    name: str
    parts: tuple[str, ...]
    forms: set[str] = field(default_factory=set)


_PARTICLES = frozenset("de del la las los el al da dos van von der den jr y du des le ben bin ould".split())  # noqa: SIM905 (words read better in a line)


def _same(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether two forms of one text are of one person: all words of one in the other, or one spelt otherwise."""
    if set(shorter) <= set(longer):
        return bool(set(shorter) - _PARTICLES)
    if len(shorter) < 2 or len(longer) < 2:
        return False
    same_family = shorter[-1] == longer[-1] or fuzz.ratio(shorter[-1], longer[-1]) >= _SIMILAR + 5
    same_given = shorter[0][0] == longer[0][0] and fuzz.ratio(shorter[0], longer[0]) >= _SIMILAR - 10
    return same_family and same_given and len(shorter) == len(longer)


class People:
    """The people of one document: gives each mention its person."""

    def __init__(self) -> None:
        self._people: list[Person] = []

    def add_full(self, name: Name) -> None:
        """Register a name of two words or more, joining it to the person who bears it already."""
        if len(name.parts) < 2:
            return
        for person in self._people:
            shorter, longer = sorted((name.parts, person.parts), key=len)
            if _same(shorter, longer):
                if len(name.parts) > len(person.parts):
                    person.name, person.parts = name.text, name.parts
                return
        self._people.append(Person(" ".join(name.parts), name.text, name.parts))

    def known_words(self) -> frozenset[str]:
        """Return the words by which a person may be called alone."""
        return frozenset(w for p in self._people for w in p.parts if w not in _PARTICLES and len(w) > 2)

    def person(self, name: Name) -> Person:
        """Return the person of a mention; the latest mentioned where a surname fits several."""
        fitting = [p for p in self._people if name.parts and _same(*sorted((name.parts, p.parts), key=len))]
        if not fitting:
            fitting = [Person(" ".join(name.parts) or key(name.text), name.text, name.parts)]
            self._people.append(fitting[0])
        exact = [p for p in fitting if p.parts[-len(name.parts) :] == name.parts]
        recent = (exact or fitting)[-1]
        self._people.remove(recent)
        self._people.append(recent)
        recent.forms.add(name.text)
        if len(name.parts) > len(recent.parts):
            recent.name, recent.parts = name.text, name.parts
        return recent

    def all(self) -> list[Person]:
        """Return every person with a mention."""
        return [p for p in self._people if p.forms]
