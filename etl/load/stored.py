"""What is kept on a Document node so that the graph can be computed again without reading any document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from etl.decisions import ReviewItem
from etl.errors import DatabaseError
from etl.records import Claims, Document, Node, PartialDate, Report

if TYPE_CHECKING:
    from etl.database import Row

SCHEMA = 1
"""Version of the stored claims: raised when :class:`~etl.records.Claims` changes its meaning or drops a field."""

_CLAIMS: TypeAdapter[Claims] = TypeAdapter(Claims)
_REVIEW: TypeAdapter[ReviewItem] = TypeAdapter(ReviewItem)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to load: its text, what it claims, the fingerprint of the rules, its absolute place on disk."""

    document: Document
    claims: Claims
    rules: str
    location: str | None = None

    @property
    def report(self) -> Report:
        """Return the document as resolution sees it."""
        document = self.document
        return Report(
            document=document.id,
            content_hash=document.content_hash,
            language=document.language or "",
            published=document.published,
            claims=self.claims,
        )

    @property
    def node(self) -> Node:
        """Return the Document node; ``text`` is what all offsets point into."""
        document = self.document
        properties: dict[str, object] = {
            "title": document.title,
            "language": document.language,
            "published": document.published.first if document.published else None,
            "published_precision": document.published.precision if document.published else None,
            "source": document.source,
            "location": self.location,
            "content_hash": document.content_hash,
            "text": document.text,
            "claims": dump_claims(self.claims),
            "claims_schema": SCHEMA,
            "rules": self.rules,
        }
        return Node("Document", document.id, properties)


def dump_claims(claims: Claims) -> str:
    """Return claims as JSON."""
    return _CLAIMS.dump_json(claims, exclude_defaults=True).decode()


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as the database keeps it, and the node that each of its claims was assigned to, by claim key."""

    element: str
    report: Report
    meetings: dict[str, str]
    persons: dict[str, str]


def stored(row: Row) -> Stored:
    """Return what a row of ``load/documents_by_*`` keeps; raise DatabaseError where it cannot be read."""
    try:
        if row["claims_schema"] != SCHEMA:
            raise ValueError(f"schema {row['claims_schema']}")  # noqa: TRY301 (one message for both)
        claims = _CLAIMS.validate_json(row["claims"])
    except ValueError as error:
        raise DatabaseError(
            f"what the database keeps of {row['id']} was written by another version: {error}",
            hint=f"etl forget {row['id']}, then load it again",
        ) from error
    published = row["published"]
    report = Report(
        document=row["id"],
        content_hash=row["content_hash"],
        language=row["language"] or "",
        published=PartialDate(published, row["published_precision"]) if published else None,
        claims=claims,
    )
    return Stored(row["element"], report, _assigned(row["meetings"]), _assigned(row["persons"]))


def _assigned(pairs: list[tuple[list[str], str]]) -> dict[str, str]:
    """Turn (claim keys, node id) pairs into node id by claim key."""
    return {key: node for keys, node in pairs for key in keys}


def dump_review(item: ReviewItem) -> Node:
    """Return the Review node of an open question; ``item`` holds all of it as JSON."""
    properties: dict[str, object] = {
        "block": item.block,
        "kind": item.kind,
        "question": item.question,
        "documents": list(item.documents),
        "item": _REVIEW.dump_json(item).decode(),
    }
    return Node("Review", item.id, properties)
