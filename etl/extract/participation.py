"""Who took part in a meeting, in which relation, office and on which side.

A side is taken from the words nearest to the person: their own office, the stated side ("on the Spanish side"), the
side of whom they accompany or are listed after, an office of the same kind. Where no word tells, ``extract.inference``
does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.actors import Actor
from etl.extract.frames import Frame
from etl.extract.inference import (
    ENVOYS,
    complete_sides,
    host_of,
    most_named,
    post,
    remaining,
    same_office,
    unmarked_party,
)
from etl.extract.office import ORGANISATIONS, TERRITORIAL
from etl.extract.origin import government_of, home_country
from etl.extract.ranks import rank_of_title
from etl.extract.roster import CABINET, HEADS, Part, Roster, in_cabinet, place_country
from etl.offices import at_embassy, of_state_service
from etl.records import ParticipantClaim, RoleClaim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from etl.extract.encounter import Meeting
    from etl.extract.reading import Reading
    from etl.records import Participation

_EMBASSY = frozenset({
    "attache", "consul", "consul-general", "counsellor", "minister-counsellor", "first-secretary", "second-secretary",
    "charge-daffaires", "officer", "advisor",
})  # fmt: skip
"""Ranks of those who serve under an ambassador."""
_AT_POSTS = frozenset({"attache", "minister-counsellor", "first-secretary", "second-secretary"})
"""Ranks that nobody at home holds."""


def settle(reading: Reading, meeting: Meeting, known: Mapping[str, str], faced: Mapping[str, str]) -> Roster:
    """Return a meeting's participants and parties; fewer than two parties mean that it was no meeting.

    ``known`` are the sides of people in the document's earlier meetings, ``faced`` whose side they met there.
    """
    home, host = home_country(reading), host_of(reading, meeting)
    parts = list(_parts(meeting))
    for part in parts:
        part.country = _stated(reading, part, known)
    if government := government_of(reading):
        for part in parts:
            if part.country is None and part.group == "subject" and _own_official(reading, part, government):
                part.country = government
    _in_order(meeting, parts, bodies=False)
    principals = [part for part in parts if part.group != "guest"]
    parties = _parties(meeting, parts)
    if len(parties) == 1 and sum(part.group == "chair" for part in parts) > 1:
        other = most_named(reading, parties, adjectives=True) or home
        parties |= {other} if other else set()
    complete_sides(reading, meeting, principals, parties, faced)
    _hosting_chair(parts, parties, home or host or _host_before(reading, meeting))
    if len(parties) < 2:  # noqa: PLR2004 (two sides)
        parties |= {part.country for part in principals if part.country}
    if len(parties) < 2:  # noqa: PLR2004
        parties |= {code for part in parts if (code := part.country)}
        parties |= _accrediting(parts, parties)
    parties |= _unnamed_side(reading, parts, parties, home)
    parties |= _organisations(meeting, parts, parties)
    _accredited(parts, parties, host or home)
    _of_the_post(parts, parties)
    _behind_an_organisation(parts, parties, home, reading.document.language or "en")
    _list_sides(parts, parties, home or host)
    _of_a_state(parts, parties)
    unmarked = unmarked_party(reading, principals, parties)
    local = (home or (None if unmarked else host)) if len(parties) == 2 else None  # noqa: PLR2004 (two sides)
    remaining(parts, parties, local, None if local else unmarked)
    _in_order(meeting, parts, bodies=True)
    countries: dict[str, str | None] = {}
    for part in parts:
        if part.actor.person:
            countries[part.actor.person] = countries.get(part.actor.person) or part.country
    return Roster("", tuple(sorted(parties)), tuple(parts), countries)


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


def _stated(reading: Reading, part: Part, known: Mapping[str, str]) -> str | None:
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


def _parties(meeting: Meeting, parts: list[Part]) -> set[str]:
    """Return the parties that the document names: the body's or the sentence's, with the principals' sides."""
    parties = set(meeting.named)
    for frame in meeting.frames:
        parties |= set(frame.lead) if frame.object and not frame.subject else set()
    for part in parts:
        if part.group != "guest" or _for_a_party(part):
            parties |= {part.country} if part.country else set()
            parties |= set(part.actor.countries) if part.actor.plural or part.actor.counterpart else set()
    return parties


