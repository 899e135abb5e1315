"""The fingerprint of everything that decides what a document says, so that unchanged documents can be skipped."""

from __future__ import annotations

import hashlib
from functools import cache

from etl.resources import PACKAGE

_STAGES = ("clean", "detect", "annotate", "extract", "resolve", "languages", "vocabulary")
_SHARED = ("records", "countries", "dates", "identity", "offices", "patterns", "places", "resources", "spelling")


@cache
def fingerprint() -> str:
    """Return a hash of the code and data files behind claims and their resolution."""
    digest = hashlib.sha256()
    for name in sorted(_STAGES + _SHARED):
        folder = PACKAGE / name
        files = sorted(folder.rglob("*")) if folder.is_dir() else [folder.with_suffix(".py")]
        for path in files:
            if path.suffix in {".py", ".yaml"} and path.is_file():
                digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
                digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:16]
