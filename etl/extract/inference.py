"""Whose side somebody sat on where no word tells: by the place, by whom they met, by whose document it is.

The country named beside them comes first, then the party that remains, then the country of the place and the
document's own, last the one that the document names most.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.frames import FACE_TO_FACE
from etl.extract.office import ORGANISATIONS, TERRITORIAL
from etl.extract.origin import around_the_article
from etl.extract.retinue import ENVOYS, post, same_office
from etl.extract.roster import FACING, in_cabinet, place_country, roles_of, sides

if TYPE_CHECKING:
    from etl.extract.encounter import Meeting
    from etl.extract.frames import Frame
    from etl.extract.reading import Reading
    from etl.extract.roster import Group, Part, Table

_AGENCIES = frozenset({"UN"})
"""Whose agencies many texts name beside the parties: no guess at a side."""
_PORTFOLIO = frozenset({("EU", "demonym")})
"""What many ministers have in their titles: "European affairs" tells of no side."""
_NEAR_REACH = 130
"""Characters behind a person in which the country of their apposition stands."""


def several_chairs(table: Table) -> None:
    """Take the country that the document names most, or its own, for the other party of two who chair for one."""
    if len(table.parties) == 1 and sum(part.group == "chair" for part in table.parts) > 1:
        other = most_named(table.reading, table.parties, adjectives=True) or table.home
        table.parties |= {other} if other else set()


def two_ends(table: Table) -> None:
    """Give the two ends of a verb of meeting their sides where only one, or none, was told."""
    given: dict[tuple[str, str], str] = {}
    for frame in table.meeting.frames:
        ends: dict[Group, list[Part]] = {
            group: [part for part in table.parts if part.group == group and part.frame is frame]
            for group in ("subject", "object", "chair")
        }
        if ends["object"] and not ends["subject"]:  # who chairs a meeting "with the ministers of A and B"
            ends["subject"] = ends["chair"]
        for part in (*ends["subject"], *ends["object"]):
            part.country = part.country or given.get(part.key)
        for group in ("subject", "object", "subject"):  # what the object is given may tell of the subject
            end, other = ends[group], ends[FACING[group]]
            side = _first_side(end) or _likely(table, frame, group, end, other)
            several = len(sides(end)) > 1  # "the ambassadors of A, NAME, and B, NAME, and NAME": nobody knows whose
            for part in end:
                if not (several and _stands_alone(table.reading, part)):
                    part.country = part.country or side
                side = part.country or side
                if part.country:
                    table.parties.add(part.country)
                    given[part.key] = part.country


def _stands_alone(reading: Reading, part: Part) -> bool:
    """Tell whether somebody listed with several countries' people has no office, or an envoy's: no neighbour's side."""
    held = roles_of(reading, part)
    return part.actor.person is not None and (not held or any(role.rank in ENVOYS for role in held))


def _first_side(end: list[Part]) -> str | None:
    return next((part.country for part in end if part.country), None)


def _likely(table: Table, frame: Frame, group: Group, end: list[Part], other: list[Part]) -> str | None:
    """Return the likeliest side of one end of a verb of meeting of which no word tells it, never the ``other`` end's.

    The country named beside them, the party that remains, the countries of the place and of the document, the likelier
    first, then the one that it names most, last the place's own even if the text says nothing else of it, and whom they
    met before.
    """
    reading, home, host = table.reading, table.home, table.host
    peer = any(part.actor.counterpart for part in other)  # "A received her counterpart": A holds an office, too
    if not end or _anybody(end) or (not peer and _private(reading, end)):
        return None
    facing, visiting = _first_side(other), group == "subject" and frame.visiting
    beside = (_country_near(end, facing) or frame.visited) if group == "object" else None
    at_home = (host, home) if group == "object" or facing else (home, host)
    known = sides(other)
    if visiting and frame.visited:
        known.add(frame.visited)  # who is on a visit is not of the country visited
    official = known and (peer or _in_office(reading, end, told_elsewhere=bool(_told(reading, other))))
    local = group == "subject" and known == {home}  # who meets officials at home is one, too
    # A visitor's own country may be told by adjectives alone.
    most = _spoken_of(reading, known, end, adjectives=bool(frame.visited)) if official and not local else None
    rest = table.parties - known
    likely = (
        beside or post(other),
        rest.pop() if known and len(rest) == 1 else None,
        *((home,) if visiting else at_home),
        most,
        place_country(frame) if facing else None,
        next((table.faced[part.key[1]] for part in other if part.key[1] in table.faced), None),
    )
    return next((code for code in likely if code and code not in known), None)


def _in_office(reading: Reading, end: list[Part], *, told_elsewhere: bool) -> bool:
    """Tell whether anybody at one end holds an office that the document may leave without its country.

    Not the officials of a parliament whom nobody names; nor a governor who meets somebody of whom no word tells that
    they are of another country.
    """
    roles = [part.actor.role for part in end if part.actor.role and not part.actor.plural]
    roles += [role for part in end if (person := reading.person(part.actor.person)) for role in person.roles]
    return any(told_elsewhere or role.rank not in TERRITORIAL for role in roles)


