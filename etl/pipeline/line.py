"""Documents on their way into the graph, a batch at a time: each batch is one transaction, or none of it."""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from etl.annotate import annotate
from etl.clean import clean
from etl.cypher import statement
from etl.detect import detect
from etl.errors import StatementRefused
from etl.extract import extract
from etl.issues import Code, Issue
from etl.load import Entry, dump_decisions
from etl.pipeline import rules
from etl.pipeline.settle import GraphInvalid, settle, settle_in_memory
from etl.pipeline.summary import Summary
from etl.read import read
from etl.validate import validate_claims

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from etl.database import Database, Row
    from etl.decisions import Decisions
    from etl.pipeline.summary import Changes
    from etl.records import Document
    from etl.settings import Settings


class Observer(Protocol):
    """Who is told how a run goes on, and may ask it to stop between two documents."""

    def progress(self, summary: Summary) -> None:
        """Take the counts so far."""

    def refused(self, issue: Issue) -> None:
        """Take what was not taken."""

    def stopped(self) -> int | None:
        """Return the number of the signal that asks the run to stop."""


def load(
    paths: Iterable[str | Path],
    database: Database | None,
    settings: Settings,
    decisions: Decisions | None,
    observer: Observer,
    *,
    relative_to: Path | None = None,
    columns: Mapping[str, str] | None = None,
    dry_run: bool = False,
) -> Summary:
    """Load every document under ``paths`` and return what that changed.

    Without ``decisions`` those hold that the graph was last computed with. A dry run writes nothing; without a
    ``database`` it shows what an empty one would get. Raises DatabaseError and its kin; what cannot be taken of the
    documents is in the summary's issues.
    """
    run = _Run(database, settings, decisions, observer, relative_to, Summary(dry_run=dry_run))
    if database is not None and not dry_run:
        database.apply("constraints")
    run.settle_decisions()
    documents = run.documents(paths, columns)
    while batch := list(islice(documents, settings.batch_size)):
        run.batch(batch)
    run.summary.stopped = observer.stopped()
    if dry_run and not run.summary.stopped:
        run.rehearse()
    return run.summary


def forget(database: Database, ids: Sequence[str], settings: Settings) -> Summary:
    """Remove documents, and leave the graph that would stand had they never come."""
    summary = Summary()
    run = uuid.uuid4().hex
    for start in range(0, len(ids), settings.batch_size):
        gone = ids[start : start + settings.batch_size]
        changes = database.write(
            lambda tx, gone=gone: settle(tx, (), gone, None, run),  # type: ignore[misc]  # bound at once
            timeout=settings.transaction_timeout,
        )
        summary.removed += changes.deleted["Document"]
        summary.changes.add(changes)
    return summary


def follow(database: Database, settings: Settings, decisions: Decisions) -> Summary:
    """Make the graph follow people's decisions as they stand now, without any new document."""
    summary = Summary()
    run = uuid.uuid4().hex
    changes = database.write(lambda tx: settle(tx, (), (), decisions, run), timeout=settings.transaction_timeout)
    summary.changes.add(changes)
    return summary


def prunable(database: Database, folder: Path, summary: Summary) -> list[str]:
    """Return the ids of the documents that lay under ``folder`` and that this complete run did not meet there.

    A file that is there and was refused is not gone.
    """
    prefix = os.path.join(os.path.abspath(folder), "")  # noqa: PTH100, PTH118 (links stay; the slash is the point)
    refused = tuple(issue.source for issue in summary.issues)
    rows = database.read(statement("maintenance/documents_under"), prefix=prefix)
    return [
        row["id"]
        for row in rows
        if row["id"] not in summary.seen and not any(_covers(source, row["location"]) for source in refused)
    ]


