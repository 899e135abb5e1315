"""Who took part in a meeting, in which relation, office and on which side.

A side is taken from the words nearest to the person: their own office, the stated side ("on the Spanish side"), the
side of whom they accompany or are listed after, an office of the same kind, the party that remains. Only then the
document's own country (its government's address, its dateline) or the country of the place speaks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from etl.extract.actors import Actor
from etl.extract.frames import Frame
from etl.extract.office import TERRITORIAL
from etl.extract.origin import government_of, home_country
from etl.records import ParticipantClaim, RoleClaim
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from etl.extract.discourse import Meeting
    from etl.extract.reading import Reading
    from etl.records import Evidence, Participation

Group = Literal["subject", "object", "chair", "guest"]

CONFIDENCE = {
    "met": 0.95,
    "chaired": 0.95,
    "presence": 0.9,
    "attend": 0.9,
    "accompany": 0.9,
    "delegation": 0.9,
    "headed": 0.9,
    "proxy": 0.85,
    "leaders": 0.7,
    "spoke": 0.7,
    "gather": 0.6,
}
"""How sure a participation is, by the rule that found it; a meeting of two sides needs no inference."""

_ENVOYS = frozenset({"ambassador", "consul", "consul-general", "charge-daffaires", "high-commissioner"})
_CABINET = frozenset({"minister", "secretary-of-state", "vice-president", "commissioner", "high-representative"})
HEADS = frozenset({"president", "prime-minister", "head-of-state", "head-of-government"})


_FACING = {"subject": "object", "object": "subject"}
"""The two ends of a verb of meeting."""
_ORGANISATIONS = frozenset({"EU", "UN"})
_AGENCIES = frozenset({"UN"})
"""Whose agencies many texts name beside the parties: no guess at a side."""
_NEAR_REACH = 130
"""Characters behind a person in which the country of their apposition stands."""


@dataclass(slots=True)
class _Part:
    """One participant in the making."""

    actor: Actor
    group: Group
    rule: str
    frame: Frame
    anchor: Actor | None = None
    country: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        if self.actor.person:
            return "person", self.actor.person
        role = self.actor.role
        return "office", (role.office or folded(role.title)) if role else ""

    def evidence(self, reading: Reading) -> Evidence:
        """Return the sentence that has them take part, and the rule that found it."""
        rule = "chaired" if self.group == "chair" else "met" if self.group in _FACING else self.rule
        return reading.evidence(self.frame.sentence, f"participation:{rule}", CONFIDENCE.get(rule, 0.9))


@dataclass(frozen=True, slots=True)
class Roster:
    """A meeting's participants with their sides; ``countries`` by person key."""

    meeting: str
    parties: tuple[str, ...]
    parts: tuple[_Part, ...]
    countries: dict[str, str | None] = field(default_factory=dict)


def settle(reading: Reading, meeting: Meeting, known: Mapping[str, str], faced: Mapping[str, str]) -> Roster:
    """Return a meeting's participants and parties; fewer than two parties mean that it was no meeting.

    ``known`` are the sides of people in the document's earlier meetings, ``faced`` whose side they met there.
    """
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
        other = _most_named(reading, parties) or home_country(reading)
        parties |= {other} if other else set()
    _complete_sides(reading, meeting, principals, parties, faced)
    if len(parties) < 2:  # noqa: PLR2004 (two sides)
        parties |= {part.country for part in principals if part.country}
    if len(parties) < 2:  # noqa: PLR2004
        parties |= {code for part in parts if (code := part.country)}
        parties |= _accrediting(parts, parties)
    _accredited(parts, parties, _host(reading, meeting) or home_country(reading))
    _list_sides(parts, parties)
    _of_a_state(parts, parties)
    local = (home_country(reading) or _host(reading, meeting)) if len(parties) == 2 else None  # noqa: PLR2004
    _remaining(parts, parties, local, None if local else _unmarked(reading, principals, parties))
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
        if office.plural and office.person is None and office.role.country is None and office.role.rank not in _CABINET
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
        parts.append(_Part(actor, "guest", "leaders", Frame(sentence, 0, 0), None, party))
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


