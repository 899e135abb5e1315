"""Offices that took part in a meeting, and whose holder the document never names.

Precision first: an office counts where its words tell which one it is, and where nobody whom the document names can be
its holder: a newspaper calls the president it has named "the head of state" or "the Spanish president". A minister's
counterpart holds the same office. Of "the ministers of A and B" only those whose side nobody named stands for are
unnamed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.countries import find_countries
from etl.extract import cues
from etl.extract.office import ORGANISATIONS
from etl.extract.ranks import SOLE, lexicon
from etl.extract.roster import in_cabinet
from etl.offices import content_words
from etl.records import HEADLINES, OfficeClaim, RoleClaim
from etl.spelling import folded
from etl.words import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from etl.extract.actors import Actor
    from etl.extract.reading import Reading
    from etl.extract.roster import Part, Roster
    from etl.records import ParticipantClaim

_HEADS = frozenset({"president", "prime-minister", "head-of-state", "chancellor"})
"""Ranks for which a text has many names: "el jefe del Ejecutivo" may be a president or a prime minister."""
_NEVER = frozenset({"member", "leader", "deputy", "spokesperson", "officer", "service-rank"})
"""Ranks of which there are many holders at once."""
_WEAK = frozenset({"participation:spoke", "participation:gather"})
"""Rules that take whoever is named beside a meeting: likelier another name for somebody who was there."""
_BOTH_REACH = 28
"""Characters around an office in which "of both countries" stands."""
_MARK = "\ue000"
_TELLING = 2
"""Words of a title that are enough to recognise it in a longer one."""


def unnamed_offices(reading: Reading, roster: Roster, people: Sequence[ParticipantClaim]) -> tuple[OfficeClaim, ...]:
    """Return the claims of the offices that took part in a meeting beside the ``people`` named there."""
    language = reading.document.language or "en"
    held = [_Title(role, language) for role in _held(reading, roster, people)]
    sides = {person.country for person in people}
    found: dict[tuple[str, str | None], OfficeClaim] = {}
    for part in roster.parts:
        evidence = part.evidence(reading)
        again = part.actor.plural or evidence.rule in _WEAK or part.frame.sentence.block in HEADLINES
        actor = _of_both(reading, roster, part) or _answering(roster, part.actor)
        for title in _titles(actor, part.country, language):
            role = title.role
            if not title.is_office() or (again and role.country in sides):
                continue
            if not any(title.may_be(other) for other in held):
                key = (role.office or folded(role.title), role.country)
                found.setdefault(key, OfficeClaim(roster.meeting, role, evidence))
    return tuple(found.values())


def _of_both(reading: Reading, roster: Roster, part: Part) -> Actor | None:
    """Return the holders of an office in the two countries that met: "the defence ministers of both countries"."""
    actor, parties = part.actor, sorted(set(roster.parties) - ORGANISATIONS)
    if not actor.plural or actor.person or actor.countries or len(parties) != 2:  # noqa: PLR2004 (both)
        return None
    text = folded(reading.words(part.frame.sentence))
    both = cues.words(reading.document.language or "en").both_countries
    told = both.search(text, actor.end, actor.end + _BOTH_REACH) or both.search(
        text, max(0, actor.start - _BOTH_REACH), actor.start
    )
    return replace(actor, countries=tuple(parties)) if told else None


def _answering(roster: Roster, actor: Actor) -> Actor:
    """Return a counterpart whom nobody names as the holder of the office that they answer: that of whom they met.

    Only of the cabinet: who answers an adviser may hold any office.
    """
    if actor.person or not actor.counterpart or not actor.countries or _known_elsewhere(roster, actor):
        return actor
    offices = {
        other.role.office: other.role
        for part in roster.parts
        if (other := part.actor).person
        and other.role
        and other.role.office
        and in_cabinet(other)
        and not set(other.countries) & set(actor.countries)
    }
    role = next(iter(offices.values())) if len(offices) == 1 else None
    return replace(actor, role=replace(role, country=None), counterpart=False, plural=True) if role else actor


def _known_elsewhere(roster: Roster, actor: Actor) -> bool:
    """Tell whether another sentence names a counterpart of that country's cabinet, in the same place: it is they."""
    own = next(part for part in roster.parts if part.actor is actor)
    return any(
        part.actor.person
        and part.frame is not own.frame
        and (part.group == own.group or {part.group, own.group} == {"subject", "object"})
        and in_cabinet(part.actor)
        and part.country in actor.countries
        for part in roster.parts
    )


def with_shared_offices(
    reading: Reading, roster: Roster, people: Sequence[ParticipantClaim]
) -> tuple[ParticipantClaim, ...]:
    """Give those without an office the one that the text gives their country: "the ministers of A and B; X of A"."""
    language = reading.document.language or "en"
    shared = [
        title
        for part in roster.parts
        if part.actor.plural
        for title in _titles(part.actor, part.country, language)
        if title.is_office()
    ]
    given: list[ParticipantClaim] = []
    for claim in people:
        peers = [other for other in people if other.country == claim.country and other.role is None]
        roles = {title.role for title in shared if title.role.country == claim.country}
        alone = claim.role is None and len(peers) == len(roles) == 1
        given.append(replace(claim, role=roles.pop()) if alone else claim)
    return tuple(given)