def _organisations(meeting: Meeting, parts: list[Part], parties: set[str]) -> set[str]:
    """Return the Union and the United Nations where an official of theirs was at talks of several countries.

    Or was there for them: "the High Commissioner for Refugees was represented by A".
    """
    several = len(parties) > 2 or (meeting.body is not None and len(meeting.body.parties) > 2)  # noqa: PLR2004 (two sides)
    return {
        part.country
        for part in parts
        if part.country in ORGANISATIONS and part.group == "guest" and (several or part.rule == "proxy")
    }


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
        guest.side or next(iter(guest.actor.countries), None) for guest in part.frame.guests if not _posted(guest.actor)
    }
    return part.country in told and len(told - {None}) > 1


def _posted(actor: Actor) -> bool:
    """Tell whether somebody serves at an embassy."""
    return bool(actor.role and actor.role.rank in ENVOYS | _EMBASSY)


def _in_order(meeting: Meeting, parts: list[Part], *, bodies: bool) -> None:
    """Give those whom nothing else parts the sides in the order in which the sentence, or the body's name, has them.

    "The delegations of A and B were headed by X and Y"; with ``bodies``, "the A-B committee, co-chaired by X and Y".
    """
    for frame in meeting.frames:
        ends = [part for part in parts if part.frame is frame and part.group != "guest"]
        if not ends and not frame.kinds & {"attend", "presence", "accompany"}:
            ends = [part for part in parts if part.frame is frame and part.rule == "headed"]
        if bodies:
            codes = list((meeting.body.parties if meeting.body else ()) or meeting.named)
        else:
            codes = list(dict.fromkeys(frame.countries)) if "delegation" in frame.kinds else []
        if len(ends) == len(codes) > 1 and not any(part.country for part in ends):
            for part, code in zip(sorted(ends, key=lambda part: part.actor.start), codes, strict=True):
                part.country = code


def _host_before(reading: Reading, meeting: Meeting) -> str | None:
    """Return the country of the place that the sentence before the meeting's first gives: "a meeting in Valletta"."""
    first = meeting.frames[0].sentence.index
    near = reading.sentences[max(0, first - 1) : first]
    return next((place.country for s in near for place in s.places if place.locative), None)


def _hosting_chair(parts: list[Part], parties: set[str], home: str | None) -> None:
    """Give a minister who chairs alone what others of told sides attend the side of the place, or of the document."""
    chairs = [part for part in parts if part.group == "chair"]
    told = {part.country for part in parts if part.country}
    if len({part.key for part in chairs}) != 1 or any(part.country for part in chairs) or not told:
        return
    hosts = [code for part in chairs if (code := place_country(part.frame))]
    code = next((code for code in (*hosts, home) if code and told - {code}), None)
    if code and (code in parties or in_cabinet(chairs[0].actor)):
        for part in chairs:
            part.country = code
        parties.add(code)


def _accrediting(parts: list[Part], parties: set[str]) -> set[str]:
    """Return the country an envoy is accredited to, where nothing tells the side of someone met: it is theirs."""
    unsided = any(part.country is None and part.group != "guest" for part in parts)
    return {accredited} if len(parties) == 1 and unsided and (accredited := post(parts)) else set()


def _unnamed_side(reading: Reading, parts: list[Part], parties: set[str], home: str | None) -> set[str]:
    """Return the other side of an encounter with one country's officials where no word tells it: the text's own.

    Its people are those whose offices stand without a country. Not where officials of the document's own country may
    only have met each other.
    """
    if len(parties) != 1:
        return set()
    unsided = [
        part for part in parts if part.country is None and part.group != "guest" and _holds_office(reading, part)
    ]
    envoy = any(part.actor.role and part.actor.role.rank in ENVOYS for part in unsided)
    if not unsided or (home in parties and not envoy):
        return set()
    about = any(part.group != "object" for part in unsided)  # whom the Ghanaian minister received may be a Ghanaian
    other = _guest_side(parts, parties) or most_named(reading, parties, adjectives=about)
    other = other or (_of_places(reading, parties) if about else None)
    for part in unsided if other else []:
        part.country = other
    return {other} if other else set()


