"""Documents from paths, read and understood as far as their language; no database has a part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.clean import clean
from etl.detect import detect
from etl.issues import Issue
from etl.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from etl.records import Document


def read_documents(paths: Iterable[str | Path], *, max_bytes: int) -> Iterator[Document | Issue]:
    """Yield every document under ``paths`` with its language, and an issue for each that cannot be taken."""
    for source in read(paths, max_bytes=max_bytes):
        taken = source if isinstance(source, Issue) else clean(source)
        yield taken if isinstance(taken, Issue) else detect(taken)