def _anybody(end: list[Part]) -> bool:
    """Tell whether several counterparts are meant of whom no word tells whose they are."""
    return all(part.actor.person is None and part.actor.counterpart and part.actor.plural for part in end)


def _private(reading: Reading, end: list[Part]) -> bool:
    """Tell whether only people without any office stand at one end: they may stand for no country."""
    people = [reading.person(part.actor.person) for part in end]
    return all(person is not None and not person.roles for person in people) and not any(p.actor.role for p in end)


def _told(reading: Reading, parts: list[Part]) -> set[str]:
    """Return the countries whose officials words of the document say that some of them are."""
    people = [reading.person(part.actor.person) for part in parts]
    codes = {role.country for person in people if person for role in person.roles if role.country}
    return codes.union(*(part.actor.countries for part in parts))


def _country_near(group: list[Part], other: str | None) -> str | None:
    """Return the country named just before or after them, as in an apposition, else the only other one named."""
    part = group[-1]
    sentence = part.frame.sentence
    begin = sentence.start
    named = [m for m in sentence.countries if m.code != other and m.code in part.frame.countries]
    before = [m.code for m in named if begin + part.frame.end <= m.start < begin + group[0].actor.start]
    after = [m.code for m in named if 0 <= m.start - begin - part.actor.end < _NEAR_REACH]
    rest = {code for code in part.frame.countries if code != other} - set(part.frame.lead)
    return next(iter(before or after), rest.pop() if len(rest) == 1 else None)


def hosting_chair(table: Table) -> None:
    """Give a minister who chairs alone what others of told sides attend the side of the place, or of the document."""
    chairs = [part for part in table.parts if part.group == "chair"]
    told = sides(table.parts)
    if len({part.key for part in chairs}) != 1 or sides(chairs) or not told:
        return
    hosts = [code for part in chairs if (code := place_country(part.frame))]
    home = table.home or table.host or _host_before(table.reading, table.meeting)
    code = next((code for code in (*hosts, home) if code and told - {code}), None)
    if code and (code in table.parties or in_cabinet(chairs[0].actor)):
        for part in chairs:
            part.country = code
        table.parties.add(code)


def _host_before(reading: Reading, meeting: Meeting) -> str | None:
    """Return the country of the place that the sentence before the meeting's first gives: "a meeting in Valletta"."""
    first = meeting.frames[0].sentence.index
    near = reading.sentences[max(0, first - 1) : first]
    return next((place.country for s in near for place in s.places if place.locative), None)


def accrediting(table: Table) -> None:
    """Take the country that an envoy is accredited to for a party, where no word tells the side of somebody met."""
    unsided = any(part.country is None for part in table.principals)
    if len(table.parties) == 1 and unsided and (accredited := post(table.parts)):
        table.parties.add(accredited)


def unnamed_side(table: Table) -> None:
    """Give the other side of an encounter with one country's officials where no word tells it: the text's own.

    Its people are those whose offices stand without a country. Not where officials of the document's own country may
    only have met each other.
    """
    reading, parties = table.reading, table.parties
    if len(parties) != 1:
        return
    unsided = [part for part in table.principals if part.country is None and _holds_office(reading, part)]
    envoy = any(part.actor.role and part.actor.role.rank in ENVOYS for part in unsided)
    if not unsided or (table.home in parties and not envoy):
        return
    about = any(part.group != "object" for part in unsided)  # whom the Ghanaian minister received may be a Ghanaian
    other = _spoken_of(reading, parties, unsided, adjectives=about)
    other = other or (_of_places(reading, parties) if about else None)
    encounter = any(frame.has_noun or frame.kinds & FACE_TO_FACE for frame in table.meeting.frames)
    other = other or (_of_title(reading, parties) if encounter else None)  # a cabinet may sit on a treaty with it
    if other:
        for part in unsided:
            part.country = other
        parties.add(other)


def _spoken_of(reading: Reading, other: set[str], end: list[Part], *, adjectives: bool) -> str | None:
    """Return the country but for others that the document names most, for a minister no organisation: it has none.

    "The minister was in Lima under the plan of the Union and Peru": then that of the page.
    """
    most = most_named(reading, other, adjectives=adjectives)
    if most not in ORGANISATIONS or not any(_of_a_government(reading, part) for part in end):
        return most
    states = other | ORGANISATIONS
    return most_named(reading, states, adjectives=adjectives) or around_the_article(reading, states)


def _of_a_government(reading: Reading, part: Part) -> bool:
    """Tell whether somebody is a minister or a secretary of state, whom no organisation has."""
    roles = roles_of(reading, part)
    return any(role.rank.endswith("minister") or role.rank == "secretary-of-state" for role in roles)


