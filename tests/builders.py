"""Claims made by hand, for tests and benchmarks of what follows extraction."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field

from etl.load import Entry
from etl.records import (
    Block,
    Claims,
    Document,
    Evidence,
    MeetingClaim,
    OfficeClaim,
    PartialDate,
    ParticipantClaim,
    Participation,
    PersonClaim,
    RoleClaim,
    RouteClaim,
    SeriesClaim,
    TopicClaim,
    TopicRelation,
)

RULES = "rules-of-the-test"


@dataclass(slots=True)
class Article:
    """A document under construction; each fact adds its sentence to the text."""

    id: str
    published: str | None = None
    language: str = "en"
    source: str | None = None
    sentences: list[str] = field(default_factory=list)
    persons: dict[str, PersonClaim] = field(default_factory=dict)
    meetings: list[MeetingClaim] = field(default_factory=list)
    participants: list[ParticipantClaim] = field(default_factory=list)
    offices: list[OfficeClaim] = field(default_factory=list)
    topics: list[TopicClaim] = field(default_factory=list)
    routes: list[RouteClaim] = field(default_factory=list)

    def says(self, sentence: str, confidence: float = 0.9) -> Evidence:
        """Add a sentence to the text and return it as evidence."""
        start = sum(len(each) + 1 for each in self.sentences)
        self.sentences.append(sentence)
        return Evidence(sentence, start, "by-hand", confidence)

    def meeting(
        self,
        *parties: str,
        date: str | None = None,
        ordinal: int | None = None,
        body: str | None = "permanent-mixed-migration-group",
        city: str | None = None,
        country: str | None = None,
    ) -> str:
        """Add a meeting and return its key; ``date`` as ``2022``, ``2022-05`` or ``2022-05-06``."""
        key = f"m{len(self.meetings) + 1}"
        series = SeriesClaim(body.replace("-", " ").title(), body) if body else None
        evidence = self.says(f"{' and '.join(parties)} met: {ordinal}, {date}, {city}.")
        self.meetings.append(
            MeetingClaim(key, tuple(sorted(parties)), evidence, series, ordinal, partial(date), city, country)
        )
        return key

    def person(self, name: str, country: str | None = None, *roles: RoleClaim) -> str:
        """Name a person and return their key."""
        key = f"p-{name}"
        known = self.persons.get(key)
        self.persons[key] = PersonClaim(
            key,
            name,
            (name,),
            tuple(dict.fromkeys((*(known.roles if known else ()), *roles))),
            country or (known.country if known else None),
        )
        return key

    def took_part(
        self,
        meeting: str,
        name: str,
        country: str | None = None,
        role: RoleClaim | None = None,
        relation: Participation = "CO_CHAIRED",
    ) -> None:
        """Let a person take part in a meeting."""
        key = self.person(name, country, *([role] if role else []))
        evidence = self.says(f"{name}, {role.title if role else 'unknown'}, {relation} {meeting}.")
        self.participants.append(ParticipantClaim(meeting, key, relation, evidence, role, country))

    def unnamed(self, meeting: str, role: RoleClaim) -> None:
        """Let the holder of an office take part unnamed."""
        self.offices.append(OfficeClaim(meeting, role, self.says(f"The {role.title} took part in {meeting}.")))

    def topic(self, meeting: str, topic: str, relation: TopicRelation = "AGREED_ON") -> None:
        """Let the parties agree on a topic, or discuss it."""
        action = "agree" if relation == "AGREED_ON" else None
        evidence = self.says(f"They {relation} {topic} at {meeting}.")
        self.topics.append(TopicClaim(meeting, topic, relation, evidence, action))

    def route(self, meeting: str, route: str) -> None:
        """Name a route in the talks."""
        self.routes.append(RouteClaim(meeting, route, self.says(f"The {route} route came up at {meeting}.")))

    def entry(self, rules: str = RULES) -> Entry:
        """Return the document with its claims, ready to be stored."""
        text = " ".join(self.sentences)
        document = Document(
            id=self.id,
            source=self.source or f"{self.id}.txt",
            text=text,
            blocks=(Block(0, len(text)),),
            content_hash=hashlib.sha256(text.encode()).hexdigest(),
            title=f"Title of {self.id}",
            published=partial(self.published),
            language=self.language,
        )
        claims = Claims(
            self.id,
            tuple(self.persons.values()),
            tuple(self.meetings),
            tuple(self.participants),
            tuple(self.offices),
            tuple(self.topics),
            tuple(self.routes),
        )
        return Entry(document, claims, rules)


def partial(date: str | None) -> PartialDate | None:
    """Return ``2022``, ``2022-05`` or ``2022-05-06`` as a partial date."""
    if date is None:
        return None
    parts = [int(part) for part in date.split("-")]
    first = dt.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    return PartialDate(first, ("year", "month", "day")[len(parts) - 1])
