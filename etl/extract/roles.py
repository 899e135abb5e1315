"""What office a title says that somebody holds, and all that a document tells of its people's offices.

A counterpart holds the office of whom they answer to, unless the text tells their own; a deputy the one below it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from etl.countries import find_countries
from etl.extract.ranks import SOLE
from etl.extract.titles import with_complement
from etl.offices import office_name, portfolio_of
from etl.records import RoleClaim
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.line import Line
    from etl.extract.name_evidence import Name
    from etl.extract.office import Office

_STYLES = frozenset({"ambassador", "prince", "princess"})
"""What may stand before the name of somebody who holds another office."""


@dataclass(slots=True)
class Gathered:
    """What a document says of its people, by their keys.

    ``answering`` are the offices of counterparts, as those of whom they answer to; ``ranks`` those of a service.
    """

    roles: dict[str, list[RoleClaim]]
    latest: RoleClaim | None = None
    ranks: dict[str, RoleClaim] = field(default_factory=dict)
    answering: dict[str, RoleClaim] = field(default_factory=dict)

    def of(self, key: str) -> list[RoleClaim]:
        """Return the offices of a person: their own, else a counterpart's, else a rank."""
        own = list(dict.fromkeys(self.roles.get(key, [])))
        answering = self.answering.get(key)
        if answering is None:
            return own or [self.ranks[key]] if own or key in self.ranks else []
        if any(_tells(role) for role in own):
            return [replace(role, country=role.country or answering.country) for role in own]
        return [answering, *own]


def role_of(line: Line, office: Office, name: Name | None, latest: RoleClaim | None, number: int) -> RoleClaim:
    """Return the claim of an office, of the ``number``-th holder; a counterpart's is the office it answers to."""
    owners = office.owners
    country = owners[min(number, len(owners) - 1)] if office.head.plural and owners else None
    if name is not None and office.end <= name.outer:
        office = with_complement(line, office, name.end)
    claim = office.claim(line, country)
    if office.head.rank == "counterpart" and latest and (claim.country is None or latest.country != claim.country):
        if office.content:
            return _answering(line, office, latest, claim)
        title = office_name(latest.office) if latest.office else _without_country(latest, line.language)
        return RoleClaim(title=title, office=latest.office, country=claim.country)
    return _second(latest) or claim if office.head.rank == "second" and latest else claim


def _second(latest: RoleClaim) -> RoleClaim | None:
    """Return the office below the one named last: "the minister of X, NAME, and his deputy, OTHER NAME"."""
    below = f"deputy-{latest.office}"
    title = office_name(below)
    return RoleClaim(title=title, office=below, country=latest.country) if title != below else None


def _answering(line: Line, office: Office, latest: RoleClaim, claim: RoleClaim) -> RoleClaim:
    """Return the office of a counterpart with a subject of its own: "son homologue de la Justice"."""
    rank = latest.rank
    head = latest.title.split()[0] if not rank else office_name(rank)
    complement = " ".join(token.text for token in line.tokens[office.head_end : office.end])
    portfolio = portfolio_of(office.content, rank, line.language)
    return RoleClaim(
        title=f"{head} {complement}".replace("' ", "'"),
        office=f"{rank}:{portfolio}" if rank and portfolio else None,
        country=claim.country,
    )


def _without_country(role: RoleClaim, language: str) -> str:
    """Return a title up to the country whose office it is, or behind it, which is not the counterpart's."""
    words = [word for word in find_countries(role.title, language) if word.code == role.country]
    if not words:
        return role.title
    before = role.title[: words[0].start].rstrip(" ,'").removesuffix(" de").removesuffix(" of")
    behind = role.title[words[0].end :].removeprefix("'s").strip()  # "Iranian Anti-Narcotics Police Chief"
    return before or behind or role.title


def rank_of(line: Line, tokens: tuple[int, int]) -> RoleClaim:
    """Return a service's rank as a role."""
    return RoleClaim(title=" ".join(token.text for token in line.tokens[slice(*tokens)]), office=None, country=None)


def in_full(claim: RoleClaim, earlier: Sequence[RoleClaim]) -> RoleClaim:
    """Return the title that a bare one repeats: "Secretary NAME" after "Secretary of State NAME"."""
    word = folded(claim.title)
    if " " in word or claim.country:
        return claim
    fuller = (role for role in earlier if word in folded(role.title).split() and " " in role.title)
    return next(fuller, claim)


def chief(roles: Sequence[RoleClaim]) -> RoleClaim | None:
    """Return the role that says most of its holder: one with a portfolio or a country before a bare rank."""
    return max(roles, key=lambda r: bool(r.country) + 2 * (bool(r.portfolio) or _is_long(r)), default=None)


def is_style(role: RoleClaim) -> bool:
    """Tell whether an office may be but the style of somebody who holds another: "Ambassador", "HRH Prince"."""
    return (role.rank in _STYLES and not role.country) or folded(role.title).removeprefix("hrh ") in _STYLES


def _tells(role: RoleClaim) -> bool:
    """Tell whether a title says more of its holder than a bare rank."""
    return bool(role.portfolio) or _is_long(role) or role.office in SOLE


def _is_long(role: RoleClaim) -> bool:
    """Tell whether a title without a known portfolio has a subject all the same."""
    return role.office is None and len(role.title.split()) > 2  # noqa: PLR2004 (a rank and what it is of)