def _holds_office(reading: Reading, part: Part) -> bool:
    person = reading.person(part.actor.person)
    return bool(part.actor.role and not part.actor.plural) or bool(person and person.roles)


def _of_title(reading: Reading, parties: set[str]) -> str | None:
    """Return the other country that a headline names, where it is one: "Uruguay: minister received Finnish MPs"."""
    titles = [sentence for sentence in reading.sentences if sentence.block == "title"]
    named = {mention.code for sentence in titles for mention in sentence.countries if mention.kind == "name"}
    rest = named - parties - ORGANISATIONS
    return rest.pop() if len(rest) == 1 else None


def _of_places(reading: Reading, parties: set[str]) -> str | None:
    """Return the other country of the places that the text names, where they are of one."""
    named = {place.country for s in reading.sentences for place in s.places if place.country} - parties
    return named.pop() if len(named) == 1 else None


def of_a_state(table: Table) -> None:
    """Give a minister at talks of one country with the Union or the United Nations, which have none, that country.

    Not where it has such a minister already: "A, after a meeting with his Senegalese counterpart and the EU's envoy".
    """
    if len(states := table.parties - ORGANISATIONS) == 1 < len(table.parties):
        taken = {part.actor.role.office for part in table.parts if part.country in states and part.actor.role}
        for part in table.parts:
            role = part.actor.role
            if part.country is None and role and role.rank.endswith("minister") and role.office not in taken:
                (part.country,) = states


def remaining(table: Table) -> None:
    """Give those without a side the one party that nobody of their kind stands for, or guests that of the place.

    Guests whose office is named without a country are of the party whose officials the text names so, where there is
    one and the document is nobody's own.
    """
    parts, parties = table.parts, table.parties
    unmarked = _unmarked_party(table.reading, table.principals, parties) if table.of_two and not table.home else None
    local = (table.home or (None if unmarked else table.host)) if table.of_two else None
    for group in ("chair", "subject", "object", "guest"):
        members = [part for part in parts if part.group == group]
        taken = sides(members)
        if group == "chair":
            taken |= sides(part for part in parts if part.rule == "headed")
        if group in FACING:
            taken |= sides(part for part in parts if part.group == FACING[group])
        rest = sorted(parties - taken)
        if group == "chair" and not rest:
            rest = sorted(sides(members))
        told = {part.key: part.country for part in parts if part.country}
        for part in members:
            part.country = part.country or (told.get(part.key) if group == "guest" else None)
            if part.country is None and part.anchor:
                part.country = told.get(replace(part, actor=part.anchor).key)
            if part.country is None and group == "guest":
                part.country = unmarked
            if part.country is None:
                at_home = local in taken and _is_at_home(part, members, local)
                part.country = local if at_home else rest[0] if len(rest) == 1 else same_office(part, parts)
            if part.country is None and group == "guest" and local in parties:
                part.country = local


def _unmarked_party(reading: Reading, principals: list[Part], parties: set[str]) -> str | None:
    """Return the party whose offices the text names without their country: its own, as officials at home are named."""
    rest = parties - _told(reading, principals)
    return rest.pop() if len(rest) == 1 else None


def _is_at_home(part: Part, members: list[Part], local: str | None) -> bool:
    """Tell whether a guest, and no envoy, stands in a list with one who is told to be of home."""
    if part.group != "guest" or (part.actor.role and part.actor.role.rank in ENVOYS):
        return False
    return any(other.frame is part.frame and other.country == local for other in members)


def host_of(reading: Reading, meeting: Meeting) -> str | None:
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


def most_named(reading: Reading, other: set[str], *, adjectives: bool = False) -> str | None:
    """Return the country that the document names most, but for others; None where two are named as often.

    One alone may be named once, but not by an adjective ("8,000 Malian refugees" tells of no third side), unless
    ``adjectives`` will do.
    """
    left_out = other | _AGENCIES
    told = [mention for s in reading.sentences if s.block != "title" for mention in s.countries]
    told = [mention for mention in told if (mention.code, mention.kind) not in _PORTFOLIO]
    counts = Counter(mention.code for mention in told if mention.code not in left_out)
    if not counts:  # "Pakistan's navy chief in Tanzania", and then of the navy chief
        told = [mention for s in reading.sentences if s.block == "title" for mention in s.countries]
        counts = Counter({mention.code: 1 for mention in told if mention.code not in left_out})
        adjectives = True
    ranked = counts.most_common(2)
    if not ranked:  # "Polish-Georgian consultations"
        bodies = {code for s in reading.sentences for body in s.bodies for code in body.parties} - left_out
        return bodies.pop() if len(bodies) == 1 else None
    if len(ranked) == 1:
        named = any(m.code == ranked[0][0] and (adjectives or m.kind != "demonym") for m in told)
        return ranked[0][0] if named else None
    if ranked[0][1] < 2 or ranked[0][1] == ranked[1][1]:  # noqa: PLR2004 (more often than the next)
        return None
    return ranked[0][0]
