"""The reads and writes of one loading transaction; statements are those of ``cypher/load``."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from etl.cypher import statement
from etl.errors import StatementRefused
from etl.load.difference import ENDS, Difference, Element, Held, RelationshipKey
from etl.load.stored import Stored, stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from etl.database import Row, Transaction
    from etl.records import Lookup, NodeKey

_NODE_ORDER = ("Document", "Country", "Topic", "Route", "MeetingSeries", "Role", "Person", "Meeting", "Key", "Review")
_KEY = {"Country": "code"}
_OF_PERSON = {"Tenure": "Person"}
_SHARED = ("Role", "Country", "Topic", "Route", "MeetingSeries", "Key")
"""Labels of nodes that nobody owns: they go when nothing is left on them. Roles first: they hold countries."""


def documents_by_id(tx: Transaction, ids: Iterable[str]) -> list[Stored]:
    """Return what is kept of these documents; those unknown are left out."""
    return [stored(row) for row in tx.run(statement("load/documents_by_id"), ids=sorted(ids))]


def documents_found(tx: Transaction, lookup: Lookup, known: Iterable[str]) -> list[Stored]:
    """Return what is kept of the documents that a lookup asks for, without those already ``known``."""
    names = sorted(key for key in lookup.keys if key.startswith("p:"))
    parts: list[tuple[str, list[Any]]] = [
        ("documents_by_key", sorted(lookup.keys.difference(names))),
        ("documents_by_name", names),
        ("documents_between", [list(parties) for parties in sorted(lookup.parties)]),
    ]
    without = sorted(known)
    found = documents_by_id(tx, lookup.documents.difference(without)) if lookup.documents else []
    for name, keys in parts:
        if keys:
            found += [stored(row) for row in tx.run(statement(f"load/{name}"), keys=keys, known=without)]
    return list({each.report.document: each for each in found}.values())


def documents_by_meeting(tx: Transaction, meetings: Iterable[str], known: Iterable[str]) -> list[Stored]:
    """Return what is kept of the documents that report these Meeting nodes, without those already ``known``."""
    rows = tx.run(statement("load/documents_by_meeting"), meetings=sorted(meetings), known=sorted(known))
    return [stored(row) for row in rows]


def documents_naming(tx: Transaction, roles: Iterable[str]) -> list[Stored]:
    """Return what is kept of the documents that name these Role nodes."""
    ids = sorted(roles)
    return [stored(row) for row in tx.run(statement("load/documents_by_role"), roles=ids)] if ids else []


Mention = tuple[str, list[str], list[str]]
"""A document, the keys of its claims about one person, and what each says (``etl.resolve.people.person_row``)."""


def persons_by_key(tx: Transaction, keys: Iterable[str], met: Iterable[str]) -> dict[str, list[Mention]]:
    """Return who is filed under these keys, by Person id, with every mention of them; without those already ``met``."""
    rows = tx.run(statement("load/persons_by_key"), keys=sorted(keys), met=sorted(met))
    return {row["id"]: row["mentions"] for row in rows}


def mentions_held(tx: Transaction, documents: Iterable[str], persons: Iterable[str]) -> dict[RelationshipKey, Element]:
    """Return the MENTIONS between some documents and some persons."""
    rows = tx.run(statement("load/mentions"), documents=sorted(documents), persons=sorted(persons))
    return {
        RelationshipKey("MENTIONS", ("Document", row["id"]), ("Person", row["other"])): Element(
            row["element"], row["properties"]
        )
        for row in rows
    }


def held(tx: Transaction, nodes: Mapping[str, Iterable[str]], touching: Mapping[str, Iterable[str]]) -> Held:
    """Return the nodes held among ``nodes`` (ids by label), and every relationship of those in ``touching``.

    ``touching`` goes by the statements of ``cypher/load/touching``: a label each, and ``Tenure`` for HELD_ROLE alone.
    """
    result = Held()
    for label, ids in sorted(touching.items()):
        for row in tx.run(statement(f"load/touching/{label}"), ids=sorted(set(ids))):
            result.relationships[_relationship_key(label, row)] = Element(row["element"], row["properties"])
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for label, ids in nodes.items():
        wanted[label].update(ids)
    for key in result.relationships:
        for label, end in (key.start, key.end):
            if label in _SHARED:
                wanted[label].add(end)
    for label in sorted(wanted):
        for row in tx.run(statement(f"load/held/{label}"), ids=sorted(wanted[label])):
            result.nodes[label, row["id"]] = Element(row["element"], _without_key(label, row))
    return result


def named(tx: Transaction, nodes: Iterable[NodeKey], touched: Iterable[str]) -> dict[NodeKey, list[Row]]:
    """Return what documents but the ``touched`` call these Role and MeetingSeries nodes, each way once."""
    found: defaultdict[NodeKey, list[Row]] = defaultdict(list)
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for label, id_ in sorted(nodes):
        ids[label].append(id_)
    for label, wanted in ids.items():
        for row in tx.run(statement(f"load/named/{label}"), ids=wanted, touched=sorted(touched)):
            found[label, row["id"]].append(row["properties"])
    return found


def reviews(tx: Transaction, blocks: Iterable[str]) -> Held:
    """Return the open questions about these nodes."""
    rows = tx.run(statement("load/reviews"), blocks=sorted(blocks))
    return Held({("Review", row["id"]): Element(row["element"], _without_key("Review", row)) for row in rows})


def write(tx: Transaction, changes: Difference, before: Held) -> None:
    """Write what differs; nodes that nothing is left on go too, and are added to ``changes``."""
    for label in _NODE_ORDER:
        if rows := changes.nodes.get(label):
            tx.run(statement(f"load/nodes/{label}"), rows=rows)
    for kind in ENDS:
        if rows := changes.relationships.get(kind):
            (done,) = tx.run(statement(f"load/relationships/{kind}"), rows=rows)
            if done["written"] != len(rows):
                lost = len(rows) - done["written"]
                raise StatementRefused(f"{lost} {kind} relationships have no node at one of their ends")
    if lost := changes.lost_relationships:
        tx.run(statement("load/delete_relationships"), elements=[before.relationships[key].id for key in lost])
    if changes.lost_nodes:
        tx.run(statement("load/delete_nodes"), elements=[before.nodes[key].id for key in changes.lost_nodes])
    _delete_orphans(tx, changes)


def _delete_orphans(tx: Transaction, changes: Difference) -> None:
    """Delete the shared nodes that lost a relationship and have none left."""
    ends = {end for key in changes.lost_relationships for end in (key.start, key.end)}
    for label in _SHARED:
        if ids := sorted(id_ for end_label, id_ in ends if end_label == label):
            for row in tx.run(statement(f"load/orphans/{label}"), ids=ids):
                changes.lost_nodes.append((label, row["id"]))
                ends.update(("Country", code) for code in row.get("countries", ()))


def _without_key(label: str, row: Row) -> dict[str, Any]:
    """Return the properties of a row of ``load/held`` but the node's key, as in a :class:`~etl.records.Node`."""
    return {name: value for name, value in row["properties"].items() if name != _KEY.get(label, "id")}


def _relationship_key(label: str, row: Row) -> RelationshipKey:
    """Return which relationship a row of ``load/touching`` is."""
    here, there = (_OF_PERSON.get(label, label), row["id"]), row["other"]
    if row["outgoing"]:
        end = row.get("label") or ENDS[row["type"]][1]
        return RelationshipKey(row["type"], here, (end, there))
    return RelationshipKey(row["type"], (ENDS[row["type"]][0], there), here)
