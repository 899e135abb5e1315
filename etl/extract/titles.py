"""Offices in running text: "la ministre fédérale belge de l'Intérieur", "Homeland Security Advisor to the President".

A title is a head (a rank's word), what stands before it (English) or right after it (French, Spanish), and its
complements, as far as the words go that titles are made of (``languages/*/offices.yaml``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from etl import places
from etl.countries import region_country, sovereign
from etl.extract.ranks import Head, Lexicon, given_names, head_at, lexicon
from etl.offices import content_words, owner_of, portfolio_of
from etl.records import RoleClaim

if TYPE_CHECKING:
    from etl.extract.line import Line

POSTED = frozenset({
    "ambassador", "consul", "consul-general", "charge-daffaires", "permanent-representative", "representative",
    "special-representative", "special-envoy", "attache", "counsellor", "minister-counsellor", "high-commissioner",
    "delegate",
})  # fmt: skip
"""Ranks whose holder is sent to a country that is not their own."""
_BARE_NEEDS_COMPLEMENT = frozenset({"head", "chair", "representative", "service-rank"})
_SURNAMES = frozenset({"king", "queen", "prince", "pope", "mayor", "prefect", "chancellor"})
_CABINET = frozenset({"commissioner", "minister", "minister-delegate", "secretary-of-state", "high-representative"})
_TERRITORIAL = frozenset({"governor", "prefect", "wali", "mayor"})
"""Ranks whose holder's country is that of the place in the title."""
_POSSESSIVES = frozenset({"son", "sa", "leur", "su", "its", "their", "his", "her"})
_VERBS = {
    "director": "director", "chair": "chair", "commander": "commander", "commandant": "commander",
    "comandante": "commander", "président": "president", "presidente": "president", "coordonnateur": "coordinator",
    "coordinador": "coordinator",
}  # fmt: skip
"""The ranks of the heads that verbs stand for."""
_REPORTERS = frozenset({"(", "notre", "nos", "nuestro", "nuestra", "nuestros", "our"})
"""Before a special envoy: a newspaper's, in its dateline."""
_ACRONYM = 7
_SHORT = 4
_LONGEST_PLACE = 4
_SOVEREIGN = frozenset({"majeste", "majestad", "majesty"})
_NO_TITLE = frozenset({"est", "este", "sont", "trata", "contra"})
"""Words of titles ("Est", "trata de personas") that are another word in lower case."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office found in a line; ``start``/``end`` are token indices without the article before it.

    ``owners`` are the countries it belongs to, ``targets`` those it is sent to; ``head`` is the index after the head.
    ``determiner`` is the folded article or possessive before it. ``inner`` is an office inside a complement
    ("advisor to the President of Spain"), ``tail`` a complement that stands behind the holder's name, ``spelled``
    a head that was said before and is left out here, or the whole title where a verb tells it (``verbal``).
    """

    start: int
    end: int
    head_start: int
    head_end: int
    head: Head
    level: str | None
    owners: tuple[str, ...]
    targets: tuple[str, ...]
    content: tuple[str, ...]
    determiner: str
    former: bool
    inner: Office | None
    tail: str = ""
    spelled: str = ""
    verbal: bool = False

    def claim(self, line: Line, country: str | None = None) -> RoleClaim:
        """Return the office as a claim; ``country`` overrides whose it is."""
        written = "" if self.verbal else "".join(_joined(line, self.start, self.end))
        title = f"{self.spelled} {written} {self.tail}".strip()
        owner = country or (self.owners[0] if self.owners else self._of_place(line) or owner_of(title))
        if owner and self.head.rank in _TERRITORIAL:
            owner = sovereign(owner)
        return RoleClaim(title=title, office=self.office(line.language), country=owner)

    def _of_place(self, line: Line) -> str | None:
        """Return the country of the city or region that a governor's title names."""
        if self.head.rank not in _TERRITORIAL:
            return None
        for start in range(self.head_end, self.end):
            for end in range(min(self.end, start + _LONGEST_PLACE), start, -1):
                if not line.capital(start) or not line.word(end - 1)[-1:].isalpha():
                    continue
                named = " ".join(token.text for token in line.tokens[start:end])
                if region := region_country(named):
                    return region
                if city := places.find_city(named):
                    return sovereign(city.country)
        return None

    def office(self, language: str) -> str | None:
        """Return the id of the canonical office, else None."""
        rank = self.head.rank
        presides = rank == "president" and self.determiner in _POSSESSIVES and not self.content and not self.owners
        if rank in {"counterpart", "service-rank"} or self.former or presides:
            return None
        portfolio = self.head.portfolio
        if portfolio is None and self.content:
            portfolio = portfolio_of(self.content, rank, language)
            if portfolio is None:
                return None
        if portfolio is None and rank in POSTED and self.targets:
            portfolio = self.targets[0]
        if portfolio is None and self.inner is not None:
            return None
        name = f"{self.level}-{rank}" if self.level else rank
        return f"{name}:{portfolio}" if portfolio else name


