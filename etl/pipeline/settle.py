"""One transaction: what some documents concern is resolved again, and the difference is written.

The steps are those of :mod:`etl.resolve`. Everything is read inside the transaction, which is the only one that writes
at its time, so what it computes from is still true when it commits.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etl.decisions import NO_DECISIONS
from etl.errors import StatementRefused
from etl.load import (
    Element,
    Held,
    Stored,
    change_lines,
    difference,
    documents_by_id,
    documents_by_meeting,
    documents_found,
    documents_naming,
    dump_decisions,
    dump_review,
    held,
    keep_changes,
    keep_decisions,
    kept_decisions,
    mentions_held,
    named,
    persons_by_key,
    reviews,
    write,
)
from etl.pipeline.summary import Changes
from etl.records import Graph, Lookup, Node, Relationship
from etl.resolve import (
    Acquaintance,
    Assignments,
    Neighbourhood,
    Scope,
    as_decided,
    assign,
    build,
    by_person,
    changed_decisions,
    document_keys,
    document_names,
    kept_told,
    meeting_items,
    meetings_decided,
    names_decided,
    person_from_row,
    person_items,
    resolve,
    role_properties,
    roles_decided,
    says_nothing_new,
    series_properties,
)
from etl.validate import validate_graph

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from etl.database import Transaction
    from etl.decisions import Decisions
    from etl.load import Entry, RelationshipKey
    from etl.records import NodeKey, Report
    from etl.resolve import ClaimId
    from etl.resolve.build import Told
    from etl.resolve.people import PersonItem


class GraphInvalid(StatementRefused):
    """The graph to be written breaks the contract."""


def settle(
    tx: Transaction, entries: Sequence[Entry], gone: Sequence[str], decisions: Decisions | None, run: str
) -> Changes:
    """Put ``entries`` in, take ``gone`` out, and make of what they concern what all documents and decisions now say.

    Without ``decisions`` those hold that the graph was last computed with.
    """
    kept = kept_decisions(tx)
    holding = kept if decisions is None else decisions
    new_decisions = dump_decisions(holding) != dump_decisions(kept)
    changed = changed_decisions(kept, holding)
    work = _Settlement(tx, {entry.document.id: entry for entry in entries}, frozenset(gone), holding)
    work.read_touched(changed, kept)
    work.resolve_meetings(changed)
    work.resolve_people(changed)
    work.find_scope(everything=new_decisions)
    facts = work.facts()
    if broken := validate_graph(facts, complete=False):
        raise GraphInvalid(f"{broken[0].message} (in {len(broken)} documents or facts)")
    wanted = work.wanted(facts)
    before = work.held(wanted)
    changes = difference(wanted, before, owned=[key for key in before.nodes if key[0] in _OWNED])
    lines = change_lines(wanted, before, changes)
    write(tx, changes, before)
    if new_decisions:
        keep_decisions(tx, holding)
    if lines:
        keep_changes(tx, uuid.uuid4().hex, run, sorted(work.gone.union(work.entries)), lines)
    return Changes(changes.created, changes.updated, changes.deleted)


def settle_in_memory(entries: Iterable[Entry], decisions: Decisions | None) -> Changes:
    """Return what an empty database would get of these entries."""
    wanted = resolve([entry.report for entry in entries], decisions or NO_DECISIONS)
    return Changes(difference(wanted, Held(), owned=()).created)


_OWNED = ("Document", "Meeting", "Person", "Review")
"""Labels of nodes that go as soon as no claim speaks of them."""


@dataclass(slots=True)
class _Settlement:
    """What is known while one transaction is worked out: more and more of the neighbourhood and the scope."""

    tx: Transaction
    entries: dict[str, Entry]
    gone: frozenset[str]
    decisions: Decisions
    old: dict[str, Stored] = field(default_factory=dict)
    """The touched documents as they were."""
    touched: frozenset[str] = frozenset()
    """The documents that come, change or go, or whose offices are called otherwise now."""
    coming: dict[str, Report] = field(default_factory=dict)
    """The touched documents as they are now, offices called as people decided (``roles``)."""
    roles: dict[str, str] = field(default_factory=dict)
    roles_before: dict[str, str] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    """Every document read so far, as it is now."""
    stored: Assignments = field(default_factory=Assignments)
    """What the claims of untouched documents were assigned to before, as far as they were read."""
    assigned: Assignments = field(default_factory=Assignments)
    """What the claims of the neighbourhood are assigned to now."""
    people: list[PersonItem] = field(default_factory=list)
    """All that any document says of the persons of the neighbourhood."""
    meetings: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    tenures: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    """The nodes about which the neighbourhood asked or asks questions."""
    held_meetings: dict[str, Element] = field(default_factory=dict)
    held_roles: dict[RelationshipKey, Element] = field(default_factory=dict)

    def read_touched(self, changed: Decisions, kept: Decisions) -> None:
        """Read the touched documents as they were, and those that name an office of which decisions changed."""
        read = documents_by_id(self.tx, self.gone.union(self.entries))
        for each in [*read, *documents_naming(self.tx, roles_decided(changed))]:
            self.old.setdefault(each.report.document, each)
        self.roles, self.roles_before = self.decisions.roles(), kept.roles()
        again = {id_: each.report for id_, each in self.old.items() if id_ not in self.gone}
        again |= {id_: entry.report for id_, entry in self.entries.items()}
        self.reports = {id_: as_decided(report, self.roles) for id_, report in again.items()}
        self.touched = self.gone.union(self.old, self.entries)
        self.coming = dict(self.reports)

    def now(self, kind: str, claim: ClaimId) -> str | None:
        """Return the node that a claim speaks of now; ``kind`` is ``meetings`` or ``persons``."""
        assigned, stored = _by_claim(self.assigned, kind), _by_claim(self.stored, kind)
        return assigned.get(claim) or stored.get(claim)

    def add(self, documents: Iterable[Stored]) -> list[Report]:
        """Take untouched documents as the database keeps them, and return those that are new."""
        found = [each for each in documents if each.report.document not in self.known()]
        for each in found:
            document = each.report.document
            self.reports[document] = as_decided(each.report, self.roles)
            self.stored.meetings.update({(document, key): node for key, node in each.meetings.items()})
            self.stored.persons.update({(document, key): node for key, node in each.persons.items()})
        return [self.reports[each.report.document] for each in found]

    def known(self) -> set[str]:
        """Return the documents that need not be read again."""
        return self.reports.keys() | self.touched

    def find(self, lookup: Lookup) -> list[Report]:
        """Return the untouched documents that a lookup asks for, none twice."""
        return self.add(documents_found(self.tx, lookup, self.known()))

    def resolve_meetings(self, changed: Decisions) -> None:
        """Assign the meeting claims around those of the touched documents and of ``changed`` decisions."""
        around = Neighbourhood(self.find, self.decisions)
        before = meeting_items(each.report for each in self.old.values())
        seeds = [*before, *meeting_items(self.reports.values())]
        around.add(seeds)
        found = around.around([*seeds, *around.described(meetings_decided(changed))])
        gone = set(before)
        self.assigned = assign([item for item in found if item not in gone], (), self.decisions)
        self.asked.update(self.assigned.meetings.values())
        self.asked.update(node for claim in self.assigned.meetings if (node := self.stored.meetings.get(claim)))
        self.asked.update(node for each in self.old.values() for node in each.meetings.values())

    def resolve_people(self, changed: Decisions) -> None:
        """Assign the person claims around those of the touched documents and of ``changed`` decisions."""
        before = person_items(each.report for each in self.old.values())
        now = person_items(self.coming.values())
        met: set[str] = set()

        def find(keys: frozenset[str]) -> Iterator[PersonItem]:
            for person, mentions in persons_by_key(self.tx, keys, met).items():
                met.add(person)
                for document, claims, rows in mentions:
                    if document not in self.touched:
                        self.stored.persons.update({(document, key): person for key in claims})
                        yield from (
                            person_from_row(row, (document, key)) for key, row in zip(claims, rows, strict=True)
                        )

        around = Acquaintance(find, self.decisions)
        around.add(now)
        names = {item.name for item in [*before, *now]}
        self.people = around.around(names, names_decided(changed))
        assigned = assign((), self.people, self.decisions)
        self.asked.update(assigned.persons.values())
        self.asked.update(self.stored.persons[claim] for claim in assigned.persons if claim in self.stored.persons)
        self.asked.update(node for each in self.old.values() for node in each.persons.values())
        self.assigned = self.assigned.updated(assigned)

    def find_scope(self, *, everything: bool) -> None:
        """Find the nodes to build: those that gain, lose or change a claim, or ``everything`` around."""
        for kind, scope in (("meetings", self.meetings), ("persons", self.persons)):
            before = dict(_by_claim(self.stored, kind))
            after = _by_claim(self.assigned, kind)
            for document, each in self.old.items():
                scope.update(getattr(each, kind).values())
                before.update({(document, key): node for key, node in getattr(each, kind).items()})
            changed = {
                claim
                for claim, node in after.items()
                if everything or claim[0] in self.touched or before.get(claim) != node
            }
            scope.update(after[claim] for claim in changed)
            scope.update(before[claim] for claim in changed if claim in before)
            self.find(Lookup(documents=frozenset(document for document, _ in changed) - self.known()))
            self._follow(kind, changed)

    def _follow(self, kind: str, changed: set[ClaimId]) -> None:
        """Add the meetings at which changed persons took part, and the participants of changed meetings."""
        for document in {document for document, _ in changed}:
            for part in self.reports[document].claims.participants:
                meeting, person = (document, part.meeting), (document, part.person)
                if kind == "persons" and person in changed:
                    self.meetings.update(
                        filter(None, (self.now("meetings", meeting), self.stored.meetings.get(meeting)))
                    )
                if kind == "meetings" and meeting in changed:
                    self.tenures.update(filter(None, [self.now("persons", person)]))

    def facts(self) -> Graph:
        """Build the scope, and grow it by the participants of each meeting whose date comes out different."""
        people = by_person(self.people, self.assigned)
        self.add(documents_by_meeting(self.tx, self.meetings, self.known()))
        assigned = self.stored.updated(self.assigned)
        while True:
            outside = self._meetings_outside(assigned)
            asked = (self.meetings | outside) - self.held_meetings.keys()
            found = held(self.tx, {"Meeting": asked}, {})
            self.held_meetings |= {id_: element for (_, id_), element in found.nodes.items()}
            dates: dict[str, dt.date | None] = {
                id_: self.held_meetings[id_].properties.get("date") for id_ in outside if id_ in self.held_meetings
            }
            scope = Scope(frozenset(self.meetings), frozenset(self.persons), frozenset(self.tenures))
            kept = self._kept(scope)
            graph = build(self.reports.values(), assigned, self.decisions, scope, people, dates=dates, kept=kept)
            more = self._participants_of_moved(graph) - self.persons - self.tenures
            if not more:
                return graph
            self.tenures |= more

    def _kept(self, scope: Scope) -> dict[str, dict[str, list[Told]]]:
        """Return what the documents that were not read add to the offices of the scope's persons."""
        persons = scope.persons | scope.tenures
        lacking = persons - {key.start[1] for key in self.held_roles}
        self.held_roles |= held(self.tx, {}, {"Tenure": lacking}).relationships
        kept: defaultdict[str, dict[str, list[Told]]] = defaultdict(dict)
        for key, element in self.held_roles.items():
            if key.start[1] in persons:
                kept[key.start[1]][key.end[1]] = kept_told(element.properties, without=self.known())
        return kept

    def _meetings_outside(self, assigned: Assignments) -> set[str]:
        """Return the meetings outside the scope at which a person of the scope took part."""
        persons = self.persons | self.tenures
        found = {
            assigned.meetings.get((document, part.meeting))
            for document, report in self.reports.items()
            for part in report.claims.participants
            if assigned.persons.get((document, part.person)) in persons
        }
        return {id_ for id_ in found if id_} - self.meetings

    def _participants_of_moved(self, graph: Graph) -> set[str]:
        """Return the participants of the meetings whose date is not the stored one."""
        moved = {
            node.id
            for node in graph.nodes
            if node.label == "Meeting"
            and node.id in self.held_meetings
            and self.held_meetings[node.id].properties.get("date") != node.properties.get("date")
        }
        return {
            relationship.start[1]
            for relationship in graph.relationships
            if relationship.type in {"CO_CHAIRED", "ATTENDED"} and relationship.end[1] in moved
        }

    def wanted(self, facts: Graph) -> Graph:
        """Add what the touched documents have of their own (node, keys, names of offices), and the questions."""
        nodes = list(facts.nodes)
        relationships = list(facts.relationships)
        for person, items in by_person(self.people, self.assigned).items():
            for name_key in {each for item in items for each in item.keys} if person in self.persons else ():
                nodes.append(Node("Key", name_key, {}))
                relationships.append(Relationship("FILED_UNDER", ("Person", person), ("Key", name_key), {}))
        calls: defaultdict[NodeKey, list[dict[str, object]]] = defaultdict(list)
        nodes += [entry.node for entry in self.entries.values()]
        for id_, report in sorted(self.coming.items()):
            keys = sorted(document_keys(report))
            nodes += [Node("Key", key, {}) for key in keys]
            relationships += [Relationship("HAS_KEY", ("Document", id_), ("Key", key), {}) for key in keys]
            own = document_names(report)
            nodes += [node for node in own.nodes if node.label == "Country"]
            relationships += own.relationships
            for relationship in own.relationships:
                if relationship.type == "NAMES":
                    calls[relationship.end].append(relationship.properties)
        nodes += self._named(calls)
        nodes += [dump_review(item) for item in self.assigned.reviews]
        by_key = {(node.label, node.id): node for node in nodes}
        by_ends = {(r.type, r.start, r.end): r for r in relationships}
        return Graph(
            tuple(by_key[key] for key in sorted(by_key)),
            tuple(by_ends[key] for key in sorted(by_ends)),
        )

    def _named(self, calls: Mapping[NodeKey, list[dict[str, object]]]) -> Iterator[Node]:
        """Yield the offices and bodies that touched documents name or named, unless they stay as they are.

        What all other documents call one is read only where its properties don't tell already what comes out.
        """
        taken_back = {
            r.end
            for each in self.old.values()
            for r in document_names(as_decided(each.report, self.roles_before)).relationships
            if r.type == "NAMES" and r.properties not in calls.get(r.end, ())
        }
        ids: defaultdict[str, set[str]] = defaultdict(set)
        for label, id_ in calls:
            ids[label].add(id_)
        found = held(self.tx, ids, {}).nodes
        asked = taken_back | {
            node
            for node, told in calls.items()
            if node not in taken_back and not (node in found and says_nothing_new(node, found[node].properties, told))
        }
        others = named(self.tx, asked, self.touched)
        for node in sorted(asked):
            if told := [*calls.get(node, ()), *others.get(node, ())]:
                made = role_properties(told) if node[0] == "Role" else series_properties(node[1], told)
                yield Node(*node, made)

    def held(self, wanted: Graph) -> Held:
        """Return what the database holds of the scope, of what ``wanted`` shares with others, of the questions."""
        ids: defaultdict[str, set[str]] = defaultdict(set)
        for node in wanted.nodes:
            if node.label not in {"Document", "Review"}:
                ids[node.label].add(node.id)
        ids["Meeting"] |= self.meetings
        ids["Person"] |= self.persons
        ids["Role"].update(key.end[1] for key in self.held_roles)
        roles = {r.start[1] for r in wanted.relationships if r.type == "OF_COUNTRY"}
        touching = {"Meeting": self.meetings, "Person": self.persons, "Document": self.old.keys(), "Role": roles}
        found = held(self.tx, ids, touching)
        found.relationships.update(self.held_roles)
        found.relationships.update(mentions_held(self.tx, self.known(), self.persons))
        for id_, each in self.old.items():
            if id_ in self.gone or id_ in self.entries:  # which are written again in any case
                found.nodes["Document", id_] = Element(each.element, {})
        found.nodes.update(reviews(self.tx, self.asked).nodes)
        return found


def _by_claim(assignments: Assignments, kind: str) -> dict[ClaimId, str]:
    return assignments.meetings if kind == "meetings" else assignments.persons
