"""Names of people: where one begins and ends among the capitalised words of a line.

A sequence of capitalised words is a person on evidence: an honorific, an office beside it, a known given name; and is
none on counter-evidence: an article or a preposition of place before it, a word of institutions in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl import places
from etl.countries import find_countries
from etl.extract.name_evidence import LARGE, Name, score
from etl.extract.name_words import NameLexicon, name_lexicon
from etl.extract.office import POSTED
from etl.extract.ranks import given_names, lexicon
from etl.records import HEADLINES
from etl.spelling import folded, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.extract.line import Line
    from etl.extract.office import Office
    from etl.extract.ranks import Lexicon
    from etl.extract.reading import Token

_INITIAL = re.compile(r"(?:(?:[^\W\d_]|Ts|Kh|Zh|Dz)\.-?)+")
"""Of one letter, or of one Cyrillic letter that the Latin alphabet writes with two."""
_PART = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_ARABIC = re.compile(r"(?:al|el|as|at|an|ad|ar|ben|bin)-[A-ZÀ-Þ][\w'-]+")
_LONGEST, _SHORT = 8, 2
_POST_REACH = 7
"""Words from an envoy's title to the country of the post."""
_ABSTRACT = ("ía", "ción", "tion", "sion")
"""Endings of what is an institution and no office holder."""
_INNER = frozenset({"the", "an", "a", "as", "on", "son", "la", "le"})
"""Words that no name begins with, and that are a name's second word in other languages."""
_LAST = frozenset({"son"})
"""Of these, what is also a name's last word."""
_VIETNAMESE = frozenset({"le"})
"""A surname, and an article in French alone."""
_YOUNGER = frozenset({"Jr.", "Jr", "Sr."})
"""What tells a child from a parent of that name, and ends the name."""


def find_names(
    line: Line, offices: Sequence[Office], lowered: frozenset[str], known: frozenset[str] = frozenset()
) -> list[Name]:
    """Return the people's names of a line; ``known`` are folded words of names that stand alone elsewhere."""
    lex = name_lexicon(line.language)
    blocked = {i for office in offices for i in range(office.start, office.end)}
    names: list[Name] = []
    plural_until = -1
    i = 0
    while i < len(line):
        outer, honorific, plural = i, False, False
        if found := _honorific_at(line, i, lex, blocked):
            after = i + found[0]
            if after < len(line) and (
                _is_part(line, after, lex, blocked)
                or _opening_particle(line, after, lex, blocked)
                or _opening_initial(line, after, lex, blocked)
                or _opening_common(line, after, lex)
                or _surname_of_country(line, after)
            ):
                i, honorific, plural = after, True, found[1]
        if not (_is_part(line, i, lex, blocked) or (honorific and _opening_particle(line, i, lex, blocked))
                or _opening_initial(line, i, lex, blocked) or (honorific and _surname_of_country(line, i))
                or ((honorific or _titled(line, i, blocked)) and _opening_common(line, i, lex))):  # fmt: skip
            i += 1
            continue
        end, count = _sequence_end(line, i, lex, blocked, titled=honorific)
        start = _trimmed(line, i, end, lowered, lex, titled=honorific)
        stop = end
        while stop - start > 2 and line.block in HEADLINES and _is_noun(line, stop - 1, lex):
            stop -= 1  # "Jane Moore Call with ..."
        if start >= end:
            i = max(end, i + 1)
            continue
        count -= sum(line.capital(j) for j in range(i, start))
        outer = outer if honorific else start  # with the letters behind a rank: "Cnel. EP NAME"
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
        before = line.word(start - 1)
        placed = before in {"l'", "the"} or (before in lex.locatives and places.find_city(text) is not None)
        alone = _is_known(line, start, end, lex, known) and not (placed and not honorific)
        if score(line, name, lex, offices, count) > 0 or alone or (following and parts):
            names.append(name)
        i = end
        if plural or any(o.head.plural and o.end == outer for o in offices) or following:
            joined = line.word(end) in {"and", "et", "y", "e", ","}
            plural_until = end + 1 if joined else -1
    return names


def _is_known(line: Line, start: int, end: int, lex: NameLexicon, known: frozenset[str]) -> bool:
    """Tell whether every capitalised word is one of a known name, or a particle inside one ("NAME Ould NAME")."""
    capitals = [j for j in range(start, end) if line.capital(j)]
    borne = {j: known.issuperset(_halves(line.words[j])) for j in capitals}
    inner = (borne[j] or bool(lex.particles.at(line.words, j)) for j in capitals[1:-1])
    return borne[capitals[0]] and borne[capitals[-1]] and all(inner) if capitals else True