def _parts(meeting: Meeting) -> Iterator[_Part]:
    for frame in meeting.frames:
        for actor in frame.chairs:
            yield _Part(actor, "chair", "chaired", frame)
        for actor in frame.subject:
            yield _Part(actor, "subject", "met", frame)
        for actor in frame.object:
            yield _Part(actor, "object", "met", frame)
        for guest in frame.guests:
            yield _Part(guest.actor, "guest", guest.rule, frame, guest.anchor, guest.side)


def _stated(reading: Reading, part: _Part, known: Mapping[str, str]) -> str | None:
    """Return the side that the words tell: the office's country, the stated side, what was said of them elsewhere."""
    actor = part.actor
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


def _parties(meeting: Meeting, parts: list[_Part]) -> set[str]:
    """Return the parties that the document names: the body's or the sentence's, with the principals' sides."""
    parties = set(meeting.named)
    for frame in meeting.frames:
        parties |= set(frame.lead) if frame.object and not frame.subject else set()
    for part in parts:
        if part.group != "guest" or _for_a_party(part):
            parties |= {part.country} if part.country else set()
            parties |= set(part.actor.countries) if part.actor.plural or part.actor.counterpart else set()
    return parties


def _for_a_party(part: _Part) -> bool:
    """Tell whether a guest's own country takes part through them: a listed side, or an official sent from there."""
    if "list" in part.frame.kinds:
        return part.frame.sides.get(part.actor) is not None or bool(part.actor.countries)
    return bool(part.actor.countries) and in_cabinet(part.actor)


def in_cabinet(actor: Actor) -> bool:
    """Tell whether somebody is a head of state or government, a minister or the like."""
    return bool(actor.role and actor.role.rank.endswith(tuple(HEADS | _CABINET)))  # with deputies and vice ministers


def _in_order(meeting: Meeting, parts: list[_Part], *, bodies: bool) -> None:
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


def _complete_sides(
    reading: Reading, meeting: Meeting, principals: list[_Part], parties: set[str], faced: Mapping[str, str]
) -> None:
    """Give the two ends of a verb of meeting their sides where only one, or none, was told."""
    host, home = _host(reading, meeting), home_country(reading)
    sides: dict[tuple[str, str], str] = {}
    for frame in meeting.frames:
        ends = {
            group: [part for part in principals if part.group == group and part.frame is frame]
            for group in ("subject", "object")
        }
        if ends["object"] and not ends["subject"]:  # who chairs a meeting "with the ministers of A and B"
            ends["subject"] = [part for part in principals if part.group == "chair" and part.frame is frame]
        for part in (*ends["subject"], *ends["object"]):
            part.country = part.country or sides.get(part.key)
        sided: dict[str, set[str]] = {
            group: {part.country for part in parts if part.country} for group, parts in ends.items()
        }
        told = {group: next((part.country for part in parts if part.country), None) for group, parts in ends.items()}
        for group, other in (("subject", "object"), ("object", "subject"), ("subject", "object")):
            if ends[group] and not told[group] and not all(map(_anybody, ends[group])):
                near = _country_near(ends[group], told[other]) if group == "object" else None
                near = near or (frame.visited if group == "object" else None) or _post(ends[other])
                if group == "subject" and frame.visiting:
                    local: tuple[str | None, str | None] = (home, None)
                else:
                    local = (host, home) if group == "object" or told[other] else (home, host)
                facing = told[other]
                known = sided[other] | ({facing} if facing else set())
                place = place_country(frame) if facing else None
                before = next((faced[part.key[1]] for part in ends[other] if part.key[1] in faced), None)
                likely = known and _in_office(reading, ends[group], told_elsewhere=_told(reading, ends[other]))
                most = _most_named(reading, known) if likely else None
                told[group] = _guess(near, known, parties, (*local, most, place, before))
            for part in ends[group]:
                part.country = part.country or told[group]
                if part.country:
                    parties.add(part.country)
                    sides[part.key] = part.country


def _guess(near: str | None, other: set[str], parties: set[str], likely: tuple[str | None, ...]) -> str | None:
    """Return the likeliest side of one end of a meeting, never of those of the ``other`` end.

    ``near`` is the country named beside them; ``likely`` are the countries of the place and of the document, the
    likelier first, then the one that it names most, and last the place's own even if the text says nothing else of it,
    and whom they met before.
    """
    rest = parties - other
    remaining = rest.pop() if other and len(rest) == 1 else None
    return next((code for code in (near, remaining, *likely) if code and code not in other), None)