def _holds_office(reading: Reading, part: Part) -> bool:
    person = reading.person(part.actor.person)
    return bool(part.actor.role and not part.actor.plural) or bool(person and person.roles)


def _guest_side(parts: list[Part], parties: set[str]) -> str | None:
    """Return the other country whose ambassador was there with them."""
    told = {part.country for part in parts if part.group == "guest" and _posted(part.actor)} - {None, *parties}
    return told.pop() if len(told) == 1 else None


def _of_places(reading: Reading, parties: set[str]) -> str | None:
    """Return the other country of the places that the text names, where they are of one."""
    named = {place.country for s in reading.sentences for place in s.places if place.country} - parties
    return named.pop() if len(named) == 1 else None


def _of_a_state(parts: list[Part], parties: set[str]) -> None:
    """Give a minister at talks of one country with the Union or the United Nations, which have none, that country.

    Not where it has such a minister already: "A, after a meeting with his Senegalese counterpart and the EU's envoy".
    """
    if len(states := parties - ORGANISATIONS) == 1 < len(parties):
        taken = {part.actor.role.office for part in parts if part.country in states and part.actor.role}
        for part in parts:
            role = part.actor.role
            if part.country is None and role and role.rank.endswith("minister") and role.office not in taken:
                (part.country,) = states


def _accredited(parts: list[Part], parties: set[str], host: str | None) -> None:
    """Give an ambassador to one of two parties the side of the other; a bare one, accredited to the ``host``, too."""
    for part in parts:
        role = part.actor.role
        if part.country is None and role and role.rank == "ambassador" and len(parties) == 2:  # noqa: PLR2004 (two sides)
            sentence = part.frame.sentence
            span = range(sentence.start + part.actor.start, sentence.start + part.actor.end + 30)
            posts = {mention.code for mention in sentence.countries if mention.start in span}
            posts |= {mention.country for mention in sentence.places if mention.start in span and mention.country}
            posts = {role.portfolio} if role.portfolio in parties else posts
            if host and not (posts or part.anchor) and part.rule in {"attend", "presence"}:
                posts = {host}
            if len(posts & parties) == 1:
                part.country = (parties - posts).pop()


def _of_the_post(parts: list[Part], parties: set[str]) -> None:
    """Give those who serve at an embassy the side of the one ambassador who is there."""
    envoys = [part for part in parts if part.actor.role and part.actor.role.rank in {"ambassador", "charge-daffaires"}]
    sides = {part.country for part in envoys if part.country}
    if len(sides) != 1 or not sides <= parties:
        return
    for part in parts:
        role = part.actor.role
        if part.country is None and role and (role.rank in _AT_POSTS or at_embassy(role.title)):
            (part.country,) = sides


def _behind_an_organisation(parts: list[Part], parties: set[str], home: str | None, language: str) -> None:
    """Give a governor, or a national service's head, listed behind an official of the Union or the UN a state's side.

    The only state's, else that of the place: no organisation has such officials.
    """
    states = parties - ORGANISATIONS
    for index, part in enumerate(parts):
        title = part.actor.role.title if part.actor.role else ""
        a_states = rank_of_title(title, language) in TERRITORIAL or of_state_service(title)
        if part.country or part.anchor or part.group != "guest" or not a_states:
            continue
        before = [other.country for other in parts[:index] if other.frame is part.frame and other.country]
        if before and before[-1] in ORGANISATIONS:
            hosts = states if len(states) == 1 else states & {place_country(part.frame), home}
            part.country = hosts.pop() if len(hosts) == 1 else None