def _halves(word: str) -> list[str]:
    """Return the words of a hyphened surname; of any other, the word: "Grande-Marlaska"."""
    return key(word).split() if "-" in word else [word]


def _is_noun(line: Line, i: int, lex: NameLexicon) -> bool:
    """Tell whether a word of a headline is an encounter's or an institution's and no surname."""
    word = line.words[i]
    return bool(lex.encounters.fullmatch(word)) or (word in lex.institutions and word not in lex.surnames)


def _is_part(line: Line, i: int, lex: NameLexicon, blocked: set[int]) -> bool:
    """Tell whether token ``i`` can be a word of a name."""
    if not 0 <= i < len(line) or i in blocked or i in line.taken:
        return False
    text = line.tokens[i].text
    if not line.capital(i):
        return bool(_ARABIC.fullmatch(text))
    return bool(_PART.fullmatch(text)) and not _is_common(line, i, lex)


def _is_common(line: Line, i: int, lex: NameLexicon) -> bool:
    """Tell whether a capitalised word is an ordinary one; with an accent that those lack, as in "Tô" or "Lê", none."""
    text = line.tokens[i].text
    if text == "Jan" and line.capital(i + 1):
        return False  # no month
    return line.words[i] in lex.common and (text.isascii() or text.lower() in lex.accented)


def _honorific_at(line: Line, i: int, lex: NameLexicon, blocked: set[int]) -> tuple[int, bool] | None:
    """Return the length of the honorifics that begin at token ``i`` and whether they are for several people."""
    at, plural = i, False
    abstract = line.language != "en" and line.capital(i - 1) and line.tokens[i - 1].text.endswith(_ABSTRACT)
    if abstract and line.capital(i):
        return None  # "Secretaría General del ..."
    while at not in blocked and (found := lex.honorifics.at(line.words, at)):
        text = line.tokens[at].text
        if len(text.rstrip(".")) <= 3 and text[0].islower() and found[0] == 1 and text != "don":
            break
        at += found[0]
        plural = plural or found[1]
        if line.word(at) == "," and lex.honorifics.at(line.words, at + 1) and line.capital(at + 1):
            at += 1  # "Son Excellence, Monsieur NAME"
    return (at - i, plural) if at > i else None


def _sequence_end(line: Line, i: int, lex: NameLexicon, blocked: set[int], *, titled: bool = False) -> tuple[int, int]:
    """Return where the name that begins at token ``i`` ends, and how many capitalised words it has."""
    end, count = i + 1, 1
    if not line.capital(i) and (opening := lex.particles.at(line.words, i)):
        end = i + opening[0] + 1
    while end < len(line) and count < _LONGEST:
        text = line.tokens[end].text
        titled_next = text[0].isupper() and lex.honorifics.at(line.words, end)
        if titled_next and (len(text) > 2 or (len(text) == 2 and text[1].islower() and line.capital(end + 1))):
            break  # "à Tripoli Mme NAME", "the Assembly Mr NAME"
        opens = line.word(end + 1) in given_names() and line.capital(end + 2)
        if titled_next and text == "M." and opens and given_names().isdisjoint(line.words[i:end]):
            break  # "place Beauvau M. NAME": no middle name
        if (
            _INITIAL.fullmatch(text) and line.capital(end) and end not in blocked and line.word(end) not in lex.common
        ) or (text in lex.suffixes and end not in blocked):
            end += 1
        elif len(text) == 1 and text.isupper() and line.word(end + 1) == "." and lex.particles.at(line.words, end + 2):
            end += 2  # "Jan R. de Wit"
        elif text == "," and end + 1 < len(line) and line.tokens[end + 1].text in _YOUNGER:
            end += 2
            break  # in a headline its verb may follow with a capital
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
        elif titled and line.words[end] in _INNER and line.capital(end) and _is_part(line, end + 1, lex, blocked):
            end += 2  # "Dr Hoang The Lien"
            count += 2
        elif count > 1 and line.words[end] in _LAST and line.tokens[end].text.istitle() and not line.capital(end + 1):
            end += 1  # "Dang Thanh Son": nobody writes "his" so in mid-sentence
            count += 1
        else:
            break
    return end, count


def _surname_of_country(line: Line, i: int) -> bool:
    """Tell whether the word at ``i`` is a country's name that may also be a surname ("Lisa Monaco")."""
    return line.country.get(i, ((), "", 0))[1:] == ("name", i + 1) and line.tokens[i].text.istitle()