def _in_office(reading: Reading, end: list[_Part], *, told_elsewhere: bool) -> bool:
    """Tell whether anybody at one end holds an office that the document may leave without its country.

    Not the officials of a parliament whom nobody names; nor a governor who meets somebody of whom no word tells that
    they are of another country.
    """
    roles = [part.actor.role for part in end if part.actor.role and not part.actor.plural]
    roles += [role for part in end if (person := reading.person(part.actor.person)) for role in person.roles]
    return any(told_elsewhere or role.rank not in TERRITORIAL for role in roles)


def _anybody(part: _Part) -> bool:
    """Tell whether several counterparts are meant of whom no word tells whose they are."""
    actor = part.actor
    return actor.person is None and actor.counterpart and actor.plural


def _told(reading: Reading, end: list[_Part]) -> bool:
    """Tell whether words of the document say whose officials those at one end are."""
    people = [reading.person(part.actor.person) for part in end]
    roles = [role for person in people if person for role in person.roles]
    return any(part.actor.countries for part in end) or any(role.country for role in roles)


def _post(end: list[_Part]) -> str | None:
    """Return the country that an envoy at one end is accredited to: whom they meet there is its official."""
    envoys = [role for part in end if (role := part.actor.role) and role.rank in _ENVOYS]
    return next((role.portfolio for role in envoys if len(role.portfolio) == 2), None)  # noqa: PLR2004 (a country's code)


def _accrediting(parts: list[_Part], parties: set[str]) -> set[str]:
    """Return the country an envoy is accredited to, where nothing tells the side of someone met: it is theirs."""
    unsided = any(part.country is None and part.group != "guest" for part in parts)
    return {post} if len(parties) == 1 and unsided and (post := _post(parts)) else set()


def _of_a_state(parts: list[_Part], parties: set[str]) -> None:
    """Give a minister at talks of one country with the Union or the United Nations, which have none, that country."""
    if len(states := parties - _ORGANISATIONS) == 1 < len(parties):
        for part in parts:
            if part.country is None and part.actor.role and part.actor.role.rank.endswith("minister"):
                (part.country,) = states


def _accredited(parts: list[_Part], parties: set[str], host: str | None) -> None:
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


def _list_sides(parts: list[_Part], parties: set[str]) -> None:
    """Give those who accompany, or stand in a list, the side of whom they accompany or follow."""
    sides = {part.key: part.country for part in parts if part.country}
    for index, part in enumerate(parts):
        if part.country or part.group not in {"guest", "chair"}:
            continue
        if part.anchor:
            part.country = sides.get(_Part(part.anchor, "guest", "", part.frame).key)
        elif part.rule == "accompany" and part.group == "guest":
            part.country = next((other.country for other in parts if other.group == "subject"), None)
        if part.country or part.group == "chair":
            continue
        part.country = _same_office(part, parts) or _listed_after(index, parts) or _listed_before(index, parts, parties)
        if part.country not in parties:
            part.country = None


def _same_office(part: _Part, parts: list[_Part]) -> str | None:
    """Return the side of another participant whose title begins alike ("secretario de Estado de ...")."""
    head = _title_head(part)
    others = {other.country for other in parts if other is not part and other.country and _title_head(other) == head}
    return others.pop() if head and len(others) == 1 else None


def _title_head(part: _Part) -> str:
    role = part.actor.role
    words = folded(role.title).split() if role else []
    return " ".join(words[:3]) if len(words) > 3 else ""  # noqa: PLR2004 (two words and a preposition)


def _listed_before(index: int, parts: list[_Part], parties: set[str]) -> str | None:
    """Return the other party's side for those who stand before "and, for the Spanish side, ..." in a list."""
    frame = parts[index].frame
    later = {frame.sides.get(other.actor) for other in parts[index + 1 :] if other.frame is frame} - {None}
    rest = parties - later
    return rest.pop() if len(later) == len(rest) == 1 else None


