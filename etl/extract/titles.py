"""A title from its head: what stands before it (English) or right after it (French, Spanish), and its complements.

"La ministre fédérale belge de l'Intérieur", "Homeland Security Advisor to the President": a title goes as far as the
words go that titles are made of (``languages/*/offices.yaml``).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.complements import After
from etl.extract.office import Office, said
from etl.extract.ranks import Head, Lexicon, head_at, lexicon
from etl.extract.title_words import european
from etl.offices import content_words

if TYPE_CHECKING:
    from etl.extract.line import Line

_ACRONYM = 7
_UNKNOWN = 3
"""Words between a country and its official's title."""


def _owner_before(line: Line, i: int) -> tuple[tuple[str, ...], int] | None:
    """Return the countries of the mention that ends before token ``i``, and where it begins."""
    for start, (codes, _, end) in line.country.items():
        if end == i:
            return codes, start
    return None


def _extend_left(
    line: Line, head_start: int, lex: Lexicon, named: frozenset[str] | None
) -> tuple[int, tuple[str, ...], str | None]:
    """Return where the title begins, its owners and its level, looking left from the head."""
    english = line.language == "en"
    capital = line.capital(head_start)
    owners: list[str] = []
    level: str | None = None
    i = head_start
    while i > 0:
        word = line.words[i - 1]
        if english and word == "'s":
            if (found := _owner_before(line, _possessor(line, i - 1, lex))) is not None:
                owners.extend(found[0])
            elif i > 1 and lex.heads.at(line.words, i - 2):
                i -= 2
            break
        if english and word == "'" and capital and i > 1 and line.capital(i - 2) and line.words[i - 2] in lex.words:
            i -= 2  # "the Expatriates' Welfare Minister"
            continue
        if english and (found := _owner_before(line, i)) is not None:
            owners[:0] = found[0]
            i = found[1]
            continue
        if (leveled := lex.levels.ending_at(line.words, i)) is not None:
            level = level or leveled[1]
            i -= leveled[0]
            continue
        known = word in lex.modifiers or (english and word in lex.words)
        if known and (not english or not capital or line.capital(i - 1)) and i - 1 not in line.taken:
            i -= 1
            continue
        if english and i > 1 and word == "and" and i < head_start and _joins(line, i, lex):
            i -= 1
            continue
        text = line.tokens[i - 1].text
        apposed = line.word(i - 2) in {",", "(", ""} and text.isalpha() and line.capital(i - 1)
        new = named and word not in named and word not in lex.given | lex.determiners
        if english and capital and (new or named is None) and _of_a_region(line, i - 1, lex):
            i -= 1
            continue
        if english and capital and apposed and new and i < head_start:
            i -= 1
            break
        initials = text.isupper() and 2 <= len(text) < _ACRONYM and text.isalpha()
        if english and initials and (capital or i == head_start):  # "FIA Director", "FIA chief"
            i -= 1
            continue
        if english and (found := _owner_beyond(line, i, lex)) is not None:
            owners[:0] = found[0]
            i = found[1]
        break
    return i, tuple(owners), level


def _possessor(line: Line, end: int, lex: Lexicon) -> int:
    """Return where the words of an institution begin that ends at a possessive: "the Chadian embassy's consul"."""
    start = end
    while line.word(start - 1) in lex.words and end - start < _UNKNOWN:
        start -= 1
    return start if line.word(end - 1) in lex.seats else end


