"""Titles that go on in words which no list has, up to the comma before their holder's name.

"The minister for smaller island communities, NAME": whatever stands there is the title, unless a verb or a pronoun
does.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from etl.extract.ranks import Lexicon, lexicon
from etl.extract.title_words import acronym_at, is_adjective

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from etl.extract.line import Line
    from etl.extract.name_evidence import Name
    from etl.extract.office import Office

_LONGEST = 10
"""Words that a title goes on for."""
GRADES = frozenset({"ambassador", "commissioner", "prefect", "service-rank", "minister-plenipotentiary", "senator"})
"""Ranks in a service: behind an office, they stand before its holder's name as an honorific does."""
_CLOSING = frozenset({",", ".", ";", ")", ":", ""})


def completed(line: Line, names: Sequence[Name], offices: Sequence[Office]) -> list[Office]:
    """Return the offices, each as far as the comma before the name that follows it."""
    lex = lexicon(line.language)
    named = {name.outer: name for name in names}
    grades = (grade for grade in offices if grade.head.rank in GRADES and grade.end in named)
    named |= {grade.start: named[grade.end] for grade in grades}  # ", Ambassador NAME"
    found: list[Office] = []
    for one, following in zip_longest(offices, offices[1:]):
        office = one
        end = _comma(line, office, following.start if following else len(line), named, lex)
        holder = named.get(end + 1) if end else None
        if end and holder and _closes(line, holder.end, lex):
            owners = office.owners or _owners(line, office.end, end, lex)
            longer = replace(
                office, end=end, owners=owners, content=(*office.content, *_subject(line, office.end, end, lex))
            )
            known = longer.office(line.language) or not office.office(line.language)
            office = longer if known else replace(longer, content=office.content)
        found.append(office)
    return found


def _subject(line: Line, start: int, end: int, lex: Lexicon) -> list[str]:
    """Return the words that say what an office is of."""
    return [word for word in line.words[start:end] if word.isalpha() and word not in lex.around]


def _owners(line: Line, start: int, end: int, lex: Lexicon) -> tuple[str, ...]:
    """Return the countries that words of a title tell it is of: "against the Mafia of Italy"."""
    of = lex.of | lex.determiners
    return next((line.country[i][0] for i in range(start, end) if i in line.country and line.word(i - 1) in of), ())


def _comma(line: Line, office: Office, last: int, named: Container[int], lex: Lexicon) -> int | None:
    """Return the comma before a name up to which words go on with a title; None where they cannot be a title's."""
    if office.verbal or office.head.plural or not _goes_on(line, office, lex):
        return None
    for i in range(office.end, min(last, office.end + _LONGEST + 1)):
        if i > office.end and line.words[i] == "," and i + 1 in named:
            return i
        if i in named or not _is_of_title(line, i, lex):
            return None
    return None


def _is_of_title(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether a token may be one of a title: no verb, no pronoun, no day, and a comma but in its list."""
    text = line.tokens[i].text
    if any(start <= i < end for start, (_, _, end) in line.country.items()):
        return True  # "of that country", too
    if text == ",":  # "of Foreign Affairs, Foreign Business and Foreign Cooperation, NAME"
        return line.capital(i - 1) and line.capital(i + 1)
    if line.taken.get(i) == "date" or text.lower() in lex.no_title:
        return False
    verb = text.islower() and text.endswith(lex.verb_endings) and text not in lex.words  # "the specialised units"
    return not verb and (text[0].isalpha() or _in_brackets(line, i))


def _in_brackets(line: Line, i: int) -> bool:
    """Tell whether a token is a bracket around one word: "of the Scheme (TSR), NAME", "(TSR) in Lima, NAME"."""
    if line.words[i] == "(":
        return line.word(i + 2) == ")"
    return line.words[i] == ")" and (line.word(i + 1) == "," or acronym_at(line, i - 2))


def _goes_on(line: Line, office: Office, lex: Lexicon) -> bool:
    """Tell whether a title may go on at its end: behind its subject, or with what opens one."""
    i = office.end
    opens = acronym_at(line, i) or line.word(i) in {*lex.prepositions, ","} or bool(lex.charge.at(line.words, i))
    # "the National Anti-Smuggling Prosecutor" of other languages: "el Procurador Nacional Antimafia, NAME"
    opens = opens or (line.capital(office.head_start) and line.capital(i) and line.word(i) in lex.modifiers)
    return opens or office.end > office.head_end or (i < len(line) and is_adjective(line, i, lex))


def _closes(line: Line, end: int, lex: Lexicon) -> bool:
    """Tell whether an apposition ends behind a name: with a comma, a conjunction or the sentence."""
    return line.word(end) in _CLOSING or bool(lex.connectors.at(line.words, end))
