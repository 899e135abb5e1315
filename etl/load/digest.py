"""The whole graph as text, one node or relationship a line, so that two graphs can be compared."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from etl.cypher import statement

if TYPE_CHECKING:
    from etl.database import Database


def canonical(database: Database) -> list[str]:
    """Return one line of JSON for each node and relationship of the contract, sorted, ids included.

    What depends on when or from where a document was loaded is left out, and parallel lists are sorted together.
    """
    lines = [
        json.dumps(["N", row["label"], row["id"], _plain(row["properties"])], ensure_ascii=False, default=str)
        for row in database.read(statement("maintenance/digest_nodes"))
    ]
    lines += [
        json.dumps(
            ["R", row["type"], row["start"], row["end"], _plain(row["properties"])],
            ensure_ascii=False,
            default=str,
        )
        for row in database.read(statement("maintenance/digest_relationships"))
    ]
    return sorted(lines)


def fingerprint(lines: list[str]) -> str:
    """Return the SHA-256 of canonical lines, in hexadecimal."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _plain(properties: dict[str, Any]) -> dict[str, Any]:
    """Return properties sorted by name, lists in an order of their own, floats to six digits."""
    plain = {name: _value(properties[name]) for name in sorted(properties)}
    documents = plain.get("documents")
    if isinstance(documents, list):
        parallel = [n for n, v in plain.items() if isinstance(v, list) and len(v) == len(documents)]
        rows = sorted(zip(*(plain.pop(name) for name in parallel), strict=True), key=str)
        plain["rows"] = [dict(zip(parallel, row, strict=True)) for row in rows]
    return {name: sorted(v, key=str) if isinstance(v, list) else v for name, v in plain.items()}


def _value(value: Any) -> Any:  # noqa: ANN401 (any property)
    if isinstance(value, float):
        return round(value, 6)
    return [_value(each) for each in value] if isinstance(value, list) else value