def _of_a_region(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether an unknown word stands between "acting" and a rank: "Acting Zobuelo Governor NAME"."""
    known = line.words[i] in lex.former | lex.given | lex.determiners or i in line.taken
    acting = line.word(i - 1) in lex.modifiers and line.capital(i - 1)
    return acting and not known and line.capital(i) and line.tokens[i].text.isalpha()


def _owner_beyond(line: Line, i: int, lex: Lexicon) -> tuple[tuple[str, ...], int] | None:
    """Return whose a title is that begins at token ``i`` behind words which no list has: "Spain's outspoken Minister".

    And where its own words begin.
    """
    for j in range(i - 1, max(-1, i - 1 - _UNKNOWN), -1):
        if (
            not line.tokens[j].text.replace("-", "").isalpha()
            or line.capital(j)
            or line.words[j] in lex.no_title | lex.around
        ):
            return None
        possessive = line.word(j - 1) == "'s"
        owner = _owner_before(line, j - 1 if possessive else j)
        if owner and (possessive or line.country[owner[1]][1] == "demonym"):
            return owner[0], i
    return None


def _joins(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether "and" before token ``i`` joins two words of one title, not two titles or people."""
    before, after = line.words[i - 2], line.words[i]
    start = i - 2
    while start > 0 and line.capital(start) and line.words[start] in lex.words:
        start -= 1
    if line.words[start] in lex.of:
        return False  # "of the Department of Health and Labour Attaché NAME"
    owner = _owner_before(line, i - 1)
    if owner and any(start == i for start in line.country):
        return line.word(owner[1] - 1) not in lex.of  # "President NAME of Mexico and U.S. Adviser NAME"
    return (
        before in lex.words
        and after in lex.words
        and line.capital(i - 2) == line.capital(i)
        and not (lex.heads.at(line.words, i - 2) or before in {"affairs", "state"})
    )


def office_at(line: Line, i: int, lex: Lexicon, named: frozenset[str] | None = None) -> Office | None:
    """Return the office whose head begins at token ``i``, else None; ``named`` are words of names once known."""
    found = head_at(line, i, lex)
    if not found:
        return None
    length, head, level = found
    former = level == "former"
    level = None if former else level
    start, before, level_before = _extend_left(line, i, lex, named)
    right = After(line, lex, head, office_at, i + length, list(before), named=named)
    possessor = max((j + 1 for j in range(start, i) if line.words[j] == "'s"), default=start)  # "King's Ambassador"
    left_content = [
        w for j in range(possessor, i) if j not in line.taken and (w := line.words[j]) not in lex.modifiers
        and not lex.levels.at(line.words, j)
    ]  # fmt: skip
    right.content.extend(content_words(left_content, line.language) if line.language == "en" else [])
    for at, (_, _, end) in line.country.items():
        if start <= at < i:
            right.content.extend(european(line, at, end))
    level_after = right.modifiers()
    tail = line.words[i + length - 1] in lex.of and length > 1
    if tail:
        right.end -= 1
    while right.complement():
        pass
    if tail and right.end <= i + length:
        right.end = max(right.end, i + length - 1)
    if line.word(right.end) == "n" and line.word(right.end + 1) == "°" and line.word(right.end + 2).isdigit():
        right.end += 3  # "conseiller technique n°2, NAME"
    determiner = line.word(start - 1) if line.word(start - 1) in lex.determiners else ""
    if line.word(start - 1) in {"du", "del", "al", "au", "aux", "des"}:
        determiner = "le"
    while start > 0 and line.words[start - 1] in lex.former:
        start -= 1
        former = True
    former = former or any(w in lex.former for w in line.words[start:i])
    return Office(
        start=start,
        end=right.end,
        head_start=i,
        head_end=i + length,
        head=head,
        level=level or level_before or level_after,
        owners=tuple(dict.fromkeys(right.owners)),
        targets=tuple(dict.fromkeys(right.targets)),
        content=tuple(right.content),
        determiner=determiner,
        former=former,
        inner=right.inner,
    )


def complement_behind(line: Line, end: int) -> int | None:
    """Return where a complement behind a name ends: "NAME of Spain", "NAME, de Movilidad Humana, y ...", else None."""
    lex = lexicon(line.language)
    start = _behind(line, end, lex)
    if start is None:
        return None
    right = After(line, lex, Head("minister"), office_at, start)
    if not right.complement() or not (right.owners or start > end):
        return None
    _go_on(line, right, lex)
    return right.end


def _go_on(line: Line, right: After, lex: Lexicon) -> None:
    """Read the complements that follow the first behind a name: ", de Asuntos Multilaterales de Colombia"."""
    while line.word(right.end) in lex.of and right.complement():
        pass


def _behind(line: Line, end: int, lex: Lexicon) -> int | None:
    """Return where "of ..." begins behind a name, or behind the comma after it where a title's words follow."""
    if line.word(end) in lex.of:
        return end
    listed = line.word(end) == "," and line.word(end + 1) in lex.of and line.capital(end + 2)
    return end + 1 if listed and line.words[end + 2] in lex.words else None


def with_complement(line: Line, office: Office, end: int) -> Office:
    """Return the office completed by what follows its holder's name: "President NAME of Spain"."""
    lex = lexicon(line.language)
    behind = _behind(line, end, lex)
    if behind is None or (behind > end and (office.content or office.owners)):
        return office  # "the ministers of A, NAME, of B, OTHER NAME": whose the next is
    end = behind
    right = After(
        line, lex, office.head, office_at, end, list(office.owners), list(office.targets), list(office.content)
    )
    if not right.complement():
        return office
    _go_on(line, right, lex)
    country = next((i for i in range(end, right.end) if line.words[i] == "'s"), None)
    if country:  # "President NAME of Chile's administration": the title ends with the country
        owners = _owner_before(line, country)
        return replace(office, owners=owners[0], tail=said(line, end, country)) if owners else office
    added = range(end + 1, right.end)  # "Secretary General NAME of NATO"
    known = any(line.words[i] in lex.words or line.tokens[i].text.isupper() for i in added)
    if not (len(right.owners) > len(office.owners) or known):
        return office
    tail = said(line, end, right.end)
    return replace(office, owners=tuple(right.owners), content=tuple(right.content), tail=tail)
