"""The people of one document: which of its names are the same person's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from etl.identity import Likeness, compare_names, parse_name
from etl.spelling import key

if TYPE_CHECKING:
    from etl.extract.name_evidence import Name

_SIMILAR = 80
_PARTICLES = frozenset("de del la las los el al da dos van von der den jr y du des le ben bin ould".split())  # noqa: SIM905 (words read better in a line)


@dataclass(slots=True)
class Person:
    """A person of one document, while its mentions are gathered."""

    key: str
    name: str
    parts: tuple[str, ...]
    forms: set[str] = field(default_factory=set)


def _same(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether two forms of one text are of one person: all words of one in the other, or one spelt otherwise."""
    if set(shorter) <= set(longer):
        return bool(set(shorter) - _PARTICLES)
    if len(shorter) < 2 or len(longer) < 2:
        return False
    same_family = shorter[-1] == longer[-1] or fuzz.ratio(shorter[-1], longer[-1]) >= _SIMILAR + 5
    same_given = shorter[0][0] == longer[0][0] and fuzz.ratio(shorter[0], longer[0]) >= _SIMILAR - 10
    if same_family and same_given and len(shorter) == len(longer):
        return True
    if set(shorter).isdisjoint(longer):
        return False  # before the dear comparison: each name of a document meets each other one
    likeness = compare_names(parse_name(" ".join(shorter)), parse_name(" ".join(longer)))
    return likeness is Likeness.PARTIAL  # "Joe Biden" and "Joseph R. Biden, Jr."


class People:
    """The people of one document: gives each mention its person."""

    def __init__(self) -> None:
        self._people: list[Person] = []

    def add_full(self, name: Name) -> None:
        """Register a name of two words or more, joining it to the person who bears it already."""
        if len(name.parts) < 2:
            return
        for person in self._people:
            shorter, longer = sorted((name.parts, person.parts), key=len)
            if _same(shorter, longer):
                if len(name.parts) > len(person.parts):
                    person.name, person.parts = name.text, name.parts
                return
        self._people.append(Person(" ".join(name.parts), name.text, name.parts))

    def known_words(self) -> frozenset[str]:
        """Return the words by which a person may be called alone."""
        return frozenset(w for p in self._people for w in p.parts if w not in _PARTICLES and len(w) > 2)

    def person(self, name: Name) -> Person:
        """Return the person of a mention; of several whom a surname fits the latest, else the first to come."""
        fitting = [p for p in self._people if name.parts and _same(*sorted((name.parts, p.parts), key=len))]
        if not fitting:
            fitting = [Person(" ".join(name.parts) or key(name.text), name.text, name.parts)]
            self._people.append(fitting[0])
        exact = [p for p in fitting if p.parts[-len(name.parts) :] == name.parts]
        fitting = exact or fitting
        recent = next((p for p in reversed(fitting) if p.forms), fitting[0])
        self._people.remove(recent)
        self._people.append(recent)
        recent.forms.add(name.text)
        if len(name.parts) > len(recent.parts):
            recent.name, recent.parts = name.text, name.parts
        return recent

    def all(self) -> list[Person]:
        """Return every person with a mention."""
        return [p for p in self._people if p.forms]
