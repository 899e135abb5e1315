"""Write ``jars.lock.toml`` anew after a version was changed: ``python -m etl.server.pin``.

For maintainers. It resolves the endpoint's dependencies, downloads all jars, and writes down what it got;
the difference is to be reviewed before it is committed.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import jgo

from etl.server.jars import ENDPOINT, LOCK_FILE, download, sha256


def coordinates() -> list[str]:
    """Return the coordinates of all jars that the server needs, in class-path order."""
    found = jgo.resolve(ENDPOINT)
    return [":".join(filter(None, (item.groupId, item.artifactId, item.version, item.classifier))) for item in found]


def entry(coordinate: str, jar: Path) -> str:
    """Return the lock's entry for one jar."""
    return f'[[jar]]\ncoordinate = "{coordinate}"\nsize = {jar.stat().st_size}\nsha256 = "{sha256(jar)}"\n'


def main() -> None:
    """Resolve, download, and write the lock."""
    with TemporaryDirectory() as folder, ThreadPoolExecutor(8) as pool:
        repository = Path(folder)
        names = coordinates()
        jars = pool.map(lambda name: download(name, repository), names)
        entries = [entry(name, jar) for name, jar in zip(names, jars, strict=True)]
    LOCK_FILE.write_text(
        "# Written by `python -m etl.server.pin`; not to be edited by hand.\n\n" + "\n".join(entries),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
