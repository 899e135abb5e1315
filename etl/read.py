"""Read: from paths to the bytes of single documents.

Files, folders, archives, tables and standard input become a lazy stream of
:class:`~etl.records.Source`; whatever cannot be taken becomes an :class:`~etl.issues.Issue` and never
stops the rest. At most one document is in memory, and never more than ``max_bytes`` of it. Archives are
read in place: nothing is unpacked onto the disk.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sys
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, BinaryIO, Literal, cast

from etl.issues import Code, Issue
from etl.records import MediaType, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Kind = Literal["jsonl", "csv", "gz", "zip"]
Item = Source | Issue

MEDIA_TYPES: dict[str, MediaType] = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
}
CONTAINERS: dict[str, Kind] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".gz": "gz",
    ".zip": "zip",
}
# Somebody's documents all the same: they are named in an issue, while pictures, code and the like that
# lie about in a folder are passed over.
FOREIGN = frozenset({".doc", ".docx", ".odt", ".rtf", ".epub", ".pages", ".eml", ".msg", ".7z", ".rar", ".tar"})
COLUMNS = ("id", "url", "title", "published", "language", "text")
MAX_DEPTH = 2  # an archive in an archive is read, one more level is not
MAX_MEMBERS = 100_000
MAX_EXPANSION = 100  # an archive's members together: at most this many times max_bytes
SNIFF = 4096
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
HINT_FORMATS = "give .txt, .md, .html, .pdf, .jsonl, .csv, or .gz and .zip of these"
HINT_DAMAGED = "open the file in the program that made it and save it again"


def read(
    paths: Iterable[str | Path],
    *,
    max_bytes: int,
    columns: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Item]:
    """Yield every document found under ``paths``, and an issue for everything that cannot be taken.

    A folder is walked in sorted order without hidden files; ``-`` is standard input. ``max_bytes`` bounds one
    document, unpacked: a file, a member of an archive, a row of a table. ``columns`` maps our names (``id``,
    ``url``, ``title``, ``published``, ``language``, ``text``) to a table's own.
    """
    reader = _Reader(max_bytes, {**{name: name for name in COLUMNS}, **(columns or {})})
    for path in paths:
        if str(path) == "-":
            yield from reader.stream("-", stdin or sys.stdin.buffer)
        else:
            yield from reader.path(Path(path))


def sniff(head: bytes) -> MediaType | Kind:
    """Tell what unnamed bytes are from their beginning; plain text when nothing speaks against it."""
    if head.startswith(b"\x1f\x8b"):
        return "gz"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.lstrip()[:5] == b"%PDF-":
        return "application/pdf"
    start = head.removeprefix(BOMS[0]).lstrip()
    if start[:1] == b"{" and b'"' in start[:20]:
        return "jsonl"
    if start[:14].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "text/html"
    return "text/plain"


def is_binary(head: bytes) -> bool:
    """Tell whether bytes are not text: NUL without a UTF-16 mark, or many control characters."""
    if head.startswith(BOMS):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)  # noqa: PLR2004 (ASCII)
    return b"\0" in head or controls > len(head) // 20


class _Reader:
    """The walk itself, with the limits and names that hold for one run."""

    def __init__(self, max_bytes: int, columns: dict[str, str]) -> None:
        self.max_bytes = max_bytes
        self.columns = columns

    # -- files and folders -------------------------------------------------------------------------------

    def path(self, path: Path) -> Iterator[Item]:
        if path.is_dir():
            yield from self._folder(path)
        else:
            yield from self._file(path)

    def _folder(self, folder: Path) -> Iterator[Item]:
        found = False
        failures: list[OSError] = []
        for parent, folders, files in os.walk(folder, onerror=failures.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                suffix = PurePosixPath(name).suffix.lower()
                if name.startswith(".") or suffix not in MEDIA_TYPES.keys() | CONTAINERS.keys() | FOREIGN:
                    continue
                found = True
                yield from self._file(Path(parent, name))
        for failure in failures:
            found = True
            yield _unreadable(str(failure.filename), failure)
        if not found:
            yield Issue(Code.NO_DOCUMENTS, str(folder), "no document in this folder", HINT_FORMATS)

    def _file(self, path: Path) -> Iterator[Item]:
        origin = str(path)
        try:
            with path.open("rb") as stream:
                size = os.fstat(stream.fileno()).st_size
                yield from self.stream(origin, stream, name=path.name, size=size)
        except FileNotFoundError:
            yield Issue(Code.MISSING, origin, "no such file or folder", "check the path")
        except OSError as error:
            yield _unreadable(origin, error)

    # -- one stream of bytes -----------------------------------------------------------------------------

    def stream(
        self,
        origin: str,
        stream: IO[bytes],
        *,
        name: str = "",
        size: int = 0,
        depth: int = 0,
    ) -> Iterator[Item]:
        """Yield the document or documents in ``stream``; ``name`` tells its kind, else its first bytes do."""
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in FOREIGN:
            yield Issue(Code.BINARY, origin, f"{suffix} files are not read", HINT_FORMATS)
            return
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
        head = buffered.peek(SNIFF)[:SNIFF]
        kind = CONTAINERS.get(suffix) or MEDIA_TYPES.get(suffix) or sniff(head)
        if not head:
            yield Issue(Code.EMPTY, origin, "the file is empty", "remove it or save its text again")
        elif kind == "jsonl":
            yield from self._jsonl(origin, buffered)
        elif kind == "csv":
            yield from self._csv(origin, buffered, head, tab=suffix == ".tsv")
        elif kind == "gz":
            yield from self._gz(origin, buffered, name, depth)
        elif kind == "zip":
            yield from self._zip(origin, buffered, depth)
        elif kind != "application/pdf" and is_binary(head):
            yield Issue(Code.BINARY, origin, "not text, HTML or PDF", HINT_FORMATS)
        elif size > self.max_bytes:
            yield self._too_large(origin)
        else:
            data = buffered.read(self.max_bytes + 1)
            yield self._too_large(origin) if len(data) > self.max_bytes else Source(origin, kind, data)

    def _too_large(self, origin: str) -> Issue:
        return Issue(
            Code.TOO_LARGE,
            origin,
            f"larger than the limit of {self.max_bytes:,} bytes for one document",
            "raise ETL_MAX_FILE_MB, or split the file",
        )

    # -- archives ----------------------------------------------------------------------------------------

    def _gz(self, origin: str, stream: IO[bytes], name: str, depth: int) -> Iterator[Item]:
        if depth >= MAX_DEPTH:
            yield _too_deep(origin)
            return
        inner = name[:-3] if name.lower().endswith(".gz") else ""
        with _damage(origin) as failed, gzip.GzipFile(fileobj=stream) as member:
            yield from self.stream(origin, cast("IO[bytes]", member), name=inner, depth=depth + 1)
        yield from failed

    def _zip(self, origin: str, stream: IO[bytes], depth: int) -> Iterator[Item]:
        if depth >= MAX_DEPTH:
            yield _too_deep(origin)
            return
        if not stream.seekable():  # standard input: an archive's index is at its end
            data = stream.read(self.max_bytes + 1)
            if len(data) > self.max_bytes:
                yield self._too_large(origin)
                return
            stream = io.BytesIO(data)
        with _damage(origin) as failed, zipfile.ZipFile(stream) as archive:
            yield from self._members(origin, archive, depth)
        yield from failed

    def _members(self, origin: str, archive: zipfile.ZipFile, depth: int) -> Iterator[Item]:
        found = False
        budget = self.max_bytes * MAX_EXPANSION
        known = MEDIA_TYPES.keys() | CONTAINERS.keys() | FOREIGN
        members = sorted(archive.infolist(), key=lambda info: info.filename)
        if len(members) > MAX_MEMBERS:
            yield Issue(Code.TOO_LARGE, origin, f"more than {MAX_MEMBERS:,} files in it", "split the archive")
            return
        for info in members:
            name = PurePosixPath(info.filename.replace("\\", "/"))
            hidden = any(part.startswith(".") and part != ".." for part in name.parts)
            if info.is_dir() or hidden or "__MACOSX" in name.parts or name.suffix.lower() not in known:
                continue
            found = True
            inside = f"{origin}!/{name}"
            if name.is_absolute() or ".." in name.parts:
                yield Issue(Code.MALFORMED, inside, "its path leads out of the archive", "rename the member")
                continue
            budget -= info.file_size
            if budget < 0:
                yield Issue(Code.TOO_LARGE, origin, "unpacks to far more than the limit", "split the archive")
                return
            with _damage(inside) as failed, archive.open(info) as member:
                yield from self.stream(inside, member, name=name.name, size=info.file_size, depth=depth + 1)
            yield from failed
        if not found:
            yield Issue(Code.NO_DOCUMENTS, origin, "no document in this archive", HINT_FORMATS)

    # -- tables ------------------------------------------------------------------------------------------

    def _jsonl(self, origin: str, stream: IO[bytes]) -> Iterator[Item]:
        number = 0
        while line := stream.readline(self.max_bytes + 1):
            number += 1
            where = f"{origin}#{number}"
            if len(line) > self.max_bytes:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(self.max_bytes)
                yield self._too_large(where)
            elif line.strip():
                yield self._json_row(where, line.removeprefix(BOMS[0]))

    def _json_row(self, where: str, line: bytes) -> Item:
        try:
            row = json.loads(line)
        except UnicodeDecodeError:
            return Issue(Code.ENCODING, where, "this line is not UTF-8", "save the file as UTF-8")
        except (ValueError, RecursionError) as error:
            return Issue(Code.MALFORMED, where, f"not a line of JSON: {error}", "write one JSON object a line")
        if not isinstance(row, dict):
            return Issue(Code.MALFORMED, where, "not a JSON object", "write one JSON object a line")
        return self._row(where, {str(key): _whole(str(value)) for key, value in row.items() if value is not None})

    def _csv(self, origin: str, stream: IO[bytes], head: bytes, *, tab: bool) -> Iterator[Item]:
        csv.field_size_limit(self.max_bytes)
        encoding = "utf-16" if head.startswith(BOMS[1:]) else "utf-8-sig"
        # Bytes that are not UTF-8 travel as surrogates into Source.data, where clean decodes each document.
        lines = io.TextIOWrapper(cast("BinaryIO", stream), encoding, errors="surrogateescape", newline="")
        first = head.decode(encoding, errors="replace").partition("\n")[0]
        delimiter = "\t" if tab else max(",;\t|", key=first.count)
        rows = csv.DictReader(lines, delimiter=delimiter, strict=True)
        number = 0
        while True:
            number += 1
            where = f"{origin}#{number}"
            try:
                row = next(rows)
            except StopIteration:
                break
            except csv.Error as error:
                yield Issue(Code.MALFORMED, where, f"not a row of CSV: {error}", "check this row's quotes")
                continue
            if self.columns["text"] not in (rows.fieldnames or ()):
                yield self._no_text_column(origin, rows.fieldnames or ())
                break
            if row.pop(cast("str", None), None):  # DictReader collects surplus cells under None
                yield Issue(Code.MALFORMED, where, "more cells than the header has", "check this row's quotes")
            else:
                yield self._row(where, {key: value for key, value in row.items() if value is not None})
        lines.detach()

    def _no_text_column(self, origin: str, names: Iterable[str]) -> Issue:
        message = f"no column {self.columns['text']!r} among {', '.join(sorted(names))}"
        return Issue(Code.MALFORMED, origin, message, "name the column: --column text=NAME")

    def _row(self, where: str, row: dict[str, str]) -> Item:
        if self.columns["text"] not in row:
            return self._no_text_column(where, row)
        data = row[self.columns["text"]].encode("utf-8", "surrogateescape")
        if not data.strip():
            return Issue(Code.EMPTY, where, "the row has no text", "fill its text or remove the row")
        if len(data) > self.max_bytes:
            return self._too_large(where)
        metadata = {
            name: value.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()
            for name, column in self.columns.items()
            if name != "text" and (value := row.get(column, "")).strip()
        }
        kind = sniff(data[:SNIFF])
        return Source(where, "text/html" if kind == "text/html" else "text/plain", data, metadata)


def _whole(text: str) -> str:
    """Replace half a surrogate pair, which JSON can spell and no encoding can write."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unreadable(origin: str, error: OSError) -> Issue:
    return Issue(Code.UNREADABLE, origin, error.strerror or str(error), "check its permissions: ls -l")


def _too_deep(origin: str) -> Issue:
    return Issue(Code.MALFORMED, origin, "archives within archives within archives", "unpack it first")


@contextmanager
def _damage(origin: str) -> Iterator[list[Issue]]:
    """Turn what a broken, locked or truncated archive raises into an issue, appended to the list given."""
    failed: list[Issue] = []
    try:
        yield failed
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError) as error:
        failed.append(Issue(Code.MALFORMED, origin, f"damaged archive: {error}", HINT_DAMAGED))
    except RuntimeError as error:  # zipfile's only sign of an encrypted member
        failed.append(Issue(Code.MALFORMED, origin, f"cannot be unpacked: {error}", "remove its password"))
