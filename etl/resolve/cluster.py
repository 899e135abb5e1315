"""Put claims together by pairwise agreement, the same whatever their order.

The strongest agreements act first. Within one strength all claims are judged at once: a group that agrees with two
others which exclude each other joins neither, since nothing may be guessed, and that question stays open.
Items that no chain of agreements or doubts connects have no say in each other's groups.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from etl.decisions import Thing

Pair = tuple[int, int]

STRENGTHS = (6, 5, 4, 3, 2, 1)
"""How strongly two items can agree. Every one has its turn, so that what others agree on changes nothing here."""
DECIDED = 99
"""The strength of what a person decided: nothing excludes it."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """``groups``: disjoint tuples of item numbers; ``open``: groups (by place) that might be one, not merged."""

    groups: tuple[tuple[int, ...], ...]
    open: frozenset[Pair]


def described_pairs(count: int, pairs: Iterable[tuple[Thing, Thing]], fits: Callable[[Thing, int], bool]) -> set[Pair]:
    """Return the pairs of items of which one fits the first description of a decision and one the second."""
    found: set[Pair] = set()
    for a, b in pairs:
        first = [i for i in range(count) if fits(a, i)]
        second = [i for i in range(count) if fits(b, i)] if first else []
        found |= {pair_of(i, j) for i in first for j in second if i != j}
    return found


def cluster(
    count: int,
    agreements: Mapping[Pair, int],
    excludes: Callable[[int, int], bool],
    doubts: Iterable[Pair] = (),
) -> Clusters:
    """Group ``count`` items.

    ``agreements``: strength of each agreeing pair ``(i, j)``, ``i < j``. ``excludes(i, j)``, ``i < j``, tells that two
    items cannot be one thing. A decided pair is merged whatever it excludes. ``doubts``: pairs to ask about.
    """
    owner = list(range(count))
    members: dict[int, list[int]] = {i: [i] for i in range(count)}

    def clash(a: int, b: int) -> bool:
        return any(
            excludes(min(i, j), max(i, j)) and agreements.get((min(i, j), max(i, j))) != DECIDED
            for i in members[a]
            for j in members[b]
        )

    doubtful = set(doubts)
    for strength in (DECIDED, *STRENGTHS):
        agreed = (pair for pair, s in agreements.items() if s >= strength)
        links = {pair_of(owner[i], owner[j]) for i, j in agreed if owner[i] != owner[j]}
        if strength == DECIDED:
            merged, dropped = components(links), set[Pair]()
        else:
            merged, dropped = _consistent(links, clash)
        doubtful |= {pair_of(members[a][0], members[b][0]) for a, b in dropped}
        for group in merged:
            first = min(group)
            members[first] = sorted(i for g in group for i in members[g])
            for i in members[first]:
                owner[i] = first
            for other in group - {first}:
                del members[other]
    groups = sorted(members.values())
    place = {i: number for number, group in enumerate(groups) for i in group}
    return Clusters(
        groups=tuple(map(tuple, groups)),
        open=frozenset(pair_of(place[i], place[j]) for i, j in doubtful if place[i] != place[j]),
    )


def pair_of(a: int, b: int) -> Pair:
    """Return two numbers in order."""
    return (a, b) if a < b else (b, a)


def components(links: Iterable[Pair]) -> list[set[int]]:
    """Return the connected components of a graph, each with two nodes or more."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for a, b in links:
        neighbours[a].add(b)
        neighbours[b].add(a)
    found: list[set[int]] = []
    seen: set[int] = set()
    for start in sorted(neighbours):
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            new = neighbours[waiting.pop()] - group
            group |= new
            waiting.extend(new)
        seen |= group
        found.append(group)
    return found


def _consistent(links: set[Pair], clash: Callable[[int, int], bool]) -> tuple[list[set[int]], set[Pair]]:
    """Return the components to merge, and the links dropped because they compete.

    Where two members of a component exclude each other, every group between them drops its links to both. A link
    between the two themselves is no question: what made one exclude the other was stronger. What then still holds
    together and still excludes one another stays apart.
    """
    known: dict[Pair, bool] = {}

    def exclude(a: int, b: int) -> bool:
        pair = pair_of(a, b)
        if a != b and pair not in known:
            known[pair] = clash(*pair)
        return a != b and known[pair]

    near: dict[int, set[int]] = defaultdict(set)
    for a, b in links:
        near[a] |= {a, b}
        near[b] |= {a, b}
    merged: list[set[int]] = []
    dropped: set[Pair] = set()
    torn: dict[frozenset[int], set[int]] = {}  # those around a group who exclude another around it
    for group in components(links):
        if not any(exclude(a, b) for a, b in combinations(sorted(group), 2)):
            merged.append(group)
            continue
        inside = {pair_of(a, b) for a in group for b in near[a] if a != b}
        settled = {link for link in inside if exclude(*link)}
        between: set[Pair] = set()
        for node in group:
            around = frozenset(near[node])
            if around not in torn:
                torn[around] = {a for a in around if any(exclude(a, b) for b in around)}
            between |= {pair_of(node, a) for a in torn[around] if a != node}
        for rest in components(inside - between - settled):
            if any(exclude(a, b) for a, b in combinations(sorted(rest), 2)):
                between |= {link for link in inside if link[0] in rest and link[1] in rest}
            else:
                merged.append(rest)
        dropped |= between - settled
    return merged, dropped
