"""Loading by blocks, in any order and any batches, ends in the graph that all documents at once give."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.decisions import NO_DECISIONS, Decisions, MeetingLike, PersonLike, decision_line, parse_decisions
from etl.records import Graph, RoleClaim
from etl.resolve import (
    Assignments,
    Scope,
    assign,
    block_keys,
    build,
    decision_keys,
    document_names,
    linked_keys,
    resolve,
)
from etl.resolve.names import with_names
from tests.builders import Article

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from random import Random

    from etl.records import NodeKey, Report

OWNERS = {
    "CO_CHAIRED": 1,
    "ATTENDED": 1,
    "REPRESENTED_AT": 1,
    "BETWEEN": 0,
    "HELD_IN": 0,
    "IN_SERIES": 0,
    "AGREED_ON": 0,
    "DISCUSSED": 0,
    "CONCERNED": 0,
    "REPORTS": 1,
    "HELD_ROLE": 0,
    "REPRESENTED": 0,
    "MENTIONS": 1,
}
"""Which end of a relationship is the meeting or person that it belongs to."""


class MemoryStore:
    """A store that follows the five steps of :mod:`etl.resolve` and reads only the documents that they name."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.assigned = Assignments()
        self.owned: dict[NodeKey, Graph] = {}
        self.decisions = NO_DECISIONS
        self.read = 0

    def update(self, come: Iterable[Report], go: Iterable[str] = (), decisions: Decisions | None = None) -> None:
        """Take documents in and out, and settle what they concern."""
        decisions = decisions if decisions is not None else self.decisions
        new = {report.document: report for report in come}
        touched = {*new, *go}
        old = {d: self.reports[d] for d in touched if d in self.reports}
        keys = frozenset().union(*(block_keys(r) for r in (*new.values(), *old.values())))
        keys |= decision_keys(self.decisions, decisions)
        self.reports = {d: r for d, r in self.reports.items() if d not in touched} | new
        self.decisions = decisions
        while more := linked_keys(self.having(keys), keys, decisions) - keys:
            keys |= more
        before = self.assigned
        after = assign(self.having(keys), decisions, keys)
        kept = [d for d in self.reports if d not in touched]
        stored = Assignments(
            {c: i for c, i in before.meetings.items() if c[0] in kept},
            {c: i for c, i in before.persons.items() if c[0] in kept},
        )
        self.assigned = stored.updated(after)
        self.assigned = Assignments(self.assigned.meetings, self.assigned.persons)
        gone = [c for c in (*before.meetings, *before.persons) if c[0] in touched]
        meetings = {i for a in (before, after) for c, i in a.meetings.items() if c in after.meetings or c in gone}
        persons = {i for a in (before, after) for c, i in a.persons.items() if c in after.persons or c in gone}
        for report in self.reports.values():
            for part in report.claims.participants:
                person = (report.document, part.person)
                meeting = (report.document, part.meeting)
                if before.persons.get(person) != self.assigned.persons.get(person):
                    meetings.add(self.assigned.meetings[meeting])
                if before.meetings.get(meeting) != self.assigned.meetings.get(meeting):
                    persons.add(self.assigned.persons[person])
        self.settle(meetings, persons)

    def settle(self, meetings: set[str], persons: set[str]) -> None:
        """Build the scope again, and once more with the participants of meetings whose date moved."""
        while True:
            reports = self.speaking_of(meetings, persons)
            dates = {i: d for i, d in self.dates().items() if i not in meetings}
            scope = Scope(frozenset(meetings), frozenset(persons))
            graph = build(reports, self.assigned, self.decisions, scope, dates)
            new = {n.id: n.properties["date"] for n in graph.nodes if n.label == "Meeting"}
            moved = {i for i, date in new.items() if self.dates().get(i) != date}
            more = {
                self.assigned.persons[report.document, part.person]
                for report in self.reports.values()
                for part in report.claims.participants
                if self.assigned.meetings[report.document, part.meeting] in moved
            }
            if more <= persons:
                break
            persons |= more
        for key in [("Meeting", i) for i in meetings] + [("Person", i) for i in persons]:
            self.owned.pop(key, None)
        for key in [("Meeting", i) for i in meetings] + [("Person", i) for i in persons]:
            mine = [r for r in graph.relationships if (r.start, r.end)[OWNERS[r.type]] == key]
            ends = {key} | {end for r in mine for end in (r.start, r.end) if end[0] in {"Country", "Topic", "Route"}}
            self.owned[key] = Graph(tuple(n for n in graph.nodes if (n.label, n.id) in ends), tuple(mine))

    def having(self, keys: frozenset[str]) -> list[Report]:
        return [r for r in self.reports.values() if block_keys(r) & keys]

    def speaking_of(self, meetings: set[str], persons: set[str]) -> list[Report]:
        told = {c[0] for c, i in self.assigned.meetings.items() if i in meetings}
        told |= {c[0] for c, i in self.assigned.persons.items() if i in persons}
        return [r for r in self.reports.values() if r.document in told]

    def dates(self) -> dict[str, dt.date | None]:
        nodes = [n for part in self.owned.values() for n in part.nodes if n.label == "Meeting"]
        return {n.id: n.properties["date"] for n in nodes}  # type: ignore[misc]

    def graph(self) -> Graph:
        nodes = [n for part in self.owned.values() for n in part.nodes]
        relationships = [r for part in self.owned.values() for r in part.relationships]
        facts = Graph(tuple(nodes), tuple(relationships))
        return with_names(facts, [document_names(r) for r in self.reports.values()], self.reports)


