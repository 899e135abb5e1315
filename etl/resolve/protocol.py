"""Which claims must be looked at together, and what each of them speaks of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from etl.decisions import (
    NO_DECISIONS,
    Candidate,
    Decisions,
    MeetingLike,
    PersonLike,
    ReviewItem,
    ReviewKind,
    RoleLike,
    stable_id,
)
from etl.identity import parse_name
from etl.records import Lookup
from etl.resolve.build import build
from etl.resolve.choice import meeting_facts, meeting_like, person_like, person_name, person_stem, unique_ids
from etl.resolve.meetings import cluster_meetings, fits, linked, meeting_item
from etl.resolve.names import as_decided, document_names, with_names
from etl.resolve.people import cluster_people, grouped, may_be_one, name_keys, person_item
from etl.resolve.state import Assignments, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from etl.decisions import Thing
    from etl.identity import Name
    from etl.records import Graph, Report
    from etl.resolve.meetings import MeetingItem
    from etl.resolve.people import PersonItem


def document_keys(report: Report) -> frozenset[str]:
    """Return the keys that a document carries: those of its meeting claims."""
    return frozenset().union(*(meeting_item(report, claim).keys for claim in report.claims.meetings))


def meeting_items(reports: Iterable[Report]) -> list[MeetingItem]:
    """Return all meeting claims of some documents, in order."""
    return [
        meeting_item(report, claim)
        for report in sorted(reports, key=lambda r: r.document)
        for claim in sorted(report.claims.meetings, key=lambda m: m.key)
    ]


def person_items(reports: Iterable[Report]) -> list[PersonItem]:
    """Return all person claims of some documents, in order."""
    return [
        person_item(report, claim)
        for report in sorted(reports, key=lambda r: r.document)
        for claim in sorted(report.claims.persons, key=lambda p: p.key)
    ]


class Neighbourhood:
    """The meeting claims that have a say in each other's lot, found from some of them outwards.

    ``find`` gives the documents that a lookup asks for, none twice.
    """

    def __init__(self, find: Callable[[Lookup], Iterable[Report]], decisions: Decisions) -> None:
        self._find = find
        pairs = decisions.pairs("same", MeetingLike)
        self._same = [(a, b) for a, b in pairs if isinstance(a, MeetingLike) and isinstance(b, MeetingLike)]
        self._sought = Lookup()
        self._by_key: dict[str, list[MeetingItem]] = defaultdict(list)
        self._all: list[MeetingItem] = []

    def add(self, items: Iterable[MeetingItem]) -> None:
        """Take claims that are at hand."""
        for item in items:
            self._all.append(item)
            for key in {*item.keys, item.block}:
                self._by_key[key].append(item)

    def described(self, likes: Iterable[MeetingLike]) -> list[MeetingItem]:
        """Return the claims that fit descriptions."""
        every = list(likes)
        self._seek(_together(map(_lookup_of, every)))
        return [item for item in self._all if any(fits(like, item) for like in every)]

    def around(self, seeds: Iterable[MeetingItem]) -> list[MeetingItem]:
        """Return the ``seeds`` and all that a chain of links connects with one of them."""
        found = dict.fromkeys(seeds)
        frontier = list(found)
        while frontier:
            self._seek(_together(map(self._asked, frontier)))
            near = [other for item in frontier for other in self._linked(item)]
            frontier = [other for other in dict.fromkeys(near) if other not in found]
            found |= dict.fromkeys(frontier)
        return list(found)

    def _seek(self, lookup: Lookup) -> None:
        if new := lookup - self._sought:
            self._sought |= new
            self.add(meeting_items(self._find(new)))

    def _asked(self, item: MeetingItem) -> Lookup:
        keys = item.asks | ({f"p:{key}" for key in item.named} if item.homeless else set())
        decided = _together(_lookup_of(like) for like in self._decided(item))
        return Lookup(frozenset(keys)) | decided

    def _decided(self, item: MeetingItem) -> list[MeetingLike]:
        """Return the descriptions of what people decided that this claim is one with."""
        pairs = [*self._same, *((b, a) for a, b in self._same)]
        return [b for a, b in pairs if fits(a, item)]

    def _linked(self, item: MeetingItem) -> list[MeetingItem]:
        keys = {item.block} if item.homeless else item.asks
        near = dict.fromkeys(other for key in keys for other in self._by_key.get(key, ()))
        found = [other for other in near if other is not item and linked(item, other)]
        likes = self._decided(item)
        return found + [other for other in self._all if any(fits(like, other) for like in likes)] if likes else found


def _together(lookups: Iterable[Lookup]) -> Lookup:
    every = list(lookups)
    return Lookup(
        frozenset().union(*(each.keys for each in every)),
        frozenset().union(*(each.documents for each in every)),
        frozenset().union(*(each.parties for each in every)),
    )


def _lookup_of(like: MeetingLike) -> Lookup:
    """Return how to find the documents that a description may fit."""
    if like.document:
        return Lookup(documents=frozenset({like.document}))
    return Lookup(parties=frozenset({like.parties}))


class Acquaintance:
    """The person claims that have a say in who one another are, found from some of them outwards.

    Linked are two whose names may be forms of one, and whom decisions speak of together; never those who met.
    ``find`` gives everyone filed under some keys, nobody twice.
    """

    def __init__(self, find: Callable[[frozenset[str]], Iterable[PersonItem]], decisions: Decisions) -> None:
        self._find = find
        self._decided = _decided_names(decisions)
        self._sought: frozenset[str] = frozenset()
        self._named: dict[Name, list[PersonItem]] = defaultdict(list)
        self._by_key: dict[str, set[Name]] = defaultdict(set)

    def add(self, items: Iterable[PersonItem]) -> None:
        """Take claims that are at hand."""
        for item in items:
            self._named[item.name].append(item)
            for key in item.keys:
                self._by_key[key].add(item.name)

    def around(self, seeds: Iterable[Name], keys: frozenset[str]) -> list[PersonItem]:
        """Return all claims that a chain of links connects with one of the ``seeds``, or with whom ``keys`` find."""
        self._seek(keys)
        frontier = {*seeds, *(name for key in keys for name in self._by_key[key])}
        found = set(frontier)
        while frontier:
            self._seek(frozenset().union(*map(self._asked, frontier)))
            frontier = {other for name in frontier for other in self._linked(name)} - found
            found |= frontier
        return [item for name in found for item in self._named[name]]

    def _seek(self, keys: frozenset[str]) -> None:
        if new := keys - self._sought:
            self._sought |= new
            self.add(self._find(new))

    def _asked(self, name: Name) -> frozenset[str]:
        keys = name_keys(name)
        return keys.union(*(group for group in self._decided if group & keys))

    def _linked(self, name: Name) -> set[Name]:
        keys = name_keys(name)
        near = {other for key in keys for other in self._by_key[key] if may_be_one(name, other)}
        together = frozenset().union(*(group for group in self._decided if group & keys))
        return near.union(*(self._by_key[key] for key in together))


def changed_decisions(before: Decisions, after: Decisions) -> Decisions:
    """Return the decisions that stand in only one of two sets."""
    return Decisions(tuple(set(before.lines) ^ set(after.lines)))


def names_decided(decisions: Decisions) -> frozenset[str]:
    """Return the keys of all persons that decisions speak of."""
    return frozenset().union(*(_keys_of(thing) for each in decisions.lines for thing in each.things))


def meetings_decided(decisions: Decisions) -> list[MeetingLike]:
    """Return all meetings that decisions speak of."""
    return [thing for each in decisions.lines for thing in each.things if isinstance(thing, MeetingLike)]


def roles_decided(decisions: Decisions) -> list[str]:
    """Return the ids of all roles that decisions about two roles speak of."""
    return sorted({thing.id for each in decisions.lines for thing in each.things if isinstance(thing, RoleLike)})


def _decided_names(decisions: Decisions) -> list[frozenset[str]]:
    """Return, for each decision about two persons, the keys of both."""
    return [_keys_of(a) | _keys_of(b) for kind in ("same", "different") for a, b in decisions.pairs(kind, PersonLike)]


def _keys_of(thing: Thing) -> frozenset[str]:
    return name_keys(parse_name(thing.name)) if isinstance(thing, PersonLike) else frozenset()


def assign(meetings: Iterable[MeetingItem], people: Iterable[PersonItem], decisions: Decisions) -> Assignments:
    """Return the Meeting or Person id of every claim given, and the questions that stay open.

    ``meetings`` must be closed under :meth:`Neighbourhood.around`, ``people`` under :meth:`Acquaintance.around`;
    others do no harm.
    """
    blocks: dict[str, list[MeetingItem]] = defaultdict(list)
    for item in sorted(meetings, key=lambda i: i.id):
        blocks[item.block].append(item)
    parts = [_assign_meetings(items, decisions) for items in blocks.values()]
    ordered = sorted(people, key=lambda i: i.claims)
    parts += [_assign_people(items, decisions) for items in _connected(ordered, decisions)]
    return Assignments.together(parts)


def _connected(items: list[PersonItem], decisions: Decisions) -> list[list[PersonItem]]:
    """Split items into parts that have no say in each other, so that the work grows with the parts and not with all."""
    everyone = Acquaintance(lambda _: (), decisions)
    everyone.add(items)
    parts: list[list[PersonItem]] = []
    seen: set[Name] = set()
    for item in items:
        if item.name not in seen:
            part = everyone.around([item.name], frozenset())
            seen.update(each.name for each in part)
            parts.append(sorted(part, key=lambda i: i.claims))
    return parts


def _assign_meetings(items: Sequence[MeetingItem], decisions: Decisions) -> Assignments:
    clusters = cluster_meetings(items, decisions)
    groups = [[items[i] for i in group] for group in clusters.groups]
    facts = [meeting_facts(group) for group in groups]
    contents = [tuple(part for i in group for part in (i.document, i.claim.key)) for group in groups]
    ids = unique_ids(
        [(f.stem, len({i.document for i in g}), c) for f, g, c in zip(facts, groups, contents, strict=True)]
    )
    candidates = [
        Candidate(id_, fact.name, meeting_like(group)) for id_, fact, group in zip(ids, facts, groups, strict=True)
    ]
    documents = [tuple(sorted({i.document for i in group})) for group in groups]
    told = [(tuple(i.claim.evidence.text for i in group[:3]), d) for group, d in zip(groups, documents, strict=True)]

    def vague(n: int) -> tuple[bool, bool, int]:
        return facts[n].date is not None, facts[n].ordinal is not None, len(documents[n])

    asked = _asked(clusters.open, sorted(range(len(groups)), key=lambda n: (vague(n), ids[n])))
    reviews = [_question("meeting", candidates[n], [candidates[o] for o in others], told[n]) for n, others in asked]
    return Assignments(
        meetings={(i.document, i.claim.key): id_ for id_, group in zip(ids, groups, strict=True) for i in group},
        reviews=tuple(reviews),
    )


def _assign_people(items: Sequence[PersonItem], decisions: Decisions) -> Assignments:
    joined = grouped(items, decisions)
    by_claim = {i.claims[0]: i for i in items}
    clusters = cluster_people(joined, decisions)
    claims = [sorted(c for i in group for c in joined[i].claims) for group in clusters.groups]
    groups = [[by_claim[c] for c in group] for group in claims]
    neighbours: dict[int, set[int]] = defaultdict(set)
    for a, b in clusters.open:
        neighbours[a].add(b)
        neighbours[b].add(a)
    provisional = {
        n for n, others in neighbours.items()
        if len(others) > 1 and all(_fullness(groups[n]) <= _fullness(groups[o]) for o in others)
    }  # fmt: skip
    contents = [tuple(part for claim in group for part in claim) for group in claims]
    stems = [person_stem(group) for group in groups]
    plain = unique_ids([(s, len(g), c) for s, g, c in zip(stems, groups, contents, strict=True)])
    ids = [f"{stems[n]}~{stable_id(*contents[n])}" if n in provisional else plain[n] for n in range(len(groups))]
    candidates = [
        Candidate(ids[n], person_name(group), person_like(group, pinned=n in provisional or group[0].name.bare))
        for n, group in enumerate(groups)
    ]
    documents = [tuple(sorted({document for document, _ in group})) for group in claims]
    reviews = [
        _question("person", candidates[n], [candidates[o] for o in others], ((), documents[n]))
        for n, others in _asked(clusters.open, sorted(range(len(groups)), key=lambda n: (n not in provisional, ids[n])))
    ]
    return Assignments(
        persons={claim: id_ for id_, group in zip(ids, claims, strict=True) for claim in group}, reviews=tuple(reviews)
    )


def _asked(pairs: Iterable[tuple[int, int]], order: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Return each group to ask about with its candidates; of a pair, the first in ``order`` asks."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        neighbours[a].add(b)
        neighbours[b].add(a)
    place = {n: number for number, n in enumerate(order)}
    found = [(n, sorted((o for o in neighbours[n] if place[o] > place[n]), key=place.__getitem__)) for n in order]
    return [(n, others) for n, others in found if others]


def _fullness(group: Sequence[PersonItem]) -> tuple[bool, int, bool]:
    """Return how much a cluster tells of its person; of two that compete for a third, both tell more."""
    fullest = max(group, key=lambda i: (not i.name.bare, len(i.name.words)))
    return not fullest.name.bare, len(fullest.name.words), any(i.countries for i in group)


def _question(
    kind: ReviewKind, subject: Candidate, others: Sequence[Candidate], told: tuple[tuple[str, ...], ...]
) -> ReviewItem:
    """Return an open question; ``told``: the sentences and the documents behind it."""
    labels = " or ".join(f"“{o.label}” ({o.id})" for o in others)
    return ReviewItem(
        id=stable_id(kind, subject.thing, *(o.thing for o in others)),
        kind=kind,
        block=subject.id,
        question=f"Is “{subject.label}” ({subject.id}) the same {kind} as {labels}?",
        subject=subject.thing,
        candidates=tuple(others),
        evidence=told[0],
        documents=tuple(sorted(set(told[1]))),
    )


def resolve(reports: Iterable[Report], decisions: Decisions = NO_DECISIONS) -> Graph:
    """Return the whole graph of a set of documents: what any sequence of loads must end in.

    Document nodes carry only their id; all else about them is the store's.
    """
    every = sorted((as_decided(r, decisions.roles()) for r in reports), key=lambda r: r.document)
    people = person_items(every)
    assigned = assign(meeting_items(every), people, decisions)
    scope = Scope(frozenset(assigned.meetings.values()), frozenset(assigned.persons.values()))
    facts = build(every, assigned, decisions, scope, by_person(people, assigned))
    return with_names(facts, [document_names(r) for r in every], [r.document for r in every])


def by_person(items: Iterable[PersonItem], assigned: Assignments) -> dict[str, list[PersonItem]]:
    """Return the items of each person by the id that their claims were assigned to."""
    found: dict[str, list[PersonItem]] = defaultdict(list)
    for item in items:
        if id_ := assigned.persons.get(item.claims[0]):
            found[id_].append(item)
    return found
