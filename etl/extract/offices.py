"""The offices of a line, also those whose head is left out: in a list, behind a plural, or told by a verb."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from etl.extract.complements import After
from etl.extract.office import TERRITORIAL, Office, said, singular
from etl.extract.ranks import Head, Lexicon, given_names, lexicon
from etl.extract.titles import office_at
from etl.offices import owner_of

if TYPE_CHECKING:
    from etl.extract.line import Line

_BARE_NEEDS_COMPLEMENT = frozenset({"head", "chair", "representative", "service-rank"})
_SURNAMES = frozenset({"king", "queen", "prince", "pope", "mayor", "prefect", "chancellor", "wali", "emir", "sultan"})
_VERBS = {
    "director": "director", "chair": "chair", "commander": "commander", "commandant": "commander",
    "comandante": "commander", "président": "president", "presidente": "president", "coordonnateur": "coordinator",
    "coordinador": "coordinator",
}  # fmt: skip
"""The ranks of the heads that verbs stand for."""
_SEPARATORS = frozenset({",", ";"})
"""Between the countries of a plural office: "the ministers of A, NAME; of B, NAME"."""


def find_offices(line: Line, named: frozenset[str] | None = None) -> list[Office]:
    """Return the offices of a line, outermost only, in text order; ``named`` are words of people's names once known."""
    lex = lexicon(line.language)
    offices: list[Office] = []
    i = 0
    while i < len(line):
        if line.taken.get(i) in {"body", "date"}:
            i += 1
            continue
        office = office_at(line, i, lex, named)
        if office is None or not _is_office(line, office):
            i += 1
            continue
        if offices and office.start < offices[-1].end:
            office = _behind(line, office, offices[-1].end)
        offices.append(office)
        i = max(office.end, i + 1)
    found = [*offices, *_elliptical(line, offices, lex), *_by_verb(line, offices, lex)]
    return sorted(found, key=lambda o: o.start)


def _behind(line: Line, office: Office, end: int) -> Office:
    """Return an office without the words and countries that the office before it, which ends at ``end``, has."""
    start = max(office.head_start, end)
    taken = {code for i in range(office.start, start) if i in line.country for code in line.country[i][0]}
    return replace(office, start=start, owners=tuple(code for code in office.owners if code not in taken))


def _is_office(line: Line, office: Office) -> bool:
    """Tell whether the words are an office and no verb, adjective or part of something else."""
    lex = lexicon(line.language)
    bare = office.end == office.head_end and office.start == office.head_start
    if office.head.rank in _BARE_NEEDS_COMPLEMENT and bare:
        return office.head.rank == "chair" and line.capital(office.head_start)
    if office.head.rank == "head" and line.words[office.head_start : office.head_end] == ["chief"]:
        return not bare and line.word(office.end) not in lex.words | lex.modifiers
    if office.head.rank == "service-rank" and office.end == office.head_end:
        return False
    before = line.word(office.start - 1)
    if before in lex.having:
        return False  # "had delegated its deputy minister": a participle
    noun = before[-1:].isalpha() and before not in lex.around
    if line.words[office.head_start] in lex.charged and noun:
        return False
    if office.head.rank == "deputy" and not office.owners and line.tokens[office.head_start].text.isupper():
        return not line.capital(office.head_start - 1) or line.capital(office.end)  # "NAME MP"
    if office.head.rank == "counterpart":
        return bool(office.determiner or office.owners)
    if office.head.rank == "second":
        return bare and office.determiner in lex.possessives
    first = office.head_start
    if office.head.rank == "king" and office.content and not office.owners:
        return False  # a ship's or an operation's name: "Operation Sovereign ..."
    if office.head.rank == "special-envoy" and bare and line.word(first - 1) in lex.ours | {"("}:
        return False
    if line.word(office.head_end) == "'s" and line.language == "en" and bare:
        return not lex.heads.at(line.words, office.head_end + 1)
    if bare and line.capital(first) and not office.determiner:
        before = line.words[first - 1] if first else ""
        surname = office.head.rank in _SURNAMES and line.capital(first - 1) and first - 1 not in line.taken
        if surname and before not in lex.words:
            return False
        return not (line.words[first] in given_names() and line.capital(first + 1))
    return True


def _by_verb(line: Line, offices: list[Office], lex: Lexicon) -> list[Office]:
    """Return the offices that a verb tells: "NAME, who runs the migration agency"."""
    found: list[Office] = []
    for i in range(len(line)):
        verb = lex.by_verb.at(line.words, i)
        if verb is None or any(office.start <= i < office.end for office in offices):
            continue
        at = i + verb[0]
        right = After(line, lex, Head("head"), office_at, at)
        if not right.complement(opened=at) or not right.content:
            continue
        if any(at <= office.start < right.end for office in offices):
            continue
        while right.complement():
            pass
        head = Head(_VERBS.get(verb[1].split()[0], "head"))
        found.append(
            Office(
                start=i, end=right.end, head_start=i, head_end=at, head=head, level=None, owners=tuple(right.owners),
                targets=(), content=tuple(right.content), determiner="", former=False, inner=None,
                spelled=f"{verb[1]} {said(line, at, right.end)}", verbal=True,
            )
        )  # fmt: skip
    return found


