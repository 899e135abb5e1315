"""The graph of some meetings and persons, from the claims that speak of them.

Each relationship is of one meeting or one person: REPRESENTED_AT, AGREED_ON, DISCUSSED, CONCERNED, BETWEEN, HELD_IN,
IN_SERIES, REPORTS, CO_CHAIRED and ATTENDED are the meeting's; HELD_ROLE, REPRESENTED and MENTIONS the person's.
HELD_ROLE grows with every document that names somebody, so it also keeps what each document adds to it
(``confidences`` and ``seen``, parallel to ``documents``): documents in which nothing changed need not be read again.

Where several claims tell one fact, each document keeps its best sentence (highest confidence, then first in the
text), and the fact's confidence is the chance that not all of them err: ``1 - (1 - a)(1 - b)...`` over documents.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from etl import resources
from etl.identity import Likeness, compare_names, parse_name, role_id
from etl.records import Evidence, Node, Relationship
from etl.resolve.choice import MeetingFacts, best, meeting_facts, person_name
from etl.resolve.meetings import meeting_item
from etl.resolve.names import country_node, role_name, sorted_graph
from etl.resolve.people import held, person_item, person_row
from etl.resolve.rejected import Rejections

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from etl.decisions import Decisions
    from etl.records import (
        Graph,
        MeetingClaim,
        NodeKey,
        ParticipantClaim,
        PersonClaim,
        Report,
        RoleClaim,
    )
    from etl.resolve.people import PersonItem
    from etl.resolve.state import Assignments, Scope


@dataclass(frozen=True, slots=True)
class Told:
    """One document's evidence for a fact, and what it adds: a role's name, an action, days (``seen``)."""

    document: str
    evidence: Evidence
    word: str | None = None
    seen: tuple[dt.date, ...] = ()


Kept = Mapping[str, Mapping[str, "Sequence[Told]"]]
"""What the documents that are not at hand add to HELD_ROLE, by Person id and Role id."""


@dataclass(frozen=True, slots=True)
class Part:
    """A participant claim with what it was resolved to."""

    report: Report
    claim: ParticipantClaim
    person: str
    meeting: str
    country: str | None
    role: RoleClaim | None


def provenance(told: Iterable[Told]) -> dict[str, object]:
    """Return ``documents``, ``evidence``, ``offsets`` (parallel, by document) and ``confidence`` of a fact."""
    chosen = _best_of_each(told)
    doubt = math.prod(1 - chosen[document].confidence for document in sorted(chosen))
    return {
        "documents": sorted(chosen),
        "evidence": [chosen[d].text for d in sorted(chosen)],
        "offsets": [chosen[d].start for d in sorted(chosen)],
        "confidence": round(1 - doubt, 4),
    }


def _best_of_each(told: Iterable[Told]) -> dict[str, Evidence]:
    """Return each document's best sentence."""
    chosen: dict[str, Evidence] = {}
    for item in sorted(told, key=lambda t: (t.document, -t.evidence.confidence, t.evidence.start, t.evidence.text)):
        chosen.setdefault(item.document, item.evidence)
    return chosen


def _tenure(told: Sequence[Told]) -> dict[str, object]:
    """Return when an office was held, and what each document adds to that and to the confidence."""
    chosen = _best_of_each(told)
    days: dict[str, set[dt.date]] = {document: set() for document in sorted(chosen)}
    for item in told:
        days[item.document].update(item.seen)
    every = set().union(*days.values())
    return {
        "first_seen": min(every, default=None),
        "last_seen": max(every, default=None),
        "confidences": [chosen[document].confidence for document in days],
        "seen": [f"{min(seen)}/{max(seen)}" if seen else "" for seen in days.values()],
    }


def kept_told(properties: Mapping[str, Any], without: Container[str]) -> list[Told]:
    """Return what the documents of a stored HELD_ROLE add to it, but those of ``without``."""
    parts = ("documents", "evidence", "offsets", "confidences", "seen")
    return [
        Told(
            document,
            Evidence(text, offset, "", confidence),
            seen=tuple(dt.date.fromisoformat(day) for day in seen.split("/") if day),
        )
        for document, text, offset, confidence, seen in zip(*(properties[name] for name in parts), strict=True)
        if document not in without
    ]


def _word(told: Iterable[Told]) -> str | None:
    """Return the best supported of what the documents add."""
    return best((t.word, t.evidence.confidence, t.document) for t in told)


