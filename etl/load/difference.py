"""What must change for the database to hold a wanted graph: nothing is written that stands already."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from etl.database import Row
    from etl.records import Graph, NodeKey

ENDS = {
    "CO_CHAIRED": ("Person", "Meeting"),
    "ATTENDED": ("Person", "Meeting"),
    "REPRESENTED_AT": ("Role", "Meeting"),
    "HELD_ROLE": ("Person", "Role"),
    "OF_COUNTRY": ("Role", "Country"),
    "REPRESENTED": ("Person", "Country"),
    "BETWEEN": ("Meeting", "Country"),
    "HELD_IN": ("Meeting", "Country"),
    "IN_SERIES": ("Meeting", "MeetingSeries"),
    "AGREED_ON": ("Meeting", "Topic"),
    "DISCUSSED": ("Meeting", "Topic"),
    "CONCERNED": ("Meeting", "Route"),
    "REPORTS": ("Document", "Meeting"),
    "MENTIONS": ("Document", "Person"),
    "HAS_KEY": ("Document", "Key"),
    "FILED_UNDER": ("Person", "Key"),
    "NAMES_Role": ("Document", "Role"),
    "NAMES_MeetingSeries": ("Document", "MeetingSeries"),
}
"""The labels that each statement of ``cypher/load/relationships`` joins: by type, and end label where there are two."""

FACTS = ("CO_CHAIRED", "ATTENDED", "REPRESENTED_AT", "HELD_ROLE", "AGREED_ON", "DISCUSSED", "CONCERNED")
"""The types that carry provenance, and whose changes are logged."""


class RelationshipKey(NamedTuple):
    """What identifies a relationship: there is one at most."""

    type: str
    start: NodeKey
    end: NodeKey

    @property
    def statement(self) -> str:
        """Return the name of the statement in ``cypher/load/relationships`` that writes it."""
        return self.type if self.type in ENDS else f"{self.type}_{self.end[0]}"


class Element(NamedTuple):
    """A node or relationship as the database holds it."""

    id: str
    properties: dict[str, Any]


@dataclass(slots=True)
class Held:
    """What the database holds of some part of the graph."""

    nodes: dict[NodeKey, Element] = field(default_factory=dict)
    relationships: dict[RelationshipKey, Element] = field(default_factory=dict)


@dataclass(slots=True)
class Difference:
    """Rows for the statements of ``cypher/load``, by label or statement, sorted; the keys of what goes."""

    nodes: dict[str, list[Row]]
    relationships: dict[str, list[Row]]
    lost_nodes: list[NodeKey]
    lost_relationships: list[RelationshipKey]
    created: Counter[str]
    updated: Counter[str]
    written: set[RelationshipKey]
    """The relationships that are created or updated."""

    @property
    def deleted(self) -> Counter[str]:
        """Return how many nodes and relationships go, by label and type."""
        return Counter(label for label, _ in self.lost_nodes) + Counter(r.type for r in self.lost_relationships)


def differs(held: Element | None, wanted: Mapping[str, object]) -> bool:
    """Tell whether an element is missing or has other properties; None is the same as none."""
    return held is None or held.properties != {name: value for name, value in wanted.items() if value is not None}


def difference(wanted: Graph, held: Held, owned: Iterable[NodeKey]) -> Difference:
    """Compare; of the nodes held, those in ``owned`` go when nobody wants them (others may serve other facts)."""
    result = Difference({}, {}, [], [], Counter(), Counter(), set())
    nodes: defaultdict[str, list[Row]] = defaultdict(list)
    for node in wanted.nodes:
        element = held.nodes.get((node.label, node.id))
        if differs(element, node.properties):
            nodes[node.label].append({"id": node.id, "properties": node.properties})
            (result.updated if element else result.created)[node.label] += 1
    relationships: defaultdict[str, list[Row]] = defaultdict(list)
    kept: set[RelationshipKey] = set()
    for relationship in wanted.relationships:
        key = RelationshipKey(relationship.type, relationship.start, relationship.end)
        kept.add(key)
        element = held.relationships.get(key)
        if differs(element, relationship.properties):
            ends = {"start": relationship.start[1], "end": relationship.end[1]}
            relationships[key.statement].append({**ends, "properties": relationship.properties})
            result.written.add(key)
            (result.updated if element else result.created)[relationship.type] += 1
    names = {(node.label, node.id) for node in wanted.nodes}
    result.nodes, result.relationships = dict(nodes), dict(relationships)
    result.lost_nodes = sorted(key for key in owned if key in held.nodes and key not in names)
    result.lost_relationships = sorted(key for key in held.relationships if key not in kept)
    return result