def _listed_country(line: Line, i: int, lex: Lexicon) -> int | None:
    """Return where a country begins that goes on a plural office's list: "the ministers of A, NAME, B, NAME"."""
    after = i
    if line.word(after) in _SEPARATORS:
        after += 1
    if join := lex.connectors.at(line.words, after):
        after += join[0]
    if after == i:
        return None
    after += line.word(after) in lex.determiners - lex.of  # "the Kingdom of Norway"
    if line.country.get(after, ((), "", 0))[1] != "name":
        return None
    end = line.country[after][2]
    return after if line.word(end) == "," and line.capital(end + 1) and end + 1 not in line.country else None


def _of_country(line: Line, office: Office, at: int) -> Office:
    """Return the singular of a plural office for the country at token ``at``."""
    codes, _, end = line.country[at]
    first = min((j for j in range(office.head_end, office.end) if j in line.country), default=office.end)
    while line.word(first - 1) in lexicon(line.language).determiners:
        first -= 1  # "the ambassadors of the Republic of Peru, NAME, and New Zealand, OTHER NAME"
    head = said(line, office.head_start, office.head_end)
    rank = said(line, office.start, first).replace(head, singular(head, line.language), 1)
    return replace(
        office, start=at, end=end, head_start=at, head_end=at, spelled=rank, head=replace(office.head, plural=False),
        owners=codes, targets=(), determiner="", inner=None,
    )  # fmt: skip


def _elliptical(line: Line, offices: list[Office], lex: Lexicon) -> list[Office]:
    """Return the offices that leave out the head said before: "el subsecretario de X, A; el de Y, B"."""
    found: list[Office] = []
    for office, following in zip_longest(offices, offices[1:]):
        last = following.start if following else len(line)
        for i in range(office.end + 1, last):
            at = i + 1 if line.words[i] in lex.again else i
            if office.head.plural:
                at += line.words[i] in _SEPARATORS and line.word(i + 1) in lex.of
                if join := lex.connectors.at(line.words, i):
                    at = i + join[0]
            if office.head.plural and (listed := _listed_country(line, i, lex)) and listed < last:
                if not any(known.start == listed for known in found):
                    found.append(_of_country(line, office, listed))
                continue
            if at == i or line.word(at) not in lex.of:
                continue
            right = After(line, lex, office.head, office_at, at)
            if not right.complement():
                continue
            while right.complement():
                pass  # "of the UN Fund for Children"
            if right.end >= last:
                continue
            # "the ministers of A, NAME, of B, NAME" goes on as it began: each country before its holder
            ahead = office.head.plural and office.end > office.head_end
            if not (line.capital(right.end) or (line.words[right.end] == "," and line.capital(right.end + 1))):
                continue
            found.append(
                replace(
                    office, start=at, end=right.end, head_start=at, head_end=at if ahead else at + 1,
                    spelled=_head_of(line, office),
                    head=replace(office.head, plural=False), owners=tuple(right.owners), targets=tuple(right.targets),
                    content=tuple(right.content) or office.content,
                    determiner="el" if line.words[i] in lex.again else "",
                    inner=None,
                )
            )  # fmt: skip
    return found


def _head_of(line: Line, office: Office) -> str:
    """Return the head of an office, of a plural's in the singular."""
    head = said(line, office.head_start, office.head_end)
    return singular(head, line.language) if office.head.plural else head


def members(line: Line, office: Office) -> list[Office]:
    """Return the offices that a plural names one by one: "the governors of A and B", "les chefs de C et de D"."""
    lex = lexicon(line.language)
    if not office.head.plural or office.spelled:
        return [office]
    parts: list[list[int]] = [[]]
    for i in range(office.head_end, office.end):
        if line.words[i] == "," or lex.connectors.at(line.words, i):
            parts.append([])
        elif parts[-1] or line.words[i] not in lex.of | lex.determiners:
            parts[-1].append(i)
    parts = [part for part in parts if part]
    named = all(
        line.capital(i) and i not in line.country and (line.words[i] not in lex.words or owner_of(line.words[i]))
        for i, *_ in parts
    )
    if len(parts) < 2 or not (office.head.rank in TERRITORIAL or named):
        return [office]
    spelled = singular(said(line, office.start, office.head_end), line.language)
    if line.words[office.head_end - 1] not in lex.of:
        of = line.tokens[office.head_end].text
        spelled += " de" if of.endswith("'") else f" {of}"
    return [
        replace(
            office, start=part[0], end=part[-1] + 1, head_start=part[0], head_end=part[0], spelled=spelled,
            head=replace(office.head, plural=False), content=tuple(line.words[part[0] : part[-1] + 1]),
        )
        for part in parts
    ]  # fmt: skip
