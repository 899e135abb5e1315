"""What was not taken, and why: the trace that refused input leaves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """Reason codes; a public interface, since scheduled jobs filter on them."""

    MISSING = "missing"  # the path does not exist
    UNREADABLE = "unreadable"  # no permission, or the device failed
    EMPTY = "empty"  # no text in it
    BINARY = "binary"  # not text, HTML, PDF, or an archive of those
    ENCODING = "encoding"  # bytes that no known encoding explains
    TOO_LARGE = "too_large"  # over the size limit
    NO_DOCUMENTS = "no_documents"  # a folder or archive without any document
    MALFORMED = "malformed"  # broken PDF, archive, JSON line, CSV row
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    INVALID = "invalid"  # the extracted graph breaks the contract
    DUPLICATE_ID = "duplicate_id"  # another document has the same id and another text
    EXTRACTION_FAILED = "extraction_failed"  # a fault of this program met in this document
    DATABASE_REFUSED = "database_refused"  # the database refused this document's batch


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that was not taken.

    ``source`` is the path or URI as given, ``start``/``end`` are offsets into it where known,
    ``next_step`` is a command or an action that mends it.
    """

    code: Code
    source: str
    message: str
    next_step: str = ""
    start: int | None = None
    end: int | None = None
