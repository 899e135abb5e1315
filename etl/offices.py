"""Offices across languages: a rank and a portfolio make an id such as ``minister:interior``.

"Secrétaire d'Etat des Migrations", "Secretaria de Estado de Migraciones" and "Secretary of State for Migration" are all
``secretary-of-state:migration``. The words are data: ``languages/*/offices.yaml`` and ``vocabulary/offices.yaml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.countries import country_name
from etl.spelling import alternatives, folded
from etl.words import split

if TYPE_CHECKING:
    from collections.abc import Sequence

_CODE = re.compile(r"[A-Z]{2}")
_BY_COUNTRY = frozenset({
    "president", "prime-minister", "king", "queen", "head-of-state", "chancellor", "pope", "emir", "sultan",
    "governor-general",
})  # fmt: skip
# Of these ranks several hold portfolios, the first of which names the office.
_FOREMOST = "foreign-affairs"
_LOOSE = frozenset({"minister", "minister-delegate", "minister-of-state", "secretary-of-state", "undersecretary"})


@cache
def _function_words(language: str) -> frozenset[str]:
    data = resources.language(language, "offices")
    groups = ("determiners", "of", "prepositions", "connectors", "lists")
    return frozenset(word for group in groups for phrase in data[group] for word in split(phrase, language))


@cache
def _portfolios(language: str) -> dict[tuple[str, ...], str]:
    """Return the portfolio of each phrase, as its folded content words."""
    same: dict[str, str] = resources.vocabulary("offices")["same_portfolio"]
    return {
        content_words(split(phrase, language), language): same.get(portfolio, portfolio)
        for portfolio, phrases in resources.language(language, "offices")["portfolios"].items()
        for phrase in phrases
    }


def content_words(words: Sequence[str], language: str) -> tuple[str, ...]:
    """Return folded ``words`` without articles, prepositions, conjunctions and marks."""
    unwanted = _function_words(language)
    return tuple(w for w in words if w not in unwanted and w[-1].isalnum())


def portfolio_of(content: Sequence[str], rank: str, language: str) -> str | None:
    """Return the portfolio that the content words of a title name, else None.

    Ministers and secretaries of state go by foreign affairs if they hold them, else by the first of their
    portfolios; every other rank must be named in full, since two directors "of ... Security" are two offices.
    """
    table = _portfolios(language)
    if found := table.get(tuple(content)):
        return found
    if rank in _LOOSE:
        for start in range(len(content)):
            if any(table.get(tuple(content[start:end])) == _FOREMOST for end in range(start + 1, len(content) + 1)):
                return _FOREMOST
        for length in range(len(content), 0, -1):
            if found := table.get(tuple(content[:length])):
                return found
    return None


@cache
def _owner_pattern() -> tuple[tuple[str, re.Pattern[str]], ...]:
    owners: dict[str, list[str]] = resources.vocabulary("offices")["owners"]
    return tuple((code, re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)")) for code, words in owners.items())


def owner_of(title: str) -> str | None:
    """Return the country that alone has such an office ("wali", "Homeland Security"), else None."""
    plain = folded(title)
    return next((code for code, pattern in _owner_pattern() if pattern.search(plain)), None)


@cache
def _titles(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(resources.vocabulary('offices')[group])})(?!\w)")


def at_embassy(title: str) -> bool:
    """Tell whether a title ends at the embassy just spoken of: "police attaché at the embassy"."""
    return any(match.end() == len(title) for match in _titles("at_embassy").finditer(folded(title)))


def of_state_service(title: str) -> bool:
    """Tell whether a title is of a service that states have, and no organisation: "head of the National Police"."""
    return _titles("state_services").search(folded(title)) is not None


def of_arms(title: str) -> bool:
    """Tell whether a title is a rank of arms, which its holder has beside an office: "Lieutenant General"."""
    return _titles("arms").search(folded(title).partition(" ")[0]) is not None


@cache
def office_name(office: str, country: str | None = None) -> str:
    """Return the canonical English title of an office id, in that country's style; unknown parts as they stand."""
    data = resources.vocabulary("offices")
    rank, _, portfolio = office.partition(":")
    level = ""
    for name, english in data["levels"].items():
        if rank.startswith(f"{name}-") and rank not in data["ranks"] and rank[len(name) + 1 :] in data["ranks"]:
            level, rank = f"{english} ", rank[len(name) + 1 :]
            break
    titles = data["ranks"].get(rank)
    if titles is None:
        return office
    if not portfolio:
        bare = level + str(titles["bare"])
        of_country = country and rank in _BY_COUNTRY and not level
        the = "the " if country in {"US", "GB", "NL", "EU", "UN", "AE", "PH"} else ""
        return f"{bare} of {the}{country_name(country)}" if of_country and country else bare
    if _CODE.fullmatch(portfolio):
        subject = country_name(portfolio)
        subject = f"the {subject}" if portfolio in {"US", "GB", "NL", "EU", "UN", "AE", "PH"} else subject
    else:
        subject = data["portfolios"].get(portfolio, portfolio)
    pattern: str = data["styles"].get(country or "", {}).get(rank, titles["title"])
    subject = subject.removeprefix("the ") if pattern.startswith("{}") else subject
    return level + pattern.format(subject)
