"""The documents that were not taken, kept as JSON lines so that they can be tried again.

One record for each source that a run refused: ``source, code, message, next_step, start, end, relative_to``. A record
goes when its source is loaded, or is refused for another reason.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from etl.issues import Code, Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet


@dataclass(frozen=True, slots=True)
class Record:
    """One refused source; ``relative_to`` is the collection's root that ids were made relative to."""

    issue: Issue
    relative_to: str | None = None

    @property
    def path(self) -> str:
        """Return the file or folder on disk: an archive or table for one of its members or rows."""
        source = self.issue.source
        for mark in ("!/", "#"):
            head = source.partition(mark)[0]
            if head and not Path(source).exists():
                source = head
        return source


class Quarantine:
    """The records in one file, which does not exist while there are none."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def records(self) -> tuple[Record, ...]:
        """Return the records as they stand, sorted by source."""
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return ()
        return tuple(_record(line) for line in lines)

    def update(self, refused: Iterable[Record], taken: AbstractSet[str]) -> int:
        """Keep the records of ``refused``, drop those of the sources ``taken``; return how many stand."""
        with self._alone():
            before = {record.issue.source: record for record in self.records()}
            after = {source: record for source, record in before.items() if source not in taken}
            after.update({record.issue.source: record for record in refused})
            if after and after != before:
                fresh = self.path.with_suffix(".new")
                fresh.write_text("".join(_line(after[source]) for source in sorted(after)), encoding="utf-8")
                os.replace(fresh, self.path)  # noqa: PTH105 (atomic, also over an existing file)
            elif not after:
                self.path.unlink(missing_ok=True)
            return len(after)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self.path.with_suffix(".lock")):
            yield


def _line(record: Record) -> str:
    return json.dumps({**asdict(record.issue), "relative_to": record.relative_to}, ensure_ascii=False) + "\n"


def _record(line: str) -> Record:
    fields = json.loads(line)
    relative_to = fields.pop("relative_to")
    return Record(Issue(**{**fields, "code": Code(fields["code"])}), relative_to)
