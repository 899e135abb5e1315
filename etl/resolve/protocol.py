"""Blocks: which claims must be looked at together, and what each of them speaks of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from etl.decisions import NO_DECISIONS, Candidate, Decisions, PersonLike, ReviewItem, ReviewKind, stable_id
from etl.identity import parse_name
from etl.resolve.build import build
from etl.resolve.choice import meeting_facts, meeting_like, person_like, person_name, person_stem, unique_ids
from etl.resolve.meetings import cluster_meetings, meeting_block, meeting_item
from etl.resolve.names import document_names, with_names
from etl.resolve.people import cluster_people, grouped, person_blocks, person_item
from etl.resolve.state import Assignments, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.decisions import Thing
    from etl.records import Graph, Report
    from etl.resolve.meetings import MeetingItem
    from etl.resolve.people import PersonItem


def block_keys(report: Report) -> frozenset[str]:
    """Return the blocks of a document's claims: ``m:...`` for each meeting, ``p:...`` for each person."""
    meetings = {meeting_block(claim) for claim in report.claims.meetings}
    return frozenset(meetings.union(*(person_blocks(claim) for claim in report.claims.persons)))


def linked_keys(reports: Iterable[Report], keys: frozenset[str], decisions: Decisions = NO_DECISIONS) -> frozenset[str]:
    """Return the blocks that must be resolved together with ``keys``, ``keys`` included, as far as ``reports`` tell.

    ``reports`` holds every document that has any of ``keys``. Blocks are linked by a person whose claim is in several
    (two telling surnames), and by decisions; never by who met whom. The caller repeats until nothing is added.
    """
    linked = set(keys)
    groups = [person_blocks(claim) for report in reports for claim in report.claims.persons]
    for group in [*groups, *_decided_blocks(decisions)]:
        if not group.isdisjoint(keys):
            linked |= group
    return frozenset(linked)


def decision_keys(before: Decisions, after: Decisions) -> frozenset[str]:
    """Return the blocks to resolve again when decisions changed from ``before`` to ``after``."""
    changed = Decisions(tuple(set(before.lines) ^ set(after.lines)))
    return frozenset().union(*_decided_blocks(changed))


def _decided_blocks(decisions: Decisions) -> list[frozenset[str]]:
    """Return, for each decision, the blocks of the things it names."""
    found: list[frozenset[str]] = []
    for decision in decisions.lines:
        things = [decision.a, decision.b]
        if decision.fact:
            things += [decision.fact.person, decision.fact.meeting]
        blocks = [_blocks_of(thing) for thing in things if thing]
        found += [frozenset().union(*blocks)] if decision.kind in {"same", "different"} else blocks
    return found


def _blocks_of(thing: Thing) -> frozenset[str]:
    if isinstance(thing, PersonLike):
        return frozenset(f"p:{key}" for key in parse_name(thing.name).keys)
    return frozenset({"m:" + "-".join(thing.parties), *({f"m:{thing.series}"} if thing.series else ())})


def assign(reports: Iterable[Report], decisions: Decisions, keys: frozenset[str]) -> Assignments:
    """Return the Meeting or Person id of every claim in the blocks ``keys``, and the questions that stay open.

    ``keys`` must be closed under :func:`linked_keys`, and ``reports`` hold every document that has any of them;
    other documents and other claims do no harm.
    """
    ordered = sorted(reports, key=lambda r: r.document)
    blocks: dict[str, list[MeetingItem]] = defaultdict(list)
    people: list[PersonItem] = []
    for report in ordered:
        for meeting in sorted(report.claims.meetings, key=lambda m: m.key):
            if (block := meeting_block(meeting)) in keys:
                blocks[block].append(meeting_item(report, meeting))
        people += [person_item(report, p) for p in report.claims.persons if person_blocks(p) & keys]
    parts = [_assign_meetings(block, items, decisions) for block, items in blocks.items()]
    parts += [_assign_people(items, decisions) for items in _connected(people, decisions)]
    return Assignments.together(parts)


def _connected(items: list[PersonItem], decisions: Decisions) -> list[list[PersonItem]]:
    """Split items into parts that share no block, so that the work grows with the parts and not with all."""
    owner: dict[str, str] = {}

    def find(key: str) -> str:
        while (above := owner.setdefault(key, key)) != key:
            key = above
        return key

    decided = [frozenset(k.removeprefix("p:") for k in group) for group in _decided_blocks(decisions)]
    for group in [*(i.name.keys for i in items), *decided]:
        first, *rest = sorted(map(find, group))
        for other in rest:
            owner[find(other)] = find(first)
    parts: dict[str, list[PersonItem]] = defaultdict(list)
    for item in items:
        parts[find(min(item.name.keys))].append(item)
    return list(parts.values())


def _assign_meetings(block: str, items: Sequence[MeetingItem], decisions: Decisions) -> Assignments:
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
    reviews = [
        _question("meeting", block, candidates[n], [candidates[o] for o in others], told[n]) for n, others in asked
    ]
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
        _question(
            "person",
            f"p:{min(groups[n][0].name.keys)}",
            candidates[n],
            [candidates[o] for o in others],
            ((), documents[n]),
        )
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
    kind: ReviewKind, block: str, subject: Candidate, others: Sequence[Candidate], told: tuple[tuple[str, ...], ...]
) -> ReviewItem:
    """Return an open question; ``told``: the sentences and the documents behind it."""
    labels = " or ".join(f"“{o.label}” ({o.id})" for o in others)
    return ReviewItem(
        id=stable_id(kind, subject.thing, *(o.thing for o in others)),
        kind=kind,
        block=block,
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
    every = sorted(reports, key=lambda r: r.document)
    keys = frozenset().union(*(block_keys(r) for r in every))
    assigned = assign(every, decisions, keys)
    scope = Scope(frozenset(assigned.meetings.values()), frozenset(assigned.persons.values()))
    facts = build(every, assigned, decisions, scope)
    return with_names(facts, [document_names(r) for r in every], [r.document for r in every])