def _listed_after(index: int, parts: list[_Part]) -> str | None:
    """Return the side of whom they stand after in a list; after an ambassador it goes on with those of the post."""
    frame = parts[index].frame
    before = [other for other in parts[:index] if other.frame is frame and other.country]
    if not before:
        return None
    actor, role = before[-1].actor, before[-1].actor.role
    if role is None or role.rank != "ambassador":
        return before[-1].country
    told = bool(actor.countries) or actor in frame.sides  # after a bare ambassador anybody may follow
    return role.portfolio or (before[-1].country if told else None)


def _unmarked(reading: Reading, principals: list[_Part], parties: set[str]) -> str | None:
    """Return the party whose offices the text names without their country: its own, as officials at home are named."""
    told = {code for part in principals for code in part.actor.countries}
    people = [reading.person(part.actor.person) for part in principals]
    told |= {role.country for person in people if person for role in person.roles if role.country}
    rest = parties - told
    return rest.pop() if len(parties) == 2 and len(rest) == 1 else None  # noqa: PLR2004 (two sides)


def _remaining(parts: list[_Part], parties: set[str], local: str | None, unmarked: str | None) -> None:
    """Give those without a side the one party that nobody of their kind stands for, or guests the ``local`` one.

    Guests whose office is named without a country are of the ``unmarked`` party, where there is one.
    """
    for group in ("chair", "subject", "object", "guest"):
        members = [part for part in parts if part.group == group]
        taken = {part.country for part in members if part.country}
        if group == "chair":
            taken |= {part.country for part in parts if part.rule == "headed" and part.country}
        if group in _FACING:
            taken |= {part.country for part in parts if part.group == _FACING[group] and part.country}
        rest = sorted(parties - taken)
        if group == "chair" and not rest:
            rest = sorted({part.country for part in members if part.country})
        for part in members:
            if part.country is None and group == "guest":
                part.country = unmarked
            if part.country is None:
                part.country = rest[0] if len(rest) == 1 else _same_office(part, parts)
            if part.country is None and group == "guest" and local in parties:
                part.country = local


def _role(reading: Reading, part: _Part, roster: Roster) -> RoleClaim | None:
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


def _country_near(group: list[_Part], other: str | None) -> str | None:
    """Return the country named just before or after them, as in an apposition, else the only other one named."""
    part = group[-1]
    sentence = part.frame.sentence
    begin = sentence.start
    named = [m for m in sentence.countries if m.code != other and m.code in part.frame.countries]
    before = [m.code for m in named if begin + part.frame.end <= m.start < begin + group[0].actor.start]
    after = [m.code for m in named if 0 <= m.start - begin - part.actor.end < _NEAR_REACH]
    rest = {code for code in part.frame.countries if code != other} - set(part.frame.lead)
    return next(iter(before or after), rest.pop() if len(rest) == 1 else None)


def place_country(frame: Frame) -> str | None:
    """Return the country of the place that a frame's sentence gives."""
    return next((place.country for place in frame.sentence.places if place.locative and place.country), None)


def _host(reading: Reading, meeting: Meeting) -> str | None:
    """Return the country of the place that the meeting's sentences give, if the document speaks of that country.

    Else the place may be no party's ("in Geneva").
    """
    spoken = {mention.code for sentence in reading.sentences for mention in sentence.countries}
    for frame in meeting.frames:
        for place in frame.sentence.places:
            if place.locative and place.country in spoken:
                return place.country
    for frame in meeting.frames:
        if frame.hosted:
            return frame.hosted
    return None


def _own_official(reading: Reading, part: _Part, government: str) -> bool:
    """Tell whether the subject is an official whom a government's own document names without a country."""
    facing = {actor.countries[0] for actor in part.frame.object if actor.countries}
    person = reading.person(part.actor.person)
    return bool(person and person.roles) and government not in facing


def _most_named(reading: Reading, other: set[str]) -> str | None:
    """Return the country that the document names most, but for others; None where two are named as often."""
    left_out = other | _AGENCIES
    told = (mention.code for s in reading.sentences if s.block != "title" for mention in s.countries)
    counts = Counter(code for code in told if code not in left_out)
    ranked = counts.most_common(2)
    alone = len(ranked) == 1
    if not ranked or (ranked[0][1] < 2 and not alone) or (not alone and ranked[0][1] == ranked[1][1]):  # noqa: PLR2004
        return None
    return ranked[0][0]
