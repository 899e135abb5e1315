"""The words of a title one by one: does a word go on with it, or does a name or another title begin there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl import places
from etl.extract.office import POSTED
from etl.extract.ranks import head_at
from etl.offices import content_words, portfolio_of

if TYPE_CHECKING:
    from etl.extract.line import Line
    from etl.extract.ranks import Lexicon

_SHORT = 4
_IN_BRACKETS = 7
"""Tokens from a bracket inside a title to behind the one that closes it."""


def _opens_complement(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether a complement, or a country's adjective before one, begins at token ``i``."""
    if line.country.get(i, ((), "", 0))[1] == "demonym":
        i = line.country[i][2]
    return line.word(i) in lex.of or bool(lex.charge.at(line.words, i))


def is_modifier(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether a word right behind a rank changes nothing; with a capital only before a complement."""
    ends = line.word(i + 1) in lex.prepositions | {","}
    known = line.words[i] in lex.modifiers and (not line.capital(i) or _opens_complement(line, i + 1, lex))
    if line.capital(i) and ends and all(half in lex.words for half in line.words[i].split("-")):
        return True  # "la directrice Afrique-Europe, NAME"
    return known or is_adjective(line, i, lex)


def is_adjective(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether an unknown word between a rank and its complement is an adjective ("directeur interrégional de")."""
    word = line.word(i)
    if len(word) <= _SHORT or line.capital(i) or not lex.adjectives or not word.endswith(lex.adjectives):
        return False
    return _opens_complement(line, i + 1, lex) or is_adjective(line, i + 1, lex) or i + 1 in line.country


def opens_name(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether a rank at token ``i`` stands before a name, and is no word of the title ("Procuraduría General")."""
    after = i + (lex.honorifics.at(line.words, i) or (1, True))[0]
    return line.capital(after) and line.words[after] not in lex.words


def in_brackets(line: Line, i: int, lex: Lexicon) -> int:
    """Return the token behind the brackets of a title that open at ``i``, else 0: "Additional Secretary (Europe)".

    Words of titles stand in them: "Deputy Secretary-General (Policy and International)".
    """
    close = next((j for j in range(i + 2, min(i + _IN_BRACKETS, len(line))) if line.words[j] == ")"), 0)
    if line.word(i) != "(" or not close or not line.capital(i + 1):
        return 0
    known = lex.words | lex.modifiers
    inside = range(i + 1, close)
    return close + 1 if all(line.words[j] in known or lex.connectors.at(line.words, j) for j in inside) else 0


def acronym_at(line: Line, i: int) -> bool:
    """Tell whether an institution's initials stand in brackets at token ``i``: "the National Drug Agency (NDA)"."""
    return line.word(i) == "(" and line.word(i + 2) == ")" and line.tokens[i + 1].text.isupper()


def next_country(line: Line, i: int, lex: Lexicon) -> int:
    """Return where the next country of a plural office's list begins, else ``i``: "of A, B and C", "of A and of B"."""
    end = i + 3 if line.word(i) == "(" and line.word(i + 2) == ")" else i  # "the United Arab Emirates (UAE), and"
    after = end
    if line.word(after) == ",":
        after += 1
    if join := lex.connectors.at(line.words, after):
        after += join[0]
    if after == end:
        return i
    while line.word(after) in lex.of | lex.determiners:
        after += 1
    if line.country.get(after, ((), "", 0))[1] == "demonym" or after not in line.country:
        return i if after not in line.country or line.word(end) == "," else after
    if line.word(end) != ",":
        return after
    further = line.country[after][2]
    last = lex.connectors.at(line.words, further)
    behind = further + last[0] if last else further
    while last and line.word(behind) in lex.of | lex.determiners:
        behind += 1  # "de la France, du Portugal et du Maroc"
    goes_on = bool(last and behind in line.country) or (line.word(further) == "," and not line.capital(further + 1))
    listed = line.word(further) == "," and further + 1 in line.country
    return after if goes_on or listed or lex.connectors.at(line.words, end + 1) else i


def further_post(line: Line, i: int, lex: Lexicon) -> int:
    """Return where the second country of an envoy's post ends, else ``i``: "ambassador to A and to B, NAME"."""
    join = lex.connectors.at(line.words, i)
    if not join:
        return i
    after = i + join[0]
    while line.word(after) in lex.of | lex.determiners | lex.prepositions:
        after += 1
    if line.country.get(after, ((), "", 0))[1] != "name":
        return i
    end = line.country[after][2]
    return end if line.word(end) == "," and line.capital(end + 1) and end + 1 not in line.country else i


def european(line: Line, start: int, end: int) -> tuple[str, ...]:
    """Return the content words of an EU institution that a country's mention names ("European Commission")."""
    words = content_words(line.words[start:end], line.language)
    return words if (portfolio_of(words, "", line.language) or "").startswith("european-") else ()


def belongs(line: Line, i: int, lex: Lexicon, named: frozenset[str] | None) -> bool:
    """Tell whether an unknown capitalised word goes on with a title ("Cooperación Jurídica"), and begins no name."""
    word = line.words[i]
    if named is None or word in named or word in lex.given or not (line.capital(i) and line.tokens[i].text.isalpha()):
        return False
    following = line.word(i + 1)
    return not line.capital(i + 1) or following in lex.words or following in lex.given


def city_words(line: Line, i: int) -> int:
    """Return how many words from ``i`` on are the name of a city of several words."""
    for length in (3, 2):
        named = " ".join(t.text for t in line.tokens[i : i + length])
        if i + length <= len(line) and line.words[i + length - 1][-1].isalpha() and places.find_city(named):
            return length
    return 0


def posting(line: Line, i: int, rank: str) -> tuple[str, int] | None:
    """Return the country of the city at token ``i`` where an envoy is posted, and the index after it."""
    if rank not in POSTED or not line.capital(i):
        return None
    for end in range(min(i + 3, len(line)), i, -1):
        named = " ".join(token.text for token in line.tokens[i:end])
        if line.words[end - 1][-1].isalpha() and (city := places.find_city(named)):
            return city.country, end
    return None


def _another_title(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether another title begins at token ``i``: "and Deputy Director", in English also "and Labour Attaché"."""
    if line.language == "en" and line.capital(i):
        behind = i
        while line.capital(behind) and line.words[behind] in lex.words and not head_at(line, behind, lex):
            behind += 1
        if behind > i and line.capital(behind) and head_at(line, behind, lex):
            return True
    while i < len(line) and not head_at(line, i, lex):
        level = lex.levels.at(line.words, i)
        if not level:
            return False
        i += level[0]
    return i < len(line)


def coordinated(line: Line, i: int, lex: Lexicon, *, capital: bool, plural: bool) -> int | None:
    """Return where the next member of a portfolio's list begins, if one does at ``i``."""
    join = lex.connectors.at(line.words, i)
    comma = line.words[i] == ","
    if not join and not comma:
        return None
    after = i + (join[0] if join else 1)
    if comma and (more := lex.connectors.at(line.words, after)):
        after += more[0]
    if line.word(after) in lex.again and line.word(after + 1) in lex.of:
        return None
    bare = after
    while line.word(after) in lex.determiners | lex.of | {"a", "au", "aux"}:
        after += 1
    if comma and after > bare and line.language == "en" and line.taken.get(after, "country") != "country":
        return None  # "of Foreign Affairs, the Chilean-Peruvian Committee met"
    if line.country.get(after, ((), "", 0))[1] == "demonym" and line.capital(after):
        behind = line.country[after][2]
        goes_on = line.word(behind) in lex.words and line.capital(behind) and not _another_title(line, behind, lex)
        if goes_on or line.words[after][-1] == "s":
            return after  # "... and Egyptian Expatriates", "... et des Tunisiens à l'étranger"
    if line.country.get(after, ((), "", 0))[0] == ("EU",) and (comma or capital):
        return after
    if after >= len(line) or _another_title(line, after, lex):
        return None
    ends = line.word(after + 1) in {",", ")", ";", "."} or (capital and line.word(after + 1) in lex.of)
    ends = ends or ((after > bare or plural) and not line.capital(after + 1))  # "les préfets de A et de B sont ..."
    # "of the Interior, Security and Customary Affairs NAME"
    known = line.word(after + 1) in lex.words and line.capital(after + 1) and not head_at(line, after + 1, lex)
    ends = ends or (capital and line.language == "en" and after == bare and known)
    closes = ends and line.capital(after) and line.words[after] not in lex.given
    if line.words[after] not in lex.words and not (join and closes and (after > bare or capital)):
        return None  # "... et de la Francophonie, NAME": an unknown word closes the title
    if capital and not line.capital(after):
        adjective = after == bare and not line.capital(i - 1)  # "Affaires juridiques et consulaires"
        goes_on = adjective or after > bare  # "... et à la politique de voisinage"
        known = join is not None and line.language != "en" and line.words[after] in lex.words
        return after if goes_on and known else None
    if comma and not line.capital(after):
        last = lex.connectors.at(line.words, after + 1)  # "minister for industry, trade and investment"
        return (
            after if last and line.words[after] in lex.words and line.word(after + 1 + last[0]) in lex.words else None
        )
    if comma and after == bare and line.language == "en":
        return after if line.capital(after) else None
    return after if after not in line.country else None