def _particle_goes_on(line: Line, at: int, length: int, lex: NameLexicon, blocked: set[int], *, start: int) -> bool:
    """Tell whether the particle at ``at`` joins a name's words ("Martínez de Castro") and not two phrases."""
    after = at + length
    if not _is_part(line, after, lex, blocked) or any(j in blocked for j in range(at, after)):
        return False
    word = line.words[at]
    text = line.tokens[at].text
    if word.startswith("d") and line.capital(after + 1) and lex.honorifics.at(line.words, after):
        return False  # "the visit to Sofia de Mme NAME"
    if text[0].isupper() and word not in {"y", "e"}:
        return True
    if word == "e" and not line.words[after].startswith(("i", "hi")):
        return True  # "Correia e Silva": no conjunction
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
        return city is None or city.population < LARGE
    return line.language != "en" or word not in {"la", "le", "el"}


def _trimmed(
    line: Line, start: int, end: int, lowered: frozenset[str], lex: NameLexicon, *, titled: bool = False
) -> int:
    """Return where the sequence begins without an ordinary word that only opens the sentence, or a rank's letters."""
    title = line.block in HEADLINES
    titled = titled or _opening_common(line, start, lex)
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
        if titled and not acronym:
            break
        city = line.word(start - 1) in lex.locatives and places.find_city(line.tokens[start].text)
        if city and end - start > 2 and line.words[start + 1] in given_names():
            start += 1  # "received in Lima Jane Moore"
            continue
        if verb or ((opens or title) and ordinary) or (particle and opens) or acronym or _is_common(line, start, lex):
            start += 1
        else:
            break
    return start


def _titled(line: Line, i: int, blocked: set[int]) -> bool:
    """Tell whether an office stands right before token ``i``, or three capitals behind a comma: "..., Le Van An"."""
    before = line.word(i - 1)
    return i - 1 in blocked or (before == "," and (i - 2 in blocked or (line.capital(i + 1) and line.capital(i + 2))))


def _opening_common(line: Line, i: int, lex: NameLexicon) -> bool:
    """Tell whether an ordinary short word opens a name behind a rank: "General To Lam"."""
    articles = lex.articles - (_VIETNAMESE if line.language != "fr" else frozenset())
    short = line.capital(i) and len(line.words[i]) <= _SHORT and line.words[i] in lex.common - articles
    return short and line.block == "body" and i > 0 and _is_part(line, i + 1, lex, set())


def _opening_initial(line: Line, i: int, lex: NameLexicon, blocked: set[int]) -> bool:
    """Tell whether an initial at ``i`` opens a name."""
    while i < len(line) and _INITIAL.fullmatch(line.tokens[i].text):
        if i in blocked or i in line.taken or not line.capital(i):
            return False
        i += 1
        if _is_part(line, i, lex, blocked):
            return True
    return False


def _opening_particle(line: Line, i: int, lex: NameLexicon, blocked: set[int]) -> bool:
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


def _sent_there(before: Sequence[str], offices: Lexicon) -> bool:
    """Tell whether an envoy's title ends here: "the Ambassador of Nepal to Jordan NAME"."""
    heads = (offices.heads.at(before, i) for i in range(len(before)))
    return bool(before) and before[-1] in offices.prepositions and any(h and h[1].rank in POSTED for h in heads)


def is_given_name(tokens: Sequence[Token], start: int, end: int, language: str) -> bool:
    """Tell whether a country's name is a given name here: "Maurice Dubois", but not "Israel Prime Minister"."""
    i = next((i for i, token in enumerate(tokens) if (token.start, token.end) == (start, end)), None)
    if i is None or folded(tokens[i].text) not in given_names():
        return False
    lex, offices = name_lexicon(language), lexicon(language)
    unlikely = lex.institutions | lex.common | offices.words | offices.modifiers | {"king", "queen"}

    own = {country.code for country in find_countries(tokens[i].text, language)}

    def may_be_surname(j: int) -> bool:
        if not 0 <= j < len(tokens):
            return False
        text, word = tokens[j].text, folded(tokens[j].text)
        city = places.find_city(text)
        return (
            text[0].isupper()
            and bool(_PART.fullmatch(text))
            and word not in unlikely
            and not offices.heads.at([word], 0)
            and not offices.levels.at([word], 0)
            and not find_countries(text, language)
            and (city is None or (j > i and city.country not in own))  # "Mauricio Rojas", but not "Israel Haifa"
        )

    if _sent_there([folded(token.text) for token in tokens[max(0, i - _POST_REACH) : i]], offices):
        return False
    return may_be_surname(i + 1) or (i > 1 and may_be_surname(i - 1) and not may_be_surname(i + 1))
