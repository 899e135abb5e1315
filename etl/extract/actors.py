"""The people and the unnamed offices of a sentence, as those who can act in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.extract.reading import Sentence
    from etl.records import RoleClaim

_APPOSITION = re.compile(r",\s*(?:[\w'\ue004-]+\s+){0,3}")
_CONTINUED = re.compile(
    r"(?:\s+(?:y|e|et|and|para|for|pour|de|del|de la|du|des|of|en|in|a|au|to)\s+[^,;.\ue001\ue002\ue003]{2,50})?,?\s*"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or an unnamed office in a sentence; positions count from the sentence's start."""

    start: int
    end: int
    person: str | None
    role: RoleClaim | None = None
    countries: tuple[str, ...] = ()
    counterpart: bool = False
    plural: bool = False
    definite: bool = False


def find(sentence: Sentence, text: str) -> Iterator[Actor]:
    """Yield the people and the offices without a holder; an office inside a person's span is that person's."""
    begin = sentence.start
    people = [
        Actor(
            mention.outer_start - begin,
            mention.outer_end - begin,
            mention.key,
            mention.role,
            tuple({mention.role.country}) if mention.role and mention.role.country else (),
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
        actor = Actor(
            office.start - begin,
            office.end - begin,
            office.person,
            office.role,
            tuple(dict.fromkeys([*own, *codes])),
            office.counterpart,
            office.plural,
            office.definite,
        )
        apart.append(actor)
    for actor in apart:
        index = next((i for i, person in enumerate(people) if _in_apposition(text, actor, person)), None)
        if index is None or actor.plural:
            yield actor
        else:
            people[index] = _with_office(people[index], actor)
    yield from people


def _in_apposition(text: str, office: Actor, person: Actor) -> bool:
    """Tell whether an office is the apposition of a person without one: "her counterpart, X", "X, Spain's minister"."""
    if person.role and not office.counterpart:
        return False
    before = bool(office.end <= person.start and _CONTINUED.fullmatch(text, office.end, person.start))
    after = bool(person.end < office.start and _APPOSITION.fullmatch(text, person.end, office.start))
    return before or after


def _with_office(person: Actor, office: Actor) -> Actor:
    own = office.role if person.role is None and not office.counterpart else person.role
    return replace(
        person,
        start=min(person.start, office.start),
        end=max(person.end, office.end),
        role=own,
        countries=person.countries or office.countries,
        counterpart=person.counterpart or office.counterpart,
    )


def _is_counterpart(sentence: Sentence, start: int, end: int) -> bool:
    return any(office.counterpart and start <= office.start < end for office in sentence.roles)