class Builder:
    """Gathers claims by the node they speak of; one use, then :meth:`graph`."""

    def __init__(self, reports: Iterable[Report], assigned: Assignments, rejected: Rejections) -> None:
        self.rejected = rejected
        self.nodes: list[Node] = []
        self.relationships: list[Relationship] = []
        self.meetings: dict[str, list[tuple[Report, MeetingClaim]]] = defaultdict(list)
        self.persons: dict[str, list[tuple[Report, PersonClaim]]] = defaultdict(list)
        self.at_meeting: dict[str, list[Part]] = defaultdict(list)
        self.of_person: dict[str, list[Part]] = defaultdict(list)
        self._facts: dict[str, MeetingFacts] = {}
        for report in sorted(reports, key=lambda r: r.document):
            self._gather(report, assigned)

    def _gather(self, report: Report, assigned: Assignments) -> None:
        document, claims = report.document, report.claims
        for meeting in sorted(claims.meetings, key=lambda m: m.key):
            if id_ := assigned.meetings.get((document, meeting.key)):
                self.meetings[id_].append((report, meeting))
        sides: dict[str, str | None] = {}
        for person in sorted(claims.persons, key=lambda p: p.key):
            sides[person.key] = person.country
            if id_ := assigned.persons.get((document, person.key)):
                self.persons[id_].append((report, person))
        for claim in claims.participants:
            meeting_id = assigned.meetings.get((document, claim.meeting))
            person_id = assigned.persons.get((document, claim.person))
            if meeting_id and person_id:
                country = claim.country or sides[claim.person]
                role = held(claim.role, country) if claim.role else None
                part = Part(report, claim, person_id, meeting_id, country, role)
                self.at_meeting[meeting_id].append(part)
                self.of_person[person_id].append(part)

    def facts_of(self, meeting: str) -> MeetingFacts:
        """Return what is known of a meeting whose claims are all here."""
        if meeting not in self._facts:
            items = [meeting_item(report, claim) for report, claim in self.meetings[meeting]]
            self._facts[meeting] = meeting_facts(items)
        return self._facts[meeting]

    def fact(self, type_: str, ends: tuple[NodeKey, NodeKey], told: Sequence[Told], **more: object) -> None:
        """Add a relationship with its provenance."""
        self.relationships.append(Relationship(type_, *ends, {**more, **provenance(told)}))

    def link(self, type_: str, start: NodeKey, end: NodeKey, **properties: object) -> None:
        """Add a relationship that needs no provenance."""
        self.relationships.append(Relationship(type_, start, end, properties))

    def meeting(self, id_: str) -> None:
        """Add a meeting with its parties, place, series, reports and facts."""
        facts, node = self.facts_of(id_), ("Meeting", id_)
        name = self.rejected.meeting_name(self.meetings[id_]) or facts.name
        properties: dict[str, object] = {
            "name": name,
            "ordinal": facts.ordinal,
            "date": facts.date.first if facts.date else None,
            "date_precision": facts.date.precision if facts.date else None,
            "city": facts.city,
            "conflicts": list(facts.conflicts) or None,
        }
        self.nodes.append(Node("Meeting", id_, properties))
        for code in facts.parties:
            self.nodes.append(country_node(code))
            self.link("BETWEEN", node, ("Country", code))
        if facts.country:
            self.nodes.append(country_node(facts.country))
            self.link("HELD_IN", node, ("Country", facts.country))
        if facts.series:
            self.link("IN_SERIES", node, ("MeetingSeries", facts.series))
        self._reports(id_)
        self._participation(id_)
        self._talks(id_)

    def _reports(self, id_: str) -> None:
        by_document: dict[str, list[MeetingClaim]] = defaultdict(list)
        for report, claim in self.meetings[id_]:
            by_document[report.document].append(claim)
        for document, claims in by_document.items():
            date = next((c.date for c in claims if c.date), None)
            self.link(
                "REPORTS",
                ("Document", document),
                ("Meeting", id_),
                ordinal=next((c.ordinal for c in claims if c.ordinal is not None), None),
                date=date.first if date else None,
                date_precision=date.precision if date else None,
                city=next((c.city for c in claims if c.city), None),
                claim=sorted(c.key for c in claims),
            )

    def _participation(self, id_: str) -> None:
        """Add who chaired and who attended; an office without a name only where nobody named held it there."""
        chaired: dict[str, list[Told]] = defaultdict(list)
        attended: dict[str, list[Told]] = defaultdict(list)
        named: set[str] = set()
        for part in self._accepted(id_):
            told = Told(part.report.document, part.claim.evidence, role_name(part.role) if part.role else None)
            (chaired if part.claim.relation == "CO_CHAIRED" else attended)[part.person].append(told)
            named |= {role_id(part.role)} if part.role else set()
        for person in {**chaired, **attended}:
            relation = "CO_CHAIRED" if person in chaired else "ATTENDED"
            tolds = chaired.get(person) or attended[person]
            role = _word(tolds) or _word(attended.get(person, ()))
            self.fact(relation, (("Person", person), ("Meeting", id_)), tolds, role=role)
        unnamed: dict[str, list[Told]] = defaultdict(list)
        for report, claim in self.meetings[id_]:
            for office in report.claims.offices:
                if office.meeting == claim.key:
                    unnamed[role_id(office.role)].append(Told(report.document, office.evidence))
        for role_key, tolds in unnamed.items():
            if role_key not in named and not self.rejected.about("REPRESENTED_AT", role_key, self.meetings[id_]):
                self.fact("REPRESENTED_AT", (("Role", role_key), ("Meeting", id_)), tolds)

    def _accepted(self, id_: str) -> list[Part]:
        """Return a meeting's participant claims that nobody rejected.

        A person is known by the meeting's documents alone: their others may or may not be at hand.
        """
        if not self.rejected.participations:
            return self.at_meeting[id_]
        claims = self.meetings[id_]
        documents = {report.document for report, _ in claims}
        return [
            part
            for part in self.at_meeting[id_]
            if not self.rejected.participation(
                part.claim.relation,
                [person_item(*p) for p in self.persons[part.person] if p[0].document in documents],
                claims,
            )
        ]

    def _talks(self, id_: str) -> None:
        """Add topics and routes; a topic that was agreed on was not merely discussed."""
        claims = self.meetings[id_]
        topics: dict[tuple[str, str], list[Told]] = defaultdict(list)
        routes: dict[str, list[Told]] = defaultdict(list)
        for report, claim in claims:
            for topic in report.claims.topics:
                if topic.meeting == claim.key and not self.rejected.about(topic.relation, topic.topic, claims):
                    told = Told(report.document, topic.evidence, topic.action)
                    topics[topic.relation, topic.topic].append(told)
            for route in report.claims.routes:
                if route.meeting == claim.key and not self.rejected.about("CONCERNED", route.route, claims):
                    routes[route.route].append(Told(report.document, route.evidence))
        for (relation, topic_id), tolds in topics.items():
            ends = (("Meeting", id_), ("Topic", topic_id))
            if relation == "AGREED_ON":
                self.fact("AGREED_ON", ends, tolds, action=_word(tolds))
            elif ("AGREED_ON", topic_id) not in topics:
                self.fact("DISCUSSED", ends, tolds)
            else:
                continue
            self.nodes.append(Node("Topic", topic_id, {"name": topic_name(topic_id)}))
        for route_id, tolds in routes.items():
            self.fact("CONCERNED", (("Meeting", id_), ("Route", route_id)), tolds)
            self.nodes.append(Node("Route", route_id, {"name": route_name(route_id)}))

    def person(
        self,
        id_: str,
        items: Sequence[PersonItem],
        days: Mapping[str, dt.date | None],
        kept: Mapping[str, Sequence[Told]],
    ) -> None:
        """Add a person with their mentions, offices and sides.

        ``items``: what each document says of them; ``days``: the date of each meeting they were at, as far as the
        documents at hand report it; ``kept``: what the other documents add to their offices.
        """
        name = self.rejected.person_name(items) or person_name(items)
        forms = {form for item in items for form in item.forms}
        properties: dict[str, object] = {
            "name": name,
            "aliases": sorted(forms - {name}),
            "spellings": [form for form in sorted(forms - {name}) if _is_spelt_otherwise(form, name)] or None,
            "provisional": True if "~" in id_ else None,
        }
        self.nodes.append(Node("Person", id_, properties))
        self._mentions(id_)
        offices = self._offices(id_, days, kept)
        for role_key in sorted(offices.keys()):
            if not self.rejected.office(role_key, items):
                self._held_role(id_, role_key, offices[role_key])
        for code in sorted({side for item in items for side in item.sides}):
            self.nodes.append(country_node(code))
            self.link("REPRESENTED", ("Person", id_), ("Country", code))

    def tenure(self, id_: str, days: Mapping[str, dt.date | None], kept: Mapping[str, Sequence[Told]]) -> None:
        """Add only the offices of a person of whom no document says anything new, but meetings may have moved."""
        offices = self._offices(id_, days, kept)
        for role_key in sorted(offices.keys() & kept.keys()):  # an office that is not stored was rejected
            self._held_role(id_, role_key, offices[role_key])

    def _offices(
        self, id_: str, days: Mapping[str, dt.date | None], kept: Mapping[str, Sequence[Told]]
    ) -> dict[str, list[Told]]:
        offices: dict[str, list[Told]] = defaultdict(list)
        for part in self.of_person[id_]:
            if part.role:
                published = part.report.published
                day = days.get(part.meeting) or (published.first if published else None)
                told = Told(part.report.document, part.claim.evidence, seen=(day,) if day else ())
                offices[role_id(part.role)].append(told)
        for role_key, tolds in kept.items():
            if tolds:
                offices[role_key] += tolds
        return offices

    def _held_role(self, id_: str, role_key: str, tolds: Sequence[Told]) -> None:
        self.fact("HELD_ROLE", (("Person", id_), ("Role", role_key)), tolds, **_tenure(tolds))

    def _mentions(self, id_: str) -> None:
        by_document: dict[str, list[tuple[Report, PersonClaim]]] = defaultdict(list)
        for report, claim in self.persons[id_]:
            by_document[report.document].append((report, claim))
        for document, pairs in by_document.items():
            forms = {form for _, claim in pairs for form in (claim.named_as or (claim.name,))}
            rows = {claim.key: person_row(report, claim) for report, claim in pairs}
            roles = [held(role, claim.country) for _, claim in pairs for role in claim.roles]
            roles += [p.role for p in self.of_person[id_] if p.report.document == document and p.role]
            countries = [claim.country for _, claim in pairs if claim.country]
            countries += [p.country for p in self.of_person[id_] if p.report.document == document and p.country]
            self.link(
                "MENTIONS",
                ("Document", document),
                ("Person", id_),
                named_as=sorted(forms),
                role=role_name(roles[0]) if roles else None,
                country=countries[0] if countries else None,
                claim=sorted(rows),
                told=[rows[key] for key in sorted(rows)],
            )

    def graph(self) -> Graph:
        """Return what was added, in order."""
        return sorted_graph(self.nodes, self.relationships)


