"""The people and the unnamed offices of a sentence, as those who can act in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from etl.extract.roles import is_style
from etl.offices import of_arms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.extract.reading import PersonMention, Sentence
    from etl.records import RoleClaim

_APPOSITION = re.compile(r",\s*(?!(?:and|y|e|et)\b)(?:[\w'\ue004-]+\s+){0,3}")
_ARTICLE = r"(?:(?:the|le|la|el)\s+|l')?"
_OF = r"(?:para|for|pour|de|del|du|des|of|en|in)"
_ACTING = r"(?:\s+(?:par interim|[ap]\.\s?i\.|sortante?|interin[oa]|en funciones|ad interim))?"
"""How an office is held: "le directeur général par intérim, X"."""
_ACRONYM = r"(?:[^;:.()\ue001-\ue003]{0,60}\([\w' \ue004-]{2,14}\))?"
"""The end of a body's long name, with its letters: "director of the agency for asylum (ABC), X"."""
_CONTINUED = re.compile(
    rf"{_ACRONYM}{_ACTING}(?:\s+(?:y|e|et|and|de la|a(?= (?:la|las|los|el|cargo|charge)\b| l')|au|to|{_OF})"
    rf"\s+[^,;.\ue001\ue002\ue003]{{2,50}})?,?\s*"
    rf"{_ARTICLE}(?:\ue004+\s+)?"
)
_NATIONAL = re.compile(rf"\s+(?:[\w-]+\s+)?\ue004+(?:\s+{_OF}\s+[^,;.\ue001\ue002\ue003]{{2,50}})?,?\s*")
"""What parts an office from its holder where it names the country in between: "el ministro alemán de Defensa, X"."""
_NATIONAL_NOUN = re.compile(r"(?<!\w)(?:the |l'|(?:le|la|el|al|del|au|du) )\ue004+\s+\Z")
_ORIGIN = re.compile(r",?\s(?:of|de|del|du|d'|de la|de l'|des)\s?(?:the\s)?")
_POSSESSIVE = re.compile(r"'s?\s+")
_COMMA, _END = re.compile(r",\s*(?:the |l'|la |le |el )?"), re.compile(r"\s*[;.]?\s*")
_BRACKET = re.compile(r"\s*\(")
"""Before the country behind a name."""
_RANK, _RANK_WORDS = re.compile(rf"{_ACRONYM}{_ACTING},\s*{_ARTICLE}"), 2
_APART = re.compile(r"(?:\s+\w+){0,5},\s*(?:(?:the|les|los|las)\s+)?")
_LISTED = re.compile(rf",?\s*(?:and|y|e|et)\s+{_ARTICLE}")
"""Between a plural office with its countries and the first of its holders, and between the two."""
_MORE_COUNTRIES = re.compile(r"(?:(?:,|\s)\s*(?:\w{1,3}[\s']+){0,3}\ue004+)+")
"""The other countries of "the ministers of A, of B and of C"."""
_COUNTRIES = re.compile(
    rf"\s(?:from|{_OF})\s(?:[\w'-]+\s){{0,4}}\ue004+(?:(?:,|\s)\s*(?:\w{{1,3}}[\s']+){{0,3}}\ue004+)*"
)
"""The countries of "their counterparts from the allied states of A, B and C"."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or an unnamed office in a sentence; positions count from the sentence's start.

    ``stands_in`` tells what somebody named elsewhere is called here: ``visitor``, ``host``, ``figure`` ("the Irish
    official"), ``native`` ("the Irishman"), ``natives`` ("the two Irishmen") or, before a name, ``apposed``.
    """

    start: int
    end: int
    person: str | None
    role: RoleClaim | None = None
    countries: tuple[str, ...] = ()
    counterpart: bool = False
    plural: bool = False
    definite: bool = False
    stands_in: str = ""

    @property
    def unnamed_group(self) -> bool:
        """Whether it is but "the ministers", "the two leaders"."""
        unnamed = self.person is None and not self.countries and not self.stands_in and not self.counterpart
        return self.plural and unnamed

    @property
    def unnamed_pair(self) -> bool:
        """Whether it is but "the two leaders", "the pair"."""
        return self.unnamed_group and self.definite and self.role is None

    def named(self, person: str, country: str | None) -> Actor:
        """Return one of those meant, by name and side, in the place of the words for them."""
        return replace(self, person=person, role=None, countries=(country,) if country else (), plural=False)


def find(sentence: Sentence, text: str) -> Iterator[Actor]:
    """Yield the people and the offices without a holder; an office inside a person's span is that person's."""
    begin = sentence.start
    people = [
        Actor(
            mention.outer_start - begin,
            mention.outer_end - begin,
            mention.key,
            mention.role,
            (mention.role.country,) if mention.role and mention.role.country else _nationality(sentence, text, mention),
            counterpart=_is_counterpart(sentence, mention.outer_start, mention.outer_end),
        )
        for mention in sentence.persons
    ]
    apart: list[Actor] = []
    for office in sentence.roles:
        if any(actor.start < office.end - begin and office.start - begin < actor.end for actor in people):
            continue
        codes = (
            [mention.code for mention in sentence.countries if office.start <= mention.start < office.end]
            if office.counterpart or office.plural
            else []
        )
        own = [office.role.country] if office.role.country else []
        end = office.end - begin
        further = _MORE_COUNTRIES if own else _COUNTRIES
        if office.plural and (own or not codes) and (more := further.match(text, end)):
            end = more.end()
            codes += _countries(sentence, office.end - begin, end)
        actor = Actor(
            office.start - begin,
            end,
            office.person,
            office.role,
            tuple(dict.fromkeys([*own, *codes])),
            office.counterpart,
            office.plural,
            office.definite,
        )
        apart.append(actor)
    for actor in apart:
        if holders := _ranked_holders(text, actor, people):
            people = [replace(p, role=actor.role) if p in holders else p for p in people]
            continue
        index = next((i for i, person in enumerate(people) if _in_apposition(text, actor, person)), None)
        if index is None or actor.plural:
            yield actor
        else:
            people[index] = _with_office(people[index], actor, _countries(sentence, actor.end, people[index].start))
    yield from people