def _joined(line: Line, start: int, end: int) -> list[str]:
    parts: list[str] = []
    for i in range(start, end):
        if i > start and line.tokens[i].start > line.tokens[i - 1].end:
            parts.append(" ")
        parts.append(line.tokens[i].text)
    return parts


def _owner_before(line: Line, i: int) -> tuple[tuple[str, ...], int] | None:
    """Return the countries of the mention that ends before token ``i``, and where it begins."""
    for start, (codes, _, end) in line.country.items():
        if end == i:
            return codes, start
    return None


def _extend_left(
    line: Line, head_start: int, lex: Lexicon, named: frozenset[str]
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
            if (found := _owner_before(line, i - 1)) is not None:
                owners.extend(found[0])
            elif i > 1 and lex.heads.at(line.words, i - 2):
                i -= 2
            break
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
        if english and capital and apposed and named and word not in named and word not in lex.given and i < head_start:
            i -= 1
            break
        if english and capital and text.isupper() and 2 <= len(text) < _ACRONYM and text.isalpha():
            i -= 1
            continue
        break
    return i, tuple(owners), level


def _joins(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether "and" before token ``i`` joins two words of one title, not two titles or people."""
    before, after = line.words[i - 2], line.words[i]
    if _owner_before(line, i - 1) and any(start == i for start in line.country):
        return True
    return (
        before in lex.words
        and after in lex.words
        and line.capital(i - 2) == line.capital(i)
        and not (lex.heads.at(line.words, i - 2) or before in {"affairs", "state"})
    )


@dataclass(slots=True)
class _Right:
    """What stands after a head, as far as it was read; ``named`` are words of people's names."""

    end: int
    owners: list[str]
    targets: list[str]
    content: list[str]
    inner: Office | None = None
    named: frozenset[str] = frozenset()


def _after_modifiers(line: Line, right: _Right, lex: Lexicon, *, plural: bool) -> str | None:
    """Read adjectives after the head; return the level they give."""
    level: str | None = None
    if line.language == "en":
        return None
    while right.end < len(line):
        i = right.end
        if i in line.country and line.country[i][1] == "demonym" and not line.capital(i):
            right.owners.extend(line.country[i][0])
            right.end = line.country[i][2]
        elif found := lex.levels.at(line.words, i):
            level = level or found[1]
            right.end += found[0]
        elif found_adverbial := lex.adverbials.at(line.words, i):
            right.end += found_adverbial[0]
        elif _is_modifier(line, i, lex):
            right.end += 1
        elif (
            plural
            and right.owners
            and (join := lex.connectors.at(line.words, i))
            and line.country.get(i + join[0], ((), "", 0))[1] == "demonym"
        ):
            right.end += join[0]
        else:
            break
    return level


def _opens_complement(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether a complement, or a country's adjective before one, begins at token ``i``."""
    if line.country.get(i, ((), "", 0))[1] == "demonym":
        i = line.country[i][2]
    return line.word(i) in lex.of or bool(lex.charge.at(line.words, i))


def _is_modifier(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether a word right behind a rank changes nothing; with a capital only before a complement."""
    known = line.words[i] in lex.modifiers and (not line.capital(i) or _opens_complement(line, i + 1, lex))
    return known or _is_adjective(line, i, lex)


def _is_adjective(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether an unknown word between a rank and its complement is an adjective ("directeur interrégional de")."""
    word = line.word(i)
    if len(word) <= _SHORT or line.capital(i) or not lex.adjectives or not word.endswith(lex.adjectives):
        return False
    return _opens_complement(line, i + 1, lex) or _is_adjective(line, i + 1, lex) or i + 1 in line.country


def _complement(line: Line, right: _Right, lex: Lexicon, head: Head, opened: int | None = None) -> bool:
    """Read one complement ("of the Interior", "chargé des ..."), extending ``right``; tell whether there was one.

    ``opened`` is where it begins if what opens it was read already.
    """
    i = right.end
    if line.word(i) == "," and lex.charge.at(line.words, i + 1) and right.content:
        i += 1  # "ministre de la Justice, chargé des Droits de l'homme"
    if _in_brackets(line, i, lex):
        right.content.extend(line.words[i + 1 : i + 2])
        right.end = i + 3
        return True
    charge = lex.charge.at(line.words, i)
    if opened is not None:
        preposition = "charge"
    elif charge:
        i += charge[0]
        preposition = "charge"
    elif line.word(i) in lex.prepositions:
        preposition = line.words[i]
        i += 1
    else:
        return False
    of = preposition in lex.of or preposition in {"charge", "from"}
    while line.word(i) in lex.determiners or (i > right.end and line.word(i) in lex.of):
        i += 1
    start = i
    first = True
    capital = line.capital(i) and i not in line.country
    if not of and i not in line.country and (posting := _posting(line, i, head.rank)):
        right.targets.append(posting[0])
        right.end = posting[1]
        return True
    if _is_seat(line, i, preposition, right, head):
        right.end = line.country[i][2] if i in line.country else i + (_city_words(line, i) or 1)
        return True
    if preposition == "in" and head.rank not in POSTED:
        return False
    if preposition == "from" and i not in line.country:
        return False
    while i < len(line):
        word = line.words[i]
        if i in line.country:
            codes, kind, end = line.country[i]
            posted = head.rank in POSTED
            if (
                first
                and not of
                and not posted
                and line.word(start - 1) != "for"
                and kind != "metonym"
                and line.language != "en"
            ):
                break
            if first and kind != "demonym" and not of:
                right.targets.extend(codes)
            elif institution := european(line, i, end):
                right.owners.extend(codes)
                right.content.extend(institution)
            elif not (
                "EU" in codes and right.content and (kind == "demonym" or line.word(i - 1) in {",", "y", "et", "and"})
            ):
                right.owners.extend(codes)
            i = end
            if line.word(i) == "'s" and line.word(i + 1) in lex.words:
                i += 1  # "of Vietnam's Consular Department"
            elif head.plural:
                i = _next_country(line, i, lex)
            first = False
            continue
        if first and line.capital(i) and (city := _city_words(line, i)):
            right.content.extend(line.words[i : i + city])
            i += city
            first = False
            continue
        if first and word in _SOVEREIGN:
            i += 1  # "embajador de Su Majestad el Rey en ..."
            while line.word(i) in {"le", "el", "la", "the", "roi", "rey", "reine", "reina", "king", "queen"}:
                i += 1
            first = False
            break
        titled = lex.honorifics.at(line.words, i) and (line.capital(i) or "." in line.tokens[i].text)
        if titled and not (right.content and word in lex.words and not _opens_name(line, i, lex)):
            break
        nested = head_at(line, i, lex)
        if nested and not first:
            break
        if nested and preposition in {"to", "charge", "for", "aupres", "pres", "du", "of", "del", "au", "de", "a"}:
            inner = office_at(line, i, lex, right.named)
            if inner is not None:
                right.inner = inner
                right.owners.extend(inner.owners)
                i = inner.end
                first = False
            break
        if word in lex.words and not (word in _NO_TITLE and not line.capital(i) and not (first or right.content)):
            if not first and capital and line.language == "en" and not line.capital(i):
                break
            if not first and line.capital(i) and word in lex.given:
                break
            right.content.append(word)
            i += 1
        elif (
            (
                first
                and line.capital(i)
                and (word not in lex.given or line.tokens[i].text.isupper())
                and (
                    of
                    or preposition in {"at", "for", "para", "pour"}
                    or (head.rank in _CABINET and preposition in {"a", "au", "aux"})
                )
            )
            or (first and of and word.isalpha() and len(word) > 3 and head.rank not in {"king", "minister"})
            or (not first and right.content and _belongs(line, i, lex, right.named))
            or (not first and right.content and _is_adjective(line, i, lex))
        ):
            right.content.append(word)
            i += 1
        elif (
            follow := _coordinated(line, i, lex, capital=capital and head.rank != "high-representative")
        ) and not first:
            i = follow
        else:
            break
        first = False
    while i > start and (line.words[i - 1] in lex.of | lex.determiners | {","} or lex.connectors.at(line.words, i - 1)):
        i -= 1
    if i == start:
        return False
    right.end = i
    return True


def _opens_name(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether a rank at token ``i`` stands before a name, and is no word of the title ("Procuraduría General")."""
    after = i + (lex.honorifics.at(line.words, i) or (1, True))[0]
    return line.capital(after) and line.words[after] not in lex.words


def _in_brackets(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether one word of titles stands in brackets at token ``i``: "Additional Secretary (Europe)"."""
    return (
        line.word(i) == "(" and line.word(i + 2) == ")" and line.capital(i + 1) and line.words[i + 1] in lex.words
    )  # fmt: skip


def _is_seat(line: Line, i: int, preposition: str, right: _Right, head: Head) -> bool:
    """Tell whether a place at token ``i`` says where an office sits, no envoy's: "the coordinator of the UN in Peru".

    Only at the end of a longer title, right before a comma or bracket.
    """
    if head.rank in POSTED or preposition not in {"in", "en", "a", "au", "aux"} or not right.content + right.owners:
        return False
    if i in line.country:
        named = line.country[i][1] == "name"
        end = line.country[i][2]
    else:
        length = _city_words(line, i) or 1
        end = i + length
        named = line.capital(i) and bool(places.find_city(" ".join(token.text for token in line.tokens[i:end])))
    return named and line.word(end) in {",", ")"} and line.capital(end + 1)


def _next_country(line: Line, i: int, lex: Lexicon) -> int:
    """Return where the next country of a plural office's list begins, else ``i``: "of A, B and C", "of A and of B"."""
    after = i
    if line.word(after) == ",":
        after += 1
    if join := lex.connectors.at(line.words, after):
        after += join[0]
    if after == i:
        return i
    while line.word(after) in lex.of | lex.determiners:
        after += 1
    if line.country.get(after, ((), "", 0))[1] == "demonym" or after not in line.country:
        return i if after not in line.country or line.word(i) == "," else after
    if line.word(i) != ",":
        return after
    further = line.country[after][2]
    last = lex.connectors.at(line.words, further)
    goes_on = bool(last and further + last[0] in line.country) or (
        line.word(further) == "," and not line.capital(further + 1)
    )
    listed = line.word(further) == "," and further + 1 in line.country
    return after if goes_on or listed or lex.connectors.at(line.words, i + 1) else i


def european(line: Line, start: int, end: int) -> tuple[str, ...]:
    """Return the content words of an EU institution that a country's mention names ("European Commission")."""
    words = content_words(line.words[start:end], line.language)
    return words if (portfolio_of(words, "", line.language) or "").startswith("european-") else ()


def _belongs(line: Line, i: int, lex: Lexicon, named: frozenset[str]) -> bool:
    """Tell whether an unknown capitalised word goes on with a title ("Cooperación Jurídica"), and begins no name."""
    word = line.words[i]
    if not line.capital(i) or word in named or word in lex.given or not line.tokens[i].text.isalpha() or not named:
        return False
    following = line.word(i + 1)
    return not line.capital(i + 1) or following in lex.words or following in lex.given


def _city_words(line: Line, i: int) -> int:
    """Return how many words from ``i`` on are the name of a city of several words."""
    for length in (3, 2):
        named = " ".join(t.text for t in line.tokens[i : i + length])
        if i + length <= len(line) and line.words[i + length - 1][-1].isalpha() and places.find_city(named):
            return length
    return 0


def _posting(line: Line, i: int, rank: str) -> tuple[str, int] | None:
    """Return the country of the city at token ``i`` where an envoy is posted, and the index after it."""
    if rank not in POSTED or not line.capital(i):
        return None
    for end in range(min(i + 3, len(line)), i, -1):
        named = " ".join(token.text for token in line.tokens[i:end])
        if line.words[end - 1][-1].isalpha() and (city := places.find_city(named)):
            return city.country, end
    return None


def member(line: Line, office: Office, number: int, count: int) -> Office:
    """Return the ``number``-th of the ``count`` offices that a plural names: "the governors of A and B"."""
    lex = lexicon(line.language)
    if not office.head.plural or office.head.rank not in _TERRITORIAL or office.spelled:
        return office
    parts: list[list[int]] = [[]]
    for i in range(office.head_end, office.end):
        if line.words[i] == "," or lex.connectors.at(line.words, i):
            parts.append([])
        elif parts[-1] or line.words[i] not in lex.of | lex.determiners:
            parts[-1].append(i)
    parts = [part for part in parts if part]
    if len(parts) != count or count == 1:
        return office
    first, last = parts[number][0], parts[number][-1] + 1
    of = line.tokens[office.head_end].text
    said = " ".join("".join(_joined(line, office.start, office.head_end)).split())
    return replace(
        office, start=first, end=last, head_start=first, head_end=first, head=replace(office.head, plural=False),
        spelled=f"{said.removesuffix('s')} {'de' if of.endswith(chr(39)) else of}",
    )  # fmt: skip


def _another_title(line: Line, i: int, lex: Lexicon) -> bool:
    """Tell whether another title begins at token ``i``: a head, or a level before one ("and Deputy Director")."""
    while i < len(line) and not head_at(line, i, lex):
        level = lex.levels.at(line.words, i)
        if not level:
            return False
        i += level[0]
    return i < len(line)


def _coordinated(line: Line, i: int, lex: Lexicon, *, capital: bool) -> int | None:
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
    if line.country.get(after, ((), "", 0))[1] == "demonym" and line.capital(after) and line.words[after][-1] == "s":
        return after
    if line.country.get(after, ((), "", 0))[0] == ("EU",) and (comma or capital):
        return after
    if after >= len(line) or _another_title(line, after, lex):
        return None
    ends = line.word(after + 1) in {",", ")", ";", "."} or (capital and line.word(after + 1) in lex.of)
    closes = ends and line.capital(after) and line.words[after] not in lex.given
    if line.words[after] not in lex.words and not (join and closes and (after > bare or capital)):
        return None  # "... et de la Francophonie, NAME": an unknown word closes the title
    if capital and not line.capital(after):
        return None
    if comma and not line.capital(after):
        return None
    if comma and after == bare and line.language == "en":
        return after if line.capital(after) else None
    return after if after not in line.country else None


def office_at(line: Line, i: int, lex: Lexicon, named: frozenset[str] = frozenset()) -> Office | None:
    """Return the office whose head begins at token ``i``, else None; ``named`` are words of people's names."""
    found = head_at(line, i, lex)
    if not found:
        return None
    length, head, level = found
    former = level == "former"
    level = None if former else level
    start, before, level_before = _extend_left(line, i, lex, named)
    right = _Right(i + length, list(before), [], [], named=named)
    possessor = max((j + 1 for j in range(start, i) if line.words[j] == "'s"), default=start)  # "King's Ambassador"
    left_content = [
        w for j in range(possessor, i) if j not in line.taken and (w := line.words[j]) not in lex.modifiers
        and not lex.levels.at(line.words, j)
    ]  # fmt: skip
    right.content.extend(content_words(left_content, line.language) if line.language == "en" else [])
    for at, (_, _, end) in line.country.items():
        if start <= at < i:
            right.content.extend(european(line, at, end))
    level_after = _after_modifiers(line, right, lex, plural=head.plural)
    tail = line.words[i + length - 1] in lex.of and length > 1
    if tail:
        right.end -= 1
    while _complement(line, right, lex, head):
        pass
    if tail and right.end <= i + length:
        right.end = max(right.end, i + length - 1)
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
    right = _Right(start, [], [], [])
    if not _complement(line, right, lex, Head("minister")) or not (right.owners or start > end):
        return None
    return right.end


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
    if behind is None or (behind > end and office.content):
        return office
    end = behind
    right = _Right(end, list(office.owners), list(office.targets), list(office.content))
    if not _complement(line, right, lex, office.head):
        return office
    named = line.words[end + 1 : right.end]
    if not (len(right.owners) > len(office.owners) or any(w in lex.words for w in named)):
        return office
    tail = " ".join("".join(_joined(line, end, right.end)).split())
    return replace(office, owners=tuple(right.owners), content=tuple(right.content), tail=tail)


def _is_office(line: Line, office: Office) -> bool:
    """Tell whether the words are an office and no verb, adjective or part of something else."""
    bare = office.end == office.head_end and office.start == office.head_start
    if office.head.rank in _BARE_NEEDS_COMPLEMENT and bare:
        return office.head.rank == "chair" and line.capital(office.head_start)
    if office.head.rank == "head" and line.words[office.head_start : office.head_end] == ["chief"]:
        lex = lexicon(line.language)
        return not bare and line.word(office.end) not in lex.words | lex.modifiers
    if office.head.rank == "service-rank" and office.end == office.head_end:
        return False
    if office.head.rank == "counterpart":
        return bool(office.determiner or office.owners)
    first = office.head_start
    if office.head.rank == "special-envoy" and bare and line.word(first - 1) in _REPORTERS:
        return False
    if line.word(office.head_end) == "'s" and line.language == "en" and bare:
        return not lexicon("en").heads.at(line.words, office.head_end + 1)
    if bare and line.capital(first) and not office.determiner:
        before = line.words[first - 1] if first else ""
        surname = office.head.rank in _SURNAMES and line.capital(first - 1) and first - 1 not in line.taken
        if surname and before not in lexicon(line.language).words:
            return False
        return not (line.words[first] in given_names() and line.capital(first + 1))
    return True


def find_offices(line: Line, named: frozenset[str] = frozenset()) -> list[Office]:
    """Return the offices of a line, outermost only, in text order; ``named`` are words of people's names."""
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
            office = replace(office, start=max(office.head_start, offices[-1].end))
        offices.append(office)
        i = max(office.end, i + 1)
    found = [*offices, *_elliptical(line, offices, lex), *_by_verb(line, offices, lex)]
    return sorted(found, key=lambda o: o.start)


def _by_verb(line: Line, offices: list[Office], lex: Lexicon) -> list[Office]:
    """Return the offices that a verb tells: "NAME, who runs the migration agency"."""
    found: list[Office] = []
    for i in range(len(line)):
        said = lex.by_verb.at(line.words, i)
        if said is None or any(office.start <= i < office.end for office in offices):
            continue
        at = i + said[0]
        right = _Right(at, [], [], [])
        if not _complement(line, right, lex, Head("head"), opened=at) or not right.content:
            continue
        if any(at <= office.start < right.end for office in offices):
            continue
        while _complement(line, right, lex, Head("head")):
            pass
        words = "".join(_joined(line, at, right.end)).split()
        head = Head(_VERBS.get(said[1].split()[0], "head"))
        found.append(
            Office(
                start=i, end=right.end, head_start=i, head_end=at, head=head, level=None, owners=tuple(right.owners),
                targets=(), content=tuple(right.content), determiner="", former=False, inner=None,
                spelled=" ".join([said[1], *words]), verbal=True,
            )
        )  # fmt: skip
    return found


def _listed_country(line: Line, i: int, lex: Lexicon) -> int | None:
    """Return where a country begins that goes on a plural office's list: "the ministers of A, NAME, B, NAME"."""
    after = i
    if line.word(after) == ",":
        after += 1
    if join := lex.connectors.at(line.words, after):
        after += join[0]
    if after == i or line.country.get(after, ((), "", 0))[1] != "name":
        return None
    end = line.country[after][2]
    return after if line.word(end) == "," and line.capital(end + 1) and end + 1 not in line.country else None


def _of_country(line: Line, office: Office, at: int) -> Office:
    """Return the singular of a plural office for the country at token ``at``."""
    codes, _, end = line.country[at]
    first = min((j for j in range(office.head_end, office.end) if j in line.country), default=office.end)
    said = " ".join("".join(_joined(line, office.start, first)).split())
    return replace(
        office, start=at, end=end, head_start=at, head_end=at, spelled=said, head=replace(office.head, plural=False),
        owners=codes, targets=(), determiner="", inner=None,
    )  # fmt: skip


def _elliptical(line: Line, offices: list[Office], lex: Lexicon) -> list[Office]:
    """Return the offices that leave out the head said before: "el subsecretario de X, A; el de Y, B"."""
    found: list[Office] = []
    for office, following in zip_longest(offices, offices[1:]):
        last = following.start if following else len(line)
        for i in range(office.end + 1, last):
            at = i + 1 if line.words[i] in lex.again else i
            if (join := lex.connectors.at(line.words, i)) and office.head.plural:
                at = i + join[0]
            if office.head.plural and (listed := _listed_country(line, i, lex)) and listed < last:
                found.append(_of_country(line, office, listed))
                continue
            if at == i or line.word(at) not in lex.of:
                continue
            right = _Right(at, [], [], [])
            if not _complement(line, right, lex, office.head) or right.end >= last:
                continue
            if not (line.capital(right.end) or (line.words[right.end] == "," and line.capital(right.end + 1))):
                continue
            said = " ".join("".join(_joined(line, office.head_start, office.head_end)).split())
            found.append(
                replace(
                    office, start=at, end=right.end, head_start=at, head_end=at + 1, spelled=said,
                    head=replace(office.head, plural=False), owners=tuple(right.owners), targets=tuple(right.targets),
                    content=tuple(right.content) or office.content,
                    determiner="el" if line.words[i] in lex.again else "",
                    inner=None,
                )
            )  # fmt: skip
    return found
