"""What a transaction leaves beside the graph: a line for each fact it changed, and the decisions it went by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from etl.cypher import statement
from etl.decisions import Decisions, decision_line, parse_decisions
from etl.load.difference import FACTS, RelationshipKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.database import Transaction
    from etl.load.difference import Difference, Held
    from etl.records import Graph, NodeKey


def change_lines(wanted: Graph, before: Held, changes: Difference) -> list[str]:
    """Return the facts that come, go or change, one a line, its parts separated by tabs.

    ``added``, ``removed`` or ``changed``; type; label, id and name of the start; the same of the end; the documents
    that speak for it or no longer do.
    """
    names: dict[NodeKey, object] = {key: e.properties.get("name") for key, e in before.nodes.items()}
    names |= {(node.label, node.id): node.properties.get("name") for node in wanted.nodes}
    lines = []
    for relationship in wanted.relationships:
        key = RelationshipKey(relationship.type, relationship.start, relationship.end)
        if key.type in FACTS and key in changes.written:
            now = _documents(relationship.properties)
            then = _documents(before.relationships[key].properties) if key in before.relationships else set()
            lines.append(_line("changed" if key in before.relationships else "added", key, names, now ^ then or now))
    lines += [
        _line("removed", key, names, _documents(before.relationships[key].properties))
        for key in changes.lost_relationships
        if key.type in FACTS
    ]
    return sorted(lines)


def _documents(properties: dict[str, Any]) -> set[str]:
    return set(properties.get("documents") or ())


def _line(action: str, key: RelationshipKey, names: dict[NodeKey, object], documents: Iterable[str]) -> str:
    ends = [part for node in (key.start, key.end) for part in (*node, names.get(node) or node[1])]
    parts = [action, key.type, *ends, " ".join(sorted(documents))]
    return "\t".join(" ".join(str(part).split()) for part in parts)


def keep_changes(tx: Transaction, id_: str, run: str, documents: Sequence[str], lines: Sequence[str]) -> None:
    """Write one Change node for this transaction."""
    tx.run(statement("load/changes"), id=id_, run=run, documents=documents, facts=lines)


def kept_decisions(tx: Transaction) -> Decisions:
    """Return the decisions that the graph was last computed with."""
    rows = tx.run(statement("load/decisions"))
    return parse_decisions(
        next((row["decisions"] for row in rows if row["decisions"]), ""), "decisions in the database"
    )


def keep_decisions(tx: Transaction, decisions: Decisions) -> None:
    """Remember the decisions that the graph is now computed with, as lines of a decisions file."""
    tx.run(statement("load/keep_decisions"), decisions=dump_decisions(decisions))


def dump_decisions(decisions: Decisions) -> str:
    """Return decisions as lines of a decisions file."""
    return "\n".join(
        decision_line(d.kind, who=d.who, when=d.when, why=d.why, a=d.a, b=d.b, fact=d.fact, to=d.to)
        for d in decisions.lines
    )
