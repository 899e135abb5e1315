"""An office found in a line, and the claim it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from etl import places
from etl.countries import region_country, region_owner, sovereign
from etl.extract.ranks import lexicon
from etl.offices import owner_of, portfolio_of
from etl.records import RoleClaim
from etl.spelling import alternatives, folded

if TYPE_CHECKING:
    from etl.extract.line import Line
    from etl.extract.ranks import Head

POSTED = frozenset({
    "ambassador", "consul", "consul-general", "charge-daffaires", "permanent-representative", "representative",
    "special-representative", "special-envoy", "attache", "counsellor", "minister-counsellor", "high-commissioner",
    "delegate",
})  # fmt: skip
"""Ranks whose holder is sent to a country that is not their own."""
_ACCREDITED = frozenset({"ambassador", "permanent-representative"})
"""Ranks of a country's envoys even to an organisation."""
TERRITORIAL = frozenset({"governor", "prefect", "wali", "mayor"})
"""Ranks whose holder's country is that of the place in the title."""
_LOCAL = frozenset({"prosecutor", "judge", "chief-of-police", "commander"})
"""Ranks that serve in the place in their title."""
_REGIONAL = frozenset({"president", "vice-president", "spokesperson", "delegate"})
"""Ranks that a region has, too, but hardly a town."""
_LED = frozenset({"president", "prime-minister", "head-of-state", "head-of-government", "chancellor"})
"""Whose adviser on a matter is the country's: a vice-president has their own."""
_STAFF = frozenset({
    "coordinator", "director", "director-general", "executive-director", "head", "commander", "officer", "spokesperson",
})  # fmt: skip
"""Ranks that organisations of many countries have, too."""
ORGANISATIONS = frozenset({"EU", "UN"})
"""Parties that are no country."""
_KNOWN = 500_000
"""People of a city from which a text names it without its country."""
_LONGEST_PLACE = 4
_PLURAL_ENDING = {
    "en": re.compile(r"(?:ies|s)\Z"),
    "fr": re.compile(r"(?:aux|s)\Z"),
    "es": re.compile(r"(?:(?<=[rlnd])es|s)\Z"),
}
_SINGULAR = {"ies": "y", "aux": "al"}


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

    @property
    def leads(self) -> bool:
        """Whether its holder leads the country or its government."""
        return self.head.rank in _LED and self.level is None

    def claim(self, line: Line, country: str | None = None) -> RoleClaim:
        """Return the office as a claim; ``country`` overrides whose it is."""
        written = "" if self.verbal else "".join(joined(line, self.start, self.end))
        if self.head.plural and not self.verbal:
            rank = "".join(joined(line, self.head_start, self.head_end))
            written = written.replace(rank, singular(rank, line.language), 1)
        title = f"{self.spelled} {written} {self.tail}".strip()
        if self.head.rank in _STAFF and _desk(line.language).search(folded(title)):
            return RoleClaim(title=title, office=self.office(line.language), country=country)
        body = None if self.head.rank in _ACCREDITED else owner_of(title)  # "ambassador to the United Nations"
        owner = country or (self._owner() if self.owners else self._of_place(line) or body)
        if owner and self.head.rank in TERRITORIAL:
            owner = sovereign(owner)
        return RoleClaim(title=title, office=self.office(line.language), country=owner)

    def _owner(self) -> str:
        """Return whose it is of the countries that its words tell: an organisation's, before that of its subject.

        "The coordinator for the situation of Sudan of the UN's agency"; a minister for the Union is a country's.
        """
        staff = self.head.rank in _STAFF and not self.head.plural
        return next((code for code in self.owners if staff and code in ORGANISATIONS), self.owners[0])

    def _of_place(self, line: Line) -> str | None:
        """Return the country of the city or region that the title of a governor, or of a court's prosecutor, names."""
        if self.head.rank not in TERRITORIAL | _LOCAL | _REGIONAL:
            return self._of_region(line)
        subjects = lexicon(line.language).words
        near = [code for codes, _, _ in line.country.values() for code in codes]
        territorial = self.head.rank in TERRITORIAL
        for start in range(self.head_end, self.end):
            for end in range(min(self.end, start + _LONGEST_PLACE), start, -1):
                if not line.capital(start) or not line.word(end - 1)[-1:].isalpha():
                    continue
                if end == start + 1 and line.words[start] in subjects:
                    continue  # "Justice" is a town's name, too
                named = " ".join(token.text for token in line.tokens[start:end])
                if region := region_owner(named, near) if territorial else region_country(named):
                    return region
                city = None if self.head.rank in _REGIONAL else places.find_city(named, near)
                if city and (city.country in near or city.capital or city.population >= _KNOWN):
                    return sovereign(city.country)
        return None

    def _of_region(self, line: Line) -> str | None:
        """Return the country of the region that ends a title: "secretary of Labour of Jalisco"."""
        if self.head.rank in POSTED:
            return None
        lex = lexicon(line.language)
        for start in range(max(self.head_end + 1, self.end - _LONGEST_PLACE), self.end):
            of = line.word(start - 1) in lex.of or line.word(start - 1) in lex.determiners
            if of and line.capital(start) and line.words[start] not in lex.words:
                return region_country(" ".join(token.text for token in line.tokens[start : self.end]))
        return None

    def office(self, language: str) -> str | None:
        """Return the id of the canonical office, else None."""
        rank = self.head.rank
        own = self.determiner in lexicon(language).possessives
        presides = rank == "president" and own and not self.content and not self.owners
        if rank in {"counterpart", "second", "service-rank"} or self.former or presides:
            return None
        portfolio = self.head.portfolio
        if portfolio is None and self.content:
            portfolio = portfolio_of(self.content, rank, language)
            if portfolio is None:
                return None
        if portfolio is None and rank in POSTED and self.targets:
            portfolio = self.targets[0]
        if self.inner is not None and (portfolio is None or (rank == "advisor" and not self.inner.leads)):
            return None
        name = f"{self.level}-{rank}" if self.level else rank
        return f"{name}:{portfolio}" if portfolio else name


def joined(line: Line, start: int, end: int) -> list[str]:
    """Return the words of a stretch of tokens, with the spaces between them as the text has them."""
    parts: list[str] = []
    for i in range(start, end):
        if i > start and line.tokens[i].start > line.tokens[i - 1].end:
            parts.append(" ")
        parts.append(line.tokens[i].text)
    return parts


def said(line: Line, start: int, end: int) -> str:
    """Return a stretch of tokens as the text has it, with single spaces."""
    return " ".join("".join(joined(line, start, end)).split())


def singular(rank: str, language: str) -> str:
    """Return a rank's words in the singular."""
    ending = _PLURAL_ENDING[language]
    return " ".join(ending.sub(lambda found: _SINGULAR.get(found[0], ""), word) for word in rank.split())


@cache
def _desk(language: str) -> re.Pattern[str]:
    """Return what makes a country the desk of somebody at home: "director for Canada of the foreign ministry"."""
    lex = lexicon(language)
    words = (lex.prepositions, lex.determiners, lex.ministries)
    of, articles, ministries = (alternatives(sorted(group)) for group in words)
    return re.compile(rf" (?:{of})(?: (?:{articles}))? \S+(?: \S+)? (?:{ministries})\Z")