def _list_sides(parts: list[Part], parties: set[str], home: str | None) -> None:
    """Give those who accompany, or stand in a list, the side of whom they accompany or follow."""
    sides = {part.key: part.country for part in parts if part.country}
    for index, part in enumerate(parts):
        if part.country or part.group not in {"guest", "chair"}:
            continue
        if part.anchor:
            part.country = sides.get(Part(part.anchor, "guest", "", part.frame).key)
            if part.country is None and part.anchor.person:
                continue  # "A was accompanied by B": B has the side that A is yet to be given
        elif part.rule == "accompany" and part.group == "guest":
            part.country = _accompanied(parts, index)
        if part.country or part.group == "chair":
            continue
        part.country = (
            same_office(part, parts)
            or _listed_after(index, parts, home, parties)
            or _listed_before(index, parts, parties)
        )
        if part.country not in parties:
            part.country = None


def _accompanied(parts: list[Part], index: int) -> str | None:
    """Return the side of whom "with her came" means: the subject spoken of last, else the chair named last."""
    before = [other for other in parts[:index] if other.group != "guest" and other.country]
    latest = [other for other in before if other.frame is before[-1].frame]
    subject = next((other for other in latest if other.group == "subject"), None)
    if subject or latest:
        return (subject or latest[-1]).country
    return next((other.country for other in parts if other.group == "subject"), None)


def _listed_before(index: int, parts: list[Part], parties: set[str]) -> str | None:
    """Return the other party's side for those who stand before "and, for the Spanish side, ..." in a list."""
    frame = parts[index].frame
    behind = parts[index + 1 :]
    later = {frame.sides.get(other.actor) for other in behind if other.frame is frame} - {None}
    if not later:  # "A and B were there. On the Chilean side were C and D"
        following = [other for other in behind if other.frame.sentence.index == frame.sentence.index + 1]
        later = {other.frame.sides.get(other.actor) for other in following if other.group == "guest"}
    rest = parties - later
    return rest.pop() if len(later) == len(rest) == 1 else None


def _listed_after(index: int, parts: list[Part], home: str | None, parties: set[str]) -> str | None:
    """Return the side of whom they stand after in a list; after an ambassador it goes on with those of the post.

    Not where the ambassador is the document's own.
    """
    frame = parts[index].frame
    before = [other for other in parts[:index] if other.frame is frame and other.country]
    if not before:
        return None
    actor, role = before[-1].actor, before[-1].actor.role
    if role is None or role.rank != "ambassador":
        return before[-1].country
    told = bool(actor.countries) or actor in frame.sides  # after a bare ambassador anybody may follow
    others = (other.actor for other in parts if other.frame is frame and not _posted(other.actor))
    if told and any(role.portfolio in other.countries for other in others):
        return before[-1].country  # "the ambassador of A to B, X; Y; and Z, the minister of B": X's hosts are told so
    follower = parts[index].actor.role
    staff = follower is not None and follower.rank in _EMBASSY
    at_post = home in parties and role.portfolio in {"", home} and not staff
    if told and (before[-1].country == home or at_post):
        return home  # at home in the ambassador's own country, "our Ambassador to Chad, A, and B", or in the host's
    return role.portfolio or (before[-1].country if told else None)


def _role(reading: Reading, part: Part, roster: Roster) -> RoleClaim | None:
    """Return the office they held then; a counterpart without a title holds that of whom they met."""
    country = roster.countries.get(part.actor.person or "")
    role = part.actor.role
    if role is None and part.actor.counterpart:
        other = "subject" if part.group == "object" else "object"
        role = next((peer.actor.role for peer in roster.parts if peer.group == other and peer.actor.role), None)
        role = replace(role, country=None) if role else None
    if role is None:
        person = reading.person(part.actor.person)
        role = person.roles[0] if person and person.roles else None
    return replace(role, country=role.country or country) if role else None


def _own_official(reading: Reading, part: Part, government: str) -> bool:
    """Tell whether the subject is an official whom a government's own document names without a country."""
    facing = {actor.countries[0] for actor in part.frame.object if actor.countries}
    person = reading.person(part.actor.person)
    return bool(person and person.roles) and government not in facing
