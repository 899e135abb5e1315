"""On which side each participant of a meeting sat, and which countries were its parties.

First what words tell: the office, the stated side ("on the Spanish side"), what was said of a person elsewhere. Then
the other side of those who chaired or met, then those who stand beside them at a post or in a list, last whoever is
left. Each rule gives sides to those who have none, and adds parties; none takes any back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract import inference, retinue
from etl.extract.office import ORGANISATIONS
from etl.extract.origin import government_of, home_country
from etl.extract.ranks import of_organisation
from etl.extract.roster import Part, Roster, Table, in_cabinet, roles_of, sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from etl.extract.encounter import Meeting
    from etl.extract.reading import Reading


def settle(reading: Reading, meeting: Meeting, known: Mapping[str, str], faced: Mapping[str, str]) -> Roster:
    """Return a meeting's participants and parties; fewer than two parties mean that it was no meeting.

    ``known`` are the sides of people in the document's earlier meetings, ``faced`` whose side they met there.
    """
    home, host = home_country(reading), inference.host_of(reading, meeting)
    parts = list(_parts(meeting))
    sided = [part for part in parts if not _of_no_state(reading, part)]
    table = Table(reading, meeting, sided, home, host, known, faced)
    for rule in _RULES:
        rule(table)
    countries: dict[str, str | None] = {}
    for part in parts:
        if part.actor.person:
            countries[part.actor.person] = countries.get(part.actor.person) or part.country
    return Roster("", tuple(sorted(table.parties)), tuple(parts), countries)


def _of_no_state(reading: Reading, part: Part) -> bool:
    """Tell whether somebody is there for an organisation that is no party: no side is inferred for them."""
    person = reading.person(part.actor.person)
    if part.country or part.actor.countries or (person and person.country):
        return False
    return any(of_organisation(role) for role in roles_of(reading, part))


def _parts(meeting: Meeting) -> Iterator[Part]:
    for frame in meeting.frames:
        for actor in frame.chairs:
            yield Part(actor, "chair", "chaired", frame)
        for actor in frame.subject:
            yield Part(actor, "subject", "met", frame)
        for actor in frame.object:
            yield Part(actor, "object", "met", frame)
        for guest in frame.guests:
            yield Part(guest.actor, "guest", guest.rule, frame, guest.anchor, guest.side)


def _stated(table: Table) -> None:
    """Give everybody the side that words tell."""
    for part in table.parts:
        part.country = _stated_side(table.reading, part, table.known)


def _stated_side(reading: Reading, part: Part, known: Mapping[str, str]) -> str | None:
    """Return the side that the words tell: the office's country, the stated side, what was said of them elsewhere."""
    actor = part.actor
    if part.rule == "headed" and part.country in ORGANISATIONS:
        return part.country  # "the Union's delegation was headed by the Hungarian minister"
    if actor.countries:
        return actor.countries[0]
    person = reading.person(actor.person) if actor.person else None
    if part.group == "subject" and part.frame.lead and not (person and person.country):
        return part.frame.lead[0]
    if side := part.country or part.frame.sides.get(actor):
        return side
    if actor.person is None:
        return None
    role = next((role.country for role in person.roles if role.country), None) if person else None
    return role or (person.country if person else None) or known.get(actor.person)


def _own_officials(table: Table) -> None:
    """Give its country to officials whom a government's own document names without one, as those who met others."""
    government = government_of(table.reading)
    for part in table.parts if government else ():
        person = table.reading.person(part.actor.person)
        facing = {actor.countries[0] for actor in part.frame.object if actor.countries}
        if part.country is None and part.group == "subject" and person and person.roles and government not in facing:
            part.country = government


def _named_parties(table: Table) -> None:
    """Take for parties those that the document names: the body's or the sentence's, with the principals' sides."""
    table.parties |= set(table.meeting.named)
    for frame in table.meeting.frames:
        table.parties |= set(frame.lead) if frame.object and not frame.subject else set()
    for part in table.parts:
        if part.group != "guest" or _for_a_party(part):
            table.parties |= sides([part])
            table.parties |= set(part.actor.countries) if part.actor.plural or part.actor.counterpart else set()


def _for_a_party(part: Part) -> bool:
    """Tell whether a guest's own country takes part through them: a listed side, or an official sent from there."""
    if "list" in part.frame.kinds:
        return part.frame.sides.get(part.actor) is not None or bool(part.actor.countries)
    sent = part.rule in {"headed", "delegation"} and part.country is not None
    return sent or (bool(part.actor.countries) and in_cabinet(part.actor)) or _listed_by_country(part)


def _listed_by_country(part: Part) -> bool:
    """Tell whether somebody stands in a list of those present, each with their country: "A of Peru and B of Chile"."""
    if part.rule not in {"attend", "presence"} or not part.country:
        return False
    told = {
        guest.side or next(iter(guest.actor.countries), None)
        for guest in part.frame.guests
        if not retinue.posted(guest.actor)
    }
    return part.country in told and len(told - {None}) > 1


def _sides_present(table: Table) -> None:
    """Where parties lack, take those of all principals for parties, else those of everybody who was there."""
    for present in (table.principals, table.parts):
        if not table.complete:
            table.parties |= sides(present)


def _organisations(table: Table) -> None:
    """Take the Union and the United Nations for parties where an official of theirs was at talks of several countries.

    Or was there for them: "the High Commissioner for Refugees was represented by A".
    """
    body = table.meeting.body
    several = max(len(table.parties), len(body.parties) if body else 0) > 2  # noqa: PLR2004 (two sides)
    guests = (part for part in table.parts if part.group == "guest" and (several or part.rule == "proxy"))
    table.parties |= sides(guests) & ORGANISATIONS


def _organisations_beside(table: Table) -> None:
    """Take them, too, where an official of theirs was at talks of two countries: last, since the two had sides then."""
    guests = (part for part in table.parts if part.group == "guest" and part.actor.person and table.of_two)
    table.parties |= sides(guests) & ORGANISATIONS


def _body_in_order(table: Table) -> None:
    """Give those whom nothing else parts the sides in the order of the body's name: "the A-B forum, led by X and Y".

    Last, since the sentence, the place or the post may part them, whatever the order.
    """
    body = table.meeting.body
    codes = (body.parties if body else ()) or table.meeting.named
    for frame in table.meeting.frames:
        ends = [part for part in table.principals if part.frame is frame]
        if not ends and not frame.kinds & {"attend", "presence", "accompany"}:
            ends = [part for part in table.parts if part.frame is frame and part.rule == "headed"]
        if len(ends) == len(codes) > 1 and not sides(ends):
            for part, code in zip(sorted(ends, key=lambda part: part.actor.start), codes, strict=True):
                part.country = code


_RULES: tuple[Callable[[Table], None], ...] = (
    # what words tell
    _stated,
    _own_officials,
    _named_parties,
    # the other side of a chair, of a verb of meeting
    inference.several_chairs,
    inference.two_ends,
    inference.hosting_chair,
    _sides_present,
    _organisations,
    inference.accrediting,
    inference.unnamed_side,
    # those beside them
    retinue.ambassadors,
    retinue.embassy_staff,
    retinue.behind_an_organisation,
    retinue.listed,
    # who is left
    inference.of_a_state,
    inference.remaining,
    _body_in_order,
    _organisations_beside,
)
"""What gives sides and parties, the surer first: a rule may go by all that those before it gave."""