NAMES = [
    "Khalid Zerouali", "Khaled Zarouali", "Zerouali", "ZEROUALI Khalid", "Pilar Cancela", "Pilar Cancela Rodríguez",
    "Cancela", "María García", "María García López", "José García", "García", "J. García", "Michel Barnier",
    "Michèle Barnier", "Barnier", "García López",
]  # fmt: skip
ROLES = [
    None,
    RoleClaim("Minister of the Interior", "minister:interior", "ES"),
    RoleClaim("Wali", None, "MA"),
    RoleClaim("Secretary of State", None, None),
]
DATES = [None, "2024", "2024-05", "2024-05-19", "2024-05-20", "2024-05-21", "2024-06-30"]
PUBLISHED = [None, "2024-05-20", "2024-05-21", "2024-07-01"]


@st.composite
def articles(draw: st.DrawFn, document: str) -> Report:
    """A document with up to two meetings of few parties and people, so that much of it meets."""
    article = Article(document, draw(st.sampled_from(PUBLISHED)))
    for _ in range(draw(st.integers(0, 2))):
        meeting = article.meeting(
            *draw(st.sampled_from([("ES", "MA"), ("ES", "MA"), ("BE", "MA")])),
            date=draw(st.sampled_from(DATES)),
            ordinal=draw(st.sampled_from([None, None, 21, 22])),
            body=draw(st.sampled_from([None, "permanent-mixed-migration-group", "joint-commission"])),
            city=draw(st.sampled_from([None, "Rabat", "Madrid"])),
        )
        for name in draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)):
            relation = draw(st.sampled_from(["CO_CHAIRED", "ATTENDED"]))
            country = draw(st.sampled_from([None, "ES", "MA"]))
            article.took_part(meeting, name, country, draw(st.sampled_from(ROLES)), relation)
        if draw(st.booleans()):
            article.topic(meeting, "energy", draw(st.sampled_from(["AGREED_ON", "DISCUSSED"])))
        if draw(st.booleans()):
            article.unnamed(meeting, RoleClaim("Minister of the Interior", "minister:interior", "ES"))
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True)):
        article.person(name, draw(st.sampled_from([None, "ES", "MA"])))
    return article.entry().report


def report_sets(most: int) -> st.SearchStrategy[list[Report]]:
    return st.integers(1, most).flatmap(
        lambda count: st.tuples(*(articles(letter) for letter in string.ascii_lowercase[:count])).map(list)
    )


SAME = decision_line(
    "same", a=PersonLike("García", document="a"), b=PersonLike("José García"), who="t", when="2025-01-01", why="known"
)
DIFFERENT = decision_line(
    "different",
    a=MeetingLike(("ES", "MA"), ordinal=21),
    b=MeetingLike(("ES", "MA"), date="2024-05-20"),
    who="t",
    when="2025-01-01",
    why="known",
)
DECISIONS = [NO_DECISIONS, parse_decisions(SAME), parse_decisions(f"{SAME}\n{DIFFERENT}")]


@settings(max_examples=150, deadline=None)
@given(report_sets(6), st.sampled_from(DECISIONS), st.randoms(use_true_random=False))
def test_order_of_documents_and_claims_does_not_matter(
    reports: list[Report], decisions: Decisions, random: Random
) -> None:
    """The graph is a function of the set of documents."""
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert resolve(shuffled, decisions) == resolve(reports, decisions)


@settings(max_examples=200, deadline=None)
@given(report_sets(7), st.data())
def test_any_way_of_loading_ends_in_the_graph_of_what_is_there(reports: list[Report], data: st.DataObject) -> None:
    """Batches, repetition, edits, removals and changed decisions leave what the last versions say, ids included."""
    store = MemoryStore()
    waiting = list(data.draw(st.permutations(reports)))
    while waiting:
        size = data.draw(st.integers(1, len(waiting)))
        store.update(waiting[:size], decisions=data.draw(st.sampled_from([None, *DECISIONS])))
        waiting = waiting[size:]
        if data.draw(st.booleans()):
            edited = data.draw(st.sampled_from(sorted(store.reports)))
            store.update([data.draw(articles(edited))])
        if data.draw(st.booleans()):
            store.update([], go=[data.draw(st.sampled_from(sorted(store.reports)))])
        if data.draw(st.booleans()):
            store.update(list(store.reports.values())[:2])
        assert store.graph() == resolve(store.reports.values(), store.decisions)
