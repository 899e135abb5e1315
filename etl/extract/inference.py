"""Whose side somebody sat on where no word tells: by the place, by whom they met, by whose document it is.

The country named beside them comes first, then the party that remains, then the country of the place and the
document's own, last the one that the document names most.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.office import TERRITORIAL
from etl.extract.origin import home_country
from etl.extract.roster import FACING, place_country
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from etl.extract.encounter import Meeting
    from etl.extract.reading import Reading
    from etl.extract.roster import Part

ENVOYS = frozenset({"ambassador", "consul", "consul-general", "charge-daffaires", "high-commissioner"})
_AGENCIES = frozenset({"UN"})
"""Whose agencies many texts name beside the parties: no guess at a side."""
_PORTFOLIO = frozenset({("EU", "demonym")})
"""What many ministers have in their titles: "European affairs" tells of no side."""
_NEAR_REACH = 130
"""Characters behind a person in which the country of their apposition stands."""


def complete_sides(
    reading: Reading, meeting: Meeting, principals: list[Part], parties: set[str], faced: Mapping[str, str]
) -> None:
    """Give the two ends of a verb of meeting their sides where only one, or none, was told."""
    host, home = host_of(reading, meeting), home_country(reading)
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
            peer = any(part.actor.counterpart for part in ends[other])  # "A received her counterpart": A holds one, too
            private = not peer and _private(reading, ends[group])
            if ends[group] and not told[group] and not (_anybody(ends[group]) or private):
                near = _country_near(ends[group], told[other]) if group == "object" else None
                near = near or (frame.visited if group == "object" else None) or post(ends[other])
                if group == "subject" and frame.visiting:
                    local: tuple[str | None, str | None] = (home, None)
                else:
                    local = (host, home) if group == "object" or told[other] else (home, host)
                facing = told[other]
                known = sided[other] | ({facing} if facing else set())
                if group == "subject" and frame.visiting and frame.visited:
                    known |= {frame.visited}  # who is on a visit is not of the country visited
                place = place_country(frame) if facing else None
                before = next((faced[part.key[1]] for part in ends[other] if part.key[1] in faced), None)
                elsewhere = bool(_told(reading, ends[other]))
                official = known and (peer or _in_office(reading, ends[group], told_elsewhere=elsewhere))
                at_home = group == "subject" and known == {home}  # who meets officials at home is one, too
                away = bool(frame.visited)  # a visitor's own country may be told by adjectives alone
                most = most_named(reading, known, adjectives=away) if official and not at_home else None
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


def post(end: list[Part]) -> str | None:
    """Return the country that an envoy at one end is accredited to: whom they meet there is its official."""
    envoys = [role for part in end if (role := part.actor.role) and role.rank in ENVOYS]
    return next((role.portfolio for role in envoys if len(role.portfolio) == 2), None)  # noqa: PLR2004 (a country's code)


def same_office(part: Part, parts: list[Part]) -> str | None:
    """Return the side of another participant whose title begins alike ("secretario de Estado de ...")."""
    head = _title_head(part)
    others = {other.country for other in parts if other is not part and other.country and _title_head(other) == head}
    return others.pop() if head and len(others) == 1 else None


def _title_head(part: Part) -> str:
    role = part.actor.role
    words = folded(role.title).split() if role else []
    return " ".join(words[:3]) if len(words) > 3 else ""  # noqa: PLR2004 (two words and a preposition)


def unmarked_party(reading: Reading, principals: list[Part], parties: set[str]) -> str | None:
    """Return the party whose offices the text names without their country: its own, as officials at home are named."""
    rest = parties - _told(reading, principals)
    return rest.pop() if len(parties) == 2 and len(rest) == 1 else None  # noqa: PLR2004 (two sides)


def remaining(parts: list[Part], parties: set[str], local: str | None, unmarked: str | None) -> None:
    """Give those without a side the one party that nobody of their kind stands for, or guests the ``local`` one.

    Guests whose office is named without a country are of the ``unmarked`` party, where there is one.
    """
    for group in ("chair", "subject", "object", "guest"):
        members = [part for part in parts if part.group == group]
        taken = {part.country for part in members if part.country}
        if group == "chair":
            taken |= {part.country for part in parts if part.rule == "headed" and part.country}
        if group in FACING:
            taken |= {part.country for part in parts if part.group == FACING[group] and part.country}
        rest = sorted(parties - taken)
        if group == "chair" and not rest:
            rest = sorted({part.country for part in members if part.country})
        sides = {part.key: part.country for part in parts if part.country}
        for part in members:
            if part.country is None and part.anchor:
                part.country = sides.get(replace(part, actor=part.anchor).key)
            if part.country is None and group == "guest":
                part.country = unmarked
            if part.country is None:
                at_home = local in taken and _is_at_home(part, members, local)
                part.country = local if at_home else rest[0] if len(rest) == 1 else same_office(part, parts)
            if part.country is None and group == "guest" and local in parties:
                part.country = local


def _is_at_home(part: Part, members: list[Part], local: str | None) -> bool:
    """Tell whether a guest, and no envoy, stands in a list with one who is told to be of home."""
    if part.group != "guest" or (part.actor.role and part.actor.role.rank in ENVOYS):
        return False
    return any(other.frame is part.frame and other.country == local for other in members)


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
    ranked = counts.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1:
        named = any(m.code == ranked[0][0] and (adjectives or m.kind != "demonym") for m in told)
        return ranked[0][0] if named else None
    if ranked[0][1] < 2 or ranked[0][1] == ranked[1][1]:  # noqa: PLR2004 (more often than the next)
        return None
    return ranked[0][0]
