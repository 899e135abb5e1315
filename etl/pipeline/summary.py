"""What a run did, as it is told at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from etl.issues import Issue


@dataclass(slots=True)
class Changes:
    """How many nodes and relationships were created, updated and deleted, by label and type."""

    created: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    deleted: Counter[str] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return any((self.created, self.updated, self.deleted))

    def add(self, other: Changes) -> None:
        """Add the counts of another transaction."""
        self.created += other.created
        self.updated += other.updated
        self.deleted += other.deleted


@dataclass(slots=True)
class Summary:
    """A run of ``etl load``: documents read, and what became of them and of the graph."""

    dry_run: bool = False
    read: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    issues: list[Issue] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    seen: set[str] = field(default_factory=set)
    """The ids of the documents met."""
    taken: set[str] = field(default_factory=set)
    """The sources that stand in the graph as they are."""
    stopped: int | None = None

    @property
    def quarantined(self) -> int:
        """Return how many sources were refused."""
        return len({issue.source for issue in self.issues})

    def as_dict(self) -> dict[str, Any]:
        """Return the summary as ``--format json`` prints it."""
        changes = self.changes
        return {
            "dry_run": self.dry_run,
            "documents": {name: getattr(self, name) for name in _COUNTS},
            "nodes": _by_kind(changes, relationships=False),
            "relationships": _by_kind(changes, relationships=True),
            "issues": [
                {name: getattr(issue, name) for name in ("code", "source", "message", "next_step")}
                for issue in self.issues
            ],
        }

    def as_text(self) -> str:
        """Return the summary as lines for a reader."""
        lines = [", ".join(f"{getattr(self, name)} {name}" for name in _COUNTS)]
        would = "would be " if self.dry_run else ""
        for title, relationships in (("nodes", False), ("relationships", True)):
            for action, counts in _by_kind(self.changes, relationships=relationships).items():
                if counts:
                    kinds = ", ".join(f"{count} {kind}" for kind, count in counts.items())
                    lines.append(f"{title} {would}{action}: {kinds}")
        if not self.changes:
            lines.append(
                "nothing to change in the graph" if self.dry_run else "the graph is unchanged: nothing written"
            )
        return "\n".join(lines)


_COUNTS = ("read", "new", "updated", "unchanged", "removed", "quarantined")


def _by_kind(changes: Changes, *, relationships: bool) -> dict[str, Mapping[str, int]]:
    return {
        action: {
            kind: count
            for kind, count in sorted(getattr(changes, action).items())
            if kind.isupper() == relationships and kind not in _INTERNAL
        }
        for action in ("created", "updated", "deleted")
    }


_INTERNAL = {"Key", "HAS_KEY", "FILED_UNDER"}
"""Bookkeeping that the contract does not name."""
