"""Who took part in a meeting, in which relation and office: the claims, once ``extract.seating`` has their sides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.actors import Actor
from etl.extract.frames import Frame
from etl.extract.ranks import rank_of_title
from etl.extract.roles import is_style
from etl.extract.roster import CABINET, HEADS, Part
from etl.records import ParticipantClaim

if TYPE_CHECKING:
    from etl.extract.reading import Reading
    from etl.extract.roster import Roster
    from etl.records import Participation, RoleClaim


def with_leaders(reading: Reading, roster: Roster, sentences: set[int]) -> Roster:
    """Add whom "the two presidents" means, where a party has nobody yet and the document one such head.

    Only where the sentences on the meeting speak of its heads together, and that leaves no party without anybody.
    """
    together = [
        (sentence, office.role.office)
        for sentence in reading.sentences
        if sentence.index in sentences
        for office in sentence.roles
        if office.plural and office.person is None and office.role.country is None and office.role.rank not in CABINET
    ]
    staffed = {part.country for part in roster.parts if part.actor.person}
    absent = sorted(set(roster.parties) - staffed)
    if not together or not absent:
        return roster
    parts, countries = list(roster.parts), dict(roster.countries)
    for party in absent:
        holders = {
            (person.key, role)
            for person in reading.persons
            for role in person.roles[:1]
            if (role.country or person.country) in {party, None} and person.key not in countries and role.rank in HEADS
        }
        if len(holders) != 1:
            return roster
        (key, role), (sentence, _) = holders.pop(), together[0]
        actor = Actor(0, 0, key, role, (party,))
        parts.append(Part(actor, "guest", "leaders", Frame(sentence, 0, 0), None, party))
        countries[key] = party
    return replace(roster, parts=tuple(parts), countries=countries)


def participants(reading: Reading, roster: Roster) -> tuple[ParticipantClaim, ...]:
    """Return the claims of the people named at one meeting: each once, as chair where any sentence says so."""
    best: dict[str, ParticipantClaim] = {}
    for part in roster.parts:
        key = part.actor.person
        if key is None:
            continue
        relation: Participation = "CO_CHAIRED" if part.group == "chair" else "ATTENDED"
        earlier = best.get(key)
        if earlier and (earlier.relation == "CO_CHAIRED" or relation == "ATTENDED"):
            if earlier.role is None and (role := _role(reading, part, roster)):
                best[key] = replace(earlier, role=role)
            continue
        country = roster.countries.get(key)
        evidence = part.evidence(reading)
        best[key] = ParticipantClaim(roster.meeting, key, relation, evidence, _role(reading, part, roster), country)
    return tuple(best.values())


def _as_counterpart(reading: Reading, role: RoleClaim) -> bool:
    """Tell whether an office is no more than "his Malian counterpart"."""
    return rank_of_title(role.title, reading.document.language or "en") == "counterpart"


def _role(reading: Reading, part: Part, roster: Roster) -> RoleClaim | None:
    """Return the office they held then; a counterpart without a title holds that of whom they met."""
    country = roster.countries.get(part.actor.person or "")
    role = part.actor.role
    if part.actor.counterpart and (role is None or _as_counterpart(reading, role)):
        other = "subject" if part.group == "object" else "object"
        role = next((peer.actor.role for peer in roster.parts if peer.group == other and peer.actor.role), None)
        role = replace(role, country=None) if role else None
    if role is None:
        person = reading.person(part.actor.person)
        held = person.roles if person else ()
        role = next((role for role in held if not is_style(role)), held[0] if held else None)
    return replace(role, country=role.country or country) if role else None