@dataclass(slots=True)
class _Run:
    """One run's parts and state; ``database`` is None for a dry run without a server."""

    database: Database | None
    settings: Settings
    decisions: Decisions | None
    observer: Observer
    relative_to: Path | None
    summary: Summary
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    waiting: list[Entry] = field(default_factory=list)

    def refuse(self, issue: Issue) -> None:
        """Keep and tell what was not taken."""
        self.summary.issues.append(issue)
        self.observer.refused(issue)

    def documents(self, paths: Iterable[str | Path], columns: Mapping[str, str] | None) -> Iterator[Document]:
        """Yield every document under ``paths`` as cleaned; what cannot be taken becomes an issue."""
        for source in read(paths, max_bytes=self.settings.max_file_bytes, columns=columns):
            if self.observer.stopped():
                return
            taken = source if isinstance(source, Issue) else clean(source, relative_to=self.relative_to)
            if isinstance(taken, Issue):
                self.refuse(taken)
            else:
                self.summary.read += 1
                self.summary.seen.add(taken.id)
                yield taken

    def batch(self, documents: Sequence[Document]) -> None:
        """Take the new and changed ones of ``documents`` through the language work, and store them."""
        known = self.states(documents)
        fresh: dict[str, Document] = {}
        for document in documents:
            rival = fresh.get(document.id)
            if rival is not None:
                fresh[document.id] = self.winner(document, rival)
            elif self.is_news(document, known.get(document.id)):
                fresh[document.id] = document
            else:
                self.summary.unchanged += 1
                self.summary.taken.add(document.source)
        entries = []
        for document in fresh.values():
            if self.observer.stopped():
                return
            entry = self.entry(document)
            if entry is not None:
                entries.append(entry)
        if self.summary.dry_run:
            self.waiting += entries
            self.count(entries, known.keys())
        elif entries:
            self.store(entries, known.keys())
        self.observer.progress(self.summary)

    def states(self, documents: Sequence[Document]) -> dict[str, Row]:
        """Return what the database knows of the documents, by id: one lookup."""
        if self.database is None:
            return {}
        ids = sorted({document.id for document in documents})
        return {row["id"]: row for row in self.database.read(statement("load/states"), ids=ids)}

    def is_news(self, document: Document, state: Row | None) -> bool:
        """Tell whether the document is new, changed, or to be read by other rules than before.

        Where another file already stands under the same id, and is still there, the one that ranks higher stays.
        """
        if state is None:
            return True
        stale: bool = (state["content_hash"], state["rules"]) != (document.content_hash, rules.fingerprint())
        if state["location"] == _location(document.source):
            return stale
        if _gone(state["location"]):
            return True
        if state["content_hash"] == document.content_hash:
            return stale or document.source < str(state["source"])
        if _rank(state["published"], state["content_hash"]) > _rank_of(document):
            self.refuse(_duplicate(document.source, document.id, state["source"]))
            return False
        return True

    def winner(self, a: Document, b: Document) -> Document:
        """Return which of two documents of one id is loaded; another text under the same id is told of."""
        low, high = sorted((a, b), key=_rank_of)
        if low.content_hash == high.content_hash:
            self.summary.unchanged += 1
            return min(a, b, key=lambda d: d.source)
        self.refuse(_duplicate(low.source, low.id, high.source))
        return high

    def entry(self, document: Document) -> Entry | None:
        """Do the language work on one document."""
        read_document = detect(document)
        if isinstance(read_document, Issue):
            self.refuse(read_document)
            return None
        try:
            claims = extract(read_document, annotate(read_document))
        except Exception as error:  # noqa: BLE001 (one document's fault of ours must not cost all the others)
            self.refuse(
                Issue(
                    Code.EXTRACTION_FAILED,
                    document.source,
                    f"a fault of this program: {type(error).__name__}: {error}",
                    "report it with the document; the others were loaded",
                )
            )
            return None
        if broken := validate_claims(read_document, claims):
            self.refuse(broken[0])
            return None
        return Entry(read_document, claims, rules.fingerprint(), _location(document.source))

    def store(self, entries: Sequence[Entry], known: Iterable[str]) -> None:
        """Write the entries in one transaction; where the database refuses, halve down to the culprit."""
        try:
            changes = self.write(entries, keep=True)
        except StatementRefused as error:
            if len(entries) == 1:
                code = Code.INVALID if isinstance(error, GraphInvalid) else Code.DATABASE_REFUSED
                self.refuse(Issue(code, entries[0].document.source, str(error), "etl load --retry-quarantined"))
                return
            middle = len(entries) // 2
            self.store(entries[:middle], known)
            self.store(entries[middle:], known)
        else:
            self.summary.changes.add(changes)
            self.count(entries, known)

    def count(self, entries: Sequence[Entry], known: Iterable[str]) -> None:
        """Count entries as new or updated."""
        before = set(known)
        updated = sum(entry.document.id in before for entry in entries)
        self.summary.updated += updated
        self.summary.taken.update(entry.document.source for entry in entries)
        self.summary.new += len(entries) - updated

    def settle_decisions(self) -> None:
        """Apply what people decided since the last run, also where no document changed."""
        if self.database is None or self.decisions is None or self.summary.dry_run:
            return
        rows = self.database.read(statement("load/decisions"))
        if dump_decisions(self.decisions) != next((row["decisions"] for row in rows if row["decisions"]), ""):
            self.summary.changes.add(self.write((), keep=True))

    def rehearse(self) -> None:
        """See what all the entries together would change."""
        if self.database is None:
            self.summary.changes.add(settle_in_memory(self.waiting, self.decisions))
        elif self.waiting:
            self.summary.changes.add(self.write(self.waiting, keep=False))

    def write(self, entries: Sequence[Entry], *, keep: bool) -> Changes:
        """Settle entries in one transaction."""
        assert self.database is not None  # noqa: S101 (a run without a database is dry)
        return self.database.write(
            lambda tx: settle(tx, entries, (), self.decisions, self.id),
            timeout=self.settings.transaction_timeout,
            keep=keep,
        )


def _rank(published: dt.date | None, content_hash: str) -> tuple[str, str]:
    """Order two texts of one id by what they are, never by when they came."""
    return published.isoformat() if published else "", content_hash


def _rank_of(document: Document) -> tuple[str, str]:
    return _rank(document.published.first if document.published else None, document.content_hash)


def _duplicate(loser: str, id_: str, winner: str) -> Issue:
    message = f"{winner} has the same id, {id_}, and another text that is published later or ranks higher"
    return Issue(Code.DUPLICATE_ID, loser, message, "give it an id of its own, or remove one of the two")


def _location(source: str) -> str | None:
    """Return a source's absolute place on disk; None for standard input."""
    return None if source.partition("#")[0] == "-" else os.path.abspath(source)  # noqa: PTH100 (links stay)


def _covers(refused: str, location: str) -> bool:
    """Tell whether a refused path is that of a document, or of the archive, table or folder that it is in."""
    place = os.path.abspath(refused)  # noqa: PTH100
    return location == place or location.startswith((f"{place}!/", f"{place}#", f"{place}{os.sep}"))


def _gone(location: str | None) -> bool:
    """Tell whether the file that a stored document came from is no longer there."""
    if location is None or os.path.exists(location):  # noqa: PTH110 (a path as text throughout)
        return False
    inside = location.partition("!/")[0]
    return not os.path.exists(inside) and not os.path.exists(inside.rpartition("#")[0])  # noqa: PTH110