def _in_apposition(text: str, office: Actor, person: Actor) -> bool:
    """Tell whether an office is the apposition of a person without one: "her counterpart, X", "X, Spain's minister"."""
    if person.role and not office.counterpart:
        # "General NAME, Chad's minister of ...": behind a mere rank stands the office
        told = person.role.office or len(person.role.title.split()) > _RANK_WORDS or not office.role
        arms = not office.plural and office.end <= person.start and of_arms(person.role.title)
        if arms and not person.role.office and _RANK.fullmatch(text, office.end, person.start):
            return True  # "the Togolese commander of operations, Colonel NAME"
        return _ranked(text, office, person) or (not told and _behind(text, office, person))
    before = bool(
        office.end <= person.start
        and (
            _CONTINUED.fullmatch(text, office.end, person.start) or _NATIONAL.fullmatch(text, office.end, person.start)
        )
    )
    return before or _behind(text, office, person)


def _behind(text: str, office: Actor, person: Actor) -> bool:
    """Tell whether an office stands behind a person, with only a comma and its country between them."""
    return person.end < office.start and bool(_APPOSITION.fullmatch(text, person.end, office.start))


def _nationality(sentence: Sentence, text: str, person: PersonMention) -> tuple[str, ...]:
    """Return the side that the words beside a name tell: "X of Bahrain", "minister X (Haïti)", "Chad's X".

    In an item of a list also behind a comma at its end: "Prime Minister X, Federal Republic of Nigeria".
    """
    for mention in sentence.countries:
        gap = text[person.outer_end - sentence.start : mention.start - sentence.start] if mention.kind == "name" else ""
        behind = text[mention.end - sentence.start :]
        bracketed = _BRACKET.fullmatch(gap) and behind.startswith(")")
        closing = sentence.block == "item" and _COMMA.fullmatch(gap) and _END.fullmatch(behind)
        if bracketed or closing or (_ORIGIN.fullmatch(gap) and person.role is None):
            return (mention.code,)
    for mention in () if person.role else sentence.countries:
        if _POSSESSIVE.fullmatch(text, mention.end - sentence.start, person.outer_start - sentence.start):
            return (mention.code,)
    before = _NATIONAL_NOUN.search(text[: person.outer_start - sentence.start])
    if before is None:
        return ()
    return tuple(
        mention.code
        for mention in sentence.countries
        if mention.kind == "demonym" and before.start() <= mention.start - sentence.start < before.end()
    )[-1:]


def _ranked_holders(text: str, office: Actor, people: list[Actor]) -> list[Actor]:
    """Return those of whom a list behind a plural office tells but a rank: "the deputies, ambassadors X and Y"."""
    if not office.plural:
        return []
    behind = sorted((p for p in people if p.start >= office.end), key=lambda person: person.start)[:2]
    if len(behind) < 2 or not _APART.fullmatch(text, office.end, behind[0].start):  # noqa: PLR2004 (one for each side)
        return []
    listed = _LISTED.fullmatch(text, behind[0].end, behind[1].start)
    mere = all(p.role is not None and p.role.office == "ambassador" and not p.countries for p in behind)
    return behind if listed and mere else []


def _ranked(text: str, office: Actor, person: Actor) -> bool:
    """Tell whether an office and a person's rank name one holder: "the deputy minister, ambassador X"."""
    if office.end > person.start:
        return False
    between = text[office.end : person.start]
    styled = person.role is not None and is_style(person.role) and not office.plural
    return (styled and not between.strip()) or ((styled or office.definite) and bool(_RANK.fullmatch(between)))


def _countries(sentence: Sentence, start: int, end: int) -> list[str]:
    """Return the countries named between two positions of the sentence."""
    return [mention.code for mention in sentence.countries if start <= mention.start - sentence.start < end]


def _with_office(person: Actor, office: Actor, between: list[str]) -> Actor:
    ranked = person.role is None or person.role.office is None or office.end <= person.start
    own = office.role if ranked and not office.counterpart else person.role
    return replace(
        person,
        start=min(person.start, office.start),
        end=max(person.end, office.end),
        role=own,
        countries=(person.countries if person.role else office.countries)
        or person.countries
        or office.countries
        or tuple(between[:1]),
        counterpart=person.counterpart or office.counterpart,
    )


def _is_counterpart(sentence: Sentence, start: int, end: int) -> bool:
    return any(office.counterpart and start <= office.start < end for office in sentence.roles)
