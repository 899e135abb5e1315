"""Whose side those have who serve at an embassy, accompany somebody or stand in a list: that of whom they are with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.office import ORGANISATIONS, TERRITORIAL
from etl.extract.ranks import rank_of_title
from etl.extract.roster import Part, place_country, sides
from etl.offices import at_embassy, of_state_service
from etl.spelling import folded

if TYPE_CHECKING:
    from etl.extract.actors import Actor
    from etl.extract.roster import Table

ENVOYS = frozenset({"ambassador", "consul", "consul-general", "charge-daffaires", "high-commissioner"})
_EMBASSY = frozenset({
    "attache", "consul", "consul-general", "counsellor", "minister-counsellor", "first-secretary", "second-secretary",
    "charge-daffaires", "officer", "advisor",
})  # fmt: skip
"""Ranks of those who serve under an ambassador."""
_AT_POSTS = frozenset({"attache", "minister-counsellor", "first-secretary", "second-secretary"})
"""Ranks that nobody at home holds."""
_POST_REACH = 30
"""Characters behind an ambassador in which the country stands that they are sent to."""


def posted(actor: Actor) -> bool:
    """Tell whether somebody serves at an embassy."""
    return bool(actor.role and actor.role.rank in ENVOYS | _EMBASSY)


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


def ambassadors(table: Table) -> None:
    """Give an ambassador to one of two parties the side of the other; a bare one, accredited to the host, too."""
    host = table.host or table.home
    for part in table.parts:
        role = part.actor.role
        if part.country or not role or role.rank != "ambassador" or not table.of_two:
            continue
        sentence = part.frame.sentence
        span = range(sentence.start + part.actor.start, sentence.start + part.actor.end + _POST_REACH)
        posts = {mention.code for mention in sentence.countries if mention.start in span}
        posts |= {mention.country for mention in sentence.places if mention.start in span and mention.country}
        posts = {role.portfolio} if role.portfolio in table.parties else posts
        if host and not (posts or part.anchor) and part.rule in {"attend", "presence"}:
            posts = {host}
        if len(posts & table.parties) == 1:
            part.country = (table.parties - posts).pop()


def embassy_staff(table: Table) -> None:
    """Give those who serve at an embassy the side of the one ambassador who is there."""
    heads = {"ambassador", "charge-daffaires"}
    envoys = sides(part for part in table.parts if part.actor.role and part.actor.role.rank in heads)
    if len(envoys) != 1 or not envoys <= table.parties:
        return
    for part in table.parts:
        role = part.actor.role
        if part.country is None and role and (role.rank in _AT_POSTS or at_embassy(role.title)):
            (part.country,) = envoys


def behind_an_organisation(table: Table) -> None:
    """Give a governor, or a national service's head, listed behind an official of the Union or the UN a state's side.

    The only state's, else that of the place: no organisation has such officials.
    """
    language = table.reading.document.language or "en"
    states = table.parties - ORGANISATIONS
    for index, part in enumerate(table.parts):
        title = part.actor.role.title if part.actor.role else ""
        a_states = rank_of_title(title, language) in TERRITORIAL or of_state_service(title)
        if part.country or part.anchor or part.group != "guest" or not a_states:
            continue
        before = [other.country for other in table.parts[:index] if other.frame is part.frame and other.country]
        if before and before[-1] in ORGANISATIONS:
            hosts = states if len(states) == 1 else states & {place_country(part.frame), table.home}
            part.country = hosts.pop() if len(hosts) == 1 else None


def listed(table: Table) -> None:
    """Give those who accompany, or stand in a list, the side of whom they accompany or follow."""
    parts, parties, home = table.parts, table.parties, table.home or table.host
    told = {part.key: part.country for part in parts if part.country}
    leading = {part.key for part in table.principals}
    for index, part in enumerate(parts):
        if part.country or part.group not in {"guest", "chair"} or (part.group == "guest" and part.key in leading):
            continue  # "Flanking A were B and C": A's side is not that of a list
        if part.anchor:
            part.country = told.get(Part(part.anchor, "guest", "", part.frame).key)
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
    others = (other.actor for other in parts if other.frame is frame and not posted(other.actor))
    if told and any(role.portfolio in other.countries for other in others):
        return before[-1].country  # "the ambassador of A to B, X; Y; and Z, the minister of B": X's hosts are told so
    follower = parts[index].actor.role
    staff = follower is not None and follower.rank in _EMBASSY
    at_post = home in parties and role.portfolio in {"", home} and not staff
    if told and (before[-1].country == home or at_post):
        return home  # at home in the ambassador's own country, "our Ambassador to Chad, A, and B", or in the host's
    return role.portfolio or (before[-1].country if told else None)