def _is_spelt_otherwise(form: str, name: str) -> bool:
    """Tell whether a form of a name has other letters, and is not merely shorter or in another order."""
    return compare_names(parse_name(form), parse_name(name)) not in {Likeness.EQUAL, Likeness.PARTIAL}


def topic_name(topic: str) -> str:
    """Return a topic's name, or its id where the vocabulary lost it."""
    return str(resources.vocabulary("topics").get(topic, {}).get("name", topic))


def route_name(route: str) -> str:
    """Return a route's name, or its id where the vocabulary lost it."""
    return str(resources.vocabulary("routes")["routes"].get(route, {}).get("name", route))


def build(
    reports: Iterable[Report],
    assigned: Assignments,
    decisions: Decisions,
    scope: Scope,
    people: Mapping[str, Sequence[PersonItem]],
    *,
    dates: Mapping[str, dt.date | None] | None = None,
    kept: Kept | None = None,
) -> Graph:
    """Return the nodes and relationships of the meetings and persons in ``scope``.

    ``reports``: every document with a claim assigned to one of the meetings, or with a claim of one of the persons that
    is new or was assigned to another before. ``assigned``: the id of every claim in those. ``people``: all that any
    document says of each person. ``dates``: the Meeting date of each meeting outside the scope at which, by
    ``reports``, a person of the scope took part. ``kept``: what other documents add to offices.
    Role and MeetingSeries nodes and OF_COUNTRY are not here: each document has them (:func:`document_names`).
    An id of the scope without any claim left gives nothing.
    """
    builder = Builder(reports, assigned, Rejections(decisions))
    days: dict[str, dt.date | None] = dict(dates or {})
    for id_ in sorted(scope.meetings & builder.meetings.keys()):
        builder.meeting(id_)
        date = builder.facts_of(id_).date
        days[id_] = date.first if date else None
    others = kept or {}
    for id_ in sorted(scope.persons & people.keys()):
        builder.person(id_, people[id_], days, others.get(id_, {}))
    for id_ in sorted(scope.tenures - scope.persons):
        builder.tenure(id_, days, others.get(id_, {}))
    return builder.graph()