def _held(reading: Reading, roster: Roster, people: Sequence[ParticipantClaim]) -> Iterator[RoleClaim]:
    """Yield every office whose holder the document names, with the side they sat on where no word tells whose it is."""
    for person in reading.persons:
        side = person.country or roster.countries.get(person.key)
        for role in person.roles:
            yield replace(role, country=role.country or side)
    for claim in people:
        if claim.role:
            yield claim.role


def _titles(actor: Actor, side: str | None, language: str) -> Iterator[_Title]:
    """Yield the offices that an actor without a name stands for: one, or one for each country of a plural."""
    if actor.person is not None or actor.role is None or actor.counterpart:
        return
    if not actor.plural:
        if country := actor.role.country or side:
            yield _Title(replace(actor.role, country=country), language, told=bool(actor.countries))
        return
    for country in actor.countries if actor.role.office else ():
        if country not in ORGANISATIONS:
            title = _without_countries(actor.role.title, language)
            yield _Title(RoleClaim(title=title, office=actor.role.office, country=country), language)


@dataclass(slots=True)
class _Title:
    """An office in the words of a text; ``told`` where these say whose it is."""

    role: RoleClaim
    language: str
    told: bool = True

    @property
    def rank(self) -> str:
        """Its rank: from the known office, else from the first word of a rank in the title."""
        if self.role.rank:
            return self.role.rank
        heads, words = lexicon(self.language).heads, split(self.role.title, self.language)
        return next((found[1].rank for i in range(len(words)) if (found := heads.at(words, i))), "")

    @property
    def words(self) -> frozenset[str]:
        """Its words, without those that say whose it is."""
        return _words(self.role.title, self.language)

    def is_office(self) -> bool:
        """Tell whether the words say which office it is, held by one person at a time, now."""
        if self.rank in _NEVER or lexicon(self.language).former & set(split(self.role.title, self.language)):
            return False
        if self.role.office:
            return bool(self.role.portfolio) or self.rank in SOLE
        return len(self.words) >= _TELLING and _has_subject(self.role.title, self.language)

    def may_be(self, other: _Title) -> bool:
        """Tell whether this may be another title for the office of somebody named."""
        short = not self.told and not self.role.portfolio and (self.rank in _HEADS or self.words <= other.words)
        if other.role.country not in {None, self.role.country} and not short:
            return False  # where the words do not tell whose it is, the side of a short title may be wrong
        if self.role.office and other.role.office:
            return self._may_be_known(other)
        shared = self.words & other.words
        return shared == self.words or (shared == other.words and len(shared) >= _TELLING)

    def _may_be_known(self, other: _Title) -> bool:
        """Tell whether two offices that are both known may be one: the same, or one of them said in short."""
        if self.role.office == other.role.office:
            return True
        if self.rank == other.rank:
            return not (self.role.portfolio and other.role.portfolio)
        if self.rank in _HEADS and other.rank in _HEADS and not (self.role.portfolio or other.role.portfolio):
            return not self.told or _governing(self) == _governing(other)
        return False


def _governing(title: _Title) -> str:
    """Return the rank as its country has it: Spain's president is its prime minister."""
    offices = resources.vocabulary("offices")
    lacking = offices["lacking"].get(title.role.country or "", [])
    if title.rank == "prime-minister" and "prime-minister" in lacking:
        return "president"
    if title.role.country in offices["monarchies"]:
        return "king" if title.rank == "head-of-state" else "prime-minister"
    return "president" if title.rank == "head-of-state" else title.rank


@cache
def _words(title: str, language: str) -> frozenset[str]:
    words = content_words(split(_without_countries(title, language), language), language)
    return frozenset(word.removesuffix("s") for word in words)


@cache
def _without_countries(title: str, language: str) -> str:
    """Return a title without the countries whose office it is, and what joins them: "of France and of Spain"."""
    lex = lexicon(language)
    joining = lex.of | lex.determiners | {"and", "et", "y", "e", ","}
    for found in find_countries(title, language):
        title = title[: found.start] + _MARK * (found.end - found.start) + title[found.end :]
    words = [_MARK if w.startswith(_MARK) else w for w in title.replace("'", "' ").replace(",", " ,").split()]
    kept: list[str] = []
    for i, word in enumerate(words):
        joins = folded(word) in joining
        following = next((other for other in words[i + 1 :] if folded(other) not in joining), _MARK)
        opens = not kept or (words[i - 1] == _MARK and folded(word) not in lex.of)
        if word != _MARK and not (joins and (following == _MARK or opens)):
            kept.append(word)
    return " ".join(kept).replace("' ", "'").replace(" ,", ",")


@cache
def _has_subject(title: str, language: str) -> bool:
    """Tell whether more than a rank's words remain: "director" and "director general" alone are anybody."""
    lex = lexicon(language)
    words, left = split(title, language), []
    i = 0
    while i < len(words):
        if found := lex.heads.at(words, i) or lex.levels.at(words, i):
            i += found[0]
        else:
            left.append(words[i])
            i += 1
    return bool(_words(" ".join(left), language) - {word.removesuffix("s") for word in lex.modifiers})
