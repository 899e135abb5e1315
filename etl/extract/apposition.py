"""A title read on to its holder's name: "the head of the Bureau against ..., NAME, ...".

No list has every word that titles are made of. But where a title breaks off at an unknown word and a name stands in
apposition behind the next comma, the words between them are the title's, unless they are a clause's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.ranks import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.line import Line
    from etl.extract.name_evidence import Name
    from etl.extract.office import Office
    from etl.extract.ranks import Lexicon

_LONGEST = 10
"""Words of a title behind the first that is unknown."""
_CLOSING = frozenset({",", ".", ";", ":", ")", "(", "!", "?", ""})
"""What stands behind a name in apposition, beside a conjunction."""


def read_on(line: Line, offices: Sequence[Office], names: Sequence[Name]) -> list[Office]:
    """Return the offices, each that breaks off before its holder's name read on to the comma."""
    lex = lexicon(line.language)
    if not lex.clause:
        return list(offices)
    apposed = {name.outer: name for name in names}
    begun = {office.start for office in offices} | {i for name in names for i in range(name.outer, name.end)}
    found: list[Office] = []
    for office in offices:
        comma = _comma(line, office, lex, begun)
        name = apposed.get(comma + 1) if comma else None
        if comma is None or name is None or not _closes(line, name.end, lex):
            found.append(office)
            continue
        unknown = [w for w in line.words[office.end : comma] if w.isalpha() and w not in lex.around]
        longer = replace(office, end=comma, content=(*office.content, *unknown))
        known = longer.office(line.language) or not office.office(line.language)
        found.append(longer if known else replace(office, end=comma))
    return found


def _comma(line: Line, office: Office, lex: Lexicon, begun: set[int]) -> int | None:
    """Return where the comma stands up to which a title may go on; None where it ends, or a clause begins."""
    if not office.determiner or office.verbal or line.word(office.end) in _CLOSING:
        return None
    if line.words[office.end] not in lex.prepositions and line.word(office.end + 1) in lex.determiners:
        return None  # a verb and its object: "the minister of Justice sees the ..."
    for i in range(office.end, min(len(line), office.end + _LONGEST + 1)):
        if line.words[i] == ",":
            return i
        bracketed = "(" in (line.words[i], line.word(i - 1)) or (line.words[i] == ")" and line.word(i + 1) == ",")
        if (
            i in begun
            or line.words[i] in lex.clause
            or not (line.words[i][0].isalnum() or bracketed or _joins(line, i))
        ):
            return None
    return None


def _joins(line: Line, i: int) -> bool:
    return line.words[i][-1] in "'-" or line.words[i] in {'"', "«", "»"}


def _closes(line: Line, end: int, lex: Lexicon) -> bool:
    """Tell whether an apposition ends where a name does."""
    return line.word(end) in _CLOSING or bool(lex.connectors.at(line.words, end))
